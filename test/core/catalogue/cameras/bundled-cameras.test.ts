import { describe, expect, test } from 'vitest';
import { bundledCameras, parseCameraTable } from '../../../../core/catalogue/cameras/bundled-cameras.ts';
import { cameraFieldsOf } from '../../../../core/catalogue/cameras/camera-fields.ts';
import {
  type CatalogueCamera,
  cameraName,
  isWideByBending,
} from '../../../../core/catalogue/cameras/catalogue-camera.ts';
import { diagonalOf } from '../../../../core/catalogue/cameras/sensor-formats.ts';
import { fieldOfViewOf } from '../../../../core/geometry/camera-footprint.ts';
import { planKinds } from '../../../../core/plan/kinds/index.ts';
import { toDegrees } from '../../../../core/units.ts';
import table from '../../../../resources/cameras/cameras.json' with { type: 'json' };

const read = bundledCameras();
const cameras = read.ok ? read.value : [];
const rows = cameras.map((camera) => [`${camera.maker} ${camera.model}`, camera] as const);
const real = cameras.filter(({ figures }) => figures === 'stated');
const generic = cameras.filter(({ figures }) => figures === 'computed');
const endsOf = ({ wide, tele }: CatalogueCamera) => (tele ? [wide, tele] : [wide]);

/** Of the sensor, mm; null where the source says nothing of it. */
function widthOf({
  sensorWidthMm,
  sensorFormat,
  pixelPitchUm,
  widthPx,
  heightPx,
}: CatalogueCamera): number | null {
  if (sensorWidthMm !== null) return sensorWidthMm;
  if (pixelPitchUm !== null) return (widthPx * pixelPitchUm) / 1000;
  return sensorFormat === null ? null : (diagonalOf(sensorFormat) * widthPx) / Math.hypot(widthPx, heightPx);
}

test('the table is read, all of it and unchanged', () => {
  expect(read.ok ? null : read.error).toBeNull();
  expect(cameras).toEqual(table);
});

test('generic cameras come first, a dozen and more, and at least 25 real models', () => {
  expect(generic.length).toBeGreaterThanOrEqual(12);
  expect(cameras.slice(0, generic.length)).toEqual(generic);
  expect(generic.every(({ maker }) => maker === 'Generic')).toBe(true);
  const models = new Set(real.map(({ maker, model }) => `${maker} ${model.split(', ')[0]}`));
  expect(models.size).toBeGreaterThanOrEqual(25);
  expect(new Set(generic.map(({ type }) => type))).toEqual(
    new Set(['fixed', 'ptz', 'fisheye', 'thermal', 'licence-plate']),
  );
});

test('no maker and model is there twice', () => {
  expect(new Set(cameras.map(cameraName)).size).toBe(cameras.length);
});

describe.each(rows)('%s', (_name, camera) => {
  test('names a source that is one', () => {
    const source = camera.source ?? '';
    expect(source).toMatch(
      camera.figures === 'computed'
        ? /^generic, no maker's figures/
        : /\(SHA-256 [0-9a-f]{16}\)|ch-bas\/cctv-camera-database \(CC0-1\.0\) cameras\/\S+\.json at [0-9a-f]{8}/,
    );
  });

  test('has figures that a camera has', () => {
    const { widthPx, heightPx, minimumLux, infraredRange, sensorWidthMm } = camera;
    expect(widthPx).toBeGreaterThanOrEqual(320);
    expect(widthPx).toBeLessThanOrEqual(8192);
    expect(heightPx).toBeLessThanOrEqual(widthPx);
    expect(minimumLux === null || (minimumLux >= 0.0001 && minimumLux <= 1)).toBe(true);
    expect(infraredRange === null || infraredRange <= 300).toBe(true);
    expect(sensorWidthMm === null || sensorWidthMm <= 13).toBe(true);
  });

  test('sees less high than wide, unless its source says that the picture is a circle', () => {
    const isCircle = /circle/.test(camera.note ?? '');
    expect(isCircle).toBe(camera.type === 'fisheye');
    for (const { focalLengthMm, horizontalDeg, verticalDeg } of endsOf(camera)) {
      expect(focalLengthMm).toBeGreaterThanOrEqual(1);
      expect(horizontalDeg).toBeGreaterThan(0);
      if (isCircle) expect(verticalDeg).toBe(horizontalDeg);
      else expect(verticalDeg ?? 0).toBeLessThan(horizontalDeg ?? 0);
    }
  });

  test('has angles that its lens and its sensor could have', () => {
    const width = widthOf(camera);
    for (const { focalLengthMm, horizontalDeg } of isWideByBending(camera) ? [] : endsOf(camera)) {
      // What a lens without distortion would need: more on wide lenses, never far less.
      const needed = 2 * Math.tan(((horizontalDeg ?? 0) * Math.PI) / 360) * (focalLengthMm ?? 0);
      const [least, most] = width === null ? [4, 9] : [width * 0.85, width * 1.8];
      expect(needed).toBeGreaterThan(least);
      expect(needed).toBeLessThan(most);
    }
  });

  test('makes fields that a record takes, at each end of its lens', () => {
    const { schema, defaults } = planKinds.camera;
    for (const { focalLengthMm } of endsOf(camera)) {
      const { fields } = cameraFieldsOf(camera, { focalLengthMm: focalLengthMm ?? undefined });
      for (const [name, value] of Object.entries(fields)) {
        const parsed = schema.shape[name as keyof typeof fields].safeParse(value);
        expect(parsed.success && parsed.data, name).toEqual(value);
      }
      expect(Object.keys(defaults)).toEqual(expect.arrayContaining(Object.keys(fields)));
      expect(fields.range).toBeNull();
    }
  });
});

test('the figures of generic cameras are those of the formula', () => {
  for (const camera of generic) {
    expect([camera.sensorWidthMm, camera.sensorHeightMm]).toEqual([
      expect.closeTo((camera.widthPx * (camera.pixelPitchUm ?? 0)) / 1000, 6),
      expect.closeTo((camera.heightPx * (camera.pixelPitchUm ?? 0)) / 1000, 6),
    ]);
    for (const { focalLengthMm, horizontalDeg, verticalDeg } of endsOf(camera)) {
      const { fields } = cameraFieldsOf(camera, { focalLengthMm: focalLengthMm ?? undefined });
      const view =
        camera.type === 'fisheye'
          ? { horizontal: (camera.sensorWidthMm ?? 0) / 1.6, vertical: (camera.sensorHeightMm ?? 0) / 1.6 }
          : fieldOfViewOf({ ...planKinds.camera.defaults, ...fields, fieldOfView: null });
      expect(Math.abs(toDegrees(view.horizontal) - (horizontalDeg ?? 0))).toBeLessThanOrEqual(0.0501);
      expect(Math.abs(toDegrees(view.vertical) - (verticalDeg ?? 0))).toBeLessThanOrEqual(0.0501);
    }
  }
});

const first = table[0] as Record<string, unknown>;

test.each([
  ['no list', { cameras: [] }, /no list/],
  ['a field that is none', [{ ...first, colour: 'black' }], /^Camera 1 .*colour/],
  ['a field that is missing', [first, { ...first, source: undefined }], /^Camera 2 .*"source"/],
  [
    'an angle of 400°',
    [{ ...first, wide: { ...(first.wide as object), horizontalDeg: 400 } }],
    /at most 360/,
  ],
  ['a lens of 0 mm', [{ ...first, wide: { ...(first.wide as object), focalLengthMm: 0 } }], /at least 0\.1/],
  ['no pixels', [{ ...first, widthPx: 0 }], /"widthPx" must be at least 1/],
  ['a line break in a name', [{ ...first, model: 'a\nb' }], /"model"/],
  ['a space before a name', [{ ...first, model: ' a' }], /"model"/],
  ['letters that turn the text around', [{ ...first, model: 'a\u202eb' }], /"model"/],
  ['the same camera in other letters', [first, { ...first, maker: 'GENERIC' }], /^Camera 2 .*there before/],
  [
    'what contradicts itself',
    [{ ...first, tele: { focalLengthMm: 1, horizontalDeg: null, verticalDeg: null } }],
    /not longer/,
  ],
] as const)('a table with %s is refused by name', (_what, value, message) => {
  const parsed = parseCameraTable(value);
  expect(parsed.ok ? '' : parsed.error).toMatch(message);
});
