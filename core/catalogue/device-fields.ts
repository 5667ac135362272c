import { definitionOf } from '../plan/kinds/definition.ts';
import type { DeviceKind, PlanRecord } from '../plan/kinds/index.ts';
import { kindOf } from '../plan/plan.ts';
import { sameValue } from '../records/same-value.ts';
import type { CatalogueDevice } from './catalogue-device.ts';
import { devices } from './devices.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Figures of cameras that the tables of cameras have and no generic device: a camera of one is not that of another. */
const ofTables: { readonly [K in DeviceKind]?: readonly string[] } = {
  camera: ['minimumLux', 'infraredRange'],
};

/** By kind, the fields that any device of the catalogue sets, each with the value of a record of no device. */
const governed = new Map<DeviceKind, Fields>();

/**
 * The fields of a kind that its devices govern, with the defaults of the kind: what one device sets and another
 * leaves out, as a field of view, is of the device all the same.
 */
export function governedFields(kind: DeviceKind): Fields {
  const known = governed.get(kind);
  if (known) return known;
  const names = new Set([
    ...devices.flatMap((device) => (device.kind === kind ? Object.keys(device.fields) : [])),
    ...(ofTables[kind] ?? []),
  ]);
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

/** What a person is meant to fill in: it does not make another device. */
const filledIn: ReadonlySet<string> = new Set([
  ...['name', 'text', 'hours', 'staff'],
  // No generic camera states them.
  ...['minimumLux', 'infraredRange'],
]);

/**
 * The names of the figures of a record that are not those of its device in the catalogue, by the alphabet: what was
 * typed since. Empty for a record of no device, or of one that the catalogue does not know.
 */
export function changedFigures(record: PlanRecord): readonly string[] {
  const device = 'device' in record ? catalogueDevice(record.device) : undefined;
  if (!device || device.kind !== kindOf(record.id)) return [];
  const values = new Map<string, unknown>(Object.entries(record));
  return Object.entries(fieldsOfDevice(device))
    .filter(([name, value]) => !filledIn.has(name) && !sameValue(values.get(name), value))
    .map(([name]) => name)
    .sort();
}
