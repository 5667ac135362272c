import { describe, expect, test } from 'vitest';
import { nothingTyped, settle, step } from '../../../renderer/ui/fields/quantity-typing.ts';

const quantity = {
  format: (value: number) => value.toFixed(2),
  parse: (text: string) => {
    const value = Number(text);
    return text.trim() !== '' && value > 0
      ? ({ ok: true, value } as const)
      : ({ ok: false, message: 'Write a length above 0.' } as const);
  },
};
const typed = (text: string) => ({ text, message: null });

describe('leaving the field', () => {
  test('commits another value', () => {
    expect(settle(typed('4.5'), 4, quantity)).toEqual({ typing: nothingTyped, commit: 4.5 });
  });

  test('commits nothing when nothing was typed, or the same again', () => {
    expect(settle(nothingTyped, 4, quantity)).toEqual({ typing: nothingTyped, commit: null });
    expect(settle(typed('4.0'), 4, quantity)).toEqual({ typing: nothingTyped, commit: null });
  });

  test('keeps what cannot be read, with the sentence', () => {
    expect(settle(typed('wide'), 4, quantity)).toEqual({
      typing: { text: 'wide', message: 'Write a length above 0.' },
      commit: null,
    });
  });

  test('commits into a field that had no value', () => {
    expect(settle(typed('4'), null, quantity).commit).toBe(4);
  });
});

describe('a step', () => {
  test('starts from what is typed', () => {
    expect(step(typed('7'), 4, 0.1, quantity)).toEqual({ typing: nothingTyped, commit: 7.1 });
  });

  test('starts from the value when what is typed cannot be read', () => {
    expect(step(typed('wide'), 4, 1, quantity).commit).toBe(5);
  });

  test('is written as the field writes numbers', () => {
    expect(step(nothingTyped, 0.1, 0.2, quantity).commit).toBe(0.3);
  });

  test('beyond what may be is refused with the sentence', () => {
    expect(step(nothingTyped, 0.5, -1, quantity)).toEqual({
      typing: { text: null, message: 'Write a length above 0.' },
      commit: null,
    });
  });

  test('from nothing goes nowhere', () => {
    expect(step(nothingTyped, null, 1, quantity).commit).toBeNull();
  });
});
