import type { Ink, SymbolItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, openPath, ringPath, stroke } from '../paths.ts';

type Parts = SymbolItem['parts'];

/** A camera looking along +x; its lens is at the origin's right, so that it rotates about its mount. */
export function cameraSymbol(
  ink: Ink,
  type: 'fixed' | 'ptz' | 'panoramic' | 'multisensor' | 'thermal',
): Parts {
  const line = stroke(ink, lineWeights.symbol);
  const body = ringPath([
    { x: -1.5, y: -0.9 },
    { x: 0.9, y: -0.9 },
    { x: 0.9, y: 0.9 },
    { x: -1.5, y: 0.9 },
  ]);
  const lens = ringPath([
    { x: 0.9, y: -0.5 },
    { x: 1.9, y: -1.1 },
    { x: 1.9, y: 1.1 },
    { x: 0.9, y: 0.5 },
  ]);
  const halo = { path: circlePath({ x: 0, y: 0 }, 2.1), stroke: null, fill: fill('paper', 0.7) };
  if (type === 'panoramic' || type === 'multisensor') {
    const ring = { path: circlePath({ x: 0, y: 0 }, 1.6), stroke: line, fill: fill('paper') };
    return [halo, ring, { path: circlePath({ x: 0, y: 0 }, 0.8), stroke: null, fill: fill(ink) }];
  }
  const core = { path: body, stroke: line, fill: fill(ink) };
  const front = { path: lens, stroke: line, fill: type === 'thermal' ? fill('paper') : fill(ink) };
  const turning = { path: circlePath({ x: -0.3, y: 0 }, 1.9), stroke: line, fill: null };
  return type === 'ptz' ? [halo, turning, core, front] : [halo, core, front];
}

/** A shield, upright: a guard post. */
export function postSymbol(ink: Ink): Parts {
  const outline = openPath([
    { x: 0, y: 2 },
    { x: 1.7, y: 1.3 },
    { x: 1.7, y: 0 },
  ]);
  const path = [
    ...outline,
    ['C', 1.7, -1.1, 0.9, -1.7, 0, -2.1] as const,
    ['C', -0.9, -1.7, -1.7, -1.1, -1.7, 0] as const,
    ['L', -1.7, 1.3] as const,
    ['Z'] as const,
  ];
  const core = circlePath({ x: 0, y: 0.1 }, 0.6);
  return [
    { path, stroke: stroke(ink, lineWeights.object), fill: fill('paper') },
    { path: core, stroke: null, fill: fill(ink) },
  ];
}

/** A pointed tick beside the post that shows which way its guard looks (+x). */
export function lookingSymbol(ink: Ink): Parts {
  const path = ringPath([
    { x: 2.6, y: -0.6 },
    { x: 3.5, y: 0 },
    { x: 2.6, y: 0.6 },
  ]);
  return [{ path, stroke: null, fill: fill(ink) }];
}
