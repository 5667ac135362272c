import { expect, test } from 'vitest';
import { findInPalette } from '../../../../renderer/app/overlays/palette-entries.ts';
import type { AppActions } from '../../../../renderer/commands/command.ts';
import { commands } from '../../../../renderer/commands/index.ts';
import { driver } from '../../../support/editor-driver.ts';
import { record } from '../../../support/plan-builder.ts';

const post = record('post');
const app = {} as AppActions;

function found(words: string, isSelected = false) {
  const { editor } = isSelected ? driver('select', [post]).select(post.id) : driver('select', [post]);
  return findInPalette(words, { editor, app }).entries;
}

test('every command is listed: what cannot be run after what can, with its reason', () => {
  const entries = found('');
  expect(entries).toHaveLength(commands.length);
  const first = entries.findIndex(({ whyNot }) => whyNot !== null);
  expect(entries.slice(first).filter(({ whyNot }) => whyNot === null)).toEqual([]);
  expect(entries.find(({ id }) => id === 'edit.cut')?.whyNot).toBe('Nothing is selected.');
  expect(entries.find(({ id }) => id === 'view.floorUp')?.whyNot).toBe('The plan has only one floor.');
});

test('the reason goes once the command can be run', () => {
  expect(found('cut', true).find(({ id }) => id === 'edit.cut')?.whyNot).toBeNull();
});

test('what is called as typed comes first, also when it cannot be run now', () => {
  const [first] = found('cut');
  expect([first?.id, first?.whyNot]).toEqual(['edit.cut', 'Nothing is selected.']);
});

test('records and places can always be chosen', () => {
  const entries = [...found('kind:post'), ...found('3, 4')].filter(({ id }) => /^(post|place)/.test(id));
  expect(entries.map(({ whyNot }) => whyNot)).toEqual([null, null]);
});
