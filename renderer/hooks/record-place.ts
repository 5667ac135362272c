import type { Point } from '../../core/geometry/point.ts';
import { distanceTo } from '../../core/plan/hit.ts';
import { isPlaced, type Plan, settingsOf } from '../../core/plan/plan.ts';
import type { PlanRecord } from '../../core/plan/records/index.ts';
import { formatLength } from '../../core/quantity.ts';
import { recordMiddle } from '../../core/query/record-measures.ts';
import { toBearing } from '../../core/units.ts';
import { text } from '../messages/text.ts';
import { kindTitle, recordTitle } from './record-title.ts';

const compass = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
const HERE = 0.005;

/** What a record is and where it lies from a place: "Camera C-07, 12.4 m north-east, proposed". */
export function recordPlaceSentence(record: PlanRecord, plan: Plan, from: Point): string {
  if (!isPlaced(record)) return '';
  const { displayUnit } = settingsOf(plan);
  const name = `${kindTitle(record)} ${recordTitle(record, plan, displayUnit)}`.trim();
  const state = text(`panel.state.${record.state}`).toLowerCase();
  const distance = distanceTo(record, plan, from);
  const middle = recordMiddle(record, plan);
  if (!middle || distance < HERE) return text('cursor.recordHere', { name, state });
  const bearing = toBearing(Math.atan2(middle.y - from.y, middle.x - from.x));
  const direction = text(`cursor.${compass[Math.round(bearing / 45) % 8] ?? 'n'}`);
  return text('cursor.record', { name, distance: formatLength(distance, displayUnit, 1), direction, state });
}
