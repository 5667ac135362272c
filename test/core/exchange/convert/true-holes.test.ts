import { expect, test } from 'vitest';
import { withTrueHoles } from '../../../../core/exchange/convert/true-holes.ts';
import type { Point } from '../../../../core/geometry/point.ts';

/** Teeth that all lie in each other's boxes. */
const comb = (teeth: number, foot: number): readonly Point[] => [
  ...Array.from({ length: teeth }, (_, index) => ({ x: index / teeth, y: index % 2 ? 80 : foot + 1 })),
  { x: 1, y: foot },
  { x: 0, y: foot },
];

test('what is made to slow the comparison down is given up in time, and counted', () => {
  const started = performance.now();
  const { form, outside, notCompared } = withTrueHoles({
    type: 'polygon',
    ring: comb(20_000, 0),
    holes: [comb(19_999, 0.5), comb(20_001, 0.4)],
  });
  expect(performance.now() - started).toBeLessThan(20_000);
  expect([form.type === 'polygon' && form.holes.length, outside, notCompared]).toEqual([0, 0, 2]);
});

test('a usual outline of very many corners with very many holes is compared to the last of them', () => {
  const round = (x: number, y: number, radius: number, corners: number): readonly Point[] =>
    Array.from({ length: corners }, (_, index) => {
      const angle = (2 * Math.PI * index) / corners;
      return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
    });
  const holes = Array.from({ length: 900 }, (_, index) =>
    round(-450 + 30 * (index % 30), -450 + 30 * Math.floor(index / 30), 12, 40),
  );
  const within = holes.filter(([first]) => Math.hypot((first?.x ?? 0) - 12, first?.y ?? 0) <= 500 - 12);
  const { form, outside, notCompared } = withTrueHoles({
    type: 'polygon',
    ring: round(0, 0, 500, 30_000),
    holes,
  });
  expect(form.type === 'polygon' && form.holes).toEqual(within);
  expect([outside, notCompared]).toEqual([900 - within.length, 0]);
});
