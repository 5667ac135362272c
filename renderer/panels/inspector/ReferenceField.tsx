import { getRecord, kindOf, type Plan, tableOf } from '../../../core/plan/plan.ts';
import type { AnyId, Kind, PlanRecord } from '../../../core/plan/records/index.ts';
import { usePlan } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Select, type SelectOption } from '../../ui/fields/Select.tsx';
import type { FieldContext } from './use-record-change.ts';

const NONE = 'none';

type Props = {
  readonly label: string;
  readonly field: string;
  readonly offers: Kind | undefined;
  readonly value: unknown;
  readonly context: FieldContext;
};

/** The record that another one stands in or at: it can be let go, and changed where a kind is offered. */
export function ReferenceField({ label, field, offers, value, context }: Props) {
  const plan = usePlan();
  const current = typeof value === 'string' ? getRecord(plan, value as AnyId) : undefined;
  const options = [
    { id: NONE, label: text('inspector.none') },
    ...(offers ? recordsBeside(plan, offers, context.owner) : current ? [current] : []).map(optionOf),
  ];
  return (
    <Select
      label={label}
      options={options}
      value={current?.id ?? NONE}
      error={context.refusalOf(field)}
      onChange={(id) => context.change({ [field]: id === NONE ? null : id })}
    />
  );
}

/** The records of a kind on the floor of the selected one. */
function recordsBeside(plan: Plan, kind: Kind, owner: string): readonly PlanRecord[] {
  const floor = floorOf(getRecord(plan, owner as AnyId));
  return [...tableOf(plan, kind).values()].filter((record) => floorOf(record) === floor);
}

const floorOf = (record: PlanRecord | undefined) => (record && 'floor' in record ? record.floor : null);

function optionOf(record: PlanRecord, index: number): SelectOption<string> {
  const kind = text(`kind.${kindOf(record.id)}`);
  const tag = 'tag' in record ? record.tag : null;
  const name = 'name' in record ? record.name : '';
  return { id: record.id, label: tag || name || `${kind} ${index + 1}` };
}
