import type { Point } from '../../geometry/point.ts';
import { toAnticlockwise, toClockwise } from '../../geometry/polygon.ts';
import type { PlanRecord } from '../kinds/index.ts';
import type { AnchorPlace } from '../notes/anchor-place.ts';

/** The outer ring of a record and then its holes; none for what has no ring. */
export function ringsOf(record: PlanRecord): readonly (readonly Point[])[] {
  if (!('ring' in record) || !record.ring) return [];
  return 'holes' in record ? [record.ring, ...record.holes] : [record.ring];
}

/** The record with its rings run as records keep them: outer ones anticlockwise, holes clockwise; itself when they do. */
export function oriented<R extends PlanRecord>(record: R): R {
  const [ring, ...holes] = ringsOf(record);
  if (!ring) return record;
  const [kept, keptHoles] = [toAnticlockwise(ring), holes.map(toClockwise)];
  if (kept === ring && keptHoles.every((hole, index) => hole === holes[index])) return record;
  return 'holes' in record ? { ...record, ring: kept, holes: keptHoles } : { ...record, ring: kept };
}

/**
 * The number of a corner or edge of a record whose rings `oriented` turned round.
 *
 * ```
 *   3 ---- 2        0 ---- 1
 *   |      |   ==>  |      |      corner 1 is corner 2 then, the edge from 0 to 1 the one from 2 to 3
 *   0 ---- 1        3 ---- 2
 * ```
 */
export function turnedPlace(place: AnchorPlace, before: PlanRecord, after: PlanRecord): AnchorPlace {
  if (place.type === 'centre') return place;
  const [rings, now] = [ringsOf(before), ringsOf(after)];
  // A number beyond the last corner means that.
  const index = Math.min(place.index, rings.flat().length - 1);
  let first = 0;
  for (const [number, ring] of rings.entries()) {
    const count = ring.length;
    if (index < first + count)
      return now[number] === ring ? place : turned({ ...place, index }, { first, count });
    first += count;
  }
  return place;
}

type Turned = { readonly first: number; readonly count: number };

function turned(place: Exclude<AnchorPlace, { type: 'centre' }>, { first, count }: Turned): AnchorPlace {
  const index = place.index - first;
  if (place.type === 'vertex') return { ...place, index: first + count - 1 - index };
  const share = Math.round((1 - place.share) * 1_000_000) / 1_000_000;
  return { ...place, index: first + ((2 * count - 2 - index) % count), share };
}
