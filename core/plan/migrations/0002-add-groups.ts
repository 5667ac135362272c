import type { Migration } from '../../records/run-migrations.ts';

/** Groups: records with a place on a layer may belong to one, those of format 1 to none; a kind that format 1 lacks. */
export const addGroups: Migration = {
  to: 2,
  record: (record) => (Object.hasOwn(record, 'layer') ? { ...record, group: null } : record),
};
