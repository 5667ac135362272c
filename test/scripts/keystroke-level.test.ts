import { expect, test } from 'vitest';
import { EffortCount, keysOf } from '../../scripts/jobs/keystroke-level.ts';

test('a job is the sum of its operators, and a hand moves only when it changes place', () => {
  const effort = new EffortCount();
  effort.begin('wall');
  effort.mind();
  effort.keys(1);
  effort.click();
  effort.click();
  effort.begin('length');
  effort.mind();
  effort.keys(3);
  effort.drag();
  // M + H + K, H + P + 2 B, P + 2 B; M + H + 3 K, H + P + B + P + B.
  const [wall, length] = effort.steps;
  expect(wall?.seconds).toBeCloseTo(1.35 + 0.4 + 0.28 + 0.4 + 1.1 + 0.2 + 1.1 + 0.2, 9);
  expect(length?.seconds).toBeCloseTo(1.35 + 0.4 + 0.84 + 0.4 + 1.1 + 0.1 + 1.1 + 0.1, 9);
  expect(effort.total).toMatchObject({ keystrokes: 4, clicks: 2, drags: 1 });
  expect(effort.total.seconds).toBeCloseTo((wall?.seconds ?? 0) + (length?.seconds ?? 0), 9);
});

test('a step that is taken up again goes on where it was', () => {
  const effort = new EffortCount();
  effort.begin('doors');
  effort.keys(1);
  effort.begin('windows');
  effort.keys(2);
  effort.begin('doors');
  effort.keys(3);
  expect(effort.steps.map(({ name, keystrokes }) => [name, keystrokes])).toEqual([
    ['windows', 2],
    ['doors', 4],
  ]);
});

test('a chord presses each of its keys', () => {
  expect([keysOf('w'), keysOf('Control+Shift+d'), keysOf('+')]).toEqual([1, 3, 1]);
});
