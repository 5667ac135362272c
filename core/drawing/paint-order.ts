import type { PathItem } from './draw-item.ts';

type Style = Pick<PathItem, 'fill' | 'stroke'>;

const isProposedBody = ({ fill }: Style): boolean => fill?.ink === 'proposedfill';
/** What is filled in the colour of its outline, as walls are that stand. */
const isFilled = ({ fill, stroke }: Style): boolean => fill?.opacity === 1 && fill.ink === stroke?.ink;

/**
 * The styles in the order in which they are painted: as given, but a wall with the light fill of what is
 * proposed lies beneath those that are filled, and ends at their faces. What is below all of them stays so.
 */
export function inPaintOrder<T extends Style>(styles: Iterable<T>): readonly T[] {
  const all = [...styles];
  const first = all.findIndex(isFilled);
  const isRaised = (style: T, index: number) => index > first && isProposedBody(style);
  if (first < 0 || !all.some(isRaised)) return all;
  const others = all.slice(first).filter((style) => !isProposedBody(style));
  return [...all.slice(0, first), ...all.filter(isRaised), ...others];
}
