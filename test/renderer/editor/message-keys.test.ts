import { expect, test } from 'vitest';
import { messageKeys } from '../../../renderer/editor/message-keys.ts';
import { toolIds, tools } from '../../../renderer/editor/tools/index.ts';
import { text } from '../../../renderer/messages/text.ts';

test('every hint, refusal and undo step has its text', () => {
  // Without one for a key this does not compile either.
  const sentences = messageKeys.map((key) => text(key));
  expect(sentences.filter((sentence) => !/^[A-Z]/.test(sentence))).toEqual([]);
});

test('no key is listed twice', () => {
  expect(new Set(messageKeys).size).toBe(messageKeys.length);
});

test('every tool stands under its own id and begins with a hint of its own', () => {
  expect(toolIds.map((id) => tools[id].id)).toEqual([...toolIds]);
  expect(toolIds.map((id) => tools[id].hint(tools[id].initial))).toEqual(toolIds.map((id) => `hint.${id}`));
});
