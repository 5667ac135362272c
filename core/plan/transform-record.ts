import { add, angleOf, type Point, quantisePoint, rotate, scale, subtract } from '../geometry/point.ts';
import { quantiseAngle, quantiseLength } from '../units.ts';
import { definitionOf, derived, type OwnKind } from './kinds/definition.ts';
import type { PlanRecord, RecordOf } from './kinds/index.ts';
import { type PlaceField, placeFields } from './kinds/parts/geometry.ts';
import { kindOf } from './plan.ts';

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

type Move = (record: PlanRecord, mapping: Mapping) => PlanRecord;

type Points = readonly Point[];

/**
 * A field moved with its record, by what it holds. The corners of a ring keep their numbers: in a mirror it runs
 * the other way round, see `oriented`.
 */
const fieldMoves: { readonly [F in PlaceField]: (value: unknown, mapping: Mapping) => unknown } = {
  at: (at, { point }) => at && point(at as Point),
  path: (path, { point }) => path && (path as Points).map(point),
  ring: (ring, { point }) => ring && (ring as Points).map(point),
  holes: (holes, { point }) => (holes as readonly Points[]).map((hole) => hole.map(point)),
  direction: (direction, { angle }) => angle(direction as number),
};

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

const ownMoves: { readonly [K in OwnKind | 'text']: (record: RecordOf<K>, mapping: Mapping) => RecordOf<K> } =
  {
    underlay: movesPicture,
    wall: movesWall,
    opening: staysInWall,
    // Mirrored writing could not be read.
    text: (text, { point, angle, mirrors }) => ({
      ...text,
      at: point(text.at),
      direction: mirrors ? text.direction : angle(text.direction),
    }),
    dimension: movesDimension,
    callout: movesCallout,
    sheet: (sheet) => sheet,
  };

const moves = derived((kind): Move => {
  if (kind in ownMoves) return ownMoves[kind as keyof typeof ownMoves] as unknown as Move;
  const fields = placeFields(definitionOf(kind).geometry).map((name) => ({ name, move: fieldMoves[name] }));
  if (fields.length === 0) return (record) => record;
  return (record, mapping) => {
    const moved: Record<string, unknown> = { ...record };
    for (const { name, move } of fields) moved[name] = move(moved[name], mapping);
    return moved as unknown as PlanRecord;
  };
});

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
    return moves[kindOf(record.id)](record, mapping) as R;
  };
}
