import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoredCommit } from '../../../../core/contract/shapes.ts';
import { applyDiff, edit, type PlanDiff, samePlan } from '../../../../core/plan/diff.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { invertDiff } from '../../../../core/records/diff.ts';
import { type JournalCommit, StepStacks } from '../../../../electron/storage/journal/step-stacks.ts';
import {
  afterRedo,
  afterUndo,
  emptyHistory,
  type History,
  type HistoryEntry,
  pushEntry,
} from '../../../../renderer/editor/history.ts';
import { allSteps } from '../../../support/journal-steps.ts';
import { granted, record, testId, testPlan } from '../../../support/plan-builder.ts';
import { testDatabase } from '../../../support/temporary-store.ts';

const row = (seq: number, step: string, undoes: string | null = null) => ({
  seq,
  step,
  undoes,
  label: `label ${step}`,
  at: `at ${seq}`,
});

function stepsOfJournal(commits: readonly JournalCommit[]) {
  const stacks = new StepStacks();
  for (const commit of commits) stacks.take(commit);
  return { done: stacks.done, undone: stacks.undone };
}

describe('the stacks of a journal', () => {
  test('commits of one step that follow each other are one entry', () => {
    expect(stepsOfJournal([row(1, 'a'), row(2, 'b'), row(3, 'b')])).toEqual({
      done: [
        { step: 'a', undoneBy: null, label: 'label a', at: 'at 1', seqs: [1] },
        { step: 'b', undoneBy: null, label: 'label b', at: 'at 3', seqs: [2, 3] },
      ],
      undone: [],
    });
  });

  test('an undo moves the newest step over; a redo brings it back under its own name', () => {
    const journal = [row(1, 'a'), row(2, 'b'), row(3, 'u', 'b')];
    expect(stepsOfJournal(journal)).toEqual({
      done: [{ step: 'a', undoneBy: null, label: 'label a', at: 'at 1', seqs: [1] }],
      undone: [{ step: 'b', undoneBy: 'u', label: 'label b', at: 'at 2', seqs: [2] }],
    });
    expect(stepsOfJournal([...journal, row(4, 'r', 'u')])).toEqual({
      done: [
        { step: 'a', undoneBy: null, label: 'label a', at: 'at 1', seqs: [1] },
        { step: 'r', undoneBy: null, label: 'label b', at: 'at 4', seqs: [2] },
      ],
      undone: [],
    });
  });

  test('a new step after an undo clears what could be redone', () => {
    const { done, undone } = stepsOfJournal([row(1, 'a'), row(2, 'u', 'a'), row(3, 'c')]);
    expect([done.map(({ step }) => step), undone]).toEqual([['c'], []]);
  });
});

type Session = { plan: Plan; history: History; commits: StoredCommit[] };
type Action = {
  readonly type: 'edit' | 'undo' | 'redo';
  readonly camera: number;
  readonly x: number;
  readonly merges: boolean;
};

const stored = (diff: PlanDiff): StoredCommit['diff'] => [...diff].map(([id, change]) => ({ id, ...change }));

function write(session: Session, diff: PlanDiff, step: string, undoes: string | null): void {
  session.plan = applyDiff(session.plan, diff);
  const at = `2026-11-24T09:00:${String(session.commits.length).padStart(2, '0')}.000Z`;
  session.commits.push({ label: 'label', author: '', at, step, undoes, diff: stored(diff) });
}

function makeEdit(session: Session, { camera, x, merges }: Action, newStep: string): void {
  const diff = edit(session.plan, (draft) => {
    const id = testId('camera', camera);
    const before = draft.get(id);
    if (before && x === 0) draft.remove(id);
    else
      draft.put(before ? { ...before, at: { x, y: 0 } } : record('camera', { id: camera, at: { x, y: 0 } }));
  });
  if (diff.size === 0) return;
  const top = session.history.done.at(-1);
  const step = merges && top?.mergeKey === 'nudge' ? top.step : newStep;
  const mergeKey = merges ? 'nudge' : null;
  const entry = {
    step,
    label: 'label',
    diff,
    selectionBefore: new Set<never>(),
    mergeKey,
    atMs: 0,
    undoneBy: null,
  };
  session.history = pushEntry(session.history, entry);
  write(session, diff, step, null);
}

function act(session: Session, action: Action, index: number): void {
  const newStep = `step-${index}`;
  const { done, undone } = session.history;
  if (action.type === 'edit') makeEdit(session, action, newStep);
  if (action.type === 'edit') return;
  const entry = action.type === 'undo' ? done.at(-1) : undone.at(-1);
  if (!entry) return;
  if (action.type === 'undo') write(session, invertDiff(entry.diff), newStep, entry.step);
  else write(session, entry.diff, newStep, entry.undoneBy);
  session.history = (action.type === 'undo' ? afterUndo : afterRedo)(session.history, newStep);
}

const actions = fc.array(
  fc.record({
    type: fc.constantFrom<Action['type']>('edit', 'edit', 'edit', 'undo', 'redo'),
    camera: fc.integer({ min: 1, max: 3 }),
    x: fc.integer({ min: 0, max: 5 }),
    merges: fc.boolean(),
  }),
  { maxLength: 25 },
);

test('the stacks read from the journal are the ones the window had, through any edits, undos and redos', async () => {
  const database = testDatabase();
  let number = 0;
  const property = fc.asyncProperty(actions, async (list) => {
    number += 1;
    const id = `plan-${number}`;
    const session: Session = { plan: testPlan(), history: emptyHistory, commits: [] };
    const { plans, journal, siteId } = database;
    granted(plans.create({ id, siteId, name: 'x', plan: session.plan, receivedFrom: null }));
    for (const [index, action] of list.entries()) act(session, action, index);
    if (session.commits.length > 0) granted(plans.save(id, { baseVersion: 1, commits: session.commits }));
    const steps = await allSteps(journal, id);
    const shape = ({ step, undoneBy, diff }: Pick<HistoryEntry, 'step' | 'undoneBy' | 'diff'>) => {
      return { step, undoneBy, diff: new Map(diff) };
    };
    expect(steps.done.map(shape)).toEqual(session.history.done.map(shape));
    expect(steps.undone.map(shape)).toEqual(session.history.undone.map(shape));
    expect(samePlan(granted(plans.load(id)).plan, session.plan)).toBe(true);
  });
  await fc.assert(property, { seed: 20261124, numRuns: 150 });
});
