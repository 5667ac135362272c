import type { Point } from '../geometry/point.ts';
import type { RecordOf } from './records/index.ts';

/** What places a picture on the plan. */
export type UnderlayFrame = Pick<
  RecordOf<'underlay'>,
  'at' | 'rotation' | 'metresPerPixel' | 'widthPx' | 'heightPx'
>;

/** The plan point of a picture point, which is in pixels from the picture's upper left corner, y down. */
export function pictureToPlan(frame: UnderlayFrame, picturePoint: Point): Point {
  const { at, rotation, metresPerPixel, heightPx } = frame;
  const right = picturePoint.x * metresPerPixel;
  const up = (heightPx - picturePoint.y) * metresPerPixel;
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);
  return { x: at.x + right * cos - up * sin, y: at.y + right * sin + up * cos };
}

/** The picture point, pixels from its upper left corner and y down, that lies on a plan point. */
export function planToPicture(frame: UnderlayFrame, point: Point): Point {
  const { at, rotation, metresPerPixel, heightPx } = frame;
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);
  const x = point.x - at.x;
  const y = point.y - at.y;
  return {
    x: (x * cos + y * sin) / metresPerPixel,
    y: heightPx - (y * cos - x * sin) / metresPerPixel,
  };
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
