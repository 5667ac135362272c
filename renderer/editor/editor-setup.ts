import type { NewId } from '../../core/plan/kinds/index.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { AnyTool } from './tool.ts';
import type { ToolId } from './tools/index.ts';
import type { UndoSource } from './undo-steps.ts';
import type { View } from './view.ts';
import type { Viewport } from './viewport.ts';

/** What an editor begins with, and where it gets what it cannot make itself. */
export type EditorSetup = {
  readonly plan: Plan;
  readonly view: View;
  readonly viewport: Viewport;
  readonly undo: UndoSource;
  readonly tools: { readonly [Id in ToolId]: AnyTool };
  readonly newId: NewId;
  readonly newStep: () => string;
  readonly now: () => number;
};
