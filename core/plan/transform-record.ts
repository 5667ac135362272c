import { add, angleOf, type Point, quantisePoint, rotate, scale, subtract } from '../geometry/point.ts';
import { quantiseAngle, quantiseLength } from '../units.ts';
import { kindOf } from './plan.ts';
import type { Kind, PlanRecord, RecordOf } from './records/index.ts';

/**
 * A movement of the drawing: by metres; by radians anticlockwise about a point; over the line through two
 * points; or turned and scaled by a factor about `from`, which goes to `to`.
 */
export type Transform =
  | { readonly type: 'translate'; readonly by: Point }
  | { readonly type: 'rotate'; readonly about: Point; readonly angle: number }
  | { readonly type: 'mirror'; readonly over: readonly [Point, Point] }
  | {
      readonly type: 'fit';
      readonly from: Point;
      readonly to: Point;
      readonly angle: number;
      readonly factor: number;
    };

/** A transform ready to be used: points and directions, both quantised. */
type Mapping = {
  readonly point: (point: Point) => Point;
  readonly angle: (angle: number) => number;
  /** Whether left and right change places. */
  readonly mirrors: boolean;
  readonly factor: number;
};

const rigid = { mirrors: false, factor: 1 } as const;

function mappingOf(transform: Transform): Mapping {
  if (transform.type === 'translate') {
    // Quantised first, so that all points move by the same and no shape changes.
    const by = quantisePoint(transform.by);
    return { ...rigid, point: (point) => quantisePoint(add(point, by)), angle: (angle) => angle };
  }
  if (transform.type === 'mirror') return mirrorOver(transform.over);
  const { angle: turn } = transform;
  const angle = (direction: number) => quantiseAngle(direction + turn);
  if (transform.type === 'rotate') {
    return { ...rigid, angle, point: (point) => quantisePoint(rotate(point, turn, transform.about)) };
  }
  const { from, to, factor } = transform;
  return {
    mirrors: false,
    factor,
    angle,
    point: (point) => quantisePoint(add(to, scale(rotate(subtract(point, from), turn), factor))),
  };
}

function mirrorOver([start, end]: readonly [Point, Point]): Mapping {
  const line = angleOf(start, end);
  return {
    mirrors: true,
    factor: 1,
    point: ({ x, y }) => {
      const turned = rotate({ x: x - start.x, y: start.y - y }, 2 * line);
      return quantisePoint(add(start, turned));
    },
    angle: (angle) => quantiseAngle(2 * line - angle),
  };
}

/** Where a transform brings a point, to the millimetre. */
export function transformPoint(point: Point, transform: Transform): Point {
  return mappingOf(transform).point(point);
}

type Move<K extends Kind> = (record: RecordOf<K>, mapping: Mapping) => RecordOf<K>;
type MoveTable = { readonly [K in Kind]: Move<K> };

const stays = <R>(record: R): R => record;

/** The corners keep their numbers: in a mirror the ring runs the other way round, see `oriented`. */
function ringOf(ring: readonly Point[], { point }: Mapping): readonly Point[] {
  return ring.map(point);
}

function movesRing<R extends { readonly ring: readonly Point[] }>(record: R, mapping: Mapping): R {
  return { ...record, ring: ringOf(record.ring, mapping) };
}

function movesRingAndHoles<
  R extends { readonly ring: readonly Point[]; readonly holes: readonly (readonly Point[])[] },
>(record: R, mapping: Mapping): R {
  return {
    ...record,
    ring: ringOf(record.ring, mapping),
    holes: record.holes.map((hole) => ringOf(hole, mapping)),
  };
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

/** A picture is not mirrored: it would show another building. */
function movesPicture(underlay: RecordOf<'underlay'>, mapping: Mapping): RecordOf<'underlay'> {
  const { point, angle, mirrors, factor } = mapping;
  if (mirrors) return underlay;
  const metresPerPixel = underlay.metresPerPixel * factor;
  return { ...underlay, at: point(underlay.at), rotation: angle(underlay.rotation), metresPerPixel };
}

const otherSide = { left: 'right', right: 'left', centre: 'centre' } as const;

function movesWall(wall: RecordOf<'wall'>, { point, mirrors }: Mapping): RecordOf<'wall'> {
  const moved = { ...wall, a: point(wall.a), b: point(wall.b) };
  if (!mirrors) return moved;
  // Minus zero is not what a record keeps.
  return { ...moved, bulge: 0 - wall.bulge, alignment: otherSide[wall.alignment] };
}

/** An opening's place is a distance along its wall, which moves it. */
function staysInWall(opening: RecordOf<'opening'>, { mirrors, factor }: Mapping): RecordOf<'opening'> {
  if (!mirrors && factor === 1) return opening;
  const swing = mirrors ? otherSide[opening.swing] : opening.swing;
  return { ...opening, swing, offset: quantiseLength(opening.offset * factor) };
}

/** The points that are attached move with their records; left of its first point becomes right in a mirror. */
function movesDimension(
  dimension: RecordOf<'dimension'>,
  { point, angle, mirrors, factor }: Mapping,
): RecordOf<'dimension'> {
  const { type, anchors, direction, offset } = dimension;
  const isLength = type === 'linear' || type === 'aligned' || type === 'chain';
  return {
    ...dimension,
    anchors: anchors.map((anchor) => (anchor.type === 'free' ? { ...anchor, at: point(anchor.at) } : anchor)),
    direction: direction === null ? null : angle(direction),
    offset: quantiseLength(mirrors && isLength ? 0 - offset * factor : offset * factor),
  };
}

function movesCallout(callout: RecordOf<'callout'>, { point }: Mapping): RecordOf<'callout'> {
  const { anchor, at } = callout;
  const moved = anchor.type === 'free' ? { ...anchor, at: point(anchor.at) } : anchor;
  return { ...callout, anchor: moved, at: point(at) };
}

const moves: MoveTable = {
  settings: stays,
  floor: stays,
  layer: stays,
  phase: stays,
  group: stays,
  underlay: movesPicture,
  propertyLine: movesRing,
  building: movesRingAndHoles,
  wall: movesWall,
  opening: staysInWall,
  fence: movesPath,
  gate: movesPlace,
  road: movesPath,
  parking: (parking, mapping) => ({
    ...movesRing(parking, mapping),
    direction: mapping.angle(parking.direction),
  }),
  area: movesRingAndHoles,
  route: movesPath,
  obstacle: (obstacle, mapping) => ({
    ...obstacle,
    path: obstacle.path?.map(mapping.point) ?? null,
    ring: obstacle.ring && ringOf(obstacle.ring, mapping),
  }),
  barrier: movesPath,
  bollards: movesPath,
  camera: movesPlace,
  post: movesPlace,
  // Mirrored writing could not be read.
  text: (text, mapping) =>
    mapping.mirrors ? { ...text, at: mapping.point(text.at) } : movesPlace(text, mapping),
  dimension: movesDimension,
  patrol: movesPath,
  light: movesPlace,
  sensor: (sensor, { point, angle }) => ({
    ...sensor,
    at: sensor.at && point(sensor.at),
    direction: angle(sensor.direction),
    path: sensor.path?.map(point) ?? null,
  }),
  reader: movesPlace,
  screening: movesPlace,
  sign: movesPlace,
  equipment: movesPlace,
  asset: (asset, mapping) => ({
    ...asset,
    at: asset.at && mapping.point(asset.at),
    ring: asset.ring && ringOf(asset.ring, mapping),
  }),
  approach: movesPath,
  coverageZone: movesRing,
  callout: movesCallout,
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
