import type { Point } from '../../../core/geometry/point.ts';
import { getRecord, isPlaced } from '../../../core/plan/plan.ts';
import { snapGeometryOf } from '../../../core/plan/snap-geometry.ts';
import { isInWindow } from '../is-selectable.ts';
import type { SnapOptions } from '../tool.ts';
import { boxAround } from './snap-attractors.ts';
import type { SnapScene } from './snap-scene.ts';

/** The points that a place is level with: `x` one straight above or below it, `y` one to the left or right. */
export type Alignment = { readonly x: Point | null; readonly y: Point | null };

// How far off the line the pointer may be, and how far away what it is aligned with, CSS pixels.
const ALIGN_PX = 5;
const STRIP_PX = 160;
// In a dense drawing everything is aligned with something.
const MOST_RECORDS = 40;

/** What a point is level with: points of what is being drawn, and ends of the records around. */
export function alignmentOf(
  point: Point,
  { options, scene }: { readonly options: SnapOptions; readonly scene: SnapScene },
): Alignment {
  const tolerance = ALIGN_PX / scene.pixelsPerMetre;
  const own = options.from ? [options.from, ...options.drawn] : options.drawn;
  const reach = STRIP_PX / scene.pixelsPerMetre;
  const above = [...own, ...endsIn(boxAround(point, tolerance, reach), options, scene)];
  const beside = [...own, ...endsIn(boxAround(point, reach, tolerance), options, scene)];
  return { x: levelWith(point, above, tolerance, 'x'), y: levelWith(point, beside, tolerance, 'y') };
}

function endsIn(box: ReturnType<typeof boxAround>, { except }: SnapOptions, scene: SnapScene): Point[] {
  const ids = scene.index.query(box, scene.view.lens.floor);
  if (ids.length > MOST_RECORDS) return [];
  const { minX, minY, maxX, maxY } = box;
  return ids.flatMap((id) => {
    const record = except.has(id) ? undefined : getRecord(scene.plan, id);
    if (!record || !isPlaced(record) || !isInWindow(scene, record)) return [];
    const { ends, centres } = snapGeometryOf(record, scene.plan);
    return [...ends, ...centres].filter(({ x, y }) => x >= minX && x <= maxX && y >= minY && y <= maxY);
  });
}

function levelWith(point: Point, points: readonly Point[], tolerance: number, axis: 'x' | 'y'): Point | null {
  let best: Point | null = null;
  let least = tolerance;
  for (const candidate of points) {
    const off = Math.abs(candidate[axis] - point[axis]);
    if (off > least || (best && off === least)) continue;
    best = candidate;
    least = off;
  }
  return best;
}
