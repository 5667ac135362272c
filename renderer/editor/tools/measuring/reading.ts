import { angleOf, distanceBetween, type Point, scale, subtract } from '../../../../core/geometry/point.ts';
import { ringArea } from '../../../../core/geometry/polygon.ts';
import { pathLength } from '../../../../core/geometry/polyline.ts';
import { normaliseAngle } from '../../../../core/units.ts';
import type { Gauge } from '../../distances/gauge.ts';

/** What can be measured, in the order in which the key of the tool goes through them. */
export const measureKinds = ['distance', 'path', 'area', 'angle'] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** What was measured: metres, square metres, radians; `isDone` once no point is to come. */
export type Reading = { readonly isDone: boolean } & (
  | { readonly type: 'distance'; readonly length: number }
  | { readonly type: 'path'; readonly length: number; readonly segments: number }
  | { readonly type: 'area'; readonly squareMetres: number; readonly perimeter: number }
  | { readonly type: 'angle'; readonly angle: number }
);

export type Measured = {
  readonly kind: MeasureKind;
  readonly points: readonly Point[];
  /** Whether the last point is joined to the first. */
  readonly closed: boolean;
  readonly isDone: boolean;
};

/** What the points measure; null while there are too few of them. */
export function readingOf({ kind, points, closed, isDone }: Measured): Reading | null {
  const [first, second, third] = points;
  if (!first || !second) return null;
  if (kind === 'distance') return { type: 'distance', length: distanceBetween(first, second), isDone };
  if (kind === 'angle') {
    if (!third) return null;
    const turn = normaliseAngle(angleOf(first, third) - angleOf(first, second));
    return { type: 'angle', angle: Math.abs(turn), isDone };
  }
  const isSurface = third !== undefined && (closed || kind === 'area');
  if (!isSurface) return { type: 'path', length: pathLength(points), segments: points.length - 1, isDone };
  const perimeter = pathLength([...points, first]);
  return { type: 'area', squareMetres: Math.abs(ringArea(points)), perimeter, isDone };
}

// More figures than this cover each other.
const MOST_FIGURES = 60;

/** The sides of what is measured, each with its length; of an angle and a single distance none. */
export function sidesOf({ kind, points, closed }: Measured): readonly Gauge[] {
  if (kind === 'distance' || kind === 'angle' || points.length > MOST_FIGURES) return [];
  return points.flatMap((from, index): Gauge[] => {
    const to = points[index + 1] ?? (closed ? points[0] : undefined);
    const length = to ? distanceBetween(from, to) : 0;
    if (!to || length === 0) return [];
    const direction = scale(subtract(to, from), 1 / length);
    return [{ key: `side-${index}`, from, to, direction, length, editable: false }];
  });
}
