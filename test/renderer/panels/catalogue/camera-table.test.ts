import { describe, expect, test } from 'vitest';
import { bundledCameras } from '../../../../core/catalogue/cameras/bundled-cameras.ts';
import { cameraDeviceName } from '../../../../core/catalogue/cameras/camera-device.ts';
import type { CatalogueCamera } from '../../../../core/catalogue/cameras/catalogue-camera.ts';
import { MOST_OWN_CAMERAS } from '../../../../core/contract/shapes.ts';
import { err, ok } from '../../../../core/result.ts';
import {
  cameraOfDevice,
  offeredCameras,
  withCameras,
  withoutCamera,
} from '../../../../renderer/hooks/camera-table.ts';
import {
  cameraOfCells,
  cellsOf,
  emptyCells,
} from '../../../../renderer/panels/catalogue/cameras/camera-cells.ts';
import {
  detailOf,
  factsOf,
  findCameras,
  isGenericDevice,
} from '../../../../renderer/panels/catalogue/cameras/camera-facts.ts';
import { importCameras } from '../../../../renderer/panels/catalogue/cameras/import-cameras.ts';
import { entriesWith, findEntries } from '../../../../renderer/panels/catalogue/catalogue-entries.ts';
import { granted } from '../../../support/plan-builder.ts';

const table = granted(bundledCameras());
const named = (model: string): CatalogueCamera => {
  const found = table.find((camera) => camera.model === model);
  if (!found) throw new Error(`The table has no ${model}.`);
  return found;
};
const zoom = named('P3287-LVE');
const own: CatalogueCamera = { ...zoom, maker: 'Harbor', model: 'H-1' };
const others = (count: number) =>
  Array.from({ length: count }, (_, index): CatalogueCamera => ({ ...own, model: `O-${index}` }));

describe('what is offered', () => {
  test('is the own cameras and the bundled ones, but for those that an own one stands for', () => {
    expect(offeredCameras([])).toHaveLength(table.length);
    const mine = { ...zoom, model: 'p3287-lve', minimumLux: 0.5 };
    const offered = offeredCameras([mine]);
    expect(offered).toHaveLength(table.length);
    expect(offered[0]).toEqual({ camera: mine, isOwn: true });
    expect(offered.filter(({ isOwn }) => isOwn)).toHaveLength(1);
  });

  test('is known again by the device of a record', () => {
    const offered = offeredCameras([own]);
    expect(cameraOfDevice(offered, 'Harbor H-1')).toBe(own);
    expect(cameraOfDevice(offered, 'dome-4mp-2-8')).toBeNull();
    expect(cameraOfDevice(offered, null)).toBeNull();
  });

  test('is found by all of the words in maker, model and type', () => {
    const models = (typed: string) =>
      findCameras(offeredCameras([own]), typed).map(({ camera }) => camera.model);
    expect(models('  axis  3287 ')).toEqual(['P3287-LVE']);
    expect(models('HARBOR')).toEqual(['H-1']);
    expect(models('licence mobotix')).toEqual(['Mx-VB1A-2-IR-ALPR']);
    expect(models('no such')).toEqual([]);
    expect(models('')).toHaveLength(table.length + 1);
  });

  test('stands behind the generic cameras among the devices, none of it twice', () => {
    const entries = entriesWith(offeredCameras([own]));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const at = entries.findIndex(({ name }) => name === 'P3287-LVE');
    expect(entries[at]).toMatchObject({
      kind: 'camera',
      group: 'Cameras: Axis',
      fields: { minimumLux: 0.1 },
    });
    const kinds = entries.map(({ kind }) => kind);
    expect(kinds.lastIndexOf('camera') - kinds.indexOf('camera') + 1).toBe(
      kinds.filter((kind) => kind === 'camera').length,
    );
    expect(findEntries('p3287', entries).map(({ name }) => name)).toEqual(['P3287-LVE']);
  });

  test('leaves out what a generic device is already, and not what it has more', () => {
    expect(isGenericDevice(named('Dome 4 MP, 2.8 mm'))).toBe(true);
    expect(isGenericDevice(named('Bullet 8 MP, 6 mm'))).toBe(false);
    expect(isGenericDevice(named('PTZ 4 MP, 5 to 125 mm'))).toBe(false);
    expect(isGenericDevice({ ...named('Dome 4 MP, 2.8 mm'), figures: 'stated' })).toBe(false);
  });
});

describe('what is known of a camera', () => {
  const facts = (camera: CatalogueCamera) =>
    Object.fromEntries(
      factsOf(camera).map(({ label, value }) => [label.replace('cameras.fact.', ''), value]),
    );

  test('has both ends of its lens, and its source', () => {
    expect(facts(zoom)).toMatchObject({
      lens: '3 to 8.5 mm',
      light: '0.1 lx',
      infrared: '40 m',
      source: zoom.source,
      figures: 'stated by the source',
    });
    expect(facts(zoom).across).toMatch(/^\d+(\.\d)?° to 34°$/);
    expect(detailOf(zoom)).toBe(`${zoom.widthPx} × ${zoom.heightPx} · 3 to 8.5 mm`);
  });

  test('is null where nobody states it, and none where that is said', () => {
    expect(facts(named('FC-617 ID'))).toMatchObject({ light: null, infrared: null });
    expect(facts(named('M3085-V')).infrared).toBe('none');
    const bare = {
      ...zoom,
      housing: null,
      tele: null,
      wide: { focalLengthMm: null, horizontalDeg: null, verticalDeg: null },
    };
    expect(facts({ ...bare, sensorFormat: null, sensorWidthMm: 5 })).toMatchObject({
      lens: null,
      across: null,
      down: null,
      housing: null,
      sensor: null,
    });
  });
});

describe('what is typed of a camera', () => {
  test.each(table.map((camera) => [cameraDeviceName(camera), camera] as const))(
    'is %s again',
    (_, camera) => {
      expect(cameraOfCells(cellsOf(camera))).toEqual(ok(camera));
    },
  );

  test('may have quotation marks, commas and units of its own', () => {
    const cells = {
      ...cellsOf(own),
      model: 'H "1", wide',
      'focal length mm': '0,12 in',
      'longest focal length mm': '',
    };
    const camera = { ...cells, 'horizontal angle tele °': '', 'vertical angle tele °': '' };
    expect(granted(cameraOfCells(camera))).toMatchObject({
      model: 'H "1", wide',
      wide: { focalLengthMm: 3.048 },
    });
  });

  test.each([
    [emptyCells, /maker/],
    [{ ...cellsOf(own), maker: '' }, /maker/],
    [{ ...cellsOf(own), 'focal length mm': 'four' }, /four/],
    [{ ...cellsOf(own), 'pixels across': '=1+2' }, /=1\+2/],
    [{ ...cellsOf(own), 'longest focal length mm': '2' }, /longer/],
  ])('is refused with the reason', (cells, reason) => {
    const read = cameraOfCells(cells);
    expect(read).toMatchObject({ ok: false, error: expect.stringMatching(reason) });
  });
});

describe('a table that is brought in', () => {
  const importing = async (read: readonly CatalogueCamera[], before: readonly CatalogueCamera[] = []) => {
    const kept: (readonly CatalogueCamera[])[] = [];
    const taken = await importCameras({
      own: () => before,
      read: async () =>
        ok({ name: 'a.csv', cameras: [...read], remarks: ['1 camera read; 1 row was left out.'] }),
      keep: async (next) => {
        kept.push(next);
        return null;
      },
    });
    return { taken, kept };
  };

  test('is kept beside the own cameras, with what was said of it', async () => {
    const { taken, kept } = await importing([own], others(2));
    expect(kept).toEqual([[...others(2), own]]);
    expect(taken).toEqual({
      refusal: null,
      said: ['One camera of a.csv is among your own now.', '1 camera read; 1 row was left out.'],
    });
  });

  test('takes the place of cameras of the same name, and says so', async () => {
    const changed = { ...own, minimumLux: 1 };
    const { taken, kept } = await importing([changed, zoom], [own]);
    expect(kept).toEqual([[changed, zoom]]);
    expect(taken?.said.slice(0, 2)).toEqual([
      '2 cameras of a.csv are among your own now.',
      '1 of them took the place of others with the same maker and model.',
    ]);
  });

  test('that is too large is refused, and nothing of it kept', async () => {
    expect((await importing(others(MOST_OWN_CAMERAS))).kept).toHaveLength(1);
    const { taken, kept } = await importing([own], others(MOST_OWN_CAMERAS));
    expect(kept).toEqual([]);
    expect(taken?.refusal).toMatch(/too many cameras: with it you would have 1001/);
  });

  test('says why it was refused, and nothing where none was chosen', async () => {
    const refused = (code: 'refused' | 'cancelled') =>
      importCameras({
        own: () => [],
        read: async () => err({ code, message: 'a.csv: This is no table of cameras.' }),
        keep: async () => 'never',
      });
    expect(await refused('refused')).toEqual({ said: [], refusal: 'a.csv: This is no table of cameras.' });
    expect(await refused('cancelled')).toBeNull();
  });

  test('that cannot be stored says so', async () => {
    const taken = await importCameras({
      own: () => [],
      read: async () => ok({ name: 'a.csv', cameras: [own], remarks: [] }),
      keep: async () => 'The disk is full.',
    });
    expect(taken).toEqual({ said: [], refusal: 'The disk is full.' });
  });
});

test('own cameras are replaced in their place and removed by their names', () => {
  const all = withCameras(others(3), [{ ...own, model: 'o-1', minimumLux: 9 }]);
  expect(all.map(({ model }) => model)).toEqual(['O-0', 'o-1', 'O-2']);
  expect(withoutCamera(all, { ...own, model: 'O-1' }).map(({ model }) => model)).toEqual(['O-0', 'O-2']);
});
