import type { PlacedRecord, RecordState } from '../../../core/plan/kinds/index.ts';
import { getRecord, type Plan } from '../../../core/plan/plan.ts';
import type { DisplayUnit } from '../../../core/quantity.ts';
import { kindTitle, recordTitle } from '../../hooks/record-title.ts';
import { text } from '../../messages/text.ts';
import type { TableColumn } from '../../ui/lists/table-order.ts';

export const outlineFields = ['kind', 'name', 'state', 'layer', 'phase'] as const;
export type OutlineField = (typeof outlineFields)[number];

export type OutlineColumn = TableColumn<PlacedRecord> & {
  readonly id: OutlineField;
  readonly textOf: (record: PlacedRecord) => string;
};

/** The mark that a state has on the drawing, beside its name. */
export const stateMarks: { readonly [S in RecordState]: string } = {
  existing: '–',
  deficient: '▲',
  proposed: '◇',
  removed: '×',
};

/** What the outline shows of each record, and sorts by. */
export function outlineColumns(plan: Plan, unit: DisplayUnit): readonly OutlineColumn[] {
  const texts: { readonly [F in OutlineField]: (record: PlacedRecord) => string } = {
    kind: kindTitle,
    name: (record) => recordTitle(record, plan, unit),
    state: ({ state }) => text(`panel.state.${state}`),
    layer: ({ layer }) => getRecord(plan, layer)?.name ?? '',
    phase: ({ phase }) => (phase === null ? '' : (getRecord(plan, phase)?.name ?? '')),
  };
  return outlineFields.map((id) => ({
    id,
    title: text(`outline.${id}`),
    render: texts[id],
    textOf: texts[id],
    isSortable: true,
  }));
}
