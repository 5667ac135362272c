import type { Plan } from '../../core/plan/plan.ts';
import type { SpatialIndex } from '../../core/plan/spatial-index.ts';
import type { Hold, View } from './tool.ts';

/** What there is to snap to, and how large it is on the screen. */
export type SnapScene = {
  readonly plan: Plan;
  readonly index: SpatialIndex;
  readonly view: View;
  readonly pixelsPerMetre: number;
  /** What was typed of the next place; null for nothing. */
  readonly hold: Hold | null;
};
