import { type Point, rotate } from '../geometry/point.ts';
import { quantiseAngle, quantiseLength } from '../units.ts';
import { kindOf } from './plan.ts';
import type { Kind, PlanRecord, RecordOf } from './records/index.ts';

/** A movement of the drawing: by metres, or by radians anticlockwise about a point. */
export type Transform =
  | { readonly type: 'translate'; readonly by: Point }
  | { readonly type: 'rotate'; readonly about: Point; readonly angle: number };

/** A transform ready to be used: points and directions, both quantised. */
type Mapping = {
  readonly point: (point: Point) => Point;
  readonly angle: (angle: number) => number;
};

function mappingOf(transform: Transform): Mapping {
  if (transform.type === 'translate') {
    // Quantised first, so that all points move by the same and no shape changes.
    const by = { x: quantiseLength(transform.by.x), y: quantiseLength(transform.by.y) };
    return {
      point: ({ x, y }) => ({ x: quantiseLength(x + by.x), y: quantiseLength(y + by.y) }),
      angle: (angle) => angle,
    };
  }
  const { about, angle: turn } = transform;
  return {
    point: (point) => {
      const { x, y } = rotate(point, turn, about);
      return { x: quantiseLength(x), y: quantiseLength(y) };
    },
    angle: (angle) => quantiseAngle(angle + turn),
  };
}

type Move<K extends Kind> = (record: RecordOf<K>, mapping: Mapping) => RecordOf<K>;
type MoveTable = { readonly [K in Kind]: Move<K> };

const stays = <R>(record: R): R => record;

function movesRing<R extends { readonly ring: readonly Point[] }>(record: R, { point }: Mapping): R {
  return { ...record, ring: record.ring.map(point) };
}

function movesRingAndHoles<
  R extends { readonly ring: readonly Point[]; readonly holes: readonly (readonly Point[])[] },
>(record: R, { point }: Mapping): R {
  return { ...record, ring: record.ring.map(point), holes: record.holes.map((hole) => hole.map(point)) };
}

function movesPath<R extends { readonly path: readonly Point[] }>(record: R, { point }: Mapping): R {
  return { ...record, path: record.path.map(point) };
}

function movesPlace<R extends { readonly at: Point; readonly direction: number }>(
  record: R,
  { point, angle }: Mapping,
): R {
  return { ...record, at: point(record.at), direction: angle(record.direction) };
}

const moves: MoveTable = {
  settings: stays,
  floor: stays,
  layer: stays,
  phase: stays,
  underlay: (underlay, { point, angle }) => ({
    ...underlay,
    at: point(underlay.at),
    rotation: angle(underlay.rotation),
  }),
  propertyLine: movesRing,
  building: movesRingAndHoles,
  wall: (wall, { point }) => ({ ...wall, a: point(wall.a), b: point(wall.b) }),
  opening: stays,
  fence: movesPath,
  gate: movesPlace,
  road: movesPath,
  parking: (parking, mapping) => ({
    ...movesRing(parking, mapping),
    direction: mapping.angle(parking.direction),
  }),
  area: movesRingAndHoles,
  obstacle: (obstacle, { point }) => ({
    ...obstacle,
    path: obstacle.path?.map(point) ?? null,
    ring: obstacle.ring?.map(point) ?? null,
  }),
  barrier: movesPath,
  bollards: movesPath,
  camera: movesPlace,
  post: movesPlace,
  text: movesPlace,
  sheet: stays,
};

/**
 * The record moved or turned with all its geometry, quantised. Structure stays as it is, and so does
 * an opening: its place is a distance along its wall, which moves it.
 */
export function transformRecord<R extends PlanRecord>(record: R, transform: Transform): R {
  return transformer(transform)(record);
}

/** The same for many records. */
export function transformer(transform: Transform): <R extends PlanRecord>(record: R) => R {
  const mapping = mappingOf(transform);
  return <R extends PlanRecord>(record: R) => {
    const move = moves[kindOf(record.id)] as unknown as (record: R, mapping: Mapping) => R;
    return move(record, mapping);
  };
}
