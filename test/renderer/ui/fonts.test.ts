import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { fontAdvances } from '../../../core/drawing/font-advances.ts';

const NEEDED = 'Ø°²³µ×±–—′″…·▲●✓◇△▼→←−≈≤≥½¼¾⅛⅜⅝⅞AÄÖÜßéłşž';

function openFont(file: string): Font {
  const font = create(readFileSync(new URL(`../../../resources/fonts/${file}`, import.meta.url)));
  if (font.type !== 'TTF') throw new Error(`${file} is no single font`);
  return font;
}

const fonts = [
  ['regular', openFont('Inter-Regular.ttf')],
  ['semibold', openFont('Inter-SemiBold.ttf')],
] as const;

describe.each(fonts)('the %s font', (weight, font) => {
  test('has a glyph for every sign the product writes', () => {
    const missing = [...NEEDED].filter((each) => !font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0));
    expect(missing).toEqual([]);
  });

  test('has figures and signs of one width without any feature', () => {
    const widths = [...'0123456789+−±'].map((each) => font.layout(each, []).advanceWidth);
    expect(new Set(widths).size).toBe(1);
  });

  test('is as wide as the metrics for core say', () => {
    for (const [first, advances] of fontAdvances[weight].runs) {
      const measured = advances.map((_, index) => font.glyphForCodePoint(first + index).advanceWidth);
      expect(advances, `from code point ${first}`).toEqual(measured);
    }
    expect(font.unitsPerEm).toBe(fontAdvances.unitsPerEm);
    expect(font.capHeight).toBe(fontAdvances.capHeight);
  });
});
