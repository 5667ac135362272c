import { expect, test } from 'vitest';
import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import { partFormats, readFormats } from '../../../core/contract/formats.ts';
import { fileFilters } from '../../../electron/ipc/handlers/file-filters.ts';
import { startInlineChild } from '../../support/inline-child.ts';
import {
  firstLayer,
  granted,
  groundRecords,
  record,
  siteFloor,
  testPlan,
} from '../../support/plan-builder.ts';
import { fileWith, windowCalls } from '../../support/window-calls.ts';

const where = { floorId: siteFloor, layerId: firstLayer, middle: { x: 0, y: 0 }, mapping: null };
const ground = JSON.stringify(groundRecords());

/** A window in which a file was chosen. */
async function chosenFile() {
  const calls = windowCalls(startInlineChild);
  calls.chosen.push(fileWith(calls.folder, 'map.geojson', writeGeojson(testPlan(record('post')))));
  const chosen = granted(await calls.call('import.choose', {}));
  return { ...calls, ...chosen };
}

test('a file is chosen by a dialog: the window learns its name, and nothing when it is closed', async () => {
  const { name, id, call } = await chosenFile();
  expect([name, id.length]).toEqual(['map.geojson', 36]);
  expect(await call('import.choose', {})).toEqual({
    ok: false,
    error: { code: 'cancelled', message: 'Nothing was chosen.' },
  });
});

test('it comes into the plan that is handed over, page by page', async () => {
  const { id, call, heardProgress } = await chosenFile();
  granted(await call('import.hold', { id: 'h', from: 0, pages: [ground] }));
  const begun = granted(await call('import.begin', { id, held: { id: 'h', pages: 1 }, ...where }));
  expect(begun).toMatchObject({ refusal: null, report: { elements: 4, records: 1 } });
  const { pages, next } = granted(await call('import.changes', { id, from: 0 }));
  expect([pages.map((page) => JSON.parse(page)), next]).toEqual([[[[null, record('post')]]], null]);
  expect(heardProgress.map(({ job }) => job)).toContain('import.bringIn');
});

test('it stays out of a plan of which pages are missing, or that another one took the place of', async () => {
  const { id, call } = await chosenFile();
  const lost = {
    ok: false,
    error: {
      code: 'refused',
      message: 'Another file was chosen meanwhile, so nothing was brought in. Choose it again.',
    },
  };
  granted(await call('import.hold', { id: 'h', from: 0, pages: [ground] }));
  expect(await call('import.begin', { id, held: { id: 'h', pages: 2 }, ...where })).toEqual(lost);
  granted(await call('import.hold', { id: 'h', from: 0, pages: [ground] }));
  granted(await call('import.hold', { id: 'other', from: 0, pages: [ground] }));
  expect(await call('import.hold', { id: 'h', from: 1, pages: [ground] })).toEqual(lost);
  expect(await call('import.begin', { id, held: { id: 'h', pages: 1 }, ...where })).toEqual(lost);
});

test('pages for an export and for a file that comes in do not meet', async () => {
  const { id, call } = await chosenFile();
  granted(await call('import.hold', { id: 'h', from: 0, pages: [ground] }));
  granted(await call('files.hold', { id: 'e', from: 0, pages: [ground] }));
  granted(await call('import.begin', { id, held: { id: 'h', pages: 1 }, ...where }));
});

test.each([
  ['import.begin', { id: 'i', held: { id: 'h', pages: 1 }, ...where, middle: { x: 1e7, y: 0 } }],
  ['import.begin', { id: 'i', held: null, ...where }],
  ['import.changes', { id: 'i', from: -1 }],
  ['jobs.cancel', { job: 'storage.backUp' }],
] as const)('%s refuses argument %#', async (name, args) => {
  expect(await windowCalls().call(name, args)).toMatchObject({ error: { code: 'bad-request' } });
});

test('dialogs offer what is read in each place, and any other file', () => {
  const all = { name: 'All files', extensions: ['*'] };
  expect(fileFilters(partFormats)).toEqual([{ name: 'GeoJSON', extensions: ['geojson', 'json'] }, all]);
  expect(fileFilters(readFormats)).toEqual([
    { name: 'Plan file or GeoJSON', extensions: ['sallyport', 'geojson', 'json'] },
    all,
  ]);
});

const trees = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { art: 'Baum' }, geometry: { type: 'Point', coordinates: [9, 50] } },
  ],
});
const posts = { sallyport: 'mapping', version: 1, rules: [{ attribute: 'art', becomes: 'post' }] };

test('a map that is not understood is stored once a person has said what its features are', async () => {
  const { call, chosen, folder, store } = windowCalls(startInlineChild);
  chosen.push(fileWith(folder, 'trees.geojson', trees));
  expect(await call('files.import', { siteId: null })).toMatchObject({
    ok: false,
    error: { code: 'not-understood', message: expect.stringMatching(/^trees\.geojson has features /) },
  });
  expect(granted(await call('sites.list', {}))).toEqual([]);
  const { id, name, survey } = granted(await call('import.foreign', { road: 'plan' }));
  expect({ name, foreign: survey.foreign }).toEqual({ name: 'trees.geojson', foreign: 1 });
  const another = await call('import.asPlan', { id: 'another', mapping: posts });
  expect(another).toMatchObject({ ok: false, error: { code: 'not-found' } });
  const { remarks } = granted(await call('import.asPlan', { id, mapping: posts }));
  expect(remarks).toEqual(['Rule 1 (features with art): 1 feature read as post.']);
  expect(granted(await call('sites.list', {}))).toHaveLength(1);
  expect(store.repositories().ok).toBe(true);
});

test('without anything said it is stored as its tags are read, and says what was left out', async () => {
  const { call, folder } = windowCalls(startInlineChild);
  const path = fileWith(folder, 'trees.geojson', trees);
  expect(await call('files.takeDropped', { path, name: 'trees.geojson' })).toMatchObject({
    ok: false,
    error: { code: 'not-understood' },
  });
  const { id } = granted(await call('import.foreign', { road: 'plan' }));
  const mapping = { sallyport: 'mapping', version: 1, rules: [] };
  const { remarks } = granted(await call('import.asPlan', { id, mapping }));
  expect(remarks).toContain('Not understood: point art=Baum (1 ×).');
});

test('nothing is foreign before a file was', async () => {
  const { call } = windowCalls(startInlineChild);
  for (const road of ['plan', 'part'])
    expect(await call('import.foreign', { road })).toMatchObject({ ok: false, error: { code: 'not-found' } });
});
