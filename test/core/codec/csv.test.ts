import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { catalogueDevice, changedFigures, fieldsOfDevice } from '../../../core/catalogue/device-fields.ts';
import { devices } from '../../../core/catalogue/devices.ts';
import { writeSchedule } from '../../../core/codec/csv.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { record, testPlan } from '../../support/plan-builder.ts';

/** The cells of the row of a camera with these notes, as a reader of CSV sees them. */
function cellsWith(notes: string, tag: string | null = 'C-01'): readonly string[] {
  const text = writeSchedule(testPlan(record('camera', { notes, tag })));
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, '').trimEnd());
  expect(errors).toEqual([]);
  expect(data).toHaveLength(2);
  expect(data[1]).toHaveLength(19);
  return data[1] ?? [];
}

const notesOf = (notes: string) => cellsWith(notes).at(-2);

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(1)', "'@SUM(1)"],
  ['\t=1', "'\t'=1"],
  ['\r=1', "'\n'=1"],
  ['\n=1', "'\n'=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠1', "'＠1"],
  ['−1', "'−1"],
  ['  =1', "'  =1"],
  ['\u00a0\u3000=1', "'\u00a0\u3000=1"],
  ['"=1"', '\'"=1"'],
  ["'=1", "''=1"],
  ['\u200b=1', "'\u200b=1"],
  ['\ufeff=1', "'\ufeff=1"],
  ['\u202e=1', "'=1"],
])('%j is no formula', (notes, expected) => {
  expect(notesOf(notes)).toBe(expected);
});

test('a formula before or behind a line break is none either', () => {
  expect(notesOf('=HYPERLINK("http://x","y")\nx')).toBe('\'=HYPERLINK("http://x","y")\nx');
  expect(notesOf('first\r\n=1+1')).toBe("first\n'=1+1");
});

test('a program that splits by semicolons or tabs finds no formula either', () => {
  expect(notesOf('a;=1')).toBe("a;'=1");
  expect(notesOf('a\t =1')).toBe("a\t' =1");
});

test('other words stay as they are, a minus in them too, and figures stay figures', () => {
  expect(notesOf('Doors 1-4: a+b = c; see @ 3')).toBe('Doors 1-4: a+b = c; see @ 3');
  const text = writeSchedule(testPlan(record('camera', { at: { x: -12.5, y: -3 } })));
  expect(text).toContain(',-12.5,-3,');
});

test('signs that are spaces and unseen at once are read quickly, however many', () => {
  // The few first: whoever tries each sign as either takes long for them, and would never end with the many.
  for (const count of [28, 9999]) {
    const notes = `${'\ufeff'.repeat(count)}x`;
    const started = performance.now();
    expect(notesOf(notes)).toBe(notes);
    expect(performance.now() - started).toBeLessThan(3000);
  }
  expect(notesOf(`${'\ufeff'.repeat(9998)}=1`)).toMatch(/^'\ufeff+=1$/);
});

test('tags and names are held to the same', () => {
  expect(cellsWith('', '=1')[0]).toBe("'=1");
  const named = testPlan(record('layer', { name: '@x' }), record('camera'));
  expect(writeSchedule(named)).toContain(",'@x,");
});

test('what is no letter is replaced', () => {
  expect(notesOf('a\0b\x07c\ud800d\uffffe')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde');
});

test('each row of a marked plan says the marking', () => {
  const cameras = [record('camera', { id: 1 }), record('camera', { id: 2, tag: 'C-02' })];
  const marked = writeSchedule(testPlan(record('settings', { marking: '=CUI//SP, "x"' }), ...cameras));
  const { data } = Papa.parse<Record<string, string>>(marked.replace(/^\ufeff/, '').trimEnd(), {
    header: true,
  });
  expect(data.map(({ marking }) => marking)).toEqual(['\'=CUI//SP, "x"', '\'=CUI//SP, "x"']);
  expect(cellsWith('').at(-3)).toBe('');
});

/** A record as it is placed from the catalogue, with some of its values typed since. */
function placed(key: string, typed: Readonly<Record<string, unknown>> = {}) {
  const device = catalogueDevice(key);
  if (!device) throw new Error(`${key} is not in the catalogue.`);
  return record(device.kind, Object.assign(fieldsOfDevice(device), typed));
}

test('a device whose figures are not those of the catalogue is told with the names of these', () => {
  const changed = placed('bullet-4mp-12', { focalLengthMm: 4, tilt: 0.1 });
  expect(changedFigures(changed)).toEqual(['focalLengthMm']);
  expect(writeSchedule(testPlan(changed))).toContain(',camera,fixed,bullet-4mp-12,focalLengthMm,1,');
  const both = placed('bullet-4mp-12', { range: 12, focalLengthMm: 4 });
  expect(writeSchedule(testPlan(both))).toContain(',bullet-4mp-12,focalLengthMm range,1,');
});

test('what is placed from the catalogue has its figures, whatever is filled in, and so has what is in none', () => {
  for (const { key } of devices) expect([key, changedFigures(placed(key))]).toEqual([key, []]);
  expect(changedFigures(placed('post-fixed', { hours: 'by day', staff: 3 }))).toEqual([]);
  expect(changedFigures(record('camera', { device: 'of-another-agency', focalLengthMm: 4 }))).toEqual([]);
  // A file can name a device of another kind: its figures say nothing of this one.
  expect(changedFigures(record('camera', { device: 'wall-m50' }))).toEqual([]);
});

test('a device is told by its key and, in the last column, by its name in the catalogue', () => {
  const devicesOf = (...records: readonly PlanRecord[]) =>
    Papa.parse<Record<string, string>>(
      writeSchedule(testPlan(...records))
        .replace(/^\ufeff/, '')
        .trimEnd(),
      {
        header: true,
      },
    );
  const { data, meta } = devicesOf(placed('bullet-4mp-12', { focalLengthMm: 4 }), placed('post-fixed'));
  expect(
    data.map(({ device, device_name, changed_figures }) => [device, device_name, changed_figures]),
  ).toEqual([
    ['bullet-4mp-12', catalogueDevice('bullet-4mp-12')?.name, 'focalLengthMm'],
    ['post-fixed', catalogueDevice('post-fixed')?.name, ''],
  ]);
  // Whoever counts columns finds each where it was.
  expect(meta.fields).toEqual([
    ...['tag', 'kind', 'type', 'device', 'changed_figures', 'count', 'state', 'phase', 'floor', 'layer'],
    ...['x_m', 'y_m', 'height_m', 'rating', 'cost', 'currency', 'marking', 'notes', 'device_name'],
  ]);
  const unknown = [record('camera', { device: 'of-another-agency' }), record('post', { device: null })];
  expect(devicesOf(...unknown).data.map(({ device, device_name }) => [device, device_name])).toEqual([
    ['of-another-agency', ''],
    ['', ''],
  ]);
});

test('each device of the catalogue has a name that a spreadsheet takes for text', () => {
  expect(devices.filter(({ name }) => name.trim() === '' || /^[=+\-@']/.test(name))).toEqual([]);
});
