import path from 'node:path';
import fc from 'fast-check';
import { openSync } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { textBlock, textWidth } from '../../../core/drawing/measure-text.ts';
import { bundledLine } from '../../../electron/output/bundled-letters.ts';
import { lineSetter } from '../../../electron/output/set-lines.ts';
import { everyLine, pageOfLines } from '../../support/script-lines.ts';

const font = openSync(path.resolve(import.meta.dirname, '../../../resources/fonts/Inter-Regular.ttf'));

test.each(['C-07', 'Public assembly area', '27 × Ø0.25 @ 1.40', 'Zufahrt Süd', 'Ελληνικά', 'Проходная'])(
  '%s is as wide as the font says',
  (text) => {
    if (!('layout' in font)) throw new Error('The file holds more than one font.');
    const advance = font.glyphsForString(text).reduce((sum, glyph) => sum + glyph.advanceWidth, 0);
    expect(textWidth(text, 10, 'regular')).toBeCloseTo((advance * 10) / font.unitsPerEm, 6);
  },
);

test('a block is as wide as its widest line, and grows by every line', () => {
  const one = textBlock({ lines: ['Lobby'], sizeMm: 2, weight: 'semibold' });
  const two = textBlock({ lines: ['Lobby', '101'], sizeMm: 2, weight: 'semibold' });
  expect([two.width, two.height]).toEqual([one.width, one.height * 2]);
});

const setter = await lineSetter([pageOfLines(everyLine)]);

/** How much wider a line is measured than it is painted, as a share. */
function measuredOff(line: string, weight: 'regular' | 'semibold'): number {
  const painted = setter?.set(bundledLine(line).text, weight).width ?? 0;
  return painted === 0 ? textWidth(line, 1, weight) : textWidth(line, 1, weight) / painted - 1;
}

describe('in further scripts', () => {
  test.each(everyLine)('%s is measured as it is painted', (line) => {
    expect(Math.abs(measuredOff(line, 'regular'))).toBeLessThan(0.001);
    expect(Math.abs(measuredOff(line, 'semibold'))).toBeLessThan(0.001);
  });

  const letters = (...ranges: readonly (readonly [number, number])[]) =>
    ranges.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
    );
  const alphabets = {
    arabic: letters([0x621, 0x63a], [0x640, 0x652]),
    urdu: [...letters([0x671, 0x6d3]), 'ل', 'ا', '\u200c', '\u200d'],
    hebrew: letters([0x5d0, 0x5ea], [0x5b0, 0x5bc]),
    thai: letters([0xe01, 0xe3a], [0xe40, 0xe4e]),
    mixed: ['ل', 'ا', 'ب', 'ש', 'Gate', ' ', '7', '(', '漢', '가', 'カ', 'ｶ', '、', '主'],
  };
  test.each(Object.entries(alphabets))('any word of %s is', (alphabet, from) => {
    const off = alphabet === 'thai' ? 0.03 : alphabet === 'urdu' ? 0.1 : 0.001;
    const words = fc.array(fc.constantFrom(...from), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(words, fc.constantFrom('regular', 'semibold'), (parts, weight) => {
        // One letter of Thai is narrower beneath a tone, and rare kinds of lam are one letter with an alef.
        expect(Math.abs(measuredOff(parts.join(''), weight))).toBeLessThan(off);
      }),
      { seed: 17, numRuns: 300 },
    );
  });

  test('any two syllables of Devanagari are within three hundredths', () => {
    const consonants = letters([0x915, 0x928], [0x92a, 0x930], [0x932, 0x932], [0x935, 0x939]);
    const signs = ['', 'ा', 'ि', 'ी', 'ु', 'ू', 'ृ', 'े', 'ो', 'ं', 'ः'];
    const syllable = fc
      .tuple(
        fc.array(fc.constantFrom(...consonants), { minLength: 1, maxLength: 2 }),
        fc.constantFrom(...signs),
      )
      .map(([cluster, sign]) => cluster.join('\u094d') + sign);
    fc.assert(
      fc.property(syllable, syllable, fc.constantFrom('regular', 'semibold'), (one, other, weight) => {
        expect(Math.abs(measuredOff(one + other, weight))).toBeLessThan(0.03);
      }),
      { seed: 17, numRuns: 500 },
    );
  });
});
