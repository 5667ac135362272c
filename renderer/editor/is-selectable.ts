import type { PlacedRecord } from '../../core/plan/kinds/index.ts';
import { isInStateView } from '../../core/plan/parts/state-view.ts';
import { isKind, type Plan } from '../../core/plan/plan.ts';
import type { View } from './tool.ts';

/** A plan and how it is looked at: an editor, a tool's context or a scene to snap in. */
export type Shown = { readonly plan: Plan; readonly view: View };

/** Whether the records of a layer are shown: that layer alone while it is isolated, else as the plan says. */
export function isLayerShown({ plan, view }: Shown, layer: PlacedRecord['layer']): boolean {
  if (view.isolated !== null) return layer === view.isolated;
  return plan.tables.layer.get(layer)?.visible ?? false;
}

/** Whether a record is shown: by its layer and its state, and an opening only together with its wall. */
export function isShown(shown: Shown, record: PlacedRecord): boolean {
  if (!isInStateView(record.state, shown.view.states)) return false;
  if (!isLayerShown(shown, record.layer)) return false;
  const wall = isKind(record, 'opening') ? shown.plan.tables.wall.get(record.wall) : undefined;
  return !wall || isInStateView(wall.state, shown.view.states);
}

/**
 * Whether a click can mean a record: it is shown and its layer is not locked.
 *
 * A locked record can be clicked, so that it can be looked at and unlocked; a locked picture cannot,
 * because it lies beneath everything and would take every click on empty ground.
 */
export function isSelectable(shown: Shown, record: PlacedRecord): boolean {
  if (!isShown(shown, record) || shown.plan.tables.layer.get(record.layer)?.locked) return false;
  return !(record.locked && isKind(record, 'underlay'));
}
