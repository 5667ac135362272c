import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledCameras } from '../../../../core/catalogue/cameras/bundled-cameras.ts';
import { cameraFieldsOf } from '../../../../core/catalogue/cameras/camera-fields.ts';
import {
  type CatalogueCamera,
  contradictionIn,
} from '../../../../core/catalogue/cameras/catalogue-camera.ts';
import { soundCamera } from '../../../../core/catalogue/cameras/sound-camera.ts';
import { governedFields } from '../../../../core/catalogue/device-fields.ts';
import { planKinds } from '../../../../core/plan/kinds/index.ts';
import { toDegrees } from '../../../../core/units.ts';
import { someCamera } from '../../../support/random/some-camera.ts';

const SEED = 20_152;
const read = bundledCameras();
const cameras = read.ok ? read.value : [];
const named = (model: string): CatalogueCamera => {
  const found = cameras.find((camera) => camera.model === model);
  if (!found) throw new Error(`The table has no ${model}.`);
  return found;
};

const end = (focalLengthMm: number | null, horizontalDeg: number | null, verticalDeg: number | null) => ({
  focalLengthMm,
  horizontalDeg,
  verticalDeg,
});

const fixed: CatalogueCamera = {
  maker: 'A',
  model: 'B',
  type: 'fixed',
  housing: 'dome',
  figures: 'stated',
  sensorFormat: null,
  sensorWidthMm: 6,
  sensorHeightMm: 3,
  pixelPitchUm: null,
  widthPx: 2000,
  heightPx: 1000,
  wide: end(3, 90, 40),
  tele: null,
  minimumLux: null,
  infraredRange: 30,
  source: null,
  note: null,
};
const zoom: CatalogueCamera = { ...fixed, tele: { focalLengthMm: 12, horizontalDeg: 28, verticalDeg: 14 } };

const inDegrees = ({ fields }: ReturnType<typeof cameraFieldsOf>) =>
  fields.fieldOfView && [
    Math.round(toDegrees(fields.fieldOfView.horizontal) * 1000) / 1000,
    Math.round(toDegrees(fields.fieldOfView.vertical) * 1000) / 1000,
  ];

test('they are the fields that a device of the catalogue governs, no more and no less', () => {
  expect(Object.keys(cameraFieldsOf(fixed).fields).sort()).toEqual(
    Object.keys(governedFields('camera')).sort(),
  );
});

test('what is stated is taken as it is, without a remark; infrared light is no range', () => {
  expect(cameraFieldsOf(fixed)).toEqual({
    fields: {
      type: 'fixed',
      focalLengthMm: 3,
      sensorWidthMm: 6,
      sensorHeightMm: 3,
      widthPx: 2000,
      heightPx: 1000,
      fieldOfView: { horizontal: 1.570796, vertical: 0.698132 },
      range: null,
      minimumLux: null,
      infraredRange: 30,
    },
    remarks: [],
  });
});

test('computed angles are left to the formula of the record, but for a fisheye, whose angle is none of it', () => {
  expect(cameraFieldsOf(named('Bullet 4 MP, 6 mm'))).toMatchObject({
    fields: { fieldOfView: null, focalLengthMm: 6, sensorWidthMm: 5.376 },
    remarks: [],
  });
  expect(inDegrees(cameraFieldsOf(named('Fisheye 6 MP, 1.6 mm')))).toEqual([183.3, 183.3]);
});

describe('between the ends of a lens', () => {
  test('the ends have the stated angles', () => {
    expect(inDegrees(cameraFieldsOf(zoom))).toEqual([90, 40]);
    expect(inDegrees(cameraFieldsOf(zoom, { focalLengthMm: 3 }))).toEqual([90, 40]);
    expect(inDegrees(cameraFieldsOf(zoom, { focalLengthMm: 12 }))).toEqual([28, 14]);
    expect(cameraFieldsOf(zoom, { focalLengthMm: 12 }).remarks).toEqual([]);
  });

  test('tan of half the angle is linear in 1 / f, and a remark says it', () => {
    // 1 / 6 lies at two thirds of the way from 1 / 3 to 1 / 12.
    const across = (Math.tan((45 * Math.PI) / 180) + 2 * Math.tan((14 * Math.PI) / 180)) / 3;
    const up = (Math.tan((20 * Math.PI) / 180) + 2 * Math.tan((7 * Math.PI) / 180)) / 3;
    const degrees = (tan: number) => expect.closeTo((360 / Math.PI) * Math.atan(tan), 3);
    const made = cameraFieldsOf(zoom, { focalLengthMm: 6 });
    expect(inDegrees(made)).toEqual([degrees(across), degrees(up)]);
    expect(made.fields.focalLengthMm).toBe(6);
    expect(made.remarks).toEqual(['Angles at 6 mm: between those stated at 3 and 12 mm.']);
  });

  test('a lens without distortion has the angle of the formula everywhere', () => {
    const generic = { ...named('Dome 4 MP, varifocal 2.8 to 12 mm'), figures: 'stated' } as const;
    for (const focalLengthMm of [3, 5, 9]) {
      const made = cameraFieldsOf(generic, { focalLengthMm });
      const formula = (360 / Math.PI) * Math.atan(5.376 / (2 * focalLengthMm));
      expect(Math.abs((inDegrees(made)?.[0] ?? 0) - formula)).toBeLessThan(0.06);
    }
  });

  test('it sees narrower, the longer it is', () => {
    for (const camera of cameras.filter(({ tele }) => tele)) {
      const [least, most] = [camera.wide.focalLengthMm ?? 0, camera.tele?.focalLengthMm ?? 0];
      const views = [0, 0.1, 0.3, 0.5, 0.8, 1].map((part) => {
        const focalLengthMm = part === 1 ? most : least + (most - least) * part;
        const { fieldOfView } = cameraFieldsOf({ ...camera, figures: 'stated' }, { focalLengthMm }).fields;
        return fieldOfView?.horizontal ?? Number.NaN;
      });
      expect(views).toEqual(views.toSorted((first, second) => second - first));
      expect(new Set(views).size).toBe(views.length);
    }
  });

  test('where one end has no angle, the formula holds, and a remark says it', () => {
    const half = { ...zoom, tele: { focalLengthMm: 12, horizontalDeg: null, verticalDeg: null } };
    const made = cameraFieldsOf(half, { focalLengthMm: 6 });
    expect(made.fields.fieldOfView).toBeNull();
    expect(made.remarks).toEqual(['No angle is stated: it follows from lens and sensor.']);
    const fish = { ...zoom, wide: end(3, 185, 100) };
    expect(cameraFieldsOf(fish, { focalLengthMm: 6 }).fields.fieldOfView).toBeNull();
  });
});

test.each([
  [zoom, 20, 12, /20 mm not set: the lens goes from 3 to 12 mm, of which 12 mm was taken/],
  [zoom, 1, 3, /1 mm not set: .* 3 mm was taken/],
  [zoom, 0, 3, /0 mm not set/],
  [zoom, Number.NaN, 3, /not set/],
  [fixed, 4, 3, /4 mm not set: the lens is of 3 mm/],
  [{ ...fixed, wide: end(null, 90, 40) }, 4, 3, /4 mm not set: no lens is stated/],
])('a focal length beyond the lens is not taken, and said (%#)', (camera, wanted, taken, remark) => {
  const made = cameraFieldsOf(camera, { focalLengthMm: wanted });
  expect(made.fields.focalLengthMm).toBe(taken);
  expect(made.remarks).toContainEqual(expect.stringMatching(remark));
});

describe('what is not stated', () => {
  const without = { ...fixed, sensorWidthMm: null, sensorHeightMm: null };
  const sizeOf = ({ fields }: ReturnType<typeof cameraFieldsOf>) => [
    fields.sensorWidthMm,
    fields.sensorHeightMm,
  ];

  test('the sensor: by its width, by its pitch, by its format, by the angle, in this order', () => {
    const byWidth = cameraFieldsOf({ ...fixed, sensorHeightMm: null, pixelPitchUm: 9 });
    expect([sizeOf(byWidth), byWidth.remarks]).toEqual([
      [6, 3],
      [expect.stringMatching(/Height of the sensor/)],
    ]);
    const byPitch = cameraFieldsOf({ ...without, pixelPitchUm: 2.5, sensorFormat: '1/3' });
    expect([sizeOf(byPitch), byPitch.remarks]).toEqual([[5, 2.5], []]);
    const byFormat = cameraFieldsOf({ ...without, sensorFormat: '1/3' });
    expect([sizeOf(byFormat), byFormat.remarks]).toEqual([
      [expect.closeTo(6 * (2 / Math.sqrt(5)), 5), expect.closeTo(6 / Math.sqrt(5), 5)],
      ['Size of the sensor not stated: 5.37 × 2.68 mm, the nominal one of 1/3″.'],
    ]);
    const byAngle = cameraFieldsOf(without);
    expect([sizeOf(byAngle), byAngle.remarks]).toEqual([
      [6, 3],
      ['Size of the sensor not stated: 6 mm across, as the angle needs it at 3 mm.'],
    ]);
  });

  test('the sensor behind a fisheye is its focal length times the angle', () => {
    const made = cameraFieldsOf(named('IPC-EBW5641-AS'));
    expect(made.fields.sensorWidthMm).toBeCloseTo((1.68 * 185 * Math.PI) / 180, 5);
    expect(made.fields.fieldOfView).toEqual({ horizontal: 3.228859, vertical: 3.228859 });
    expect(made.fields.type).toBe('panoramic');
    expect(made.remarks).toContain('A fisheye camera is placed as a panoramic one.');
  });

  test('the focal length: what the angle needs with the sensor', () => {
    const made = cameraFieldsOf({ ...fixed, wide: end(null, 90, 40) });
    expect(made.fields.focalLengthMm).toBe(3);
    expect(made.remarks).toEqual(['Focal length not stated: 3 mm, as the angle needs it.']);
    const alone = cameraFieldsOf({ ...without, wide: end(null, 90, 40) });
    expect([alone.fields.focalLengthMm, alone.fields.sensorWidthMm]).toEqual([2.8, 5.6]);
    expect(alone.remarks).toHaveLength(2);
  });

  test('the vertical angle: by the shape of the picture, as near as anything to what makers state', () => {
    const made = cameraFieldsOf({ ...fixed, wide: end(3, 90, null) });
    expect(inDegrees(made)).toEqual([90, 45]);
    expect(made.remarks).toEqual([expect.stringMatching(/^Vertical angle not stated: 45°/)]);
    const stated = cameras.filter(({ figures, wide }) => figures === 'stated' && wide.verticalDeg !== null);
    const misses = stated.map((camera) => {
      const { horizontalDeg, verticalDeg } = camera.wide;
      return ((horizontalDeg ?? 0) * camera.heightPx) / camera.widthPx / (verticalDeg ?? 1);
    });
    expect(Math.min(...misses)).toBeGreaterThan(0.85);
    expect(Math.max(...misses)).toBeLessThan(1.13);
  });

  test('any angle at all: the formula', () => {
    const made = cameraFieldsOf({ ...fixed, wide: end(3, null, null) });
    expect(made.fields.fieldOfView).toBeNull();
    expect(made.remarks).toEqual(['No angle is stated: it follows from lens and sensor.']);
  });

  test('nothing at all: the usual lens and sensor, and it is said', () => {
    const made = cameraFieldsOf({ ...without, wide: end(null, null, null) });
    const { focalLengthMm, sensorWidthMm } = planKinds.camera.defaults;
    expect(made.fields).toMatchObject({ focalLengthMm, sensorWidthMm, fieldOfView: null });
    expect(made.remarks).toHaveLength(3);
  });
});

test.each([
  [{ tele: { focalLengthMm: 3, horizontalDeg: 28, verticalDeg: 14 } }, /not longer than its shortest/],
  [{ wide: end(null, 90, 40) }, /no shortest one/],
  [{ tele: { focalLengthMm: 12, horizontalDeg: 90, verticalDeg: 14 } }, /does not see narrower/],
  [{ tele: { focalLengthMm: 12, horizontalDeg: 28, verticalDeg: 41 } }, /does not see narrower/],
  [{ tele: null, type: 'fisheye', wide: end(3, null, null) }, /no horizontal angle/],
  [{ tele: null, wide: end(null, null, 40) }, /how wide it sees/],
  [{ tele: null, wide: end(3, null, null), sensorWidthMm: null }, /how wide it sees/],
] as const)('figures that contradict each other are named (%#)', (changed, message) => {
  const camera = { ...zoom, ...changed } as CatalogueCamera;
  expect(contradictionIn(camera)).toMatch(message);
  expect(soundCamera(camera)).toEqual({ ok: false, error: contradictionIn(camera) });
});

test('a camera that no record could become is none', () => {
  const extreme = { ...fixed, sensorHeightMm: null, widthPx: 100_000, heightPx: 1 };
  expect(contradictionIn(extreme)).toBeNull();
  expect(soundCamera(extreme)).toEqual({
    ok: false,
    error: 'angle, lens, sensor and pixels do not go together',
  });
});

test('any sound camera makes fields that a record takes, at any focal length', () => {
  const { shape } = planKinds.camera.schema;
  fc.assert(
    fc.property(someCamera, fc.double({ min: 0.1, max: 5000, noNaN: true }), (camera, focalLengthMm) => {
      for (const wanted of [undefined, focalLengthMm]) {
        const { fields } = cameraFieldsOf(camera, { focalLengthMm: wanted });
        for (const [name, value] of Object.entries(fields)) {
          const parsed = shape[name as keyof typeof fields].safeParse(value);
          expect(parsed.success && parsed.data, name).toEqual(value);
        }
      }
    }),
    { seed: SEED, numRuns: 500 },
  );
});
