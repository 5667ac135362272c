import { arcFromBulge } from '../../geometry/arc.ts';
import { offsetPath } from '../../geometry/offset-path.ts';
import { add, type Point, polar, quantisePoint } from '../../geometry/point.ts';
import { isSelfCrossing, ringArea } from '../../geometry/polygon.ts';
import type { Draft, PlanDiff } from '../../plan/diff.ts';
import type { AnyId, NewId, PlacedRecord, RecordOf } from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { getRecord, isKind, isPlaced, kindOf, type Plan } from '../../plan/plan.ts';
import { lineOfRecord } from '../../plan/record-line.ts';
import { placeOnWall, wallLength } from '../../plan/wall-line.ts';
import type { Result } from '../../result.ts';
import { type AddRefusal, putChecked } from '../add-record.ts';
import { type TagSource, tagSource } from '../tags/tag-source.ts';
import { tryShapeEdit } from '../try-edit.ts';
import { chainsOf, type WallChain } from './wall-chains.ts';

export type OffsetRefusal = AddRefusal | 'not-a-line' | 'offset-too-far';

export type Offsetting = {
  /** Metres; positive is outwards of a closed line, and up (to the right of an upright one) of an open one. */
  readonly distance: number;
  readonly newId: NewId;
};

/**
 * Diff that adds parallels of walls, paths and outlines at a distance. Walls that meet keep their corners;
 * what stands in them is not copied.
 *
 * Refuses with 'offset-too-far' when a line has no room for its parallel.
 */
export function offsetRecords(
  plan: Plan,
  ids: Iterable<AnyId>,
  offsetting: Offsetting,
): Result<PlanDiff, OffsetRefusal> {
  return tryShapeEdit<OffsetRefusal>(plan, (draft) => {
    const records = [...new Set(ids)].flatMap((id) => getRecord(plan, id) ?? []).filter(isPlaced);
    const walls = records.filter((record) => isKind(record, 'wall'));
    const others = records.filter((record) => !isKind(record, 'wall') && lineOfRecord(record));
    if (walls.length + others.length === 0) return 'not-a-line';
    const tags = tagSource(plan);
    for (const chain of chainsOf(plan, walls)) {
      const refusal = putChain(draft, chain, offsetting);
      if (refusal) return refusal;
    }
    for (const record of others) {
      const refusal = putParallel(draft, { record, tags }, offsetting);
      if (refusal) return refusal;
    }
    return null;
  });
}

/** The distance to the left of a line as it was drawn. */
function leftOf(path: readonly Point[], closed: boolean, distance: number): number {
  if (closed) return ringArea(path) > 0 ? -distance : distance;
  const [first] = path;
  const last = path.at(-1);
  if (!first || !last) return distance;
  const isUpright = Math.abs(last.x - first.x) < 0.001;
  const isLeftUp = isUpright ? last.y < first.y : last.x > first.x;
  return isLeftUp ? distance : -distance;
}

function putChain(
  draft: Draft,
  { walls, path, closed }: WallChain,
  { distance, newId }: Offsetting,
): OffsetRefusal | null {
  const [only] = walls;
  if (only && only.wall.bulge !== 0) return putArc(draft, only.wall, { distance, newId });
  const moved = offsetPath({ path, closed }, leftOf(path, closed, distance));
  if (!moved || moved.length !== path.length) return 'offset-too-far';
  for (const [index, { wall, isAlong }] of walls.entries()) {
    const [a, b] = [moved[index], moved[index + 1] ?? moved[0]];
    if (!a || !b) return 'offset-too-far';
    const ends = isAlong ? { a, b } : { a: b, b: a };
    const refusal = putCopy(draft, wall, { ...ends, id: newId('wall') });
    if (refusal) return refusal;
  }
  return null;
}

function putArc(draft: Draft, wall: RecordOf<'wall'>, { distance, newId }: Offsetting): OffsetRefusal | null {
  const arc = arcFromBulge(wall.a, wall.b, wall.bulge);
  const left = leftOf([wall.a, wall.b], false, distance);
  if (arc && arc.radius - Math.sign(arc.sweep) * left <= 0.01) return 'offset-too-far';
  const [a, b] = [0, wallLength(wall)].map((along) => {
    const { at, direction } = placeOnWall(wall, along);
    return add(at, polar(direction + Math.PI / 2, left));
  });
  return a && b ? putCopy(draft, wall, { a, b, id: newId('wall') }) : 'offset-too-far';
}

function putCopy(
  draft: Draft,
  wall: RecordOf<'wall'>,
  { a, b, id }: Pick<RecordOf<'wall'>, 'a' | 'b' | 'id'>,
): OffsetRefusal | null {
  const made = parseRecord({
    ...wall,
    id,
    tag: null,
    locked: false,
    a: quantisePoint(a),
    b: quantisePoint(b),
  });
  return made.ok ? putChecked(draft, made.value) : 'invalid-record';
}

type Original = { readonly record: PlacedRecord; readonly tags: TagSource };

function putParallel(
  draft: Draft,
  { record, tags }: Original,
  { distance, newId }: Offsetting,
): OffsetRefusal | null {
  const line = lineOfRecord(record);
  const moved = line && offsetPath(line, leftOf(line.path, line.closed, distance))?.map(quantisePoint);
  if (!line || !moved || moved.length < (line.closed ? 3 : 2)) return 'offset-too-far';
  if (line.closed && (isSelfCrossing(moved) || ringArea(moved) * ringArea(line.path) <= 0))
    return 'offset-too-far';
  const tag = tags.forCopy(record, record.floor);
  const geometry = 'path' in record && record.path ? { path: moved } : { ring: moved };
  const holes = 'holes' in record ? { holes: [] } : {};
  const own = { ...geometry, ...holes, id: newId(kindOf(record.id)), tag, locked: false };
  const made = parseRecord({ ...record, ...own });
  return made.ok ? putChecked(draft, made.value) : 'invalid-record';
}
