import { distanceBetween } from '../geometry/point.ts';
import type { Draft, PlanDiff } from '../plan/diff.ts';
import { makeRecord, type NewRecord } from '../plan/parse-record.ts';
import type { Plan } from '../plan/plan.ts';
import type { Result } from '../result.ts';
import { type AddRefusal, putChecked } from './add-record.ts';
import { tryShapeEdit } from './try-edit.ts';

/** Shortest wall that can be drawn, metres between its ends: a shorter one is a slip of the hand. */
export const MIN_WALL_LENGTH = 0.01;

export type AddWallRefusal = AddRefusal | 'too-short';

/**
 * Diff that adds a wall.
 *
 * Refuses one shorter than MIN_WALL_LENGTH, and one that covers another wall of its floor or is
 * covered by one: then the shorter of the two lies within 1 mm of the longer over its whole length.
 */
export function addWall(plan: Plan, fields: NewRecord<'wall'>): Result<PlanDiff, AddWallRefusal> {
  return tryShapeEdit(plan, (draft) => putWall(draft, fields));
}

/** Puts a new wall into the draft, or says why not. */
export function putWall(draft: Draft, fields: NewRecord<'wall'>): AddWallRefusal | null {
  const made = makeRecord('wall', fields);
  if (!made.ok) return 'invalid-record';
  const wall = made.value;
  if (distanceBetween(wall.a, wall.b) < MIN_WALL_LENGTH) return 'too-short';
  return putChecked(draft, wall);
}
