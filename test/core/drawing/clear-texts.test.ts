import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clearTexts } from '../../../core/drawing/clear-texts.ts';
import type { TextItem } from '../../../core/drawing/draw-item.ts';
import { textBlock } from '../../../core/drawing/measure-text.ts';

const text = (line: string, x: number, y: number, own: Partial<TextItem> = {}): TextItem => ({
  ...{ type: 'text', at: { x, y }, offsetMm: { x: 0, y: 0 }, angle: 0, lines: [line], sizeMm: 2.2 },
  ...{ weight: 'semibold', anchor: 'start', baseline: 'middle', ink: 'ink', halo: true, detail: 'near' },
  ...own,
});
// 1:1000: a metre is a millimetre.
const page = [1, 0, 0, -1, 0, 0] as const;
const own = ({ sizeMm }: TextItem) => sizeMm;
const lines = (texts: readonly TextItem[]) => texts.map(({ lines: [line] }) => line);

test('of two that meet the tag stays, whichever comes first', () => {
  const note = text('M30-P1', 0, 0, { weight: 'regular' });
  const tag = text('DA-1', 3, 0.5);
  expect(lines(clearTexts([note, tag], page, own))).toEqual(['DA-1']);
  expect(lines(clearTexts([note, text('DA-1', 30, 0)], page, own))).toEqual(['M30-P1', 'DA-1']);
});

test('texts that are painted larger need more room', () => {
  const two = [text('C-01', 0, 0), text('C-02', 8, 0)];
  expect(lines(clearTexts(two, page, own))).toEqual(['C-01', 'C-02']);
  expect(lines(clearTexts(two, page, () => 4))).toEqual(['C-01']);
});

test('none that stays covers another, the order is kept, and what was left out had no room', () => {
  const place = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }));
  const property = fc.property(fc.array(place, { maxLength: 80 }), (places) => {
    const all = places.map(([x, y], index) => text(`C-${index}`, x, y));
    const kept = clearTexts(all, page, own);
    expect(kept).toEqual(all.filter((each) => kept.includes(each)));
    const meets = (one: TextItem, other: TextItem) => {
      const [a, b] = [textBlock(one), textBlock(other)];
      const across = Math.min(one.at.x + a.width, other.at.x + b.width) - Math.max(one.at.x, other.at.x);
      const down = (a.height + b.height) / 2 - Math.abs(one.at.y - other.at.y);
      return across > 0.41 && down > 0.41;
    };
    const touches = (one: TextItem) => kept.some((other) => other !== one && meets(one, other));
    expect(kept.filter(touches)).toEqual([]);
    const left = all.filter((each) => !kept.includes(each));
    expect(left.filter((each) => !touches(each)).length).toBe(0);
    expect(clearTexts(all, page, own)).toEqual(kept);
  });
  fc.assert(property, { seed: 4111, numRuns: 200 });
});
