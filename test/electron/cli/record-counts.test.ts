import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import { placedCount } from '../../../core/plan/plan.ts';
import { countedRecords, figuresOf } from '../../../core/plan/tally.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { commit, temporaryFolder, testDatabase } from '../../support/temporary-store.ts';

const drawn = [record('camera'), record('wall'), record('post', { id: 1 }), record('post', { id: 2 })];
const structured = testPlan(
  ...drawn,
  record('floor', { id: 2, name: 'Upper', order: 1 }),
  record('layer', { id: 2, name: 'Notes', order: 1 }),
  record('phase'),
  record('group'),
  record('sheet'),
);

test('every count of records is that of what is drawn', async () => {
  expect(placedCount(structured)).toBe(drawn.length);
  expect(countedRecords(figuresOf(structured).counts)).toBe(drawn.length);
  const { plans, siteId, sites } = testDatabase();
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan: structured, receivedFrom: null }));
  expect(sites.list().flatMap((site) => site.plans.map(({ records }) => records))).toEqual([drawn.length]);
  const more = record('camera', { id: 9 });
  const floor = record('floor', { id: 3, name: 'Roof', order: 2 });
  const commits = [
    commit('s1', [[null, more]]),
    commit('s2', [[null, floor]]),
    commit('s3', [[drawn[0] ?? null, null]]),
  ];
  granted(plans.save('p1', { baseVersion: 1, commits }));
  expect(granted(plans.summary('p1')).records).toBe(drawn.length);
});

test('the command line counts as the window does', async () => {
  const folder = temporaryFolder();
  const map = path.join(folder, 'map.geojson');
  fs.writeFileSync(map, writeGeojson(structured));
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const io = { version: '1.0.0', out: say, error: say, defaultDatabase: () => path.join(folder, 'none.db') };
  const plan = path.join(folder, 'plan.sallyport');
  await runCli(['import', map, '--out', plan, '--json'], io);
  await runCli(['info', plan, '--json'], io);
  for (const text of said) expect(JSON.parse(text)).toMatchObject({ records: drawn.length });
  expect(said).toHaveLength(2);
});
