import { beforeEach, expect, test } from 'vitest';
import { writeClipboard } from '../../../core/codec/clipboard.ts';
import { fragmentOf } from '../../../core/plan/parts/fragment.ts';
import { recordCount } from '../../../core/plan/plan.ts';
import { planLimits } from '../../../core/plan/plan-limits.ts';
import type { AppActions } from '../../../renderer/commands/command.ts';
import { commands } from '../../../renderer/commands/index.ts';
import type { ValuesForm } from '../../../renderer/commands/values-form.ts';
import { driver } from '../../support/editor-driver.ts';
import { granted, record, testId, testPlan } from '../../support/plan-builder.ts';

const upper = record('floor', { id: 2, name: 'Upper', order: 1, elevation: 3 });
const line = record('fence', {
  path: [
    { x: 0, y: 10 },
    { x: 9, y: 10 },
  ],
});
const post = record('post', {});
const GROUND = recordCount(testPlan(upper, line));
const posts = Array.from({ length: planLimits.records - GROUND }, (_, index) => ({
  ...post,
  id: testId('post', index + 1),
  at: { x: index % 600, y: -Math.floor(index / 600) },
}));

// Nothing that is refused changes the plan: one editor does for all.
const { editor } = driver('select', [upper, line, ...posts]);
const { plan } = editor;
const twoPosts = [testId('post', 1), testId('post', 2)] as const;
const copied = granted(writeClipboard(fragmentOf(plan, new Set(twoPosts))));
const FULL =
  'The plan would have more than 300,000 records, and nothing was changed. Divide it into several plans.';

const told: string[] = [];
let form: ValuesForm | null = null;
const app = {
  tell: (message: string) => void told.push(message),
  ask: (asked: ValuesForm) => {
    form = asked;
  },
  pointerAt: () => ({ x: 5, y: 5 }),
  readClipboard: async () => ({ ok: true, value: { text: copied, pages: [] } }),
} as unknown as AppActions;

/** Runs a command, and its form with the values that it begins with; the sentence that the form shows. */
async function run(id: string): Promise<void> {
  commands.find((each) => each.id === id)?.run({ editor, app });
  await new Promise((resolve) => setTimeout(resolve, 20));
  if (!form) return;
  const values = Object.fromEntries(form.fields.map(({ key, initial }) => [key, initial]));
  const said = form.run(values);
  if (said !== null) told.push(said);
}

beforeEach(() => {
  told.length = 0;
  form = null;
});

test.each([
  'edit.paste',
  'edit.pasteInPlace',
  'edit.duplicate',
  'edit.copyToFloor',
  'modify.arrayGrid',
  'modify.arrayAround',
  'view.newSheet',
])(
  '%s in a full plan says so once, and leaves the plan, what is shown and the selection as they are',
  async (id) => {
    editor.select(twoPosts);
    const { view } = editor;
    await run(id);
    expect(told).toEqual([FULL]);
    expect(editor.tool.refusal).toBeNull();
    expect(editor.plan).toBe(plan);
    expect(editor.view).toEqual(view);
    expect([...editor.selection]).toEqual([...twoPosts]);
  },
);

test('posts along a line in a full plan are refused in the same way', async () => {
  const selected = [line.id, twoPosts[0]];
  editor.select(selected);
  await run('modify.arrayAlong');
  expect(told).toEqual([FULL]);
  expect(editor.plan).toBe(plan);
  expect([...editor.selection]).toEqual(selected);
});
