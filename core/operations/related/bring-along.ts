import { type Point, samePoint, subtract } from '../../geometry/point.ts';
import type { Draft } from '../../plan/diff.ts';
import type { AnyId, PlanRecord } from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { movingWith } from '../../plan/parts/related.ts';
import { isKind, kindOf } from '../../plan/plan.ts';
import { type RelationRow, tiesTo } from '../../plan/relations.ts';
import { transformRecord } from '../../plan/transform-record.ts';
import { placeOnWall } from '../../plan/wall-line.ts';
import { namersInDraft } from '../hosted.ts';

/** Where openings and gates that something goes along with were before an edit. */
export type WayPlaces = ReadonlyMap<AnyId, Point>;

const none: WayPlaces = new Map();

/** The relations by which something goes along with a way through a wall or fence. */
const alongWays = (way: AnyId): readonly RelationRow[] =>
  tiesTo(kindOf(way)).filter(({ onMove }) => onMove === 'goes-along');

/** The places of those openings and gates among some records, or in them, that something goes along with. O(ids + found). */
export function wayPlacesOf(draft: Draft, ids: ReadonlySet<AnyId>): WayPlaces {
  const isWay = (id: AnyId) => ['wall', 'fence', 'opening', 'gate'].includes(kindOf(id));
  const ways = [...ids].filter(isWay);
  if (ways.length === 0) return none;
  const places = new Map<AnyId, Point>();
  for (const id of movingWith(ways, namersInDraft(draft))) {
    const at = placeOf(draft, draft.get(id));
    if (at && alongWays(id).some((row) => draft.naming(row, id).length > 0)) places.set(id, at);
  }
  return places;
}

function placeOf(draft: Draft, way: PlanRecord | undefined): Point | null {
  if (way && isKind(way, 'gate')) return way.at;
  const wall = way && isKind(way, 'opening') ? draft.get(way.wall) : undefined;
  return way && wall && isKind(way, 'opening') ? placeOnWall(wall, way.offset).at : null;
}

/**
 * Takes readers and barriers along with the openings and gates that they belong to, by as much as these have moved
 * since; those in `moved` went along already. One that would leave the plan stays.
 */
export function bringAlong(draft: Draft, before: WayPlaces, moved: ReadonlySet<AnyId>): void {
  for (const [way, from] of before) {
    const to = placeOf(draft, draft.get(way));
    if (!to || samePoint(from, to)) continue;
    const belonging = alongWays(way).flatMap((row) => draft.naming(row, way));
    for (const record of belonging) if (!moved.has(record.id)) bring(draft, record, subtract(to, from));
  }
}

function bring(draft: Draft, record: PlanRecord, by: Point): void {
  const brought = parseRecord(transformRecord(record, { type: 'translate', by }));
  if (brought.ok) draft.put(brought.value);
}
