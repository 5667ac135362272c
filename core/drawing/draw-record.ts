import type { PlanRecord } from '../plan/kinds/index.ts';
import { isPlaced } from '../plan/plan.ts';
import type { DrawItem } from './draw-item.ts';
import { lookOf } from './kinds/index.ts';
import type { Scene } from './scene.ts';
import { stateMarks } from './state-marks.ts';

/** What a record looks like, for every painter alike; nothing for what has no place on the drawing. */
export function drawRecord(record: PlanRecord, scene: Scene): DrawItem[] {
  if (!isPlaced(record)) return [];
  const items = lookOf(record).draw(record as never, scene);
  const marks = items.length > 0 ? stateMarks(record, scene) : [];
  return marks.length > 0 ? [...items, ...marks] : items;
}
