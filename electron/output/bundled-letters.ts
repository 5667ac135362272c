import fs from 'node:fs';
import path from 'node:path';
import * as fontkit from 'fontkit';
import type { DrawItem, Page } from '../../core/drawing/draw-item.ts';
import { plainLine, REPLACEMENT } from '../../core/plain-text.ts';
import { resourcesFolder } from '../files/resources-folder.ts';

/** Stands for a letter that the bundled font does not have; the font has this one. */
const STAND_IN = '□';
const MOST_NAMED = 8;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

let known: ReadonlySet<number> | null = null;

/** The code points that the bundled family has letters for. */
function bundled(): ReadonlySet<number> {
  if (known) return known;
  // Both weights have the same letters.
  const font = fontkit.create(fs.readFileSync(path.join(resourcesFolder(), 'fonts', 'Inter-Regular.ttf')));
  if (font.type !== 'TTF') throw new Error('The bundled font is no single TrueType font.');
  known = new Set(font.characterSet);
  return known;
}

/**
 * Pages whose texts the bundled font can set, for what is painted with it alone, and one sentence about the
 * letters that it does not have.
 */
export function inBundledLetters(pages: readonly Page[]): {
  readonly pages: readonly Page[];
  readonly remarks: readonly string[];
} {
  const missing = new Set<string>();
  const letters = bundled();
  const set = (line: string): string => {
    const visible = plainLine(line).normalize('NFC').replace(INVISIBLE, '');
    let result = '';
    for (const letter of visible) {
      const isThere = letters.has(letter.codePointAt(0) ?? 0);
      if (!isThere && letter !== REPLACEMENT) missing.add(letter);
      result += isThere ? letter : STAND_IN;
    }
    return result;
  };
  const item = (each: DrawItem): DrawItem =>
    each.type === 'text' ? { ...each, lines: each.lines.map(set) } : each;
  return {
    pages: pages.map((page) => ({
      ...page,
      groups: page.groups.map((group) => ({ ...group, items: group.items.map(item) })),
    })),
    remarks: missing.size === 0 ? [] : [remarkOn([...missing])],
  };
}

function remarkOn(missing: readonly string[]): string {
  const more = missing.length - MOST_NAMED;
  const named = missing.slice(0, MOST_NAMED).join(' ') + (more > 0 ? ` and ${more} more` : '');
  return `The font of the drawing has no letters for ${named}: ${STAND_IN} stands for each. Export as SVG where they must be read.`;
}
