import { angleOf, type Point } from '../geometry/point.ts';
import { pathLength, pointAlongPath, pointsAlongPath } from '../geometry/polyline.ts';
import { label, type TextLook, uprightAngle } from './appearance.ts';
import type { DrawItem } from './draw-item.ts';
import type { Scene } from './scene.ts';

/** A place on a path and the direction in which the path runs there. */
export type PathMark = { readonly at: Point; readonly direction: number };

const MOST_MARKS = 500;

/** Places along a path at an even distance near `step` metres, half a step in from its ends. */
export function marksAlong(path: readonly Point[], step: number): readonly PathMark[] {
  const length = pathLength(path);
  const count = Math.min(Math.max(Math.round(length / step), 1), MOST_MARKS);
  const half = Math.min(0.25, length / 4);
  const middles = Array.from({ length: count }, (_, index) => ((index + 0.5) * length) / count);
  const [before, at, after] = [-half, 0, half].map((by) =>
    pointsAlongPath(
      path,
      middles.map((along) => Math.min(Math.max(along + by, 0), length)),
    ),
  );
  return middles.flatMap((_, index): readonly PathMark[] => {
    const [back, middle, ahead] = [before?.[index], at?.[index], after?.[index]];
    return back && middle && ahead ? [{ at: middle, direction: angleOf(back, ahead) }] : [];
  });
}

/** The angle at which a text along a direction is not upside down on the page. */
function readable(angle: number, scene: Scene): number {
  return Math.cos(angle - uprightAngle(scene)) < -1e-9 ? angle + Math.PI : angle;
}

/** A text along a path at its middle; nothing for an empty one. */
export function labelAlong(
  path: readonly Point[],
  content: string,
  { scene, look }: { readonly scene: Scene; readonly look: TextLook },
): DrawItem[] {
  const length = pathLength(path);
  const at = content ? pointAlongPath(path, length / 2) : null;
  const next = pointAlongPath(path, Math.min(length / 2 + 0.5, length));
  if (!at || !next) return [];
  return [label(content, at, { angle: readable(angleOf(at, next), scene), ...look })];
}
