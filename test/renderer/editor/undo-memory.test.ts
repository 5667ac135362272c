import { expect, test } from 'vitest';
import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { ok } from '../../../core/result.ts';
import { type ReadSteps, type UndoNews, UndoSteps } from '../../../renderer/editor/undo-steps.ts';
import { stepReader } from '../../../renderer/storage/read-steps.ts';
import { testId } from '../../support/plan-builder.ts';

const turns = () => new Promise((resolve) => setTimeout(resolve, 2));
const idsOf = (count: number, first = 1): ReadonlySet<AnyId> =>
  new Set(Array.from({ length: count }, (_, index) => testId('camera', first + index)));
const entryOf = (step: number, selectionBefore: ReadonlySet<AnyId>) => ({
  step: String(step),
  label: 'label',
  mergeKey: null,
  atMs: step * 2000,
  undoneBy: null,
  diff: new Map(),
  selectionBefore,
});
const alone = { now: () => 1_000_000, travel: () => true, tell: () => undefined };

test('a call for steps that is lost ends the wait with one sentence, and the next press asks again', async () => {
  let asked = 0;
  const lost = () => {
    asked += 1;
    return Promise.reject(new Error('reply was never sent'));
  };
  const news: UndoNews[] = [];
  const steps = new UndoSteps({
    ...alone,
    history: { done: [], undone: [], deeper: { done: 2, undone: 0 } },
    readSteps: stepReader({ 'plans.steps': lost, 'plans.changes': lost }, 'p1'),
    tell: (each) => news.push(each),
  });
  for (const times of [1, 2]) {
    steps.wait('undo');
    await turns();
    expect([asked, steps.isWaiting]).toEqual([times, false]);
    const sentence = 'The earlier steps could not be read (reply was never sent). Try again.';
    expect(news.flatMap(({ said }) => said ?? [])).toEqual(
      Array.from({ length: times }, () => ({ sentence })),
    );
  }
});

test('very large selections are kept with few steps', () => {
  const readSteps = () => new Promise<never>(() => undefined);
  const steps = new UndoSteps({ ...alone, readSteps, undoBudget: 100_000 });
  for (let step = 0; step < 500; step += 1) {
    steps.push(entryOf(step, idsOf(2000, (step % 2) * 2000 + 1)));
    steps.saved([100]);
  }
  const held = steps.done.reduce((sum, { selectionBefore }) => sum + selectionBefore.size, 0);
  expect(held).toBeLessThanOrEqual(10_000);
  expect(steps.deeper.done + steps.done.length).toBe(500);
});

test('of the selections before steps that left only those of few records come back', async () => {
  const readSteps: ReadSteps = async ({ upTo }) =>
    ok([{ entry: entryOf(upTo - 1, new Set()), characters: 100 }]);
  const selected: (number | undefined)[] = [];
  const travel = () => {
    selected.push(steps.done.at(-1)?.selectionBefore.size);
    steps.travelled('undo', `undo ${selected.length}`);
    return true;
  };
  const steps = new UndoSteps({ ...alone, readSteps, travel, undoBudget: 1 });
  for (const [step, count] of [1000, 1001, 0].entries()) {
    steps.push(entryOf(step, idsOf(count)));
    steps.saved([100]);
  }
  expect(steps.deeper.done).toBe(2);
  for (let press = 0; press < 3; press += 1) {
    steps.wait('undo');
    await turns();
  }
  expect(selected).toEqual([0, 0, 1000]);
});
