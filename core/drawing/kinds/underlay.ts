import type { RecordOf } from '../../plan/kinds/index.ts';
import { pictureToPlan } from '../../plan/underlay-frame.ts';
import type { DrawItem } from '../draw-item.ts';
import type { KindLook } from './look.ts';

/** The picture in its place on the plan. */
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
  return [{ type: 'image', attachment, widthPx, heightPx, matrix, opacity, detail: 'always' }];
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
