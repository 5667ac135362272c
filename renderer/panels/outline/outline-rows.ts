import { allRecords, getRecord, isPlaced, kindOf, type Plan } from '../../../core/plan/plan.ts';
import type { AnyId, IdOf, PlacedRecord } from '../../../core/plan/records/index.ts';
import { text } from '../../messages/text.ts';

/** A record as the outline names it. */
export type OutlineRow = {
  readonly id: AnyId;
  readonly kind: string;
  readonly name: string;
  readonly layer: string;
  readonly state: string;
  /** The mark that a state has on the drawing, beside its name. */
  readonly mark: string;
};

const marks = { existing: '–', deficient: '▲', proposed: '◇', removed: '×' } as const;

function nameOf(record: PlacedRecord): string {
  if (record.tag) return record.tag;
  return 'name' in record ? record.name : 'text' in record ? record.text : '';
}

function rowOf(plan: Plan, record: PlacedRecord): OutlineRow {
  return {
    id: record.id,
    kind: text(`kind.${kindOf(record.id)}`),
    name: nameOf(record),
    layer: getRecord(plan, record.layer)?.name ?? '',
    state: text(`panel.state.${record.state}`),
    mark: marks[record.state],
  };
}

/** The records of a floor as rows, the last drawn at the end. */
export function outlineRows(plan: Plan, floor: IdOf<'floor'>): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  for (const record of allRecords(plan))
    if (isPlaced(record) && record.floor === floor) rows.push(rowOf(plan, record));
  return rows;
}

/** The rows that have all the typed words somewhere. */
export function filterRows(rows: readonly OutlineRow[], typed: string): readonly OutlineRow[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ kind, name, layer, state }) => {
    const all = `${kind} ${name} ${layer} ${state}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
