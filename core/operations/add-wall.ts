import { distanceBetween, type Point, samePoint } from '../geometry/point.ts';
import { distanceToSegment } from '../geometry/segment.ts';
import type { Draft, PlanDiff } from '../plan/diff.ts';
import { makeRecord, type NewRecord } from '../plan/parse-record.ts';
import type { Plan } from '../plan/plan.ts';
import type { RecordOf } from '../plan/records/index.ts';
import type { Result } from '../result.ts';
import { type AddRefusal, putChecked } from './add-record.ts';
import { tryEdit } from './try-edit.ts';

/** Shortest wall that can be drawn, metres between its ends: a shorter one is a slip of the hand. */
export const MIN_WALL_LENGTH = 0.01;

export type AddWallRefusal = AddRefusal | 'too-short' | 'covers-existing-wall';

/**
 * Diff that adds a wall.
 *
 * Refuses one shorter than MIN_WALL_LENGTH, and one that covers another wall of its floor or is
 * covered by one: then the shorter of the two lies within 1 mm of the longer over its whole length.
 */
export function addWall(plan: Plan, fields: NewRecord<'wall'>): Result<PlanDiff, AddWallRefusal> {
  return tryEdit(plan, (draft) => putWall(draft, fields));
}

/** Puts a new wall into the draft, or says why not. O(walls). */
export function putWall(draft: Draft, fields: NewRecord<'wall'>): AddWallRefusal | null {
  const made = makeRecord('wall', fields);
  if (!made.ok) return 'invalid-record';
  const wall = made.value;
  if (distanceBetween(wall.a, wall.b) < MIN_WALL_LENGTH) return 'too-short';
  for (const other of draft.all('wall')) {
    if (other.floor === wall.floor && covers(wall, other)) return 'covers-existing-wall';
  }
  return putChecked(draft, wall);
}

const NEAR = 0.001;

function covers(first: RecordOf<'wall'>, second: RecordOf<'wall'>): boolean {
  if (first.bulge !== 0 || second.bulge !== 0) return isSameArc(first, second);
  return liesOn(first, second) || liesOn(second, first);
}

/*  longer   a ------------------------------ b
 *  shorter        a ---------- b                 both ends within NEAR of the longer  */
function liesOn(shorter: RecordOf<'wall'>, longer: RecordOf<'wall'>): boolean {
  return isNear(shorter.a, longer) && isNear(shorter.b, longer);
}

function isNear(point: Point, { a, b }: RecordOf<'wall'>): boolean {
  if (point.x < Math.min(a.x, b.x) - NEAR || point.x > Math.max(a.x, b.x) + NEAR) return false;
  return distanceToSegment(point, a, b) <= NEAR;
}

function isSameArc(first: RecordOf<'wall'>, second: RecordOf<'wall'>): boolean {
  const { a, b, bulge } = second;
  const sameWay = samePoint(first.a, a) && samePoint(first.b, b) && first.bulge === bulge;
  return sameWay || (samePoint(first.a, b) && samePoint(first.b, a) && first.bulge === -bulge);
}
