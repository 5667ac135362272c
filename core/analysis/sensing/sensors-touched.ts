import { type Box, boxesTouch, unionOfBoxes } from '../../geometry/box.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { IdOf, Kind, PlanRecord } from '../../plan/kinds/index.ts';
import { isPlaced, kindOf, type Plan } from '../../plan/plan.ts';
import { boundsOf } from '../../plan/shape.ts';
import { standingKinds } from '../scene/floor-standing.ts';
import { watchedBox, watchedBy } from './sensor-watch.ts';

const standing: ReadonlySet<Kind> = new Set(standingKinds);
/** Of more places on a floor what is around all of them is looked at. */
const MOST_PLACES = 200;

type Plans = { readonly before: Plan; readonly after: Plan };

/** The sensors that may sense otherwise after a diff, though they are not in it. O(changed × sensors). */
export function sensorsTouched(diff: PlanDiff, plans: Plans): readonly IdOf<'sensor'>[] {
  const places = changedPlaces(diff, plans);
  if (places.size === 0) return [];
  return [...plans.after.tables.sensor.values()].flatMap((sensor) => {
    const watched = diff.has(sensor.id) ? null : watchedBy(sensor);
    const reach = watched && watchedBox(watched);
    return reach && places.get(sensor.floor)?.some((box) => boxesTouch(box, reach)) ? [sensor.id] : [];
  });
}

/** Where on each floor something stands otherwise. */
function changedPlaces(diff: PlanDiff, { before, after }: Plans): ReadonlyMap<IdOf<'floor'>, readonly Box[]> {
  const places = new Map<IdOf<'floor'>, readonly Box[]>();
  const put = (record: PlanRecord | null, plan: Plan) => {
    if (!record || !isPlaced(record)) return;
    const box = boundsOf(record, plan);
    if (!box) return;
    const all = [...(places.get(record.floor) ?? []), box];
    places.set(record.floor, all.length > MOST_PLACES ? [all.reduce(unionOfBoxes)] : all);
  };
  for (const [id, change] of diff) {
    if (!standing.has(kindOf(id))) continue;
    put(change.before, before);
    put(change.after, after);
  }
  return places;
}
