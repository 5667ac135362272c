import { distanceBetween, type Point } from '../../../core/geometry/point.ts';
import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { quantiseLength } from '../../../core/units.ts';
import type { Guide, PointerToolEvent, Preview, Snap, ToolContext } from '../tool.ts';

/** Two clicks nearer than this are one place: a double click, or a slip of the hand. CSS pixels. */
const SAME_PLACE_PX = 5;

export type SnapFrom = {
  readonly from?: Point | null;
  readonly drawn?: readonly Point[];
  readonly except?: ReadonlySet<AnyId>;
};

const none: ReadonlySet<AnyId> = new Set();

/** What the pointer snaps to; Shift turns orthogonal lock over. */
export function snapped(event: PointerToolEvent, context: ToolContext, attract: SnapFrom = {}): Snap {
  const { from = null, drawn = [], except = none } = attract;
  return context.snap(event.at, { from, drawn, except, ortho: event.shift });
}

/** Whether two plan points lie so close together on the screen that the hand cannot tell them apart. */
export function isSamePlace(first: Point, second: Point, { pixelsPerMetre }: ToolContext): boolean {
  return distanceBetween(first, second) * pixelsPerMetre <= SAME_PLACE_PX;
}

/** The point, to the millimetre, at a length from another in the direction of a third; null when there is no direction. */
export function pointTowards(from: Point, to: Point, length: number): Point | null {
  const distance = distanceBetween(from, to);
  if (distance === 0) return null;
  const part = length / distance;
  return {
    x: quantiseLength(from.x + (to.x - from.x) * part),
    y: quantiseLength(from.y + (to.y - from.y) * part),
  };
}

const FIFTEEN_DEGREES = Math.PI / 12;

/** The nearest whole multiple of 15°. */
export function roundedAngle(angle: number): number {
  return Math.round(angle / FIFTEEN_DEGREES) * FIFTEEN_DEGREES;
}

/** Dashed lines through points in order. */
export function lineGuides(points: readonly Point[]): Guide[] {
  return points.flatMap((to, index) => {
    const from = points[index - 1];
    return from ? [{ type: 'line' as const, from, to }] : [];
  });
}

/** A preview of guides alone; null when there are none. */
export function guidesOnly(guides: readonly Guide[]): Preview | null {
  return guides.length > 0 ? { diff: new Map(), guides, measure: null } : null;
}
