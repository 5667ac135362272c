import type { Mapping } from '../../mapping/mapping.ts';
import { diffPlans } from '../../plan/diff.ts';
import type { NewId, PlanRecord } from '../../plan/kinds/index.ts';
import { inOrder, isKind, isPlaced, type Plan, settingsOf } from '../../plan/plan.ts';
import { checkedPlan } from '../../plan/plan-json.ts';
import { err, ok, type Result } from '../../result.ts';
import type { DrawnElement, NeutralDrawing } from '../neutral-drawing.ts';
import { type AtFault, atFault, type Conversion } from './conversion.ts';
import { layersOf } from './layers-of.ts';
import { makeRecords } from './make-records.ts';
import { nothingDrawn } from './nothing-drawn.ts';
import { type Placing, placingOfWhole } from './placing.ts';
import { shapeRemarks } from './shape-remarks.ts';
import { unbrokenRecords } from './unbroken-records.ts';

/** The drawing is all of a plan: its records keep what it says of them, ids and order included. */
export type WholePlan = {
  readonly as: 'whole';
  readonly newId: NewId;
  /** What a person says the features are, where somebody did. */
  readonly mapping?: Mapping | undefined;
};

/**
 * The edit that makes a new plan, in which nothing is drawn, what a drawing says: floors and layers of the plan go
 * where the drawing brings its own. Whatever does not hold between its records refuses it.
 */
export function convertWhole(
  plan: Plan,
  drawing: NeutralDrawing,
  { newId, mapping }: WholePlan,
): Result<Conversion, AtFault> {
  const placing = placingOfWhole(drawing);
  if (!placing.ok) return err(atFault(placing.error));
  const layers = layersOf(drawing, { newId, first: plan.tables.layer.size });
  const made = makeRecords(placing.value.drawing, {
    base: [...baseOf(plan, drawing.elements), ...layers.values()],
    toPoint: placing.value.toPoint,
    ground: null,
    repeats: 'kept',
    floors: null,
    there: () => undefined,
    north: 0,
    mapping: mapping ?? null,
    layers: new Map([...layers].map(([name, { id }]) => [name, id])),
    newId,
  });
  if (!made.ok) return err(atFault(made.error));
  const { maker } = made.value;
  const records = unbrokenRecords([...maker.levels.made, ...made.value.records], maker);
  const whole = checkedPlan(withOrigin(records, placing.value.origin));
  if (!whole.ok) return err(atFault(whole.error));
  const remarks = [
    ...placing.value.remarks,
    ...nothingDrawn(records, drawing.elements, maker.hasUnderstood),
    ...maker.remarks(),
    ...drawing.remarks,
    ...shapeRemarks(whole.value, maker.nameOf),
  ];
  const ids = records.filter(isPlaced).map(({ id }) => id);
  const report = { elements: drawing.elements.length, records: ids.length, remarks };
  return ok({ diff: diffPlans(plan, whole.value), ids, report });
}

/** Settings, floors and layers of the plan, as far as the drawing does not bring its own. */
function baseOf(plan: Plan, elements: readonly DrawnElement[]): readonly PlanRecord[] {
  const brings = new Set(elements.map(({ properties }) => properties.kind));
  return [
    settingsOf(plan),
    ...(brings.has('floor') ? [] : inOrder(plan, 'floor')),
    ...(brings.has('layer') ? [] : inOrder(plan, 'layer')),
  ];
}

function withOrigin(records: readonly PlanRecord[], origin: Placing['origin']): readonly PlanRecord[] {
  const settings = origin && records.findLast((record) => isKind(record, 'settings'));
  return settings ? [...records, { ...settings, origin }] : records;
}
