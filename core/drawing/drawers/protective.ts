import { bollardPlaces } from '../../geometry/bollard-places.ts';
import { add, type Point, polar } from '../../geometry/point.ts';
import { outlineOfPath, pathLength, pointAlongPath } from '../../geometry/polyline.ts';
import type { RecordOf } from '../../plan/records/index.ts';
import { inkOf, label, stateStroke, tagItems } from '../appearance.ts';
import type { DrawItem, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, openPath, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { cameraSymbol, lookingSymbol, postSymbol } from '../symbols/device-symbols.ts';

/** A stroke across a path's end. */
function endTick(end: Point, towards: Point, half: number): Path {
  const direction = Math.atan2(towards.y - end.y, towards.x - end.x) + Math.PI / 2;
  const side = polar(direction, half);
  return linePath(add(end, side), { x: end.x - side.x, y: end.y - side.y });
}

/** Separate blocks for boulders and planters; a body of the barrier's true width for the others. */
function barrierBody(barrier: RecordOf<'barrier'>): readonly (readonly Point[])[] {
  const outline = outlineOfPath(barrier.path, barrier.width);
  return outline ? [outline] : [];
}

/** The body at its true width with ticks at its ends, its tag and rating. */
export function drawBarrier(barrier: RecordOf<'barrier'>, scene: Scene): DrawItem[] {
  const ink = inkOf(barrier, scene);
  const [first, second] = barrier.path;
  const [last, beforeLast] = [barrier.path.at(-1), barrier.path.at(-2)];
  if (!first || !second || !last || !beforeLast) return [];
  const line = stateStroke(barrier, ink, lineWeights.cut);
  const light = barrier.type === 'cable' || barrier.type === 'guardrail' || barrier.mode === 'active';
  const body = barrierBody(barrier).flatMap(ringPath);
  const shown = barrier.state === 'removed' ? null : fill(ink, light ? 0.15 : 0.6);
  const half = barrier.width / 2 + 0.35;
  const items: DrawItem[] = [
    pathItem(body, { fill: shown, stroke: { ...line, widthMm: lineWeights.object } }),
    pathItem([...endTick(first, second, half), ...endTick(last, beforeLast, half)], { stroke: line }),
  ];
  if (barrier.type === 'trench')
    items.push(pathItem(openPath(barrier.path), { stroke: stroke(ink, lineWeights.symbol, 'dashed') }));
  const at = pointAlongPath(barrier.path, pathLength(barrier.path) / 2);
  if (at)
    items.push(
      ...tagItems(barrier, at, {
        offsetMm: { x: 1.5, y: 2.6 },
        ...(barrier.rating ? { note: barrier.rating } : {}),
      }),
    );
  return items;
}

/** Every bollard of the row at its true size, and how many there are. */
export function drawBollards(row: RecordOf<'bollards'>, scene: Scene): DrawItem[] {
  const ink = inkOf(row, scene);
  const places = bollardPlaces(row.path, row.spacing);
  const dots = places.flatMap((place) => circlePath(place, row.diameter / 2));
  const removed = row.state === 'removed';
  const items: DrawItem[] = [
    pathItem(dots, {
      fill: removed ? null : fill(row.mode === 'fixed' ? ink : 'paper'),
      stroke: stateStroke(row, ink, lineWeights.object),
    }),
  ];
  const middle = places[Math.floor(places.length / 2)];
  if (middle) {
    const count =
      places.length > 1 ? `${places.length} × Ø${row.diameter.toFixed(2)} @ ${row.spacing.toFixed(2)}` : '';
    const note = [count, row.rating].filter(Boolean).join(' · ');
    items.push(...tagItems(row, middle, { offsetMm: { x: 1.2, y: 2.4 }, ...(note ? { note } : {}) }));
  }
  return items;
}

/** The symbol turned where the camera looks, its tag behind it. */
export function drawCamera(camera: RecordOf<'camera'>, scene: Scene): DrawItem[] {
  const ink = inkOf(camera, scene);
  return [
    {
      type: 'symbol',
      at: camera.at,
      angle: camera.direction,
      parts: cameraSymbol(ink, camera.type),
      detail: 'always',
    },
    ...tagItems(camera, camera.at, { offsetMm: tagPlace(camera.direction) }),
  ];
}

/** Behind a directed device, where its field of view does not lie. */
function tagPlace(direction: number): Point {
  const behind = direction + Math.PI;
  return { x: Math.cos(behind) >= -0.2 ? 2.6 : -8.5, y: Math.sin(behind) >= 0 ? 2.4 : -2.4 };
}

/** The upright shield, a tick where its guard looks, its tag and hours. */
export function drawPost(post: RecordOf<'post'>, scene: Scene): DrawItem[] {
  const ink = inkOf(post, scene);
  return [
    { type: 'symbol', at: post.at, angle: 0, parts: postSymbol(ink), detail: 'always' },
    { type: 'symbol', at: post.at, angle: post.direction, parts: lookingSymbol(ink), detail: 'normal' },
    ...tagItems(post, post.at, { offsetMm: { x: 2.6, y: 2.4 }, ...(post.hours ? { note: post.hours } : {}) }),
  ];
}

/** A note at its size on paper. */
export function drawText(note: RecordOf<'text'>, scene: Scene): DrawItem[] {
  const { at, direction, sizeMm, anchor } = note;
  const ink = inkOf(note, scene);
  return [
    label(note.text, at, { angle: direction, sizeMm, anchor, weight: 'regular', ink, detail: 'always' }),
  ];
}
