import { angleOf, distanceBetween, type Point } from '../../../core/geometry/point.ts';
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

/** The nearest whole multiple of the angle step, which governs drawing, turning, aiming and templates alike. */
function roundedAngle(angle: number, { view }: ToolContext): number {
  const step = (view.snaps.angleStepDeg * Math.PI) / 180;
  return Math.round(angle / step) * step;
}

/** What is aimed at from a place: Shift turns the rounding of directions over, as it does orthogonal lock. */
export function aimedAt(from: Point, { at, shift }: PointerToolEvent, context: ToolContext): Point {
  if (context.view.snaps.ortho === shift) return at;
  const [angle, length] = [roundedAngle(angleOf(from, at), context), distanceBetween(from, at)];
  return { x: from.x + Math.cos(angle) * length, y: from.y + Math.sin(angle) * length };
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
