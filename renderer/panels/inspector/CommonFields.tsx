import type { PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { evidenceSources, states } from '../../../core/plan/kinds/parts/fields.ts';
import { useStructure } from '../../hooks/use-editor-state.ts';
import type { FieldForm, FieldSpec } from '../../kinds/parts/field-spec.ts';
import { text } from '../../messages/text.ts';
import { Select, type SelectOption } from '../../ui/fields/Select.tsx';
import { PanelSection } from '../../ui/layout/PanelSection.tsx';
import { DraftField } from './DraftField.tsx';
import { NumberField } from './NumberField.tsx';
import { RecordField } from './RecordField.tsx';
import { sharedValue } from './shared-values.ts';
import type { FieldContext } from './use-record-change.ts';

type Props = { readonly records: readonly PlacedRecord[]; readonly context: FieldContext };

const stateForm: FieldForm = {
  type: 'choice',
  options: states.map((id) => ({ id, label: `panel.state.${id}` as const })),
};
const tagSpec: FieldSpec = {
  field: 'tag',
  label: 'inspector.field.tag',
  form: { type: 'text' },
  mayBeNull: true,
};
const sharedSpecs = {
  state: { field: 'state', label: 'inspector.field.state', form: stateForm },
  locked: { field: 'locked', label: 'inspector.field.locked', form: { type: 'flag' } },
  notes: { field: 'notes', label: 'inspector.field.notes', form: { type: 'paragraph' } },
} as const satisfies Record<string, FieldSpec>;

/** What every record has: tag of one, state, layer, phase and lock of one or several. */
export function CommonFields({ records, context }: Props) {
  const layers = useStructure('layer').map(({ id, name }) => ({ id: String(id), label: name }));
  const phases = useStructure('phase').map(({ id, name }) => ({ id: String(id), label: name }));
  const only = records.length === 1 ? records[0] : undefined;
  return (
    <>
      {only && <RecordField spec={tagSpec} value={only.tag} context={context} />}
      <SharedField field="state" records={records} context={context} />
      <PlaceField field="layer" options={layers} records={records} context={context} />
      <PlaceField
        field="phase"
        options={[{ id: NO_PHASE, label: text('inspector.noPhase') }, ...phases]}
        records={records}
        context={context}
      />
      <SharedField field="locked" records={records} context={context} />
    </>
  );
}

const NO_PHASE = 'none';

function PlaceField(
  props: Props & { readonly field: 'layer' | 'phase'; readonly options: readonly SelectOption<string>[] },
) {
  const { field, options, records, context } = props;
  const shared = sharedValue(records, field);
  return (
    <Select
      label={text(`inspector.field.${field}`)}
      options={options}
      value={shared.differs ? null : (shared.value ?? NO_PHASE)}
      placeholder={text('inspector.various')}
      error={context.refusalOf(field)}
      onChange={(id) => context.change({ [field]: id === NO_PHASE ? null : id })}
    />
  );
}

/** A field that several records have, by its form; nothing is shown where they differ. */
export function SharedField({ field, records, context }: Props & { field: keyof typeof sharedSpecs }) {
  const shared = sharedValue(records, field);
  return (
    <RecordField
      spec={sharedSpecs[field]}
      value={shared.differs ? null : shared.value}
      differs={shared.differs}
      context={context}
    />
  );
}

const sources = evidenceSources.map((id) => ({ id, label: text(`inspector.choice.${id}`) }));
const people = ['by', 'at'] as const;
const peopleLabels = { by: 'inspector.field.by', at: 'inspector.field.date' } as const;

/** Where the figures of a record come from, what it costs, and notes. */
export function EvidenceFields({
  record,
  currency,
  context,
}: {
  readonly record: PlacedRecord;
  readonly currency: string;
  readonly context: FieldContext;
}) {
  const { evidence } = record;
  const withEvidence = (fields: Partial<typeof evidence>) => ({ evidence: { ...evidence, ...fields } });
  return (
    <PanelSection title={text('inspector.evidence')}>
      <Select
        label={text('inspector.field.source')}
        options={sources}
        value={evidence.source}
        error={context.refusalOf('evidence')}
        onChange={(source) => context.change(withEvidence({ source }))}
      />
      {people.map((field) => (
        <DraftField
          key={field}
          owner={context.owner}
          label={text(peopleLabels[field])}
          value={evidence[field] ?? ''}
          check={(typed) => context.check(withEvidence({ [field]: typed.trim() || null }))}
          onCommit={(typed) => context.change(withEvidence({ [field]: typed.trim() || null }))}
        />
      ))}
      {'cost' in record && (
        <NumberField
          label={text('inspector.field.cost')}
          form={{ type: 'number', unit: currency }}
          value={record.cost}
          mayBeNull
          fieldsOf={(cost) => ({ cost })}
          context={context}
        />
      )}
      <SharedField field="notes" records={[record]} context={context} />
    </PanelSection>
  );
}
