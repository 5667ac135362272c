import { expect, test } from 'vitest';
import { textBegunBy, typingModeOf } from '../../../../renderer/canvas/typing/typing-mode.ts';
import { driver } from '../../../support/editor-driver.ts';
import { record } from '../../../support/plan-builder.ts';

/** What a key begins to type over a drawing, as the fields at the pointer ask; null where it is left to commands. */
function begunBy(key: string, drawn: ReturnType<typeof driver>): string | null {
  const measure = drawn.editor.preview?.measure ?? null;
  const mode = typingModeOf(drawn.editor, measure);
  return mode && textBegunBy(key, { mode, isAwaited: measure?.isAwaited === true });
}

const picture = record('underlay');

test('where the true distance is waited for a letter begins it, and arms no tool', () => {
  const asked = driver('calibrate', [picture]).click(1, 1).click(5, 1);
  for (const key of ['w', 'c', 'v', 'e', 'W', 'ä', '1', "'", '?']) expect(begunBy(key, asked)).toBe(key);
  for (const key of [' ', 'Escape', 'Enter', 'Backspace', 'F5', 'Delete', 'ArrowUp'])
    expect(begunBy(key, asked)).toBeNull();
});

test('before both points are set, and while a door hangs at the pointer, letters are commands', () => {
  const first = driver('calibrate', [picture]).click(1, 1).move(5, 1);
  const door = driver('place-opening', [record('wall')]).move(3, 0);
  const wall = driver('draw-wall').click(0, 0).move(3, 0);
  expect(door.editor.preview?.measure?.editable).toBe(true);
  for (const drawn of [first, door, wall]) expect(begunBy('w', drawn)).toBeNull();
  for (const drawn of [door, wall]) expect(begunBy('3', drawn)).toBe('3');
});

test('what is no length is refused where it is typed, and the points stay', () => {
  const asked = driver('calibrate', [picture]).click(1, 1).click(5, 1);
  expect(asked.length(Number.NaN).editor.tool.refusal).toBe('no-distance');
  expect(asked.length(8).only('underlay').metresPerPixel).toBe(0.02);
});
