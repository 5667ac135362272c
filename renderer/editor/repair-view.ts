import { inOrder, type Plan } from '../../core/plan/plan.ts';
import type { View, ViewChange } from './view.ts';

/** What has to change in a view whose floor, layer, group, sheet or marked zone an edit or an undo took away; null for nothing. */
export function repairOfView({ lens, drawing }: View, plan: Plan): ViewChange | null {
  const { floor, group, isolated, sheet, worst } = lens;
  const { tables } = plan;
  const firstFloor = tables.floor.has(floor) ? null : inOrder(plan, 'floor')[0];
  const firstLayer = tables.layer.has(drawing.layer) ? null : inOrder(plan, 'layer')[0];
  const seen = {
    ...(firstFloor && { floor: firstFloor.id }),
    ...(group !== null && !tables.group.has(group) && { group: null }),
    ...(isolated !== null && !tables.layer.has(isolated) && { isolated: null }),
    ...(sheet !== null && !tables.sheet.has(sheet) && { sheet: null }),
    ...(worst !== null && !tables.coverageZone.has(worst.zone) && { worst: null }),
  };
  const change = {
    ...(Object.keys(seen).length > 0 && { lens: seen }),
    ...(firstLayer && { drawing: { layer: firstLayer.id } }),
  };
  return Object.keys(change).length > 0 ? change : null;
}
