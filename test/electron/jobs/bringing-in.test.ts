import { expect, onTestFinished, test } from 'vitest';
import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import { encodePlan } from '../../../core/codec/plan-file.ts';
import type { JobProgress, Value } from '../../../core/contract/contract.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { allRecords, type Plan } from '../../../core/plan/plan.ts';
import { readPage } from '../../../core/records/packed-change.ts';
import { packArchive } from '../../../electron/files/plan-archive.ts';
import { bringInJob } from '../../../electron/jobs/bring-in-job.ts';
import { BringingIn } from '../../../electron/jobs/bringing-in.ts';
import type { StartJobChild } from '../../../electron/jobs/job-child.ts';
import { Jobs } from '../../../electron/jobs/jobs.ts';
import { startInlineChild } from '../../support/inline-child.ts';
import { startNodeChild } from '../../support/node-child.ts';
import { firstLayer, granted, record, siteFloor, testPlan } from '../../support/plan-builder.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';
import { fileWith } from '../../support/window-calls.ts';

const pagesOf = (plan: Plan) => [JSON.stringify([...allRecords(plan)])];
const here = { floorId: siteFloor, layerId: firstLayer, middle: { x: 0, y: 0 }, mapping: null };
const notes = 'n'.repeat(6000);
const posts = (count: number) =>
  Array.from({ length: count }, (_, id) => record('post', { id: id + 1, at: { x: id, y: 0 }, notes }));

function bringingIn(startChild: StartJobChild = startInlineChild) {
  const folder = temporaryFolder();
  const jobs = new Jobs(startChild);
  onTestFinished(() => jobs.cancelAll());
  const heard: JobProgress[] = [];
  const bringing = new BringingIn({ jobs, onProgress: (progress) => heard.push(progress) });
  const choose = (name: string, content: Uint8Array | string) =>
    bringing.choose(fileWith(folder, name, content));
  return { folder, jobs, bringing, heard, choose };
}

/** All pages of an edit, as the window fetches them. */
function fetched(bringing: BringingIn, id: string) {
  const records: (PlanRecord | null)[] = [];
  let calls = 0;
  for (let from: number | null = 0; from !== null; calls += 1) {
    const part: Value<'import.changes'> = granted(bringing.changes({ id, from }));
    for (const page of part.pages)
      for (const { before, after } of readPage<PlanRecord>(page)) {
        expect(before).toBe(null);
        records.push(after);
      }
    from = part.next;
  }
  return { records, calls };
}

test('a chosen file is an edit of the plan of the window, told from its beginning to the last page', async () => {
  const { bringing, heard, choose } = bringingIn(startNodeChild);
  const brought = posts(1000);
  const { id, name } = choose('posts.geojson', writeGeojson(testPlan(...brought)));
  expect(name).toBe('posts.geojson');
  const begun = granted(await bringing.begin({ id, ...here }, pagesOf(testPlan(record('camera')))));
  expect(begun).toEqual({
    refusal: null,
    report: {
      elements: 1003,
      records: 1000,
      remarks: ['Left out, since this is a part of a plan: its settings.'],
    },
  });
  expect(heard.at(-1)?.done).toBeLessThan(1);
  const { records, calls } = fetched(bringing, id);
  expect(records).toEqual(brought);
  expect(calls).toBeGreaterThan(1);
  const told = heard.map(({ done }) => done);
  expect(told).toEqual([...told].sort((first, second) => first - second));
  expect([told[0], told.at(-1), told.filter((done) => done === 1)]).toEqual([0, 1, [1]]);
  expect(new Set(heard.map((each) => `${each.job} ${each.name}`))).toEqual(
    new Set(['import.bringIn posts.geojson']),
  );
  // They are fetched once.
  expect(bringing.changes({ id, from: 0 })).toMatchObject({ error: { code: 'cancelled' } });
});

test('one that is cancelled gives nothing, while it is read and once it was read', async () => {
  const { bringing, heard, choose } = bringingIn();
  const text = writeGeojson(testPlan(...posts(300)));
  const cancelled = {
    ok: false,
    error: { code: 'cancelled', message: 'The reading of the file was cancelled. Nothing was brought in.' },
  };
  const first = choose('first.geojson', text);
  const running = bringing.begin({ id: first.id, ...here }, pagesOf(testPlan()));
  while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  bringing.cancel();
  expect(await running).toEqual(cancelled);
  expect(bringing.changes({ id: first.id, from: 0 })).toEqual(cancelled);
  expect(heard.at(-1)).toMatchObject({ done: 1 });

  const second = choose('second.geojson', text);
  granted(await bringing.begin({ id: second.id, ...here }, pagesOf(testPlan())));
  expect(heard.at(-1)?.done).toBeLessThan(1);
  bringing.cancel();
  expect(heard.at(-1)).toMatchObject({ name: 'second.geojson', done: 1 });
  expect(bringing.changes({ id: second.id, from: 0 })).toEqual(cancelled);
});

test('a file is read once, and none that was chosen before', async () => {
  const { bringing, choose } = bringingIn();
  const text = writeGeojson(testPlan(record('post')));
  const [first, second] = [choose('first.geojson', text), choose('second.geojson', text)];
  const begin = (id: string) => bringing.begin({ id, ...here }, pagesOf(testPlan()));
  const notChosen = {
    error: { code: 'not-found', message: 'That file is no longer chosen. Choose it again.' },
  };
  expect(await begin(first.id)).toMatchObject(notChosen);
  granted(await begin(second.id));
  expect(await begin(second.id)).toMatchObject(notChosen);
});

test('a reading that needs too much memory ends with a sentence, and nothing of it is kept', async () => {
  const heard: JobProgress[] = [];
  const jobs = new Jobs(() => ({ tell: () => undefined, kill: () => undefined, residentBytes: () => 3e9 }));
  const bringing = new BringingIn({ jobs, onProgress: (progress) => heard.push(progress) });
  const { id } = bringing.choose('/folder/large.geojson');
  expect(await bringing.begin({ id, ...here }, [])).toEqual({
    ok: false,
    error: {
      code: 'failed',
      message:
        'large.geojson: The reading of the file needed more than 2,500 MB of memory and was ended. Nothing was brought in. Divide the file, or cut it to the site first.',
    },
  });
  expect(heard.at(-1)).toMatchObject({ done: 1 });
  expect(bringing.changes({ id, from: 0 })).toMatchObject({ ok: false });
});

const context = { progress: () => undefined, give: async () => undefined };
const run = async (content: Uint8Array | string, pages: readonly string[] = pagesOf(testPlan())) =>
  bringInJob({ file: fileWith(temporaryFolder(), 'map.geojson', content), pages, ...here }, context);

test('what is none of its files, and what the window cannot have, is refused in a sentence', async () => {
  const parcel = { planId: 'p', planName: 'P', siteName: 'S', plan: testPlan(), attachments: new Map() };
  const messages = [
    await run(await packArchive(encodePlan(parcel, '1'))),
    await run('<svg/>'),
    await run(''),
    await run('{"type":"FeatureCollection"'),
    await run(writeGeojson(testPlan()), ['[{"id":"post:1"}]']),
    await run(writeGeojson(testPlan()), ['[']),
  ].map((answer) => (answer.ok ? 'It was read.' : `${answer.error.code}: ${answer.error.message}`));
  expect(messages).toEqual([
    'unreadable: This is a plan file, which opens as a plan of its own: use “Import a plan file or GeoJSON”.',
    'unreadable: This is not GeoJSON. Choose a .geojson file.',
    'unreadable: This is not GeoJSON. Choose a .geojson file.',
    expect.stringMatching(/^unreadable: This file is not GeoJSON: it is cut short/),
    expect.stringMatching(/^refused: What the window holds cannot be read: /),
    expect.stringMatching(/^refused: What the window holds cannot be read: /),
  ]);
});

test('what the plan cannot take is no error: its reason comes with the report', async () => {
  const hidden = testPlan(record('layer', { locked: true }));
  expect(await run(writeGeojson(testPlan(record('post'))), pagesOf(hidden))).toMatchObject({
    value: { refusal: 'layer-locked', report: { elements: 4, records: 0 } },
  });
});
