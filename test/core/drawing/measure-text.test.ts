import path from 'node:path';
import { openSync } from 'fontkit';
import { expect, test } from 'vitest';
import { textBlock, textWidth } from '../../../core/drawing/measure-text.ts';

const font = openSync(path.resolve(import.meta.dirname, '../../../resources/fonts/Inter-Regular.ttf'));

test.each(['C-07', 'Public assembly area', '27 × Ø0.25 @ 1.40', 'Zufahrt Süd'])(
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
