import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readMapping } from '../../../core/mapping/mapping.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { planInFile } from '../../support/plan-in-file.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sallyport-map-'));
const file = (name: string) => path.join(folder, name);
const write = (name: string, content: object | string) => {
  writeFileSync(file(name), typeof content === 'string' ? content : JSON.stringify(content));
  return file(name);
};
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]) {
  const told = { out: '', error: '' };
  const code = await runCli(argv, {
    out: (text) => {
      told.out += text;
    },
    error: (text) => {
      told.error += text;
    },
    version: '0.1.0',
    defaultDatabase: () => file('none.db'),
  });
  return { code, ...told };
}

const square = (x: number) => ({
  type: 'Polygon',
  coordinates: [
    [...[x, x + 1, x + 1].map((each, at) => [each / 1e4, Math.floor(at / 2) / 1e4]), [x / 1e4, 0]],
  ],
});
const houses = {
  type: 'FeatureCollection',
  features: [1, 2, 3].map((number) => ({
    type: 'Feature',
    properties: { objektart: 'Haus', hoehe: `${number},5` },
    geometry: square(10 * number),
  })),
};

test('features become what the mapping in a file says', async () => {
  const map = write('map.json', {
    sallyport: 'mapping',
    version: 1,
    rules: [
      {
        attribute: 'objektart',
        value: 'Haus',
        becomes: 'building',
        fields: { height: { attribute: 'hoehe' } },
      },
    ],
  });
  const out = file('houses.sallyport');
  const done = await run('import', write('houses.geojson', houses), '--out', out, '--map', map, '--json');
  expect(JSON.parse(done.out)).toEqual({
    written: out,
    records: 3,
    remarks: ['Rule 1 (features with objektart "Haus"): 3 features read as building.'],
  });
  const { plan } = await planInFile(out);
  expect([...plan.tables.building.values()].map(({ height }) => height).toSorted()).toEqual([1.5, 2.5, 3.5]);
});

test('a file of which nothing is understood is answered with its attributes', async () => {
  const done = await run('import', write('a.geojson', houses), '--out', file('a.sallyport'), '--json');
  expect(JSON.parse(done.out)).toMatchObject({
    records: 0,
    remarks: [
      expect.stringContaining('Nothing of this file is drawn'),
      'Not understood: polygon objektart=Haus (3 ×).',
      'Its features have the attributes below: say in a mapping what they are, as docs/mapping.md shows, and import it with --map FILE.',
    ],
    attributes: [
      'polygons (3): "objektart" in 3: "Haus" (3 ×)',
      'polygons (3): "hoehe" in 3: "1,5" (1 ×), "2,5" (1 ×), "3,5" (1 ×)',
    ],
  });
});

test.each<readonly [string, 1 | 2, () => string, RegExp]>([
  ['is not there', 1, () => file('none.json'), /none\.json does not exist\. Check the name\.\n$/],
  ['is at fault', 1, () => write('bad.json', '{'), /bad\.json: This mapping is not JSON: /],
  [
    'is not UTF-8',
    1,
    () => {
      writeFileSync(file('latin.json'), Buffer.from([0x7b, 0xe4, 0x7d]));
      return file('latin.json');
    },
    /latin\.json: This mapping is not UTF-8\. Save it as UTF-8\.\n$/,
  ],
])('a mapping that %s is said, and nothing is written', async (_, code, map, sentence) => {
  const out = file(`not-${code}.sallyport`);
  const done = await run('import', write('b.geojson', houses), '--out', out, '--map', map());
  expect([done.code, done.out]).toEqual([code, '']);
  expect(done.error).toMatch(sentence);
});

test('a plan file needs no mapping, and says so', async () => {
  const plan = path.resolve('resources/sample-site/harbor-street.sallyport');
  const map = write('any.json', { sallyport: 'mapping', version: 1, rules: [{ becomes: 'building' }] });
  const done = await run('import', plan, '--out', file('c.sallyport'), '--map', map);
  expect([done.code, done.error]).toEqual([2, '--map is for GeoJSON. See --help.\n']);
});

test('the mapping that the documentation shows is one', () => {
  const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/mapping.md', 'utf8')) ?? [];
  expect(readMapping(shown)).toMatchObject({ ok: true, value: { rules: { length: 4 } } });
});
