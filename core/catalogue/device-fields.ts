import { definitionOf } from '../plan/kinds/definition.ts';
import type { DeviceKind } from '../plan/kinds/index.ts';
import type { CatalogueDevice } from './catalogue-device.ts';
import { devices } from './devices.ts';

type Fields = Readonly<Record<string, unknown>>;

/** By kind, the fields that any device of the catalogue sets, each with the value of a record of no device. */
const governed = new Map<DeviceKind, Fields>();

/**
 * The fields of a kind that its devices govern, with the defaults of the kind: what one device sets and another
 * leaves out, as a field of view, is of the device all the same.
 */
export function governedFields(kind: DeviceKind): Fields {
  const known = governed.get(kind);
  if (known) return known;
  const names = new Set(
    devices.flatMap((device) => (device.kind === kind ? Object.keys(device.fields) : [])),
  );
  const defaults: Fields = definitionOf(kind).defaults;
  const found = Object.fromEntries([...names].map((name) => [name, defaults[name]]));
  governed.set(kind, found);
  return found;
}

/** The values that a record of a kind gets when it becomes a device: as one that is placed anew has them. */
export function fieldsOfDevice({ key, kind, fields }: CatalogueDevice): Fields {
  return { ...governedFields(kind), ...fields, device: key };
}

/** The device of a record as the catalogue knows it; undefined for one that is not in it, or none. */
export function catalogueDevice(key: string | null): CatalogueDevice | undefined {
  return key === null ? undefined : devices.find((device) => device.key === key);
}
