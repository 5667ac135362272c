import type { PlanDiff } from '../../core/plan/diff.ts';
import type { AnyId } from '../../core/plan/kinds/index.ts';
import type { Preview, ToolStatus } from './tool.ts';
import type { UndoNews } from './undo-steps.ts';
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
};
export type Topic = keyof Topics;
