import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fit as fitted,
  LARGEST_SCALE,
  panBy,
  SMALLEST_SCALE,
  scaleNumber,
  toPlan,
  type Viewport,
  visibleBox,
  zoomAt,
} from '../../../renderer/editor/viewport.ts';

const viewport: Viewport = { centre: { x: 10, y: 20 }, pixelsPerMetre: 50, widthPx: 800, heightPx: 600 };

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const viewports = fc.record({
  centre: fc.record({ x: finite(-1e4, 1e4), y: finite(-1e4, 1e4) }),
  pixelsPerMetre: finite(SMALLEST_SCALE, LARGEST_SCALE),
  widthPx: fc.integer({ min: 1, max: 4000 }),
  heightPx: fc.integer({ min: 1, max: 4000 }),
});
const screenPoints = fc.record({ left: finite(-5000, 5000), top: finite(-5000, 5000) });
const settings = { seed: 20_261_124, numRuns: 200 };

describe('viewport', () => {
  test('the centre of the plan is in the middle of the canvas, and up is up', () => {
    expect(toPlan(viewport, { left: 400, top: 300 })).toEqual({ x: 10, y: 20 });
    expect(toPlan(viewport, { left: 450, top: 250 })).toEqual({ x: 11, y: 21 });
  });

  test('zooming keeps the place under the pointer, within the limits of the scale', () => {
    const keeps = fc.property(viewports, screenPoints, finite(0.01, 100), (view, at, factor) => {
      const zoomed = zoomAt(view, at, factor);
      const [before, after] = [toPlan(view, at), toPlan(zoomed, at)];
      const error = Math.hypot(before.x - after.x, before.y - after.y) * zoomed.pixelsPerMetre;
      return (
        error < 0.01 && zoomed.pixelsPerMetre >= SMALLEST_SCALE && zoomed.pixelsPerMetre <= LARGEST_SCALE
      );
    });
    fc.assert(keeps, settings);
  });

  test('panning moves the drawing with the hand', () => {
    const panned = panBy(viewport, { left: 100, top: -50 });
    expect(toPlan(panned, { left: 500, top: 250 })).toEqual({ x: 10, y: 20 });
  });

  test('fits a box with its margin', () => {
    const shown = fitted(viewport, { minX: 0, minY: 0, maxX: 88, maxY: 10 });
    expect([shown.pixelsPerMetre, shown.centre]).toEqual([8, { x: 44, y: 5 }]);
    expect(visibleBox(shown)).toEqual({ minX: -6, minY: -32.5, maxX: 94, maxY: 42.5 });
  });

  test('tells the scale of the screen at 96 dots per inch', () => {
    expect(scaleNumber({ ...viewport, pixelsPerMetre: 96 / 0.0254 })).toBeCloseTo(1, 9);
    expect(scaleNumber({ ...viewport, pixelsPerMetre: 96 / 0.0254 / 200 })).toBeCloseTo(200, 9);
  });
});
