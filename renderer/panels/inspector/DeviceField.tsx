import { catalogueDevice, fieldsOfDevice } from '../../../core/catalogue/device-fields.ts';
import { devices } from '../../../core/catalogue/devices.ts';
import type { PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { text } from '../../messages/text.ts';
import { Select } from '../../ui/fields/Select.tsx';
import { countByKind, sharedValue } from './shared-values.ts';
import type { FieldContext } from './use-record-change.ts';

type Props = { readonly records: readonly PlacedRecord[]; readonly context: FieldContext };

/** The catalogue's devices for records of one kind: choosing one gives all of them its figures. */
export function DeviceField({ records, context }: Props) {
  const kinds = countByKind(records);
  const offered = devices.filter(({ kind }) => kinds.length === 1 && kind === kinds[0]?.[0]);
  const shared = sharedValue(records, 'device');
  if (offered.length === 0) return null;
  return (
    <Select
      label={text('inspector.field.device')}
      options={offered.map(({ key, name }) => ({ id: key, label: name }))}
      value={shared.differs || typeof shared.value !== 'string' ? null : shared.value}
      placeholder={shared.differs ? text('inspector.various') : text('inspector.none')}
      error={context.refusalOf('device')}
      onChange={(key) => {
        const device = catalogueDevice(key);
        if (device) context.change(fieldsOfDevice(device));
      }}
    />
  );
}
