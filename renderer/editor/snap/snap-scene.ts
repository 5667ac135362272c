import type { Segment } from '../../../core/geometry/segment.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { SpatialIndex } from '../../../core/plan/spatial-index.ts';
import type { Hold, Snap } from '../tool.ts';
import type { View } from '../view.ts';

/** What there is to snap to, and how large it is on the screen. */
export type SnapScene = {
  readonly plan: Plan;
  readonly index: SpatialIndex;
  readonly view: View;
  readonly pixelsPerMetre: number;
  /** What was typed of the next place; null for nothing. */
  readonly hold: Hold | null;
  readonly memory: SnapMemory;
};

/** What the pointer was at before: it keeps what it has taken, and lines refer to what it passed over. */
export type SnapMemory = {
  readonly taken: Snap | null;
  /** Edges that the pointer was on while something was being drawn, the last one first. */
  readonly passed: readonly Segment[];
};

export const noMemory: SnapMemory = { taken: null, passed: [] };
