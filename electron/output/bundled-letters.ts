import type { DrawItem, Page } from '../../core/drawing/draw-item.ts';
import { plainLine, REPLACEMENT } from '../../core/plain-text.ts';
import { familyOfEach } from './letter-fonts.ts';

/** Stands for a letter that no bundled font has; Inter has this one. */
const STAND_IN = '□';
const MOST_NAMED = 8;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** Joins or parts the letters beside it. */
const JOINER = /[\u200c\u200d]/;

/** A line that the bundled fonts set whole, and the letters that none of them has. */
export function bundledLine(line: string): { readonly text: string; readonly missing: readonly string[] } {
  const missing: string[] = [];
  let [text, isJoining] = ['', false];
  for (const { letter, family } of familyOfEach(plainLine(line).normalize('NFC'))) {
    const isJoiner = JOINER.test(letter);
    if (INVISIBLE.test(letter) && !(isJoiner && isJoining)) continue;
    if (!isJoiner) isJoining = family !== null && family !== 'missing' && family.isShaped;
    if (family === 'missing' && !isJoiner) {
      if (letter !== REPLACEMENT) missing.push(letter);
      text += STAND_IN;
    } else text += letter;
  }
  return { text, missing };
}

/** Pages whose texts the bundled fonts can set, and one sentence about the letters that none of them has. */
export function inBundledLetters(pages: readonly Page[]): {
  readonly pages: readonly Page[];
  readonly remarks: readonly string[];
} {
  const missing = new Set<string>();
  const set = (line: string): string => {
    const bundled = bundledLine(line);
    for (const letter of bundled.missing) missing.add(letter);
    return bundled.text;
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
  return `The fonts of the drawing have no letters for ${named}: ${STAND_IN} stands for each. Export as SVG where they must be read.`;
}
