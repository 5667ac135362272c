import { expect, test } from 'vitest';
import type { AppActions, Command } from '../../../renderer/commands/command.ts';
import { commands } from '../../../renderer/commands/index.ts';
import { pressCommand, runCommand } from '../../../renderer/commands/run-command.ts';
import { driver } from '../../support/editor-driver.ts';
import { record } from '../../support/plan-builder.ts';

const post = record('post');

/** A plan with one post, and what the window was told. */
function bench() {
  const drawn = driver('select', [post]);
  const told: unknown[] = [];
  const app = { tell: (...words: unknown[]) => void told.push(words) } as unknown as AppActions;
  return { drawn, told, scope: { editor: drawn.editor, app } };
}

function named(id: string): Command {
  const command = commands.find((each) => each.id === id);
  if (!command) throw new Error(`There is no command ${id}.`);
  return command;
}

const nothingSelected = ['Nothing is selected.', { topic: 'whyNot' }];

test('a command that cannot be run says why, in the place of what another one said, and does nothing', () => {
  const { drawn, told, scope } = bench();
  runCommand(named('edit.delete'), scope);
  runCommand(named('view.floorUp'), scope);
  expect(told).toEqual([nothingSelected, ['The plan has only one floor.', { topic: 'whyNot' }]]);
  expect([drawn.undoDepth, drawn.all('post')]).toEqual([0, [post]]);
});

test('one that can be run is run, and nothing is said', () => {
  const { drawn, told, scope } = bench();
  drawn.select(post.id);
  runCommand(named('edit.delete'), scope);
  expect([told, drawn.all('post')]).toEqual([[], []]);
});

test('its key says why as well, once as long as it is held', () => {
  const { told, scope } = bench();
  pressCommand(named('edit.delete'), scope, { isHeld: false });
  pressCommand(named('edit.delete'), scope, { isHeld: true });
  expect(told).toEqual([nothingSelected]);
});

test('a key that is held goes on as long as the command can be run', () => {
  const { drawn, told, scope } = bench();
  drawn.select(post.id);
  for (const isHeld of [false, true, true]) pressCommand(named('edit.nudgeRight'), scope, { isHeld });
  expect(drawn.only('post').at.x).toBeCloseTo(post.at.x + 0.3);
  expect(told).toEqual([]);
});

test('arrow keys, which are pressed for other things too, say nothing', () => {
  const { told, scope } = bench();
  for (const way of ['Left', 'Right', 'Up', 'Down'])
    pressCommand(named(`edit.nudge${way}`), scope, { isHeld: false });
  expect(told).toEqual([]);
  const quiet = commands.filter(({ isQuiet }) => isQuiet).map(({ shortcut }) => shortcut);
  expect(quiet).toEqual(['Left', 'Right', 'Up', 'Down']);
});
