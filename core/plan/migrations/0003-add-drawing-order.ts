import type { Migration } from './run-migrations.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function withOrder(record: unknown): unknown {
  if (!isObject(record)) return record;
  if (Object.hasOwn(record, 'paper')) return { ...record, states: 'both' };
  return Object.hasOwn(record, 'layer') ? { ...record, order: 0 } : record;
}

/** The place of a record above and beneath others, and what a sheet shows of today and of the proposal. */
export const addDrawingOrder: Migration = {
  to: 3,
  migrate: (json) => {
    if (!isObject(json) || !Array.isArray(json.records)) return null;
    return { ...json, records: json.records.map(withOrder) };
  },
};
