import { expect, test } from 'vitest';
import type { CatalogueDevice } from '../../../core/catalogue/catalogue-device.ts';
import { fieldsOfDevice, governedFields } from '../../../core/catalogue/device-fields.ts';
import { devices } from '../../../core/catalogue/devices.ts';
import { updateRecords } from '../../../core/operations/update-records.ts';
import type { PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { planKinds } from '../../../core/plan/kinds/index.ts';
import { deviceKinds } from '../../../core/plan/plan.ts';
import { catalogueEntries } from '../../../renderer/panels/catalogue/catalogue-entries.ts';
import { driver } from '../../support/editor-driver.ts';
import { granted, testPlan } from '../../support/plan-builder.ts';

/** What the window's own tool makes of a device that was chosen in the catalogue. */
function placed({ kind, key }: CatalogueDevice): PlacedRecord {
  const entry = catalogueEntries.find(({ id }) => id === `${kind}/${key}`);
  const drawn = driver(`place-${kind}`, [], { records: { [kind]: entry?.fields } }).click(2, 3);
  // Along a line it takes another corner and its end.
  if (drawn.all(kind).length === 0) drawn.click(6, 3).key('Enter');
  return drawn.only(kind) as PlacedRecord;
}

const made = new Map(devices.map((device) => [device.key, placed(device)]));
const madeOf = (device: CatalogueDevice) => made.get(device.key) as PlacedRecord;

test.each(deviceKinds)('%s: from any device to any other one, it is as one that is placed anew', (kind) => {
  const own = devices.filter((device) => device.kind === kind);
  expect(own.length).toBeGreaterThan(1);
  for (const from of own) {
    for (const to of own) {
      const before = madeOf(from);
      const diff = granted(updateRecords(testPlan(before), [before.id], fieldsOfDevice(to)));
      const after = diff.get(before.id)?.after ?? before;
      const { at, path, tag } = before as PlacedRecord & { at?: unknown; path?: unknown };
      const fresh = { ...madeOf(to), ...('at' in before && { at }), ...('path' in before && { path }), tag };
      expect(after, `${from.key} becomes ${to.key}`).toEqual({ ...fresh, id: before.id });
    }
  }
});

const camera = (key: string) => devices.find((device) => device.key === key) as CatalogueDevice;

test('a device that says nothing of the view or the reach has that of its lens', () => {
  expect(fieldsOfDevice(camera('bullet-4mp-6'))).toMatchObject({ fieldOfView: null, range: 50 });
  expect(fieldsOfDevice(camera('dome-4mp-4'))).toMatchObject({ fieldOfView: null, range: null });
  expect(governedFields('barrier')).toMatchObject({ mode: planKinds.barrier.defaults.mode });
});

test('what is no device field stays: place, direction, height of a camera, cost', () => {
  const fields = Object.keys(fieldsOfDevice(camera('panoramic-180')));
  for (const own of ['at', 'direction', 'height', 'tilt', 'cost', 'notes', 'tag', 'mountedOn', 'state'])
    expect(fields).not.toContain(own);
});

test('every field that a device governs has a default, or no record could be without a device', () => {
  for (const kind of deviceKinds) expect(Object.values(governedFields(kind))).not.toContain(undefined);
});
