import { useMemo } from 'react';
import type { PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { evidenceSources } from '../../../core/plan/kinds/parts/fields.ts';
import { isKind } from '../../../core/plan/plan.ts';
import { text } from '../../messages/text.ts';
import { Select } from '../../ui/fields/Select.tsx';
import { PanelSection } from '../../ui/layout/PanelSection.tsx';
import { bulkSpecs } from './bulk-specs.ts';
import { SharedField } from './CommonFields.tsx';
import { CamerasView } from './camera/CameraView.tsx';
import { DeviceField } from './DeviceField.tsx';
import { NumberField } from './NumberField.tsx';
import { RecordField } from './RecordField.tsx';
import { countByKind, sharedValue } from './shared-values.ts';
import type { FieldContext } from './use-record-change.ts';

type Props = { readonly records: readonly PlacedRecord[]; readonly context: FieldContext };

/** What several records share besides what every record has: own fields of their kinds, evidence, cost, notes. */
export function BulkFields({ records, context, currency }: Props & { readonly currency: string }) {
  const specs = useMemo(() => bulkSpecs(records), [records]);
  const cameras = useMemo(() => records.filter((record) => isKind(record, 'camera')), [records]);
  const kinds = countByKind(records).map(([kind]) => kind);
  const [kind] = kinds;
  const title = kinds.length === 1 && kind ? text(`kind.${kind}`) : text('inspector.inCommon');
  return (
    <>
      {specs.length > 0 && (
        <PanelSection title={title}>
          <DeviceField records={records} context={context} />
          {specs.map((spec) => {
            const shared = sharedValue(records, spec.field);
            return (
              <RecordField
                key={spec.field}
                spec={spec}
                value={shared.differs ? null : shared.value}
                differs={shared.differs}
                context={context}
              />
            );
          })}
        </PanelSection>
      )}
      <CamerasView cameras={cameras} />
      <PanelSection title={text('inspector.evidence')}>
        <SourceField records={records} context={context} />
        <CostField records={records} context={context} currency={currency} />
        <SharedField field="notes" records={records} context={context} />
      </PanelSection>
    </>
  );
}

const sources = evidenceSources.map((id) => ({ id, label: text(`inspector.choice.${id}`) }));

/** Where the figures come from; who found them and when is not known of all at once. */
function SourceField({ records, context }: Props) {
  const [first] = records;
  const differs = records.some(({ evidence }) => evidence.source !== first?.evidence.source);
  return (
    <Select
      label={text('inspector.field.source')}
      options={sources}
      value={differs ? null : (first?.evidence.source ?? null)}
      placeholder={text('inspector.various')}
      error={context.refusalOf('evidence')}
      onChange={(source) => context.change({ evidence: { source, by: null, at: null } })}
    />
  );
}

function CostField({ records, context, currency }: Props & { readonly currency: string }) {
  if (!records.every((record) => 'cost' in record)) return null;
  const shared = sharedValue(records, 'cost');
  return (
    <NumberField
      label={text('inspector.field.cost')}
      form={{ type: 'number', unit: currency }}
      value={shared.differs || typeof shared.value !== 'number' ? null : shared.value}
      placeholder={shared.differs ? text('inspector.various') : '–'}
      mayBeNull
      fieldsOf={(cost) => ({ cost })}
      context={context}
    />
  );
}
