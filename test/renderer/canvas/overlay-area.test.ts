import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScreenArea } from '../../../renderer/canvas/canvas-view.ts';
import { AreaBuilder, nextArea } from '../../../renderer/canvas/overlay-area.ts';
import { toPlan, type Viewport } from '../../../renderer/editor/viewport.ts';

const viewport: Viewport = { centre: { x: 50, y: 20 }, pixelsPerMetre: 10, widthPx: 1000, heightPx: 600 };

const holds = (outer: ScreenArea, inner: ScreenArea) =>
  outer.left <= inner.left &&
  outer.top <= inner.top &&
  outer.left + outer.widthPx >= inner.left + inner.widthPx &&
  outer.top + outer.heightPx >= inner.top + inner.heightPx;

describe('AreaBuilder', () => {
  test('is around its points with their reach, and never beyond what can be seen', () => {
    const area = new AreaBuilder(viewport);
    area.point(toPlan(viewport, { left: 100, top: 50 }), 10);
    area.point(toPlan(viewport, { left: 300, top: 700 }), 10);
    expect(area.visible()).toEqual({ left: 90, top: 40, widthPx: 220, heightPx: 560 });
  });

  test('is null where nothing can be seen, and without a point', () => {
    const area = new AreaBuilder(viewport);
    expect(area.visible()).toBeNull();
    area.point(toPlan(viewport, { left: -100, top: 50 }), 10);
    expect(area.visible()).toBeNull();
  });

  test('takes in the ends of lines, all of an arc and the corners of a picture', () => {
    const corner = (left: number, top: number) => toPlan(viewport, { left, top });
    const at = corner(500, 300);
    const arc = new AreaBuilder(viewport);
    const look = { stroke: null, fill: null, detail: 'always' } as const;
    arc.item({ type: 'path', path: [['A', at.x, at.y, 5, 0, 1, true], ['Z']], ...look }, 4);
    expect(arc.visible()).toEqual({ left: 438, top: 238, widthPx: 124, heightPx: 124 });
    const image = new AreaBuilder(viewport);
    const matrix = [0.1, 0, 0, -0.1, at.x, at.y] as const;
    image.item(
      { type: 'image', attachment: '', widthPx: 100, heightPx: 50, matrix, opacity: 1, detail: 'always' },
      4,
    );
    expect(image.visible()).toEqual({ left: 488, top: 288, widthPx: 124, heightPx: 74 });
  });
});

const area = fc
  .record({
    left: fc.integer({ min: 0, max: 900 }),
    top: fc.integer({ min: 0, max: 500 }),
    width: fc.integer({ min: 1, max: 1000 }),
    height: fc.integer({ min: 1, max: 600 }),
  })
  .map(({ left, top, width, height }) => ({
    left,
    top,
    widthPx: Math.min(width, viewport.widthPx - left),
    heightPx: Math.min(height, viewport.heightPx - top),
  }));

describe('nextArea', () => {
  test('always holds what is needed and stays within what can be seen', () => {
    const all = { left: 0, top: 0, widthPx: viewport.widthPx, heightPx: viewport.heightPx };
    fc.assert(
      fc.property(fc.option(area, { nil: null }), area, (present, needed) => {
        const next = nextArea(present, needed, viewport);
        expect(holds(next, needed)).toBe(true);
        expect(holds(all, next)).toBe(true);
      }),
      { seed: 7 },
    );
  });

  test('is the present one again while that holds what is needed, so that moves make no new bitmap', () => {
    const first = nextArea(null, { left: 400, top: 200, widthPx: 50, heightPx: 50 }, viewport);
    expect(nextArea(first, { left: 430, top: 210, widthPx: 50, heightPx: 50 }, viewport)).toBe(first);
    const large = nextArea(null, { left: 0, top: 0, widthPx: 1000, heightPx: 600 }, viewport);
    expect(nextArea(large, { left: 430, top: 210, widthPx: 50, heightPx: 50 }, viewport)).not.toBe(large);
  });
});
