import type { Migration } from './run-migrations.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Records with a place on a layer may belong to a group: those of format 1 belong to none. */
function withGroup(record: unknown): unknown {
  return isObject(record) && Object.hasOwn(record, 'layer') ? { ...record, group: null } : record;
}

/** Groups: a field of every placed record, and a kind of their own that format 1 does not have. */
export const addGroups: Migration = {
  to: 2,
  migrate: (json) => {
    if (!isObject(json) || !Array.isArray(json.records)) return null;
    return { ...json, records: json.records.map(withGroup) };
  },
};
