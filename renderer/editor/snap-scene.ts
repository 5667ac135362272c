import type { Plan } from '../../core/plan/plan.ts';
import type { SpatialIndex } from '../../core/plan/spatial-index.ts';
import type { View } from './tool.ts';

/** What there is to snap to, and how large it is on the screen. */
export type SnapScene = {
  readonly plan: Plan;
  readonly index: SpatialIndex;
  readonly view: View;
  readonly pixelsPerMetre: number;
};
