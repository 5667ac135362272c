import { expect, test } from 'vitest';
import { commands } from '../../../renderer/commands/index.ts';

/** Held while drawing, to suspend snapping; no command may begin by it. */
const HELD = 'Q';

test('no two commands have the same key, and none has one that is held', () => {
  const keys = commands.flatMap(({ shortcut, otherShortcut }) =>
    [shortcut, otherShortcut].filter((key) => typeof key === 'string'),
  );
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(keys).not.toContain(HELD);
});
