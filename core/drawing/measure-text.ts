import type { TextItem } from './draw-item.ts';
import { fontAdvances } from './font-advances.ts';
import { LINE_HEIGHT } from './paper-items.ts';
import { hasScripts } from './scripts/families.ts';
import { scriptWidth } from './scripts/script-width.ts';

type Weight = TextItem['weight'];

/** Advance of each listed code point, from the runs of the font's table. */
function advancesOf(weight: Weight): ReadonlyMap<number, number> {
  const advances = new Map<number, number>();
  for (const [first, run] of fontAdvances[weight].runs)
    run.forEach((advance, index) => {
      advances.set(first + index, advance);
    });
  return advances;
}

const advances = { regular: advancesOf('regular'), semibold: advancesOf('semibold') };

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/** Width of one line of text in the unit of its size, in the scripts of the bundled fonts; without kerning. */
export function textWidth(text: string, size: number, weight: Weight): number {
  if (!hasScripts(text)) return interWidth(text, size, weight);
  const { width, rest } = scriptWidth(text, weight);
  return width * size + interWidth(rest, size, weight);
}

function interWidth(text: string, size: number, weight: Weight): number {
  const { otherAdvance } = fontAdvances[weight];
  let units = 0;
  for (const letter of text) {
    const known = advances[weight].get(letter.codePointAt(0) ?? 0);
    units += known ?? (INVISIBLE.test(letter) ? 0 : otherAdvance);
  }
  return (units * size) / fontAdvances.unitsPerEm;
}

/** Width and height of a text's block of lines, paper millimetres. */
export function textBlock({ lines, sizeMm, weight }: Pick<TextItem, 'lines' | 'sizeMm' | 'weight'>): {
  readonly width: number;
  readonly height: number;
} {
  const width = Math.max(0, ...lines.map((line) => textWidth(line, sizeMm, weight)));
  return { width, height: lines.length * sizeMm * LINE_HEIGHT };
}
