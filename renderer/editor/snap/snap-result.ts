import { type Point, quantisePoint } from '../../../core/geometry/point.ts';
import type { Segment } from '../../../core/geometry/segment.ts';
import type { Guide, Snap } from '../tool.ts';
import type { SnapKind, SnapName } from './snap-kinds.ts';

/** How near the pointer must come to what attracts it, CSS pixels. */
export const SNAP_PX = 10;

/** The place of the pointer itself, to the millimetre. */
export function unsnapped(point: Point): Snap {
  return { at: quantisePoint(point), name: 'none', guides: [] };
}

/** A snap that says its name at the place, with lines that show why it is there. */
export function marked(place: Point, name: SnapName, lines: readonly Guide[] = []): Snap {
  const at = quantisePoint(place);
  return { at, name, guides: [...lines, { type: 'mark', at, name }] };
}

/** A place that attracts the pointer, and the lines that show why it is there. */
export type Candidate = {
  readonly name: SnapKind;
  readonly at: Point;
  readonly guides: readonly Guide[];
  readonly edge?: Segment;
};
