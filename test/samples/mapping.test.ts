import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { MappingRule } from '../../core/mapping/mapping.ts';
import { mappingOf, writeMapping } from '../../core/mapping/mapping.ts';
import { runCli } from '../../electron/cli/run.ts';
import { planInFile } from '../support/plan-in-file.ts';
import { sample } from '../support/samples.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sallyport-map-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a sample becomes by the command line with some rules, and what that says. */
async function imported(name: string, rules: readonly MappingRule[]) {
  const out = path.join(folder, `${name}.sallyport`);
  const map = path.join(folder, `${name}.json`);
  writeFileSync(map, writeMapping(mappingOf(rules)));
  const told: string[] = [];
  const io = {
    out: (text: string) => told.push(text),
    error: (text: string) => told.push(text),
    version: '0',
    defaultDatabase: () => '',
  };
  const from = sample('geojson', `${name}.geojson`);
  const code = await runCli(['import', from, '--out', out, '--map', map, '--json'], io);
  expect([code, told.length]).toEqual([0, 1]);
  const { plan } = await planInFile(out);
  return { tables: plan.tables, remarks: JSON.parse(told[0] ?? '').remarks as readonly string[] };
}

const byAttribute = (attribute: string, value: string, more: Omit<MappingRule, 'attribute' | 'value'>) => ({
  attribute,
  value,
  ...more,
});

test('the federal buildings in Bern, of which every attribute is empty, are buildings by their geometry', async () => {
  const { tables, remarks } = await imported('bbl_bern_buildings', [
    {
      geometry: 'polygon',
      becomes: 'building',
      fields: { height: { attribute: 'extensionData.numberOfFloors', unit: 'storeys' } },
    },
  ]);
  // 132 features, six of which are several outlines; one outline has too few corners that are a millimetre apart.
  expect(tables.building.size).toBe(145);
  expect(remarks).toEqual([
    expect.stringMatching(/^Left out: feature 40 \(/),
    'Rule 1 (all polygons): 132 features read as building.',
    expect.stringMatching(
      /^From "extensionData\.numberOfFloors", height of building: read 0 ×, without a value /,
    ),
    expect.stringMatching(/have two corners in one place/),
  ]);
});

test('the airport of San Francisco is told apart by the attribute of its museum', async () => {
  const placetype = 'sfomuseum:placetype';
  const named = { name: { attribute: 'wof:name' } };
  const { tables, remarks } = await imported('sfo_airport_current', [
    ...['terminal', 'garage', 'hotel', 'hangar'].map((value) =>
      byAttribute(placetype, value, {
        becomes: 'building',
        fields: { ...named, height: { value: '60 ft' } },
      }),
    ),
    byAttribute(placetype, 'checkpoint', { becomes: 'screening', fields: { notes: named.name } }),
    byAttribute(placetype, 'gate', { becomes: 'left-out' }),
    byAttribute(placetype, 'runway', { becomes: 'road' }),
    byAttribute(placetype, 'station', { becomes: 'building' }),
  ]);
  const buildings = [...tables.building.values()];
  expect(buildings.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Harvey Milk Terminal 1', 'Central Parking Garage']),
  );
  expect(new Set(buildings.map(({ height }) => height))).toEqual(new Set([18.288]));
  expect([...tables.screening.values()].map(({ notes }) => notes)).toContain('Security Checkpoint B');
  expect([buildings.length, tables.screening.size, tables.road.size]).toEqual([12, 10, 0]);
  expect(remarks.filter((each) => each.startsWith('Rule'))).toEqual([
    `Rule 1 (features with ${placetype} "terminal"): 4 features read as building.`,
    `Rule 2 (features with ${placetype} "garage"): 5 features read as building.`,
    `Rule 3 (features with ${placetype} "hotel"): 1 feature read as building.`,
    `Rule 4 (features with ${placetype} "hangar"): 1 feature read as building.`,
    `Rule 5 (features with ${placetype} "checkpoint"): 10 features read as screening.`,
    `Rule 6 (features with ${placetype} "gate"): 156 features left out.`,
    `Rule 7 (features with ${placetype} "runway"): 8 polygons left out, since road needs a line.`,
    `Rule that fits nothing in this file: 8 (features with ${placetype} "station").`,
  ]);
});

test('the inside of an office is walls and furniture by two attributes', async () => {
  const { tables, remarks } = await imported('cc0_office_interior', [
    byAttribute('interior', 'wall', { becomes: 'wall', fields: { height: { value: 2.8 } } }),
    { attribute: 'furniture', becomes: 'obstacle' },
  ]);
  expect(new Set([...tables.wall.values()].map(({ height }) => height))).toEqual(new Set([2.8]));
  expect([tables.wall.size, tables.obstacle.size]).toEqual([70, 2]);
  expect(remarks.slice(0, 2)).toEqual([
    'Rule 1 (features with interior "wall"): 18 features read as wall.',
    'Rule 2 (features with furniture): 2 features read as obstacle.',
  ]);
});

test('a terminal with a whole record of attributes is a building with its name', async () => {
  const { tables } = await imported('sfo_terminal_single_feature_raw', [
    {
      attribute: 'wof:placetype',
      becomes: 'building',
      fields: { name: { attribute: 'wof:name' }, tag: { attribute: 'sfomuseum:terminal_id' } },
    },
  ]);
  expect([...tables.building.values()]).toMatchObject([{ name: 'Harvey Milk Terminal 1' }]);
});
