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

// As published with the makers' distances for levels: model, mm, pixels, degrees. An end of a lens is a row.
test.each([
  ['IPC-HFW1230S-S5, 2.8 mm', 2.8, 1920, 1080, 102, 54],
  ['IPC-HFW1230S-S5, 3.6 mm', 3.6, 1920, 1080, 84, 45],
  ['IPC-HFW2441S-S, 2.8 mm', 2.8, 2688, 1520, 95, 52],
  ['IPC-HFW2441S-S, 3.6 mm', 3.6, 2688, 1520, 78, 41],
  ['IPC-HFW2249S-S-IL, 2.8 mm', 2.8, 1920, 1080, 107, 56],
  ['IPC-HFW2249S-S-IL, 3.6 mm', 3.6, 1920, 1080, 88, 44],
  ['IPC-HFW1430DT-STW, 2.8 mm', 2.8, 2560, 1440, 90, 50],
  ['IPC-HFW1430DT-STW, 3.6 mm', 3.6, 2560, 1440, 76, 40],
  ['IPC-HFW2441T-ZS', 2.7, 2688, 1520, 104, 54],
  ['IPC-HFW2441T-ZS', 13.5, 2688, 1520, 29, 16],
  ['DS-2CD2143G2-I, 2.8 mm', 2.8, 2688, 1520, 103, 55],
  ['DS-2CD2143G2-I, 4 mm', 4, 2688, 1520, 84, 45],
  ['DS-2CD2T47G2-L, 4 mm', 4, 2688, 1520, 95, 51],
  ['DS-2CD2T47G2-L, 6 mm', 6, 2688, 1520, 58, 31],
  ['DS-2CD2746G2-IZS', 2.8, 2688, 1520, 108, 56],
  ['DS-2CD2746G2-IZS', 12, 2688, 1520, 30, 17],
  ['DS-2CD1023G2-LIU, 2.8 mm', 2.8, 1920, 1080, 103, 56],
  ['DS-2CD1023G2-LIU, 4 mm', 4, 1920, 1080, 83, 44],
  ['DS-2CD1043G2-LIU, 2.8 mm', 2.8, 2560, 1440, 98, 54],
  ['DS-2CD1043G2-LIU, 4 mm', 4, 2560, 1440, 78, 42],
  ['DS-2CD2083G2-LI2U, 2.8 mm', 2.8, 3840, 2160, 108, 59],
  ['DS-2CD2083G2-LI2U, 4 mm', 4, 3840, 2160, 88, 44],
  ['DS-2CD2083G2-LI2U, 6 mm', 6, 3840, 2160, 54, 29],
  ['DS-2CD2T86G2-ISU/SL, 6 mm', 6, 3840, 2160, 59, 34],
  ['P3287-LVE', 3, 2592, 1944, 104, 76],
  ['P3287-LVE', 8.5, 2592, 1944, 34, 26],
  ['M2035-LE', 3.2, 1920, 1080, 101, 54],
  ['M2035-LE 8 mm', 7.5, 1920, 1080, 39, 22],
  ['M3085-V', 3.1, 1920, 1080, 102, 55],
  ['P3265-LVE 9 mm', 3.4, 1920, 1080, 100, 53],
  ['P3265-LVE 9 mm', 8.9, 1920, 1080, 36, 20],
  ['P3265-LVE 22 mm', 9, 1920, 1080, 35, 19],
  ['P3265-LVE 22 mm', 22, 1920, 1080, 15, 9],
  ['P1465-LE 9 mm', 3, 1920, 1080, 117, 59],
  ['P1465-LE 9 mm', 9, 1920, 1080, 37, 20],
] as const)(
  '%s at %d mm has its published figures',
  (model, focalLengthMm, widthPx, heightPx, across, up) => {
    const camera = cameras.find((each) => each.model === model);
    expect(camera).toMatchObject({ widthPx, heightPx, figures: 'stated' });
    expect(camera && endsOf(camera)).toContainEqual({
      focalLengthMm,
      horizontalDeg: across,
      verticalDeg: up,
    });
  },
);

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
