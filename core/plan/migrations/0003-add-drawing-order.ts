import type { Migration } from '../../records/run-migrations.ts';

/** The place of a record above and beneath others, and what a sheet shows of today and of the proposal. */
export const addDrawingOrder: Migration = {
  to: 3,
  record: (record) => {
    if (Object.hasOwn(record, 'paper')) return { ...record, states: 'both' };
    return Object.hasOwn(record, 'layer') ? { ...record, order: 0 } : record;
  },
};
