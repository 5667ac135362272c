import { add, type Point, rotate, subtract } from '../geometry/point.ts';
import type { RecordOf } from './kinds/index.ts';

/** What places a picture on the plan. */
export type UnderlayFrame = Pick<
  RecordOf<'underlay'>,
  'at' | 'rotation' | 'metresPerPixel' | 'widthPx' | 'heightPx'
>;

/** The plan point of a picture point, which is in pixels from the picture's upper left corner, y down. */
export function pictureToPlan(frame: UnderlayFrame, picturePoint: Point): Point {
  const { at, rotation, metresPerPixel, heightPx } = frame;
  const fromCorner = {
    x: picturePoint.x * metresPerPixel,
    y: (heightPx - picturePoint.y) * metresPerPixel,
  };
  return add(at, rotate(fromCorner, rotation));
}

/** The picture point, pixels from its upper left corner and y down, that lies on a plan point. */
export function planToPicture(frame: UnderlayFrame, point: Point): Point {
  const { at, rotation, metresPerPixel, heightPx } = frame;
  const { x, y } = rotate(subtract(point, at), -rotation);
  return { x: x / metresPerPixel, y: heightPx - y / metresPerPixel };
}

/** The four corners of the picture on the plan, anticlockwise from the lower left one. */
export function underlayCorners(frame: UnderlayFrame): Point[] {
  const { widthPx, heightPx } = frame;
  return [
    { x: 0, y: heightPx },
    { x: widthPx, y: heightPx },
    { x: widthPx, y: 0 },
    { x: 0, y: 0 },
  ].map((corner) => pictureToPlan(frame, corner));
}
