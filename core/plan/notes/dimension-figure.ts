import { flattenArc } from '../../geometry/arc.ts';
import {
  add,
  angleOf,
  distanceBetween,
  dot,
  midpoint,
  type Point,
  perpendicular,
  polar,
  samePoint,
  scale,
} from '../../geometry/point.ts';
import { polygonArea, ringArea } from '../../geometry/polygon.ts';
import { lineIntersection } from '../../geometry/segment.ts';
import { normaliseAngle } from '../../units.ts';
import type { Lookup } from '../integrity.ts';
import type { RecordOf } from '../kinds/index.ts';
import { anchorPoint } from './anchor-place.ts';

type Dimension = Pick<RecordOf<'dimension'>, 'type' | 'anchors' | 'direction' | 'offset'>;

/** Lengths along one line: each foot is what is measured, each head the place above it on the line. */
export type LengthFigure = {
  readonly type: 'lengths';
  /** Along the line, radians. */
  readonly direction: number;
  /** In order along the line. */
  readonly points: readonly { readonly foot: Point; readonly head: Point }[];
};
export type AngleFigure = {
  readonly type: 'angle';
  readonly apex: Point;
  /** The points that the legs run through. */
  readonly legs: readonly [Point, Point];
  readonly radius: number;
  readonly start: number;
  /** Radians, positive anticlockwise, within half a turn. */
  readonly sweep: number;
};
export type RadiusFigure = {
  readonly type: 'radius';
  readonly centre: Point;
  readonly rim: Point;
  readonly tip: Point;
};
/** A figure that is written beside a point: an area, or the point's coordinates. */
export type WrittenFigure =
  | { readonly type: 'area'; readonly from: Point; readonly at: Point; readonly squareMetres: number }
  | { readonly type: 'coordinate'; readonly from: Point; readonly at: Point };

/** What a dimension measures and where it is drawn, plan metres. */
export type DimensionFigure = LengthFigure | AngleFigure | RadiusFigure | WrittenFigure;

/**
 * What a dimension measures, from where its points are now.
 *
 * Null when there is nothing to measure: the wall of a radius is straight, two edges are parallel.
 */
export function dimensionFigure(dimension: Dimension, lookup: Lookup): DimensionFigure | null {
  const points = dimension.anchors.map((anchor) => anchorPoint(anchor, lookup));
  const found = points.filter((point) => point !== null);
  if (found.length < points.length) return null;
  switch (dimension.type) {
    case 'linear':
    case 'aligned':
    case 'chain':
      return lengthFigure(dimension, found);
    case 'angle':
      return angleFigure(dimension, found);
    case 'radius':
      return radiusFigure(dimension, found);
    case 'area':
      return areaFigure(dimension, found, lookup);
    default:
      return coordinateFigure(dimension, found);
  }
}

/*   head ---------- head      the line runs at the offset to the left of the first foot
 *     |               |
 *   foot              |
 *                    foot   */
function lengthFigure({ type, direction, offset }: Dimension, feet: readonly Point[]): LengthFigure | null {
  const [first] = feet;
  const last = feet.at(-1);
  if (!first || !last) return null;
  const isFixed = type !== 'aligned' && direction !== null;
  const along = isFixed ? direction : angleOf(first, last);
  const unit = polar(along, 1);
  const normal = perpendicular(unit);
  const level = dot(first, normal) + offset;
  const points = feet
    .map((foot) => {
      const head = add(foot, scale(normal, level - dot(foot, normal)));
      return { foot, head, place: dot(head, unit) };
    })
    .sort((one, other) => one.place - other.place);
  return { type: 'lengths', direction: along, points };
}

function angleFigure({ offset }: Dimension, points: readonly Point[]): AngleFigure | null {
  const [first, second, third, fourth] = points;
  if (!first || !second || !third) return null;
  const apex = fourth ? lineIntersection([first, second], [third, fourth]) : first;
  if (!apex) return null;
  // Of an edge the end that the apex is farther from, so that edges which meet measure their corner.
  const legs: readonly [Point, Point] = fourth
    ? [farther(apex, second, first), farther(apex, fourth, third)]
    : [second, third];
  const start = angleOf(apex, legs[0]);
  const sweep = normaliseAngle(angleOf(apex, legs[1]) - start);
  return { type: 'angle', apex, legs, radius: Math.max(Math.abs(offset), 0.001), start, sweep };
}

function farther(from: Point, one: Point, other: Point): Point {
  return distanceBetween(from, one) >= distanceBetween(from, other) ? one : other;
}

function radiusFigure({ offset }: Dimension, [centre, rim]: readonly Point[]): RadiusFigure | null {
  if (!centre || !rim) return null;
  return { type: 'radius', centre, rim, tip: add(rim, polar(angleOf(centre, rim), offset)) };
}

function areaFigure(dimension: Dimension, points: readonly Point[], lookup: Lookup): WrittenFigure | null {
  const squareMetres = areaOf(dimension, points, lookup);
  const [from] = points;
  if (squareMetres === null || !from) return null;
  return { type: 'area', from, at: besidePoint(dimension, from), squareMetres };
}

function areaOf({ anchors }: Dimension, points: readonly Point[], lookup: Lookup): number | null {
  const [only, ...others] = anchors;
  if (others.length > 0) return isOnePoint(points) ? null : Math.abs(ringArea(points));
  const record = only?.type === 'attached' ? lookup(only.record) : undefined;
  if (!record || !('ring' in record) || !record.ring) return null;
  return polygonArea({ ring: record.ring, holes: 'holes' in record ? record.holes : [] });
}

/** What let go of something without a surface has all its corners in one place. */
function isOnePoint([first, ...others]: readonly Point[]): boolean {
  return first !== undefined && others.every((point) => samePoint(point, first));
}

function coordinateFigure(dimension: Dimension, [from]: readonly Point[]): WrittenFigure | null {
  return from ? { type: 'coordinate', from, at: besidePoint(dimension, from) } : null;
}

function besidePoint({ direction, offset }: Dimension, from: Point): Point {
  return add(from, polar(direction ?? 0, offset));
}

const FLATNESS = 0.005;

/** The lines of a figure, those that lead from the record to it among them, as one path. */
export function figureLine(figure: DimensionFigure): readonly Point[] {
  if (figure.type === 'lengths') {
    const { points } = figure;
    const ends = [points[0]?.foot, ...points.map(({ head }) => head), points.at(-1)?.foot];
    return ends.filter((end) => end !== undefined);
  }
  if (figure.type === 'angle') return flattenArc({ ...figure, centre: figure.apex }, FLATNESS);
  if (figure.type === 'radius') return [figure.rim, figure.tip];
  return figure.type === 'area' ? [figure.at] : [figure.from, figure.at];
}

/** The place by which a figure is moved: on its line, or at its words. */
export function gripOf(figure: DimensionFigure): Point {
  if (figure.type === 'radius') return figure.tip;
  if (figure.type === 'angle') return add(figure.apex, polar(figure.start + figure.sweep / 2, figure.radius));
  if (figure.type !== 'lengths') return figure.at;
  const [first] = figure.points;
  const last = figure.points.at(-1);
  return first && last ? midpoint(first.head, last.head) : { x: 0, y: 0 };
}

/** The offset that brings a dimension's line, arc or words to a point; the direction too where it has one of its own. */
export function placedThrough(
  dimension: Dimension,
  point: Point,
  lookup: Lookup,
): { readonly offset: number; readonly direction?: number } | null {
  const figure = dimensionFigure(dimension, lookup);
  const [first] = dimension.anchors;
  const from = first && anchorPoint(first, lookup);
  if (!figure || !from) return null;
  if (figure.type === 'lengths') {
    const normal = perpendicular(polar(figure.direction, 1));
    return { offset: dot(point, normal) - dot(from, normal) };
  }
  if (figure.type === 'angle') return { offset: Math.max(distanceBetween(figure.apex, point), 0.001) };
  if (figure.type === 'radius') {
    const { centre, rim } = figure;
    return { offset: dot(point, polar(angleOf(centre, rim), 1)) - dot(rim, polar(angleOf(centre, rim), 1)) };
  }
  return { offset: distanceBetween(from, point), direction: angleOf(from, point) };
}
