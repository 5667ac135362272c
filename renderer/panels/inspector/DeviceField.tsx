import { catalogueDevice, fieldsOfDevice } from '../../../core/catalogue/device-fields.ts';
import { devices } from '../../../core/catalogue/devices.ts';
import type { PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { text } from '../../messages/text.ts';
import { Select } from '../../ui/fields/Select.tsx';
import { CameraCatalogueButton } from '../catalogue/cameras/CameraCatalogue.tsx';
import styles from './Inspector.module.css';
import { countByKind, sharedValue } from './shared-values.ts';
import type { FieldContext } from './use-record-change.ts';

type Props = { readonly records: readonly PlacedRecord[]; readonly context: FieldContext };

/** The catalogue's devices for records of one kind: choosing one gives all of them its figures. */
export function DeviceField({ records, context }: Props) {
  const kinds = countByKind(records);
  const kind = kinds.length === 1 ? kinds[0]?.[0] : undefined;
  const offered = devices.filter((device) => device.kind === kind);
  const shared = sharedValue(records, 'device');
  if (offered.length === 0) return null;
  const value = shared.differs || typeof shared.value !== 'string' ? null : shared.value;
  const options = offered.map(({ key, name }) => ({ id: key, label: name }));
  // A camera of a table, or what another agency's catalogue has: it is its own name.
  const isOther = value !== null && !options.some(({ id }) => id === value);
  return (
    <>
      <Select
        label={text('inspector.field.device')}
        options={isOther ? [{ id: value, label: value }, ...options] : options}
        value={value}
        placeholder={shared.differs ? text('inspector.various') : text('inspector.none')}
        error={context.refusalOf('device')}
        onChange={(key) => {
          const device = catalogueDevice(key);
          if (device) context.change(fieldsOfDevice(device));
        }}
      />
      {kind === 'camera' && (
        <div className={styles.more}>
          <CameraCatalogueButton action="cameras.use" onChoose={context.change} />
        </div>
      )}
    </>
  );
}
