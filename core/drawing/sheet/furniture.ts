import { label, type TextLook } from '../appearance.ts';
import type { PageGroup, Path, PathItem, TextItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { textWidth } from '../measure-text.ts';
import { linePath, pathItem, ringPath, stroke } from '../paths.ts';

/** Part of a page: paper millimetres from its upper left corner, y down. */
export type Rectangle = NonNullable<PageGroup['clip']>;

/** A text without a halo that starts at its place; `y` is the middle of its (first) line. */
export function words(content: string, x: number, y: number, look: TextLook = {}): TextItem {
  const text = label(
    content,
    { x, y },
    { anchor: 'start', weight: 'regular', sizeMm: 2.3, detail: 'always', ...look },
  );
  return { ...text, halo: false };
}

/** The edge of a rectangle. */
export function edgeOf({ left, top, width, height }: Rectangle): Path {
  return ringPath([
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ]);
}

/** A thin straight line between two parts. */
export function rule(
  from: readonly [number, number],
  to: readonly [number, number],
  widthMm: number = lineWeights.symbol,
): PathItem {
  return pathItem(linePath({ x: from[0], y: from[1] }, { x: to[0], y: to[1] }), {
    stroke: stroke('ink', widthMm),
  });
}

/** The size at which one line of text is not wider than it may be: the wanted one, or smaller. */
export function fittingSize(
  content: string,
  { sizeMm, width, weight }: { sizeMm: number; width: number; weight: TextItem['weight'] },
): number {
  const needed = textWidth(content, sizeMm, weight);
  return needed > width ? (sizeMm * width) / needed : sizeMm;
}

/** Lines of at most a width, broken between words. */
export function wrapped(content: string, width: number, sizeMm: number): readonly string[] {
  const lines: string[] = [];
  for (const word of content.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || textWidth(longer, sizeMm, 'regular') > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
