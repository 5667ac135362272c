import { distanceBetween, type Point, samePoint } from './point.ts';
import { pathLength, pointAlongPath } from './polyline.ts';

/** A part of a path, metres along it. */
export type Stretch = { readonly from: number; readonly to: number };

/** The part of an open path between two distances along it; empty when that has no length. */
export function subPath(path: readonly Point[], { from, to }: Stretch): readonly Point[] {
  const [start, end] = [pointAlongPath(path, from), pointAlongPath(path, to)];
  if (!start || !end || to <= from) return [];
  let along = 0;
  const between = path.filter((point, index) => {
    along += distanceBetween(path[index - 1] ?? point, point);
    return along > from && along < to;
  });
  return [start, ...between, end].filter(
    (point, index, all) => index === 0 || !samePoint(point, all[index - 1] ?? point),
  );
}

/**
 * What is left of a path when stretches of it are taken out, in its order.
 *
 * `closed`: the path ends where it begins, and stretches may reach over that point; what is left there is
 * one part, whose end lies beyond the path's length.
 */
export function stretchesLeft(
  path: readonly Point[],
  taken: readonly Stretch[],
  closed: boolean,
): readonly Stretch[] {
  const whole = pathLength(path);
  const inOrder = taken
    .filter(({ from, to }) => closed || (to > 0 && from < whole))
    .toSorted((first, second) => first.from - second.from);
  const [first] = inOrder;
  if (!first) return [{ from: 0, to: whole }];
  const left: Stretch[] = [];
  // A stretch that reaches over the beginning may reach farther than the first one.
  const over = Math.max(...inOrder.map(({ to }) => to - whole));
  let passed = closed ? Math.max(first.to, over) : 0;
  const rest = closed ? inOrder.slice(1) : inOrder;
  const end = closed ? first.from + whole : whole;
  for (const { from, to } of [...rest, { from: end, to: end }]) {
    if (from > passed) left.push({ from: passed, to: from });
    passed = Math.max(passed, to);
  }
  return left;
}
