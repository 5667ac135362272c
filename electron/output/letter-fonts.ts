import fs from 'node:fs';
import path from 'node:path';
import * as fontkit from 'fontkit';
import type { TextItem } from '../../core/drawing/draw-item.ts';
import { familiesFor, isInRanges, type ScriptFamily } from '../../core/drawing/scripts/families.ts';
import { resourcesFolder } from '../files/resources-folder.ts';
import { scriptFontsFolder } from '../files/script-fonts-folder.ts';

type Weight = TextItem['weight'];
/** A bundled font: null stands for Inter. */
export type LetterFont = { readonly family: ScriptFamily | null; readonly weight: Weight };

const SUFFIX = { regular: 'Regular', semibold: 'SemiBold' } as const satisfies {
  readonly [W in Weight]: string;
};

const files = new Map<string, Buffer>();

/** Tells one font from another. */
export const fontKey = ({ family, weight }: LetterFont): string => `${family?.id ?? 'inter'} ${weight}`;

/** A font's file, read when it is asked for the first time and then kept. */
export function fontFile(font: LetterFont): Buffer {
  const before = files.get(fontKey(font));
  if (before) return before;
  const file = fs.readFileSync(placeOf(font));
  files.set(fontKey(font), file);
  return file;
}

function placeOf({ family, weight }: LetterFont): string {
  const name = `${family?.file ?? 'Inter'}-${SUFFIX[weight]}.ttf`;
  return family ? path.join(scriptFontsFolder(), name) : path.join(resourcesFolder(), 'fonts', name);
}

/** The fonts whose files have been read, by their keys. */
export const fontsRead = (): readonly string[] => [...files.keys()];

const letters = new Map<string, ReadonlySet<number>>();

/** The code points that a family has letters for. Both weights have the same ones. */
function lettersOf(family: ScriptFamily | null): ReadonlySet<number> {
  const known = letters.get(family?.id ?? '');
  if (known) return known;
  const font = fontkit.create(fontFile({ family, weight: 'regular' }));
  if (font.type !== 'TTF') throw new Error('A bundled font is no single TrueType font.');
  const found = new Set(font.characterSet);
  letters.set(family?.id ?? '', found);
  return found;
}

const FOLLOWS = /[\p{M}\u200c\u200d]/u;

/** One letter of a line with the family that sets it, or `missing` when none has it. */
type Letter = { readonly letter: string; readonly family: ScriptFamily | null | 'missing' };

/** The family of each letter of a line. Marks and joiners go with the letter before them where it has them. */
export function familyOfEach(line: string): readonly Letter[] {
  const families = familiesFor(line);
  const found: Letter[] = [];
  for (const letter of line) {
    const point = letter.codePointAt(0) ?? 0;
    const before = found.at(-1)?.family;
    const follows = before && before !== 'missing' && FOLLOWS.test(letter) && lettersOf(before).has(point);
    found.push({ letter, family: follows ? before : familyFor(point, families) });
  }
  return found;
}

function familyFor(point: number, families: readonly ScriptFamily[]): Letter['family'] {
  const family = families.find((each) => isInRanges(each, point) && lettersOf(each).has(point));
  return family ?? (lettersOf(null).has(point) ? null : 'missing');
}
