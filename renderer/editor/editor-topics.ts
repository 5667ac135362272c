import type { Box } from '../../core/geometry/box.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import type { AnyId } from '../../core/plan/kinds/index.ts';
import type { Preview, ToolStatus } from './tool.ts';
import type { Direction, UndoNews } from './undo-steps.ts';
import type { ArmedDefaults, DrawingSettings, LensSettings, SnapSettings } from './view.ts';
import type { Viewport } from './viewport.ts';

/** What the plan listeners hear: the applied diff, and how it belongs to the undo steps. */
export type PlanChange = {
  readonly diff: PlanDiff;
  readonly label: string;
  readonly step: string;
  /** The step that this change takes back; null for an ordinary commit. */
  readonly undoes: string | null;
};

/** What undo took back, or redo brought back: the change that was made of the plan, and the box around it. */
export type Travelled = {
  readonly direction: Direction;
  readonly label: string;
  readonly diff: PlanDiff;
  /** Around what changed on the floor that is shown, as it was or as it is, plan metres; null where nothing is drawn of it. */
  readonly box: Box | null;
};

/** What listeners of the editor can hear, by topic. */
export type Topics = {
  plan: PlanChange;
  selection: ReadonlySet<AnyId>;
  viewport: Viewport;
  lens: LensSettings;
  drawing: DrawingSettings;
  snaps: SnapSettings;
  armed: ArmedDefaults;
  tool: ToolStatus;
  preview: Preview | null;
  undo: UndoNews;
  travelled: Travelled;
};
export type Topic = keyof Topics;
