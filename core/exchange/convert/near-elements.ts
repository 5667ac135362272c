import { type Box, boxOf } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import {
  type DrawnElement,
  type LeftOut,
  mappedForm,
  type NeutralDrawing,
  pointsOf,
} from '../neutral-drawing.ts';

/** Degrees; some 50 to 110 km. */
export const FARTHEST = 1;

/** The part of a map that lies on one site, and what it covers; null where most of it is on none. */
export type NearElements = {
  readonly elements: readonly DrawnElement[];
  readonly leftOut: readonly LeftOut[];
  readonly extent: Box;
};

function* allPoints(elements: readonly DrawnElement[]): Generator<Point> {
  for (const { forms } of elements) for (const form of forms) yield* pointsOf(form);
}

/** Whether a box can be longitudes (x) and latitudes (y) in degrees. */
export function isOnGlobe({ minX, minY, maxX, maxY }: Box): boolean {
  // A little beyond 180: sites across it are written so.
  return minX >= -180 - FARTHEST && maxX <= 180 + FARTHEST && minY >= -90 && maxY <= 90;
}

const isSmall = ({ minX, minY, maxX, maxY }: Box) => maxX - minX <= FARTHEST && maxY - minY <= FARTHEST;

/** What a map covers; null where nothing of it has a place. */
export const extentOf = ({ elements }: Pick<NeutralDrawing, 'elements'>): Box | null =>
  boxOf(allPoints(elements));

/**
 * The elements on the site that most points of a map lie on, longitudes going on across the 180th meridian. What lies
 * farther away is left out: a stray point would else move the whole plan, or cost it. O(n log n) where there is such.
 */
export function nearElements({ elements }: NeutralDrawing, extent: Box): NearElements | null {
  if (isOnGlobe(extent) && isSmall(extent)) return { elements, leftOut: [], extent };
  const isAcross = extent.maxX - extent.minX > 180;
  const around = isAcross ? elements.map(eastOf180) : elements;
  const middle = medianOf([...allPoints(around)]);
  const isNear = ({ x, y }: Point) =>
    Math.abs(x - middle.x) <= FARTHEST && Math.abs(y - middle.y) <= FARTHEST && Math.abs(y) <= 90;
  const near = around.filter(({ forms }) => forms.every((form) => pointsOf(form).every(isNear)));
  const box = boxOf(allPoints(near));
  const [all, kept] = [count(allPoints(around)), count(allPoints(near))];
  if (!box || !isOnGlobe(isAcross ? eastAgain(box) : box) || !isSmall(box) || kept * 2 <= all) return null;
  const isKept = new Set(near);
  const leftOut = around.flatMap((element) =>
    isKept.has(element) ? [] : [{ source: element.source, reason: 'it lies more than 50 km from the rest' }],
  );
  return { elements: near, leftOut, extent: box };
}

/** A box that begins beyond the meridian, a turn back. */
function eastAgain(box: Box): Box {
  return box.minX > 180 ? { ...box, minX: box.minX - 360, maxX: box.maxX - 360 } : box;
}

function eastOf180(element: DrawnElement): DrawnElement {
  const turn = ({ x, y }: Point): Point => ({ x: x < 0 ? x + 360 : x, y });
  return { ...element, forms: element.forms.map((form) => mappedForm(form, turn)) };
}

function medianOf(points: readonly Point[]): Point {
  const middle = (values: Float64Array) => values.sort()[Math.floor((values.length - 1) / 2)] ?? 0;
  return {
    x: middle(Float64Array.from(points, ({ x }) => x)),
    y: middle(Float64Array.from(points, ({ y }) => y)),
  };
}

function count(points: Iterable<Point>): number {
  let number = 0;
  for (const _ of points) number += 1;
  return number;
}
