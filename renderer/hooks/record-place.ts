import { distanceBetween, type Point } from '../../core/geometry/point.ts';
import { distanceTo } from '../../core/plan/hit.ts';
import type { PlacedRecord, PlanRecord } from '../../core/plan/kinds/index.ts';
import { isPlaced, type Plan, settingsOf } from '../../core/plan/plan.ts';
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
  const direction = directionTo(middle, from);
  return text('cursor.record', { name, distance: formatLength(distance, displayUnit, 1), direction, state });
}

function directionTo(to: Point, from: Point): string {
  const bearing = toBearing(Math.atan2(to.y - from.y, to.x - from.x));
  return text(`cursor.${compass[Math.round(bearing / 45) % 8] ?? 'n'}`);
}

/**
 * How far and where a record lies from a place: "0.3 m north", the way to its middle. Of what is there the
 * way alone, "north": it tells two walls at their corner apart.
 */
export function wayTo(record: PlacedRecord, plan: Plan, from: Point): string {
  const { displayUnit } = settingsOf(plan);
  const distance = distanceTo(record, plan, from);
  const middle = recordMiddle(record, plan);
  if (!middle || distanceBetween(middle, from) < HERE) return '';
  const direction = directionTo(middle, from);
  if (distance < HERE) return direction;
  return text('inspector.wayTo', { distance: formatLength(distance, displayUnit, 1), direction });
}
