import { expect, test } from 'vitest';
import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import type { JobProgress } from '../../../core/contract/contract.ts';
import { type Mapping, mappingOf } from '../../../core/mapping/mapping.ts';
import { samePlan } from '../../../core/plan/diff.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { planOf } from '../../../core/plan/plan.ts';
import { bringIn } from '../../../renderer/app/bring-in.ts';
import type { Asked, AskMapping } from '../../../renderer/app/mapping/mapping-question.ts';
import type { AppActions } from '../../../renderer/commands/command.ts';
import { createEditor } from '../../../renderer/editor/create-editor.ts';
import { Autosave } from '../../../renderer/storage/autosave.ts';
import { uuidSource } from '../../support/editor-driver.ts';
import { startInlineChild } from '../../support/inline-child.ts';
import { groundRecords, record, testId, testPlan } from '../../support/plan-builder.ts';
import { bridgeOf, fileWith, windowCalls } from '../../support/window-calls.ts';

type Told = { readonly message: string; readonly tone?: string; readonly stays?: true };

/** A window with an open plan, in which a person chooses a file; what it tells, and how far the reading is. */
function openPlan(records: readonly PlanRecord[] = []) {
  const calls = windowCalls(startInlineChild);
  const told: Told[] = [];
  const editor = createEditor({
    plan: planOf([...groundRecords(), ...records]),
    viewport: { centre: { x: 500, y: 300 }, pixelsPerMetre: 10, widthPx: 1000, heightPx: 800 },
    newUuid: uuidSource(),
    now: () => 0,
  });
  const bridge = bridgeOf(calls);
  const autosave = new Autosave({ planId: 'p', version: 1, bridge, author: '', now: () => '' });
  const app = { tell: (message, more) => told.push({ message, ...more }) } as Pick<
    AppActions,
    'tell'
  > as AppActions;
  /** What a person says that features are; without it they take the file as it is. */
  const said: (Mapping | null)[] = [];
  const asks: Asked[] = [];
  const ask: AskMapping = async (asked) => {
    asks.push(asked);
    return said.length > 0 ? (said.shift() ?? null) : mappingOf([]);
  };
  const choose = (text: string) => calls.chosen.push(fileWith(calls.folder, 'map.geojson', text));
  const run = () => bringIn({ editor, autosave }, { app, bridge, ask });
  return { ...calls, editor, autosave, bridge, told, said, asks, choose, run, before: editor.plan };
}

const heardOf = (heard: readonly JobProgress[], job: string) => heard.filter((each) => each.job === job);
const postAt = (x: number, id = 1) => record('post', { id, at: { x, y: 300 }, tag: `GP-${id}` });

test('a file comes in as one step, selected and shown, and one undo takes all of it back', async () => {
  const { editor, told, choose, run, before } = openPlan([record('camera')]);
  editor.setTool('measure');
  choose(writeGeojson(testPlan(postAt(900), postAt(950, 2))));
  await run();
  expect([...editor.plan.tables.post.values()]).toEqual([postAt(900), postAt(950, 2)]);
  expect([...editor.selection]).toEqual([testId('post', 1), testId('post', 2)]);
  expect(editor.viewport.centre).toEqual({ x: 925, y: 300 });
  expect(editor.tool.id).toBe('select');
  expect(told).toEqual([
    {
      message:
        'Brought in from map.geojson. Features in the file: 5; records drawn of them: 2.\nLeft out, since this is a part of a plan: its settings.',
      stays: true,
      topic: 'bringIn',
    },
  ]);
  expect(editor.history.done.map(({ label }) => label)).toEqual(['edit.bringIn']);
  const after = editor.plan;
  expect(editor.travel('undo')).toBe(true);
  expect(samePlan(editor.plan, before)).toBe(true);
  expect(editor.travel('redo')).toBe(true);
  expect(samePlan(editor.plan, after)).toBe(true);
});

test('a room that walls from the file divide is in the same step, and is not selected', async () => {
  const corners = [0, 10].flatMap((x) => [0, 10].map((y) => ({ x, y })));
  const [a, b, d, c] = corners;
  const sides = [
    [a, b],
    [b, c],
    [c, d],
    [d, a],
  ] as const;
  const walls = sides.map(([from = { x: 0, y: 0 }, to = { x: 0, y: 0 }], index) =>
    record('wall', { id: index + 1, a: from, b: to, thickness: 0.2 }),
  );
  const ring = [0.1, 9.9].flatMap((x) => (x === 0.1 ? [0.1, 9.9] : [9.9, 0.1]).map((y) => ({ x, y })));
  const room = record('area', { ring: ring.toReversed(), follows: 'walls' });
  const { editor, choose, run, before } = openPlan([...walls, room]);
  choose(
    writeGeojson(testPlan(record('wall', { id: 9, a: { x: 5, y: 0 }, b: { x: 5, y: 10 }, thickness: 0.2 }))),
  );
  await run();
  expect([...editor.selection]).toEqual([testId('wall', 9)]);
  expect(editor.plan.tables.area.get(room.id)?.follows).toBe(null);
  expect(editor.history.done).toHaveLength(1);
  editor.travel('undo');
  expect(samePlan(editor.plan, before)).toBe(true);
});

test('a map lies in the middle of what is shown, on the floor and layer that are worked on', async () => {
  const floor = testId('floor', 2);
  const layer = testId('layer', 2);
  const { editor, choose, run } = openPlan([
    record('floor', { id: 2, name: 'First', order: 1 }),
    record('layer', { id: 2, name: 'Map', order: 1 }),
  ]);
  editor.show({ lens: { floor }, drawing: { layer } });
  choose(
    '{"type":"Feature","properties":{"man_made":"surveillance"},"geometry":{"type":"Point","coordinates":[9.9,53.5]}}',
  );
  await run();
  expect([...editor.plan.tables.camera.values()]).toMatchObject([{ at: { x: 500, y: 300 }, floor, layer }]);
  expect(editor.view.lens.floor).toBe(floor);
});

test('a layer that takes nothing says so before a file is asked for', async () => {
  const { editor, told, chosen, run } = openPlan([record('layer', { id: 2, order: 1, locked: true })]);
  editor.show({ drawing: { layer: testId('layer', 2) } });
  chosen.push('never asked for');
  await run();
  expect(told).toEqual([{ message: 'The active layer is locked. Unlock it, or choose another layer.' }]);
  expect(chosen).toHaveLength(1);
});

test('a dialog that is closed says and changes nothing', async () => {
  const { editor, told, run, before } = openPlan();
  await run();
  expect([told, editor.plan]).toEqual([[], before]);
});

test('one that is cancelled while it is read changes nothing', async () => {
  const { editor, told, choose, run, before, bridge, heardProgress } = openPlan();
  choose(writeGeojson(testPlan(...Array.from({ length: 3000 }, (_, id) => postAt(id, id + 1)))));
  const running = run();
  while (heardOf(heardProgress, 'import.bringIn').length === 0)
    await new Promise((resolve) => setTimeout(resolve, 1));
  await bridge['jobs.cancel']({ job: 'import.bringIn' });
  await running;
  expect(editor.plan).toBe(before);
  expect(editor.history.done).toEqual([]);
  // Whoever cancels says so.
  expect(told).toEqual([]);
});

test.each<readonly [string, (window: ReturnType<typeof openPlan>) => unknown, RegExp]>([
  [
    'changed',
    ({ editor }) =>
      editor.commit({
        label: 'edit.add.post',
        diff: new Map([[testId('post', 7), { before: null, after: postAt(1, 7) }]]),
      }),
    /^This plan was changed while map\.geojson was read, so nothing was brought in\. Bring it in again\.$/,
  ],
  ['undone', ({ editor }) => editor.travel('undo'), /^This plan was changed while map\.geojson was read/],
  [
    'closed',
    ({ autosave }) => autosave.close(),
    /^The plan was closed while map\.geojson was read\. Nothing was brought in\.$/,
  ],
])(
  'into a plan that is %s meanwhile nothing comes, and one sentence says so',
  async (_, meanwhile, sentence) => {
    const window = openPlan();
    const { editor, told, choose, run, heardProgress } = window;
    editor.commit({
      label: 'edit.add.post',
      diff: new Map([[testId('post', 9), { before: null, after: postAt(9, 9) }]]),
    });
    choose(writeGeojson(testPlan(postAt(900), postAt(950, 2))));
    const running = run();
    while (heardOf(heardProgress, 'import.bringIn').length === 0)
      await new Promise((resolve) => setTimeout(resolve, 1));
    meanwhile(window);
    const plan = editor.plan;
    await running;
    expect(editor.plan).toBe(plan);
    expect(told).toEqual([{ message: expect.stringMatching(sentence), tone: 'fail' }]);
  },
);

test('a file of which nothing can come in says why with its report, one at fault where', async () => {
  const { editor, told, choose, run, before } = openPlan();
  const collection = (properties: object) =>
    JSON.stringify({
      type: 'FeatureCollection',
      coordinates: 'plan-metres',
      features: [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [1, 2] } }],
    });
  choose(collection({ amenity: 'bench' }));
  await run();
  choose(collection({ kind: 'camera', height: -1 }));
  await run();
  expect(told).toEqual([
    {
      message: [
        'Nothing was brought in from map.geojson. There is nothing in it to insert. Choose another one.',
        'Nothing of this file is drawn: its features have neither a kind nor tags of OpenStreetMap that are known here. Say what they are, or export it again with one of them.',
        'Not understood: point amenity=bench (1 ×).',
      ].join('\n'),
      tone: 'fail',
      stays: true,
      topic: 'bringIn',
    },
    {
      message: [
        'Nothing was brought in from map.geojson. There is nothing in it to insert. Choose another one.',
        'Nothing of this file is drawn: what is understood of it is left out.',
        'Left out: feature 1 (as a camera, "height" must be at least 0).',
      ].join('\n'),
      tone: 'fail',
      stays: true,
      topic: 'bringIn',
    },
  ]);
  expect(editor.plan).toBe(before);
});

test('what would make the plan larger than one may be comes in not at all, and says so', async () => {
  const around = (x: number, y: number) =>
    Array.from({ length: 101 }, (_, corner) => {
      const angle = (2 * Math.PI * corner) / 101;
      return { x: x + 2 * Math.cos(angle), y: y + 2 * Math.sin(angle) };
    });
  const ring = [0, 500].flatMap((x) => (x === 0 ? [0, 500] : [500, 0]).map((y) => ({ x, y }))).toReversed();
  const holes = Array.from({ length: 1000 }, (_, hole) =>
    around(10 + 10 * (hole % 40), 10 + 10 * Math.floor(hole / 40)),
  );
  const { editor, told, choose, run, before } = openPlan();
  choose(writeGeojson(testPlan(postAt(900), record('area', { ring, holes }))));
  await run();
  expect(editor.plan).toBe(before);
  expect(told).toEqual([
    { message: expect.stringMatching(/more than 100,000 corners, and nothing was changed/) },
  ]);
});

const register = JSON.stringify({
  type: 'FeatureCollection',
  features: [4, 5].map((hoehe) => ({
    type: 'Feature',
    properties: { art: 'Haus', hoehe },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [9, 50],
          [9.001, 50],
          [9.001, 50 + hoehe / 1e4],
          [9, 50],
        ],
      ],
    },
  })),
});
const buildings = mappingOf([
  { attribute: 'art', value: 'Haus', becomes: 'building', fields: { height: { attribute: 'hoehe' } } },
]);

test('features that are not understood are asked about, and come in as what a person says', async () => {
  const { editor, told, said, asks, choose, run } = openPlan();
  said.push(buildings);
  choose(register);
  await run();
  expect(asks).toMatchObject([{ name: 'map.geojson', road: 'part', survey: { features: 2, foreign: 2 } }]);
  expect([...editor.plan.tables.building.values()].map(({ height }) => height).toSorted()).toEqual([4, 5]);
  expect(told[0]?.message).toContain('Rule 1 (features with art "Haus"): 2 features read as building.');
  expect(editor.history.done).toHaveLength(1);
});

test('who does not want to say it gets nothing of the file', async () => {
  const { editor, told, said, choose, run, before } = openPlan();
  said.push(null);
  choose(register);
  await run();
  expect([editor.plan, told]).toEqual([before, []]);
});

test('a file that is wholly understood is not asked about', async () => {
  const { asks, choose, run } = openPlan();
  choose(register.replaceAll('"art":"Haus"', '"building":"yes"'));
  await run();
  expect(asks).toEqual([]);
});
