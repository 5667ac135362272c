import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit, type PlanDiff, samePlan } from '../../../core/plan/diff.ts';
import { allRecords } from '../../../core/plan/plan.ts';
import { createEditor } from '../../../renderer/editor/create-editor.ts';
import type { Editor } from '../../../renderer/editor/editor.ts';
import type { HistoryEntry } from '../../../renderer/editor/history.ts';
import { refusalSentences } from '../../../renderer/messages/refusals.ts';
import { uuidSource } from '../../support/editor-driver.ts';
import { type Action, Session, turns } from '../../support/journalled-session.ts';
import { granted, record, testId, testPlan } from '../../support/plan-builder.ts';
import { type WindowCalls, windowCalls } from '../../support/window-calls.ts';

function randomEdit(editor: Editor, { camera, x }: Action): PlanDiff {
  return edit(editor.plan, (draft) => {
    const id = testId('camera', camera);
    const before = draft.get(id);
    if (before && x === 0) draft.remove(id);
    else
      draft.put(before ? { ...before, at: { x, y: 0 } } : record('camera', { id: camera, at: { x, y: 0 } }));
  });
}

const actions = fc.array(
  fc.record({
    type: fc.constantFrom<Action['type']>(
      ...(['edit', 'edit', 'edit', 'undo', 'undo', 'redo', 'settle', 'reopen', 'fail'] as const),
    ),
    camera: fc.integer({ min: 1, max: 3 }),
    x: fc.integer({ min: 0, max: 5 }),
    merges: fc.boolean(),
    later: fc.constantFrom(0, 300, 1500),
  }),
  { maxLength: 30 },
);

async function withPlan() {
  const calls = windowCalls();
  const { sites, plans } = granted(calls.store.repositories());
  const siteId = granted(sites.create('Site')).id;
  granted(plans.create({ id: 'p1', siteId, name: 'x', plan: testPlan(), receivedFrom: null }));
  return calls;
}

/** What is open anew knows neither what was selected before a step nor what a nudge belonged to. */
function reopenedWhole(whole: Editor, clock: { readonly nowMs: number }): Editor {
  const forgotten = (entries: readonly HistoryEntry[]) =>
    entries.map((entry) => ({ ...entry, selectionBefore: new Set<never>(), mergeKey: null }));
  const { done, undone } = whole.history;
  return createEditor({
    plan: whole.plan,
    history: { done: forgotten(done), undone: forgotten(undone) },
    newUuid: uuidSource(clock.nowMs + 1_000_000),
    now: () => clock.nowMs,
  });
}

function act(editor: Editor, action: Action): void {
  if (action.type === 'undo' || action.type === 'redo') {
    editor.travel(action.type);
    return;
  }
  const mergeKey = action.merges ? { mergeKey: 'nudge' } : {};
  editor.commit({ label: 'label', diff: randomEdit(editor, action), ...mergeKey });
  editor.select([testId('camera', action.camera)]);
}

function expectSame(session: Session, whole: Editor): void {
  const { editor } = session;
  expect([...allRecords(editor.plan)]).toEqual([...allRecords(whole.plan)]);
  expect([...editor.selection]).toEqual([...whole.selection]);
  const depths = (['done', 'undone'] as const).map(
    (stack) => editor.history[stack].length + editor.history.deeper[stack],
  );
  expect(depths).toEqual([whole.history.done.length, whole.history.undone.length]);
}

/** Does one thing in both; gives the editor with all steps at hand, which may be a new one. */
async function actInBoth(
  action: Action,
  { session, whole, clock }: { session: Session; whole: Editor; clock: { nowMs: number } },
): Promise<Editor> {
  if (action.type === 'settle') await session.settle();
  else if (action.type === 'fail') session.isDiskFull = true;
  else if (action.type === 'reopen') {
    await session.reopen();
    return reopenedWhole(whole, clock);
  } else {
    for (const editor of [session.editor, whole]) act(editor, action);
    if (session.editor.history.isWaiting) await session.settle();
  }
  return whole;
}

test('with every step fetched from the journal the plan is what it is with all of them at hand', async () => {
  const property = fc.asyncProperty(actions, async (list) => {
    const clock = { nowMs: 0 };
    const session = await Session.of(await withPlan(), clock);
    let whole = createEditor({ plan: testPlan(), newUuid: uuidSource(900_000), now: () => clock.nowMs });
    for (const action of list) {
      clock.nowMs += action.later;
      whole = await actInBoth(action, { session, whole, clock });
      expectSame(session, whole);
    }
    await session.reopen();
    expect(samePlan(session.editor.plan, whole.plan)).toBe(true);
    while (whole.travel('undo')) {
      expect(session.editor.travel('undo')).toBe(true);
      await session.settle();
      expect(samePlan(session.editor.plan, whole.plan)).toBe(true);
    }
    expect(session.editor.travel('undo')).toBe(false);
    expect(session.news.filter(({ said }) => said !== null)).toEqual([]);
  });
  await fc.assert(property, { seed: 20261129, numRuns: 60 });
}, 240_000);

async function edited(count: number) {
  const calls = await withPlan();
  const clock = { nowMs: 0 };
  const session = await Session.of(calls, clock);
  const edits = async (first: number, last: number) => {
    for (let x = first; x <= last; x += 1) {
      const action: Action = { type: 'edit', camera: 1, x, merges: false, later: 0 };
      session.editor.commit({ label: 'label', diff: randomEdit(session.editor, action) });
    }
  };
  await edits(1, count);
  const place = () => [...session.editor.plan.tables.camera.values()][0]?.at.x ?? null;
  return { calls, clock, session, edits, place };
}

test('what is not on disk stays, however little room there is; then the newest step alone does', async () => {
  const { session, place } = await edited(0).then(async (all) => {
    all.session.isDiskFull = true;
    await all.edits(1, 30);
    return all;
  });
  await turns();
  expect([session.editor.history.done.length, session.editor.history.deeper.done]).toEqual([30, 0]);
  await session.settle();
  expect([session.editor.history.done.length, session.editor.history.deeper.done]).toEqual([1, 29]);
  expect(place()).toBe(30);
});

test('a step leaves only when it is on disk itself, not when one before it is', async () => {
  const { session, edits, place } = await edited(0);
  session.savesLeft = 1;
  await edits(1, 5);
  while (session.editor.history.deeper.done === 0) await turns();
  await turns();
  expect([session.editor.history.done.length, session.editor.history.deeper.done]).toEqual([4, 1]);
  for (const x of [4, 3, 2, 1]) {
    expect(session.editor.travel('undo')).toBe(true);
    expect(place()).toBe(x);
  }
});

test('keys that wait for a step are not lost and keep their order, and it is told that they wait', async () => {
  const { session, place } = await edited(5);
  await session.reopen();
  for (const direction of ['undo', 'undo', 'undo', 'redo'] as const)
    expect(session.editor.travel(direction)).toBe(true);
  expect(place()).toBe(5);
  expect(session.news.at(-1)).toEqual({ isWaiting: true, said: null });
  await session.settle();
  expect(place()).toBe(3);
  expect(session.news.at(-1)).toEqual({ isWaiting: false, said: null });
});

test('an edit that is made meanwhile is not taken back by a key from before it', async () => {
  const { session, place, edits } = await edited(3);
  await session.reopen();
  session.editor.travel('undo');
  await edits(9, 9);
  await session.settle();
  expect(place()).toBe(9);
  for (const x of [3, 2, 1, null]) {
    session.editor.travel('undo');
    await session.settle();
    expect(place()).toBe(x);
  }
});

test('redo that an edit cleared while it was read does not come back', async () => {
  const { session, edits } = await edited(5);
  await session.reopen();
  for (let undo = 0; undo < 4; undo += 1) session.editor.travel('undo');
  await session.reopen();
  expect(session.editor.history.deeper.undone).toBe(4);
  session.editor.travel('redo');
  await edits(9, 9);
  await session.settle();
  expect([session.editor.history.undone.length, session.editor.history.deeper.undone]).toEqual([0, 0]);
  expect(session.editor.travel('redo')).toBe(false);
});

/** The database of a session, as another program would reach it. */
function changedBehind(calls: WindowCalls, sql: string): void {
  const db = new Database(path.join(calls.folder, 'database', 'sallyport.db'));
  db.exec(sql);
  db.close();
}

test.each([
  ['is damaged', `UPDATE change SET diff = '[]' WHERE seq = 2`, 'undo.damaged'],
  ['is of a newer format', 'UPDATE change SET format = 99 WHERE seq = 2', 'undo.too-new'],
  [
    'is not of this plan',
    'UPDATE change SET (diff, checksum, size) = (SELECT diff, checksum, size FROM change WHERE seq = 4) WHERE seq = 2',
    'undo.damaged',
  ],
])('a step that %s ends undo there with a sentence, and the work goes on', async (_, sql, said) => {
  const { calls, session, place, edits } = await edited(4);
  await session.settle();
  changedBehind(calls, sql);
  await session.reopen();
  session.editor.history.begin();
  for (const x of [3, 2, 2, 2]) {
    session.editor.travel('undo');
    await session.settle();
    expect(place()).toBe(x);
  }
  const told = session.news.map((news) => news.said).filter((each) => each !== null);
  expect(told).toEqual([said, said]);
  expect(Object.hasOwn(refusalSentences, said)).toBe(true);
  await edits(8, 8);
  await session.reopen();
  expect(place()).toBe(8);
  session.editor.travel('undo');
  await session.settle();
  expect(place()).toBe(2);
});

test.each([
  ['in the middle', 'DELETE FROM change WHERE seq = 2', [3, 2, 2, 2]],
  ['the first', 'DELETE FROM change WHERE seq = 1', [3, 2, 1, 1]],
  ['the last', 'DELETE FROM change WHERE seq = 4', [4, 4, 4, 4]],
  ['all of them', 'DELETE FROM change', [4, 4, 4, 4]],
])(
  'rows that are lost, %s, end undo there with a sentence, also for what comes after',
  async (_, sql, places) => {
    const { calls, session, place, edits } = await edited(4);
    await session.settle();
    changedBehind(calls, sql);
    await session.reopen();
    for (const x of places) {
      session.editor.travel('undo');
      await session.settle();
      expect(place()).toBe(x);
    }
    expect(session.news.at(-1)).toEqual({ isWaiting: false, said: 'undo.damaged' });
    // The number of a lost row is not given to another: the gap stays one.
    const end = place();
    await edits(8, 8);
    await session.reopen();
    await edits(9, 9);
    await session.reopen();
    for (const x of [8, end, end]) {
      session.editor.travel('undo');
      await session.settle();
      expect(place()).toBe(x);
    }
    expect(session.news.at(-1)).toEqual({ isWaiting: false, said: 'undo.damaged' });
  },
);

test('redo does not cross rows that are lost', async () => {
  const { calls, session, place } = await edited(4);
  for (let undo = 0; undo < 2; undo += 1) session.editor.travel('undo');
  await session.settle();
  changedBehind(calls, 'DELETE FROM change WHERE seq = 6');
  await session.reopen();
  expect(session.editor.travel('redo')).toBe(false);
  expect(place()).toBe(2);
});

test('what undo would leave as no sound plan is refused: a wall goes with its door or not at all', async () => {
  const { calls, session } = await edited(1);
  const { editor } = session;
  const [wall, door] = [record('wall'), record('opening', { wall: testId('wall', 1) })];
  editor.commit({ label: 'edit.draw', diff: new Map([[wall.id, { before: null, after: wall }]]) });
  await session.settle();
  await session.reopen();
  // As a journal looks that has lost the door's row, and knows nothing of it.
  const put = `INSERT INTO record (plan_id, id, kind, body) VALUES ('p1', '${door.id}', 'opening', '${JSON.stringify(door)}')`;
  changedBehind(calls, `${put}; UPDATE plan SET records = records + 1`);
  await session.reopen();
  expect(session.editor.plan.tables.opening.size).toBe(1);
  session.editor.travel('undo');
  await session.settle();
  expect(session.news.at(-1)).toEqual({ isWaiting: false, said: 'undo.damaged' });
  const { wall: walls, opening: doors } = session.editor.plan.tables;
  expect([walls.size, doors.size]).toEqual([1, 1]);
});

test('a step that cannot be read now is told with the reason, and is read the next time', async () => {
  const { calls, session, place } = await edited(2);
  await session.reopen();
  const { handlers } = calls;
  const { 'plans.steps': steps } = handlers;
  const error = { code: 'unreadable', message: 'The disk could not be read.' } as const;
  Object.assign(handlers, { 'plans.steps': async () => ({ ok: false, error }) });
  session.editor.travel('undo');
  await turns();
  expect(session.news.at(-1)).toEqual({ isWaiting: false, said: { sentence: error.message } });
  expect(place()).toBe(2);
  Object.assign(handlers, { 'plans.steps': steps });
  session.editor.travel('undo');
  await session.settle();
  expect(place()).toBe(1);
});

test('what was selected before a step that left the window is selected again when it is taken back', async () => {
  const { session, edits, place } = await edited(1);
  session.editor.select([testId('camera', 1)]);
  await edits(2, 2);
  session.editor.select([]);
  await edits(3, 4);
  await session.settle();
  expect(session.editor.history.deeper.done).toBe(3);
  for (const [x, selected] of [
    [3, []],
    [2, []],
    [1, [testId('camera', 1)]],
  ] as const) {
    session.editor.travel('undo');
    await session.settle();
    expect([place(), [...session.editor.selection]]).toEqual([x, selected]);
  }
});

test('a step that a nudge may still join does not leave', async () => {
  const { session, clock, edits, place } = await edited(0);
  const nudge = (x: number) => {
    const diff = randomEdit(session.editor, { type: 'edit', camera: 1, x, merges: true, later: 0 });
    session.editor.commit({ label: 'label', diff, mergeKey: 'nudge' });
  };
  nudge(1);
  await edits(2, 2);
  await session.settle();
  session.editor.travel('undo');
  clock.nowMs += 300;
  nudge(3);
  expect([place(), session.editor.history.done.length]).toEqual([3, 1]);
  session.editor.travel('undo');
  expect(place()).toBe(null);
});

test('a step that was taken back stays until that is on disk, so that redo finds it', async () => {
  const { session, place } = await edited(3);
  await session.settle();
  session.isDiskFull = true;
  for (const direction of ['undo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) {
    session.editor.travel(direction);
    while (session.editor.history.isWaiting) await turns();
  }
  expect(place()).toBe(3);
  expect(session.news.filter(({ said }) => said !== null)).toEqual([]);
});
