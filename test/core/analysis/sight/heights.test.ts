import { describe, expect, test } from 'vitest';
import { reachOf } from '../../../../core/analysis/sight/hidden-strips.ts';
import { at, type Piece, partsOf, percentAt, regionOf, view, wall } from '../../../support/sight.ts';

const FOR_EVER = Number.POSITIVE_INFINITY;

describe('what a piece hides, in multiples of how far it is', () => {
  test.each([
    // A wall of 1 m from 3 m: to the ground 3 / 2 as far.
    ['a low wall', { low: 0, high: 1 }, { height: 3, targetHeight: 0 }, { start: 1, end: 1.5 }],
    ['a low wall, for what stands behind it', { low: 0, high: 1 }, { height: 3, targetHeight: 1 }, null],
    ['half a man', { low: 0, high: 1 }, { height: 3, targetHeight: 0.8 }, { start: 1, end: 1.1 }],
    ['a lintel', { low: 2, high: FOR_EVER }, { height: 3, targetHeight: 0 }, { start: 3, end: FOR_EVER }],
    ['a band', { low: 1, high: 2 }, { height: 3, targetHeight: 0 }, { start: 1.5, end: 3 }],
    ['what is above the eye', { low: 4, high: 5 }, { height: 3, targetHeight: 0 }, null],
    ['what begins at the eye', { low: 3, high: 5 }, { height: 3, targetHeight: 0 }, null],
    [
      'what ends at the eye',
      { low: 0, high: 3 },
      { height: 3, targetHeight: 0 },
      { start: 1, end: FOR_EVER },
    ],
    // From below: mirrored.
    ['a band from below', { low: 2, high: 3 }, { height: 1, targetHeight: 4 }, { start: 1.5, end: 3 }],
    ['a wall from below', { low: 0, high: 3 }, { height: 1, targetHeight: 4 }, { start: 1.5, end: FOR_EVER }],
    ['what is below the eye', { low: 0, high: 1 }, { height: 1, targetHeight: 4 }, null],
    ['what is above both', { low: 5, high: 6 }, { height: 1, targetHeight: 4 }, null],
    [
      'no ends',
      { low: -FOR_EVER, high: FOR_EVER },
      { height: 1, targetHeight: 4 },
      { start: 1, end: FOR_EVER },
    ],
    // Level: all or nothing, both edges included.
    ['level with its top', { low: 0, high: 2 }, { height: 2, targetHeight: 2 }, { start: 1, end: FOR_EVER }],
    ['level with its foot', { low: 2, high: 3 }, { height: 2, targetHeight: 2 }, { start: 1, end: FOR_EVER }],
    ['level above it', { low: 0, high: 2 }, { height: 2.001, targetHeight: 2.001 }, null],
    ['level below it', { low: 2, high: 3 }, { height: 1.999, targetHeight: 1.999 }, null],
  ])('%s', (_, piece, heights, expected) => {
    const reach = reachOf(piece, heights);
    expect(reach && { start: expect.closeTo(reach.start, 12), end: reach.end }).toEqual(
      expected && { start: expected.start, end: expect.closeTo(expected.end, 12) },
    );
  });
});

/** Whether places along +x are seen from the origin over pieces across it. */
const seenAlong = (
  pieces: readonly Piece[],
  places: readonly number[],
  heights: Parameters<typeof view>[2],
) => {
  const region = regionOf(pieces, view(0, 0, { range: 100, ...heights }));
  return places.map((x) => percentAt(at(x, 0.01), region));
};

const across = (x: number, low: number, high: number, through = 0) =>
  wall(x, -5, x, 5, { low, high, through });

describe('strips', () => {
  test('a window shows what is between the shadows of its sill and its lintel', () => {
    const pieces = [across(10, 0, 1), across(10, 2, FOR_EVER)];
    const heights = { height: 3, targetHeight: 0 };
    expect(seenAlong(pieces, [9, 11, 14.9, 15.1, 29.9, 30.1, 90], heights)).toEqual([
      100, 0, 0, 100, 100, 0, 0,
    ]);
  });

  test('bands that meet, or are one upon the other in two walls, hide as one', () => {
    const bands = [across(10, 0, 1), across(10, 1, 1.7), across(10, 1.7, FOR_EVER)];
    expect(seenAlong(bands, [9, 11, 20, 40, 90], { height: 3, targetHeight: 0 })).toEqual([100, 0, 0, 0, 0]);
    const level = { height: 1.7, targetHeight: 1.7 };
    expect(seenAlong(bands, [9, 11, 90], level)).toEqual([100, 0, 0]);
  });

  test('what is within the shadow of another piece on the same segment takes nothing from it', () => {
    const heights = { height: 3, targetHeight: 0 };
    // To 15 m by the wall of 1 m; the band in it, to 12 m, ends sooner.
    expect(seenAlong([across(10, 0, 1), across(10, 0.3, 0.5)], [11, 12.5, 14.9, 15.1], heights)).toEqual([
      0, 0, 0, 100,
    ]);
    expect(seenAlong([across(10, 0.5, 1), across(10, 0, FOR_EVER)], [11, 14, 16, 90], heights)).toEqual([
      0, 0, 0, 0,
    ]);
  });

  test('strips of walls one behind the other overlap and cross', () => {
    const pieces = [across(10, 0, 1), wall(12, -5, 14, 5, { low: 0, high: 1 })];
    const heights = { height: 3, targetHeight: 0 };
    // To 15 m by the first, from 13 m to 19.5 m by the second.
    expect(seenAlong(pieces, [9.9, 10.1, 14.9, 19.4, 19.6, 60], heights)).toEqual([100, 0, 0, 0, 100, 100]);
    const region = regionOf(pieces, view(0, 0, { range: 100, ...heights }));
    expect(percentAt(at(15.6, 4.5), region)).toBe(0);
    expect(percentAt(at(15.1, -5.5), region)).toBe(0);
  });

  test('behind mesh the product of shares remains, for as high as it is', () => {
    const pieces = [
      across(10, 0, 2, 0.5),
      across(20, 0, FOR_EVER, 0.8),
      across(30, 0, 1),
      across(50, 0, 3, 0.1),
    ];
    const heights = { height: 3, targetHeight: 0 };
    // The mesh of 2 m dims to 30 m, the wall of 1 m hides from there to 45 m.
    expect(seenAlong(pieces, [5, 15, 25, 31, 44, 46, 60], heights)).toEqual([100, 50, 40, 0, 0, 80, 8]);
    const region = regionOf(pieces, view(0, 0, { range: 100, ...heights }));
    expect(partsOf(region).map(({ percent }) => percent)).toEqual([100, 80, 50, 40, 8]);
  });

  test('what is left of less than a twentieth is hidden, a twentieth is not', () => {
    const twice = (share: number) => [across(10, 0, FOR_EVER, 0.5), across(20, 0, FOR_EVER, share)];
    expect(seenAlong(twice(0.1), [15, 25], {})).toEqual([50, 5]);
    expect(seenAlong(twice(0.099), [15, 25], {})).toEqual([50, 0]);
    expect(seenAlong([across(10, 0, FOR_EVER, 0.049)], [5, 15], {})).toEqual([100, 0]);
    // So many that the product is no number any more.
    const many = Array.from({ length: 300 }, (_, index) => across(10 + index / 10, 0, FOR_EVER, 0.05));
    expect(seenAlong(many, [5, 10.05, 10.15, 60], {})).toEqual([100, 5, 0, 0]);
  });
});
