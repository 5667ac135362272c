import { expect, test } from 'vitest';
import type { Refusal } from '../../../renderer/editor/refusal.ts';
import { refusalSentences, sentenceOf } from '../../../renderer/messages/refusals.ts';

// The type of the table demands one for every refusal; here is what a type cannot say of them.
const all = Object.entries(refusalSentences) as [Refusal, string][];

test('every refusal has a sentence of its own, which says more than its code', () => {
  const sentences = all.map(([refusal]) => sentenceOf(refusal));
  expect(sentences.filter((each, index) => sentences.indexOf(each) !== index)).toEqual([]);
  const words = (said: string) =>
    said
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim();
  expect(all.filter(([refusal, said]) => words(said) === words(refusal))).toEqual([]);
});

test('every sentence is whole, plain and short', () => {
  const isPlain = (said: string) =>
    /^[A-Z].* .*\.$/.test(said) && !/\binvalid\b|\berror\b|not (available|possible)|\{|refusal/.test(said);
  expect(all.filter(([, said]) => !isPlain(said) || said.length > 150)).toEqual([]);
});
