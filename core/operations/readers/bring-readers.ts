import { type Point, samePoint, subtract } from '../../geometry/point.ts';
import type { Draft } from '../../plan/diff.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { isKind, kindOf } from '../../plan/plan.ts';
import type { AnyId, PlanRecord } from '../../plan/records/index.ts';
import { transformRecord } from '../../plan/transform-record.ts';
import { placeOnWall } from '../../plan/wall-line.ts';
import { hostedOn, readersOf } from '../hosted.ts';

/** Where openings and gates that readers control were before an edit. */
export type WayPlaces = ReadonlyMap<AnyId, Point>;

const none: WayPlaces = new Map();

/** The places of those openings and gates among some records, or in them, that readers control. O(ids + found). */
export function wayPlacesOf(draft: Draft, ids: ReadonlySet<AnyId>): WayPlaces {
  const isWay = (id: AnyId) => ['wall', 'fence', 'opening', 'gate'].includes(kindOf(id));
  if (![...ids].some(isWay)) return none;
  const { readers } = hostedOn(draft, ids);
  const places = new Map<AnyId, Point>();
  for (const { controls } of readers) {
    const at = controls && placeOf(draft, draft.get(controls));
    if (at) places.set(controls, at);
  }
  return places;
}

function placeOf(draft: Draft, way: PlanRecord | undefined): Point | null {
  if (way && isKind(way, 'gate')) return way.at;
  const wall = way && isKind(way, 'opening') ? draft.get(way.wall) : undefined;
  return way && wall && isKind(way, 'opening') ? placeOnWall(wall, way.offset).at : null;
}

/**
 * Takes readers along with the openings and gates they control, by as much as these have moved since; those
 * in `moved` went along already. One that would leave the plan stays.
 */
export function bringReaders(draft: Draft, before: WayPlaces, moved: ReadonlySet<AnyId>): void {
  if (before.size === 0) return;
  for (const reader of readersOf(draft, before.keys())) {
    const from = reader.controls && before.get(reader.controls);
    const to = reader.controls && placeOf(draft, draft.get(reader.controls));
    if (!from || !to || samePoint(from, to) || moved.has(reader.id)) continue;
    const brought = parseRecord(transformRecord(reader, { type: 'translate', by: subtract(to, from) }));
    if (brought.ok) draft.put(brought.value);
  }
}
