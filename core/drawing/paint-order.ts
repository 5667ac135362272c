import type { PathItem } from './draw-item.ts';

/**
 * The styles of one kind in the order in which they are painted, else as given: a wall with the light fill of
 * what is proposed lies beneath those that are filled, and ends at their faces.
 */
export function inPaintOrder<T extends Pick<PathItem, 'fill'>>(styles: Iterable<T>): readonly T[] {
  const all = [...styles];
  const isBeneath = ({ fill }: T) => fill?.ink === 'proposedfill';
  if (!all.some(isBeneath)) return all;
  return [...all.filter(isBeneath), ...all.filter((style) => !isBeneath(style))];
}
