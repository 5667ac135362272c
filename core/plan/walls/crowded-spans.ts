import type { Span } from '../wall-line.ts';

const startOf = ({ offset, width }: Span): number => offset - width / 2;
const endOf = ({ offset, width }: Span): number => offset + width / 2;

/** Stretches from the one that begins first. */
export function byStart(first: Span, second: Span): number {
  return startOf(first) - startOf(second);
}

/**
 * Those of the stretches of one wall that lie over another one of them, on either side. O(n log n).
 *
 * @param overlap whether two of them lie over each other; by no less than a stretch that is shorter than any
 */
export function crowdedSpans<S extends Span>(
  spans: Iterable<S>,
  overlap: (first: S, second: S) => boolean,
): ReadonlySet<S> {
  const crowded = new Set<S>();
  // Of those before one it is enough to look at the one that reaches farthest.
  let farthest: S | null = null;
  for (const span of [...spans].sort(byStart)) {
    if (farthest && overlap(farthest, span)) crowded.add(farthest).add(span);
    if (!farthest || endOf(span) > endOf(farthest)) farthest = span;
  }
  return crowded;
}
