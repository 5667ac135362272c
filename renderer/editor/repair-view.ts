import { inOrder, type Plan } from '../../core/plan/plan.ts';
import type { View } from './tool.ts';

/** What has to change in a view whose floor, layer, group or sheet an edit or an undo took away; null for nothing. */
export function repairOfView(view: View, plan: Plan): Partial<View> | null {
  const { floor, layer, group, isolated, sheet } = view;
  const { tables } = plan;
  const isGone = {
    floor: !tables.floor.has(floor),
    layer: !tables.layer.has(layer),
    group: group !== null && !tables.group.has(group),
    isolated: isolated !== null && !tables.layer.has(isolated),
    sheet: sheet !== null && !tables.sheet.has(sheet),
  };
  if (!Object.values(isGone).some(Boolean)) return null;
  const firstFloor = inOrder(plan, 'floor')[0]?.id;
  const firstLayer = inOrder(plan, 'layer')[0]?.id;
  return {
    ...(isGone.floor && firstFloor && { floor: firstFloor }),
    ...(isGone.layer && firstLayer && { layer: firstLayer }),
    ...(isGone.group && { group: null }),
    ...(isGone.isolated && { isolated: null }),
    ...(isGone.sheet && { sheet: null }),
  };
}
