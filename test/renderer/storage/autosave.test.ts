import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Args, Value } from '../../../core/contract/contract.ts';
import type { Answer } from '../../../core/contract/method.ts';
import { err, ok } from '../../../core/result.ts';
import { Autosave } from '../../../renderer/storage/autosave.ts';
import { record } from '../../support/plan-builder.ts';

type Save = Args<'plans.save'>;
type Saved = Answer<Value<'plans.save'>>;

const full = 'The disk is full, so nothing was written. Free some space on it.';
const at = '2026-11-24T09:30:00.000Z';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('cancelAnimationFrame', () => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** An autosave whose database answers as it is told to, with what it was sent. */
function saving(answers: (save: Save) => Saved | Promise<Saved>) {
  const sent: string[][] = [];
  const unsaved: boolean[] = [];
  let version = 1;
  const autosave = new Autosave({
    planId: 'p1',
    version,
    author: 'A. Planner',
    now: () => at,
    bridge: {
      'plans.save': async (save) => {
        sent.push(save.commits.map(({ step }) => step));
        if (save.baseVersion !== version) return err({ code: 'conflict', message: 'Another version.' });
        const answer = await answers(save);
        if (answer.ok) version = answer.value.version;
        return answer;
      },
      'window.setUnsaved': async (args) => {
        unsaved.push(args.unsaved);
        return ok(null);
      },
    },
  });
  const add = (step: string) => autosave.add({ diff: new Map(), label: 'edit', step, undoes: null });
  return { autosave, add, sent, unsaved };
}

const saved = ({ baseVersion }: Save): Saved => ok({ version: baseVersion + 1, savedAt: at });
const refused = (): Saved => err({ code: 'not-written', message: full });

test('edits made while a request is under way go together in the next one', async () => {
  const { autosave, add, sent, unsaved } = saving(saved);
  for (const step of ['s1', 's2', 's3']) add(step);
  expect(autosave.status).toEqual({ state: 'saving' });
  expect(await autosave.flush()).toBe(true);
  expect(sent).toEqual([['s1'], ['s2', 's3']]);
  expect(autosave.status).toEqual({ state: 'saved', at });
  expect(unsaved.at(-1)).toBe(false);
});

test('what cannot be written is told, tried again until it can, and keeps its order', async () => {
  let isFull = true;
  const { autosave, add, sent } = saving((save) => (isFull ? refused() : saved(save)));
  add('s1');
  expect(await autosave.flush()).toBe(false);
  const states: string[] = [];
  autosave.subscribe(() => states.push(autosave.status.state));
  await vi.advanceTimersByTimeAsync(7000);
  add('s2');
  await vi.advanceTimersByTimeAsync(7000);
  expect(autosave.status).toEqual({ state: 'not-saved', message: full });
  expect([...new Set(states)]).toEqual(['not-saved']);
  expect(sent.length).toBeGreaterThan(4);
  isFull = false;
  await vi.advanceTimersByTimeAsync(3000);
  expect(autosave.status).toEqual({ state: 'saved', at });
  expect(sent.at(-1)).toEqual(['s1', 's2']);
  expect(await autosave.flush()).toBe(true);
});

// A window that closes then would lose the edit: the request may still be refused.
test('an edit that is only on its way is not called written', async () => {
  let answer: (saved: Saved) => void = () => undefined;
  const { autosave, add } = saving(() => new Promise((resolve) => (answer = resolve)));
  add('s1');
  await vi.advanceTimersByTimeAsync(0);
  const written = autosave.flush();
  answer(refused());
  expect(await written).toBe(false);
});

test('a call that is lost on its way is tried again', async () => {
  let isLost = true;
  const { autosave, add, sent } = saving((save) => {
    if (isLost) throw new Error('gone');
    return saved(save);
  });
  add('s1');
  expect(await autosave.flush()).toBe(false);
  expect(autosave.status).toEqual({
    state: 'not-saved',
    message: 'The edit did not reach the database (gone).',
  });
  isLost = false;
  await vi.advanceTimersByTimeAsync(3000);
  expect(sent).toEqual([['s1'], ['s1']]);
  expect(autosave.status.state).toBe('saved');
});

test('very many waiting edits go in several requests, none of which is refused for its size', async () => {
  const { autosave, add, sent } = saving(saved);
  for (let step = 0; step < 2500; step += 1) add(`s${step}`);
  expect(await autosave.flush()).toBe(true);
  expect(sent.map((steps) => steps.length)).toEqual([1, 1000, 1000, 499]);
});

/** All of very many records changed at once. */
const massEdit = {
  diff: new Map(
    Array.from({ length: 20_000 }, (_, index) => {
      const before = record('wall', { id: index + 1 });
      return [before.id, { before, after: { ...before, b: { x: index, y: 9 } } }] as const;
    }),
  ),
  label: 'edit',
  step: 's1',
  undoes: null,
} as const;

test('an edit of very many records is made ready in slices, between which the window has its turns', async () => {
  vi.useRealTimers();
  const { autosave, sent } = saving(saved);
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint));
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  autosave.add(massEdit);
  expect(autosave.status).toEqual({ state: 'saving' });
  expect(await autosave.flush()).toBe(true);
  clearInterval(timer);
  expect(sent).toEqual([['s1']]);
  expect(turns).toBeGreaterThan(3);
});

test('an edit of very many records is painted before it is made ready, and made ready unpainted in a hidden window', async () => {
  vi.useRealTimers();
  const read: string[] = [];
  const seen = new Map(massEdit.diff);
  seen.values = () => {
    read.push('read');
    return massEdit.diff.values();
  };
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) =>
    setTimeout(() => {
      read.push('painted');
      paint();
    }, 20),
  );
  const shown = saving(saved);
  shown.autosave.add({ ...massEdit, diff: seen });
  expect(await shown.autosave.flush()).toBe(true);
  expect(read).toEqual(['painted', 'read']);
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const hidden = saving(saved);
  hidden.autosave.add(massEdit);
  expect(await hidden.autosave.flush()).toBe(true);
  expect(hidden.sent).toEqual([['s1']]);
});
