import { type Point, quantisePoint } from '../../../core/geometry/point.ts';
import { shownPictureAt } from '../shown-picture.ts';
import type { Guide, Snap, SnapOptions } from '../tool.ts';
import { type Alignment, alignmentOf } from './snap-alignment.ts';
import { type Attractors, attractorsNear, crossingsOf, nearestTo } from './snap-attractors.ts';
import { snapHeld } from './snap-held.ts';
import type { SnapName } from './snap-kinds.ts';
import { onAngleStep, onExtension, onParallel } from './snap-lines.ts';
import { pointNear } from './snap-points.ts';
import { type Candidate, marked, SNAP_PX, unsnapped } from './snap-result.ts';
import type { SnapScene } from './snap-scene.ts';

type Search = {
  readonly point: Point;
  readonly reach: number;
  readonly options: SnapOptions;
  readonly scene: SnapScene;
};

// A grid finer than the reach leaves room between its crossings.
const GRID_PART = 0.36;

const nowhere: Alignment = { x: null, y: null };

/**
 * The place that a pointer means.
 *
 * One mode for everything: places win in the order of `snapKinds`, then lines that something lies on,
 * then the grid and even directions; what was taken is kept until the pointer is clearly off it. With
 * orthogonal lock the place stays on the horizontal or vertical through `from`, with a typed length or
 * angle on what these leave.
 */
export function snapPoint(point: Point, options: SnapOptions, scene: SnapScene): Snap {
  const search = { point, reach: SNAP_PX / scene.pixelsPerMetre, options, scene };
  const { from } = options;
  if (from && scene.hold) return snapHeld(point, { ...options, from }, { ...scene, hold: scene.hold });
  if (from && scene.view.snaps.ortho !== options.ortho) return snapOnAxis(search, from);
  return scene.view.snaps.isOn ? snapFreely(search) : unsnapped(point);
}

function snapFreely(search: Search): Snap {
  const { view } = search.scene;
  const near = pointNear(search);
  if (near) return taken(near);
  const line =
    (view.snaps.off.has('extension') ? null : onExtension(search)) ??
    (view.snaps.off.has('parallel') ? null : onParallel(search));
  return line ? taken(line) : snapToAlignment(search);
}

function taken({ name, at, guides, edge }: Candidate): Snap {
  return edge ? { ...marked(at, name, guides), edge } : marked(at, name, guides);
}

function snapToAlignment(search: Search): Snap {
  const { point, reach, options, scene } = search;
  const { off } = scene.view.snaps;
  const alignment = off.has('ortho') ? nowhere : alignmentOf(point, { options, scene });
  const grid = gridPointNear(point, scene);
  const gridReach = Math.min(reach, scene.view.drawing.gridStep * GRID_PART);
  const withinReach = (line: number, value: number) => Math.abs(line - value) <= gridReach;
  if (alignment.x || alignment.y) {
    // What alignment leaves free goes to the grid.
    const at = quantisePoint({
      x: alignment.x?.x ?? (grid && withinReach(grid.x, point.x) ? grid.x : point.x),
      y: alignment.y?.y ?? (grid && withinReach(grid.y, point.y) ? grid.y : point.y),
    });
    return { at, name: 'ortho', guides: guidesTo(at, alignment) };
  }
  if (grid && Math.hypot(grid.x - point.x, grid.y - point.y) <= gridReach) return marked(grid, 'grid');
  const direction = off.has('angle') ? null : onAngleStep(search);
  return direction ? taken(direction) : unsnapped(point);
}

function guidesTo(at: Point, { x, y }: Alignment): Guide[] {
  return [x, y].flatMap((from) => (from ? [{ type: 'line' as const, from, to: at }] : []));
}

/** Null over a picture: what is traced there lies where the picture has it, not on the grid. */
function gridPointNear(point: Point, scene: SnapScene): Point | null {
  const { drawing, snaps } = scene.view;
  const { grid, gridStep } = drawing;
  if (!grid || snaps.off.has('grid') || !(gridStep > 0) || shownPictureAt(point, scene)) return null;
  return { x: Math.round(point.x / gridStep) * gridStep, y: Math.round(point.y / gridStep) * gridStep };
}

/*  from --------- at ------    the pointer is beside the axis; what is found near the pointer or near
 *                  ' pointer   the foot of the pointer is brought onto the axis  */
function snapOnAxis(search: Search, from: Point): Snap {
  const { point, scene } = search;
  const isAcross = Math.abs(point.x - from.x) >= Math.abs(point.y - from.y);
  const onAxis = ({ x, y }: Point): Point => (isAcross ? { x, y: from.y } : { x: from.x, y });
  const foot = onAxis(point);
  const found = scene.view.snaps.isOn ? attractedOnAxis({ ...search, point: foot }, onAxis, point) : null;
  const at = quantisePoint(found?.at ?? foot);
  const guides: Guide[] = [{ type: 'line', from, to: at }];
  if (found?.alignedWith) guides.push({ type: 'line', from: found.alignedWith, to: at });
  return found && !found.alignedWith && found.name !== 'ortho'
    ? marked(at, found.name, guides)
    : { at, name: 'ortho', guides };
}

type OnAxis = { readonly at: Point; readonly name: SnapName; readonly alignedWith: Point | null };

function attractedOnAxis(search: Search, onAxis: (point: Point) => Point, pointer: Point): OnAxis | null {
  const { point: foot, reach, options, scene } = search;
  const attractors = attractorsNear(foot, { reach, options, scene });
  const isOnAxis = (place: Point) => distanceApart(onAxis(place), place) < 0.001;
  const onIt = (points: readonly Point[]) => nearestTo(foot, points.filter(isOnAxis), reach);
  const exactly = (at: Point | null, name: SnapName) => at && { at, name, alignedWith: null };
  const axis = [onAxis(minus(foot, 2 * reach)), onAxis(minus(foot, -2 * reach))] as const;
  const crossings = crossingsOf(attractors.edges, axis);
  return (
    exactly(onIt(attractors.ends), 'end') ??
    exactly(onIt(attractors.middles), 'middle') ??
    exactly(nearestTo(foot, crossings, reach), 'intersection') ??
    alignedOnAxis(search, onAxis, pointer)
  );
}

function minus({ x, y }: Point, by: number): Point {
  return { x: x - by, y: y - by };
}

function distanceApart(first: Point, second: Point): number {
  return Math.hypot(first.x - second.x, first.y - second.y);
}

/** Level with an end near the pointer or one that lies straight across, else on a line of the grid. */
function alignedOnAxis(search: Search, onAxis: (point: Point) => Point, pointer: Point): OnAxis | null {
  const { point: foot, reach, options, scene } = search;
  const beside: Attractors = attractorsNear(pointer, { reach, options, scene });
  const end = nearestTo(pointer, beside.ends, reach);
  const across = end ? null : alignmentOf(foot, { options, scene });
  // Along the axis only one of the two coordinates is free: the one that the axis does not fix.
  const isAcross = onAxis({ x: foot.x + 1, y: foot.y }).x !== foot.x;
  const alignedWith = end ?? (isAcross ? across?.x : across?.y) ?? null;
  if (alignedWith && distanceApart(onAxis(alignedWith), options.from ?? foot) > reach) {
    return { at: onAxis(alignedWith), name: 'ortho', alignedWith };
  }
  const grid = gridPointNear(foot, scene);
  const at = grid && onAxis(grid);
  return at && distanceApart(at, foot) <= reach ? { at, name: 'ortho', alignedWith: null } : null;
}
