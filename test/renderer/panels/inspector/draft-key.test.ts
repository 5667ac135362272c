import { expect, test } from 'vitest';
import { draftKey } from '../../../../renderer/panels/inspector/draft-key.ts';

const pressed = { isCtrl: false, isComposing: false, isMultiline: false, isTyped: true };
const inLines = { ...pressed, isMultiline: true };

test.each([
  ['Escape in one line puts the value back', { ...pressed, key: 'Escape' }, 'restore'],
  ['Escape in several lines keeps the text and leaves', { ...inLines, key: 'Escape' }, 'take-and-leave'],
  ['Escape over the value leads on', { ...pressed, key: 'Escape', isTyped: false }, 'pass'],
  [
    'Escape over the value leads on, in several lines too',
    { ...inLines, key: 'Escape', isTyped: false },
    'pass',
  ],
  ['Enter takes one line', { ...pressed, key: 'Enter' }, 'take'],
  ['Enter begins the next of several lines', { ...inLines, key: 'Enter' }, 'pass'],
  ['Ctrl Enter takes several lines', { ...inLines, key: 'Enter', isCtrl: true }, 'take'],
  ['Enter of an input method takes nothing', { ...pressed, key: 'Enter', isComposing: true }, 'pass'],
  ['Escape of an input method puts nothing back', { ...pressed, key: 'Escape', isComposing: true }, 'pass'],
  ['Escape of an input method leaves nothing', { ...inLines, key: 'Escape', isComposing: true }, 'pass'],
  ['a letter is typed', { ...inLines, key: 'a' }, 'pass'],
])('%s', (_, key, does) => {
  expect(draftKey(key)).toBe(does);
});
