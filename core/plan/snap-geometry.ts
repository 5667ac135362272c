import { arcFromBulge } from '../geometry/arc.ts';
import { bollardCount, bollardPlaces } from '../geometry/bollard-places.ts';
import { midpoint, type Point } from '../geometry/point.ts';
import { centroidOf } from '../geometry/polygon.ts';
import type { Segment } from '../geometry/segment.ts';
import { anchorKinds, type Kind, type PlanRecord, type RecordOf } from './kinds/index.ts';
import { type PathLine, piecesOf } from './path-place.ts';
import { isKind, kindOf, type Plan } from './plan.ts';
import { type Shape, shapeOf } from './shape.ts';
import { drawnLine, placeOnWall, wallLength } from './wall-line.ts';

/** What of a record attracts the pointer, plan metres. */
export type SnapGeometry = {
  readonly ends: readonly Point[];
  readonly middles: readonly Point[];
  readonly edges: readonly Segment[];
  /** Of arcs and bollards, of rings, and the places of devices. */
  readonly centres: readonly Point[];
  /** Whole circles, also of arcs: what a line can touch. */
  readonly circles: readonly Circle[];
};

export type Circle = { readonly centre: Point; readonly radius: number };

const nothing: SnapGeometry = { ends: [], middles: [], edges: [], centres: [], circles: [] };

const attracting: ReadonlySet<Kind> = new Set(anchorKinds);

/** The points and edges of a record to snap to; a wall attracts on the line that was drawn, not on its faces. */
export function snapGeometryOf(record: PlanRecord, plan: Plan): SnapGeometry {
  // A picture and a note have no edges that anything is drawn to.
  if (!attracting.has(kindOf(record.id))) return nothing;
  if (isKind(record, 'wall')) return ofWall(record);
  if (isKind(record, 'bollards')) return ofBollards(record);
  const shape = shapeOf(record, plan);
  return shape ? ofShape(shape) : nothing;
}

function ofWall(wall: RecordOf<'wall'>): SnapGeometry {
  const line = { path: drawnLine(wall), closed: false };
  const arc = arcFromBulge(wall.a, wall.b, wall.bulge);
  return {
    ends: [wall.a, wall.b],
    middles: [placeOnWall(wall, wallLength(wall) / 2).at],
    edges: [...piecesOf(line)],
    centres: arc ? [arc.centre] : [],
    circles: arc ? [arc] : [],
  };
}

// More bollards than a person can point at: a row this long attracts by its line alone.
const MOST_CIRCLES = 500;

function ofBollards({ path, spacing, diameter }: RecordOf<'bollards'>): SnapGeometry {
  const lines = path.length > 1 ? ofLines([{ path, closed: false }]) : nothing;
  const centres = bollardCount(path, spacing) > MOST_CIRCLES ? [] : (bollardPlaces(path, spacing) ?? []);
  return { ...lines, centres, circles: centres.map((centre) => ({ centre, radius: diameter / 2 })) };
}

function ofShape(shape: Shape): SnapGeometry {
  if (shape.type === 'point') return { ...nothing, centres: [shape.at] };
  if (shape.type === 'path') return ofLines([{ path: shape.points, closed: shape.closed }]);
  const rings = [shape.ring, ...shape.holes];
  const centre = centroidOf(shape.ring);
  return { ...ofLines(rings.map((path) => ({ path, closed: true }))), centres: centre ? [centre] : [] };
}

function ofLines(lines: readonly PathLine[]): SnapGeometry {
  const edges = lines.flatMap((line) => [...piecesOf(line)]);
  const middles = edges.map(([start, end]) => midpoint(start, end));
  return { ...nothing, ends: lines.flatMap((line) => line.path), middles, edges };
}
