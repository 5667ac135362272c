import { distanceBetween, type Point } from '../../geometry/point.ts';
import type { Lookup } from '../../plan/integrity.ts';
import type { PlanRecord } from '../../plan/kinds/index.ts';
import { anchorPoint } from '../../plan/notes/anchor-place.ts';
import { isKind } from '../../plan/plan.ts';
import { placeOnWall } from '../../plan/wall-line.ts';

/** Metres that a place may be from where its geometry lies: other programs round degrees to a centimetre. */
const NEAR = 0.02;

/**
 * Why a record is not where its geometry lies: fields say its place besides, and mean another one, as after a point was
 * moved by a program that knows nothing of these fields. The end of a sentence; null where both mean the same, or
 * what the place is measured from is not there.
 *
 * @param said the points of its geometry, plan metres
 */
export function elsewhere(record: PlanRecord, said: readonly Point[], lookup: Lookup): string | null {
  if (isKind(record, 'opening')) {
    const wall = lookup(record.wall);
    if (!wall || !isKind(wall, 'wall') || isAlong([placeOnWall(wall, record.offset).at], said)) return null;
    return 'its "wall" and "offset" say where it is: without both it goes to the wall at its point';
  }
  if (!isKind(record, 'dimension')) return null;
  const places = record.anchors.map((anchor) => anchorPoint(anchor, lookup));
  if (!places.every((place) => place !== null) || isAlong(places, said)) return null;
  return 'its "anchors" say where it is: without them it goes where its geometry lies';
}

function isAlong(places: readonly Point[], said: readonly Point[]): boolean {
  return (
    places.length === said.length &&
    places.every((place, index) => {
      const there = said[index];
      return there !== undefined && distanceBetween(place, there) <= NEAR;
    })
  );
}
