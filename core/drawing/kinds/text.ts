import type { RecordOf } from '../../plan/kinds/index.ts';
import { inkOf, label } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import type { Scene } from '../scene.ts';
import type { KindLook } from './look.ts';

/** A note at its size on paper. */
export function drawText(note: RecordOf<'text'>, scene: Scene): DrawItem[] {
  const { at, direction: angle, sizeMm, anchor } = note;
  const ink = inkOf(note, scene);
  return [label(note.text, at, { angle, sizeMm, anchor, weight: 'regular', ink, detail: 'always' })];
}

export const textLook: KindLook<'text'> = {
  draw: drawText,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: true,
  label: { role: 'name', rank: 17 },
  avoided: 0,
  legend: null,
};
