import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { label } from '../../../../core/drawing/appearance.ts';
import type { SymbolItem } from '../../../../core/drawing/draw-item.ts';
import { FARTHEST_MM, LabelPage } from '../../../../core/drawing/labels/label-page.ts';
import type { PlacedLabel } from '../../../../core/drawing/labels/place-labels.ts';
import { type RecordLabel, SELECTED_RANK } from '../../../../core/drawing/labels/record-label.ts';
import { circlePath, fill } from '../../../../core/drawing/paths.ts';
import type { Box } from '../../../../core/geometry/box.ts';
import type { Point } from '../../../../core/geometry/point.ts';

// 1:1000: a metre is a millimetre, +y up on the plan and down on the page.
const matrix = [1, 0, 0, -1, 0, 0] as const;
const area = { left: 0, top: -200, width: 200, height: 200 };

const symbolAt = (at: Point): SymbolItem => ({
  type: 'symbol',
  at,
  angle: 0,
  detail: 'always',
  parts: [{ path: circlePath({ x: 0, y: 0 }, 1.4), stroke: null, fill: fill('ink') }],
});

const tagAt = (key: string, at: Point, own: Partial<RecordLabel> = {}): RecordLabel => ({
  key,
  role: 'tag',
  rank: 1,
  hasSymbol: true,
  extent: null,
  shortSide: null,
  items: [label(key, at, { anchor: 'start', offsetMm: { x: 2, y: 2.4 } })],
  ...own,
});

type Device = { readonly key: string; readonly at: Point };

function placed(
  devices: readonly Device[],
  kept?: ReadonlyMap<string, Point>,
  outside: 'taken' | 'free' = 'taken',
) {
  const page = new LabelPage({ matrix, area, outside, symbolShare: 1, farthestMm: FARTHEST_MM });
  for (const { at } of devices) page.take(symbolAt(at));
  for (const { key, at } of devices) page.add(tagAt(key, at));
  return page.place(kept);
}

const overlap = (one: Box, other: Box) =>
  Math.min(one.maxX, other.maxX) - Math.max(one.minX, other.minX) > 1e-9 &&
  Math.min(one.maxY, other.maxY) - Math.max(one.minY, other.minY) > 1e-9;

const places = fc.array(fc.tuple(fc.integer({ min: 20, max: 180 }), fc.integer({ min: 20, max: 180 })), {
  maxLength: 150,
});
const devicesAt = (points: readonly (readonly [number, number])[]): readonly Device[] =>
  points.map(([x, y], index) => ({ key: `C-${index}`, at: { x, y } }));

/** The ends of a leader on the page: it is drawn in millimetres from its record's point, +y up. */
function leaderEnds({ leader }: PlacedLabel) {
  if (!leader) return null;
  const [from, to] = leader.parts[0]?.path.map(([, x, y]) => ({ x: Number(x), y: Number(y) })) ?? [];
  if (!from || !to) return null;
  return { from, end: { x: leader.at.x + to.x, y: -leader.at.y - to.y } };
}

describe('labels of random devices', () => {
  const check = (property: (devices: readonly Device[]) => void, seed: number) =>
    fc.assert(
      fc.property(places, (points) => property(devicesAt(points))),
      { seed, numRuns: 60 },
    );

  test('cover neither each other nor a symbol', () => {
    check((devices) => {
      const boxes = placed(devices).placed.map(({ box }) => box);
      const symbols = devices.map(({ at: { x, y } }) => ({
        minX: x - 1.4,
        maxX: x + 1.4,
        minY: -y - 1.4,
        maxY: -y + 1.4,
      }));
      boxes.forEach((box, index) => {
        expect(boxes.slice(index + 1).filter((other) => overlap(box, other))).toEqual([]);
        expect(symbols.filter((symbol) => overlap(box, symbol))).toEqual([]);
      });
    }, 811);
  });

  test('have a leader from their record to their side wherever they stand away from it', () => {
    check((devices) => {
      const byKey = new Map(devices.map(({ key, at }) => [key, at]));
      for (const each of placed(devices).placed) {
        const at = byKey.get(each.key) ?? { x: 0, y: 0 };
        const { box } = each;
        const side = {
          x: Math.min(Math.max(at.x, box.minX), box.maxX),
          y: Math.min(Math.max(-at.y, box.minY), box.maxY),
        };
        const away = Math.hypot(side.x - at.x, side.y + at.y);
        const ends = leaderEnds(each);
        expect(ends !== null, each.key).toBe(away >= 3.5);
        if (!ends) continue;
        expect(each.leader?.at).toEqual(at);
        expect(Math.hypot(ends.from.x, ends.from.y)).toBeCloseTo(1.6, 6);
        expect(ends.end.x).toBeCloseTo(side.x, 6);
        expect(ends.end.y).toBeCloseTo(side.y, 6);
      }
    }, 812);
  });

  test('come out the same for the same devices', () => {
    check((devices) => {
      expect(placed(devices)).toEqual(placed(devices));
    }, 813);
  });

  test('stay where they are when some devices leave the view and others come into it', () => {
    check((devices) => {
      const half = Math.ceil(devices.length / 2);
      const before = placed(devices.slice(0, half), undefined, 'free').placed;
      const kept = new Map(before.map(({ key, by }) => [key, by]));
      const after = placed(devices.slice(Math.floor(half / 2)), kept, 'free').placed;
      const symbols = devices.slice(half);
      for (const { key, by, box } of after) {
        const isCovered = symbols.some(({ at: { x, y } }) =>
          // A square of the grid more all round may be taken.
          overlap(
            { minX: x - 2.6, maxX: x + 2.6, minY: -y - 2.6, maxY: -y + 2.6 },
            shifted(box, by, kept.get(key)),
          ),
        );
        if (kept.has(key) && !isCovered) expect(by, key).toEqual(kept.get(key));
      }
    }, 814);
  });
});

function shifted(box: Box, by: Point, kept: Point | undefined): Box {
  const [x, y] = kept ? [kept.x - by.x, kept.y - by.y] : [0, 0];
  return { minX: box.minX + x, maxX: box.maxX + x, minY: box.minY + y, maxY: box.maxY + y };
}

test('what is selected keeps its place, and of two that meet the lower rank has it', () => {
  const at = { x: 50, y: 50 };
  const placeOf = (labels: readonly RecordLabel[]) => {
    const page = new LabelPage({ matrix, area, outside: 'taken', symbolShare: 1, farthestMm: FARTHEST_MM });
    for (const each of labels) page.add(each);
    return page
      .place()
      .placed.filter(({ by }) => by.x === 0 && by.y === 0)
      .map(({ key }) => key);
  };
  const [fence, camera] = [tagAt('F-1', at, { rank: 15 }), tagAt('C-1', at, { rank: 2 })];
  expect(placeOf([fence, camera])).toEqual(['C-1']);
  expect(placeOf([{ ...fence, rank: SELECTED_RANK }, camera])).toEqual(['F-1']);
});

test('what finds no place is left out and counted, a letter without a word', () => {
  const page = new LabelPage({
    matrix,
    outside: 'taken',
    symbolShare: 1,
    farthestMm: FARTHEST_MM,
    area: { left: 0, top: -10, width: 10, height: 10 },
  });
  const at = { x: 5, y: 5 };
  page.add(tagAt('a long label that is wider than the page', at));
  page.add(tagAt('I', { x: 500, y: 5 }, { role: 'letter' }));
  expect(page.place()).toEqual({ placed: [], leftOut: 1 });
});

test('a name that is wider than what it names stands beside it with a leader that ends in a dot', () => {
  const page = new LabelPage({ matrix, area, outside: 'taken', symbolShare: 1, farthestMm: FARTHEST_MM });
  const at = { x: 100, y: 100 };
  const items = [label('Electrical riser', at)];
  page.add(tagAt('area:1', at, { role: 'name', rank: 20, hasSymbol: false, extent: 4, items }));
  const [name] = page.place().placed;
  expect(name?.leader?.parts.length).toBe(2);
  expect(name && leaderEnds(name)?.from).toEqual({ x: 0, y: 0 });
});

test('a name that is higher than its surface leaves out its note', () => {
  const at = { x: 100, y: 100 };
  const note = label('24.0 m²', at, { weight: 'regular', offsetMm: { x: 0, y: -3 } });
  const words = label('Lobby', at);
  const shown = (shortSide: number) => {
    const page = new LabelPage({ matrix, area, outside: 'taken', symbolShare: 1, farthestMm: FARTHEST_MM });
    page.add(tagAt('area:1', at, { role: 'name', extent: 90, shortSide, items: [words, note] }));
    return page.place().placed.flatMap(({ items }) => items).length;
  };
  expect([shown(20), shown(0.5)]).toEqual([2, 1]);
});
