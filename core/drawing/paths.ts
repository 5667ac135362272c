import type { Point } from '../geometry/point.ts';
import type { Fill, Ink, Path, PathItem, PathStep, Stroke } from './draw-item.ts';

/** An open path through points. */
export function openPath(points: readonly Point[]): Path {
  return points.map(({ x, y }, index): PathStep => [index === 0 ? 'M' : 'L', x, y]);
}

/** A closed path along a ring. */
export function ringPath(ring: readonly Point[]): Path {
  return [...openPath(ring), ['Z']];
}

/** The closed paths of a ring and its holes. */
export function polygonPath(ring: readonly Point[], holes: readonly (readonly Point[])[]): Path {
  return [...ringPath(ring), ...holes.flatMap(ringPath)];
}

/** A closed circle. */
export function circlePath({ x, y }: Point, radius: number): Path {
  return [['M', x + radius, y], ['A', x, y, radius, 0, Math.PI * 2, true], ['Z']];
}

/** A straight line between two points. */
export function linePath(from: Point, to: Point): Path {
  return [
    ['M', from.x, from.y],
    ['L', to.x, to.y],
  ];
}

/** A line style; the width is paper millimetres. */
export function stroke(ink: Ink, widthMm: number, dash: Stroke['dash'] = 'solid'): Stroke {
  return { ink, widthMm, dash };
}

/** A fill style; opacity from 0 to 1. */
export function fill(ink: Ink, opacity = 1, pattern: Fill['pattern'] = 'solid'): Fill {
  return { ink, opacity, pattern };
}

/** An item of a path in plan metres, without line and fill unless they are given, shown at every zoom. */
export function pathItem(
  path: Path,
  style: { stroke?: Stroke | null; fill?: Fill | null; detail?: PathItem['detail'] },
): PathItem {
  return {
    type: 'path',
    path,
    stroke: style.stroke ?? null,
    fill: style.fill ?? null,
    detail: style.detail ?? 'always',
  };
}
