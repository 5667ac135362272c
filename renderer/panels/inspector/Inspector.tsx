import { useState } from 'react';
import { updateRecords } from '../../../core/operations/update-records.ts';
import { getRecord, isKind, isPlaced, kindOf, settingsOf } from '../../../core/plan/plan.ts';
import { evidenceSources, states } from '../../../core/plan/records/fields.ts';
import type { IdOf, PlacedRecord } from '../../../core/plan/records/index.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { usePlan, useSelection, useStructure } from '../../hooks/use-editor-state.ts';
import { isMessageKey, text } from '../../messages/text.ts';
import { Select } from '../../ui/fields/Select.tsx';
import { PanelSection } from '../../ui/layout/PanelSection.tsx';
import { CameraView } from './CameraView.tsx';
import { inspectorFields } from './field-table.ts';
import styles from './Inspector.module.css';
import { PlanSettings } from './PlanSettings.tsx';
import { type FieldContext, RecordField } from './RecordField.tsx';

/** What is selected, with every value editable as text or number; the plan's settings when nothing is. */
export function Inspector() {
  const plan = usePlan();
  const selection = useSelection();
  const records = [...selection]
    .map((id) => getRecord(plan, id))
    .filter((record) => record !== undefined && isPlaced(record));
  const [only] = records;
  if (!only) return <PlanSettings />;
  return <Selected key={records.map(({ id }) => id).join()} records={records} />;
}

/** Changes a field of everything selected; what was refused is said above the fields. */
function useChange(records: readonly PlacedRecord[]) {
  const editor = useEditor();
  const [refusal, setRefusal] = useState<string | null>(null);
  const change = (field: string, value: unknown) => {
    const ids = records.map(({ id }) => id) as IdOf<'wall'>[];
    const result = updateRecords(editor.plan, ids, { [field]: value });
    if (result.ok)
      editor.commit({ label: 'edit.change', diff: result.value, mergeKey: `${ids.join()} ${field}` });
    const key = result.ok ? null : `refusal.${result.error}`;
    setRefusal(key === null ? null : isMessageKey(key) ? text(key) : key);
  };
  return { change, refusal };
}

function Selected({ records }: { readonly records: readonly PlacedRecord[] }) {
  const { displayUnit, north } = settingsOf(usePlan());
  const { change, refusal } = useChange(records);
  const [first] = records;
  if (!first) return null;
  const only = records.length === 1 ? first : null;
  const context: FieldContext = { owner: first.id, unit: displayUnit, north, onChange: change };
  return (
    <>
      <header className={styles.head}>
        <h2>
          {only
            ? (only.tag ?? text(`kind.${kindOf(only.id)}`))
            : text('inspector.several', { count: records.length })}
        </h2>
        <p>{only ? text(`kind.${kindOf(only.id)}`) : text('inspector.severalHint')}</p>
      </header>
      {refusal && (
        <p className={styles.refusal} role="alert">
          ▲ {refusal}
        </p>
      )}
      <PanelSection title={text('inspector.record')}>
        <CommonFields records={records} context={context} />
      </PanelSection>
      {only && inspectorFields[kindOf(only.id) as keyof typeof inspectorFields].length > 0 && (
        <PanelSection title={text(`kind.${kindOf(only.id)}`)}>
          {inspectorFields[kindOf(only.id) as keyof typeof inspectorFields].map((spec) => (
            <RecordField
              key={spec.field}
              spec={spec}
              value={(only as unknown as Record<string, unknown>)[spec.field]}
              context={context}
            />
          ))}
        </PanelSection>
      )}
      {only && isKind(only, 'camera') && <CameraView camera={only} />}
      {only && <EvidenceFields record={only} context={context} />}
    </>
  );
}

/** The value that all records share, or null. */
function shared(records: readonly PlacedRecord[], field: 'state' | 'layer' | 'locked'): unknown {
  const values = new Set(records.map((record) => record[field]));
  return values.size === 1 ? [...values][0] : null;
}

function CommonFields({
  records,
  context,
}: {
  readonly records: readonly PlacedRecord[];
  readonly context: FieldContext;
}) {
  const layers = useStructure('layer').map(({ id, name }) => ({ id, label: name }));
  const only = records.length === 1 ? records[0] : undefined;
  const layer = shared(records, 'layer');
  return (
    <>
      {only && (
        <RecordField
          spec={{ field: 'tag', label: text('inspector.tag'), form: { type: 'text' }, mayBeNull: true }}
          value={only.tag}
          context={context}
        />
      )}
      <RecordField
        spec={{ field: 'state', label: text('inspector.state'), form: { type: 'choice', options: states } }}
        value={shared(records, 'state')}
        context={context}
      />
      <Select
        label={text('inspector.layer')}
        options={layers}
        value={layers.find(({ id }) => id === layer)?.id ?? null}
        onChange={(id) => context.onChange('layer', id)}
      />
      <RecordField
        spec={{ field: 'locked', label: text('inspector.locked'), form: { type: 'flag' } }}
        value={shared(records, 'locked')}
        context={context}
      />
    </>
  );
}

function EvidenceFields({
  record,
  context,
}: {
  readonly record: PlacedRecord;
  readonly context: FieldContext;
}) {
  const sources = evidenceSources.map((id) => ({ id, label: id }));
  return (
    <PanelSection title={text('inspector.evidence')}>
      <Select
        label={text('inspector.source')}
        options={sources}
        value={record.evidence.source}
        onChange={(source) => context.onChange('evidence', { ...record.evidence, source })}
      />
      {'cost' in record && (
        <RecordField
          spec={{
            field: 'cost',
            label: text('inspector.cost'),
            form: { type: 'number', unit: '' },
            mayBeNull: true,
          }}
          value={record.cost}
          context={context}
        />
      )}
      <RecordField
        spec={{ field: 'notes', label: text('inspector.notes'), form: { type: 'paragraph' } }}
        value={record.notes}
        context={context}
      />
    </PanelSection>
  );
}
