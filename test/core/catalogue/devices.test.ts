import { expect, test } from 'vitest';
import { catalogueDeviceSchema } from '../../../core/catalogue/catalogue-device.ts';
import { devices } from '../../../core/catalogue/devices.ts';
import { planKinds } from '../../../core/plan/kinds/index.ts';
import { parseRecord } from '../../../core/plan/parse-record.ts';

const uuid = '00000000-0000-4000-8000-000000000000';
const places = {
  barrier: {
    path: [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
    ],
  },
  bollards: { path: [{ x: 0, y: 0 }] },
  camera: { at: { x: 0, y: 0 } },
  post: { at: { x: 0, y: 0 } },
  light: { at: { x: 0, y: 0 } },
  sensor: { at: { x: 0, y: 0 } },
  reader: { at: { x: 0, y: 0 } },
  screening: { at: { x: 0, y: 0 } },
  sign: { at: { x: 0, y: 0 } },
  equipment: { at: { x: 0, y: 0 } },
} as const;

test.each(devices.map((device) => [device.key, device] as const))(
  '%s makes a valid record',
  (_key, device) => {
    expect(catalogueDeviceSchema.safeParse(device).success).toBe(true);
    const { kind, fields, key } = device;
    const placed = { id: `${kind}:${uuid}`, floor: `floor:${uuid}`, layer: `layer:${uuid}` };
    const record = parseRecord({
      ...planKinds[kind].defaults,
      ...places[kind],
      ...placed,
      device: key,
      ...fields,
    });
    expect(record.ok ? null : record.error.message).toBeNull();
  },
);

test('no two devices share a key', () => {
  expect(new Set(devices.map(({ key }) => key)).size).toBe(devices.length);
});
