import type { PlanRecord } from '../../core/plan/kinds/index.ts';

/** So far to the east, metres: what can be written exactly. */
const STEP = 0.5;

/** A record with all of its points half a metre further east. */
export function shifted(record: PlanRecord): PlanRecord {
  return shiftedValue(record) as PlanRecord;
}

function shiftedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shiftedValue);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, inner]) => [name, shiftedValue(inner)] as const);
  const moved = Object.fromEntries(fields);
  const { x, y } = moved as { readonly x?: unknown; readonly y?: unknown };
  return typeof x === 'number' && typeof y === 'number'
    ? { ...moved, x: Math.round((x + STEP) * 1000) / 1000 }
    : moved;
}
