import type { Point } from '../../core/geometry/point.ts';
import { quantiseLength } from '../../core/units.ts';
import type { Guide, Snap, SnapName } from './tool.ts';

/** How near the pointer must come to what attracts it, CSS pixels. */
export const SNAP_PX = 10;

/** The place of the pointer itself, to the millimetre. */
export function unsnapped(point: Point): Snap {
  return { at: quantised(point), name: 'none', guides: [] };
}

export function quantised({ x, y }: Point): Point {
  return { x: quantiseLength(x), y: quantiseLength(y) };
}

/** A snap that says its name at the place, with lines that show why it is there. */
export function marked(place: Point, name: SnapName, lines: readonly Guide[] = []): Snap {
  const at = quantised(place);
  return { at, name, guides: [...lines, { type: 'mark', at, name }] };
}
