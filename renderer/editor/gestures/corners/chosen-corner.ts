import type { Point } from '../../../../core/geometry/point.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { vertexLineOf, vertexLinesOf } from '../../../../core/plan/parts/vertices.ts';
import { getRecord } from '../../../../core/plan/plan.ts';
import type { Corner, ToolContext } from '../../tool.ts';

/** The only record that is selected; null for none or several. */
export function onlySelected({
  plan,
  selection,
}: Pick<ToolContext, 'plan' | 'selection'>): PlanRecord | null {
  const [id] = selection;
  return (id !== undefined && selection.size === 1 && getRecord(plan, id)) || null;
}

/** The place of a corner, as long as its record is the selected one and has it; null else. */
export function placeOfCorner(
  corner: Corner | null,
  context: Pick<ToolContext, 'plan' | 'selection'>,
): Point | null {
  const record = onlySelected(context);
  if (!corner || record?.id !== corner.record) return null;
  return vertexLineOf(record, corner.vertex.list)?.points[corner.vertex.index] ?? null;
}

/** The corner after the chosen one in the selected record, or before it; the first when none is chosen. */
export function cornerAfter(corner: Corner | null, step: 1 | -1, context: ToolContext): Corner | null {
  const record = onlySelected(context);
  if (!record) return null;
  const all = vertexLinesOf(record).flatMap(({ list, points }) =>
    points.map((_, index) => ({ list, index })),
  );
  const chosen = placeOfCorner(corner, context) ? corner?.vertex : undefined;
  const at = all.findIndex(({ list, index }) => list === chosen?.list && index === chosen.index);
  const next = at < 0 ? all.at(step === 1 ? 0 : -1) : all[(at + step + all.length) % all.length];
  return next ? { record: record.id, vertex: next } : null;
}
