import type { Point } from '../../geometry/point.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { pictureToPlan } from '../../plan/underlay-frame.ts';
import { label } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import type { KindLook } from './look.ts';

/** Stands above the upper left corner of a picture whose scale nobody has set: nothing may be measured on it. */
function markAt(at: Point, angle: number): DrawItem {
  return label('Not calibrated', at, { angle, anchor: 'start', offsetMm: { x: 2, y: 3 }, detail: 'always' });
}

/** The picture in its place on the plan; one that is not calibrated is marked. */
export function drawUnderlay(underlay: RecordOf<'underlay'>): DrawItem[] {
  const { attachment, widthPx, heightPx, opacity } = underlay;
  const origin = pictureToPlan(underlay, { x: 0, y: 0 });
  const right = pictureToPlan(underlay, { x: 1, y: 0 });
  const down = pictureToPlan(underlay, { x: 0, y: 1 });
  const matrix = [
    right.x - origin.x,
    right.y - origin.y,
    down.x - origin.x,
    down.y - origin.y,
    origin.x,
    origin.y,
  ] as const;
  const image: DrawItem = {
    type: 'image',
    attachment,
    widthPx,
    heightPx,
    matrix,
    opacity,
    detail: 'always',
  };
  return underlay.calibration ? [image] : [image, markAt(origin, underlay.rotation)];
}

export const underlayLook: KindLook<'underlay'> = {
  draw: drawUnderlay,
  lies: 'on-ground',
  isGhosted: false,
  isMarked: false,
  label: { role: 'name', rank: 17 },
  avoided: 0,
  legend: null,
};
