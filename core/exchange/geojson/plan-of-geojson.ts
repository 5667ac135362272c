import type { Mapping } from '../../mapping/mapping.ts';
import { applyDiff } from '../../plan/diff.ts';
import type { IdOf, Kind } from '../../plan/kinds/index.ts';
import { newPlan } from '../../plan/new-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import { ok, type Result } from '../../result.ts';
import { convert } from '../convert/convert.ts';
import type { NeutralDrawing } from '../neutral-drawing.ts';
import { readGeojson } from './read-geojson.ts';

export type PlanOfGeojson = {
  readonly plan: Plan;
  /** One sentence for each thing that was not understood, and for each that is wrong with what was read. */
  readonly remarks: readonly string[];
};

export type PlanSetup = {
  /** Of the plan, unless the file says one. */
  readonly name: string;
  /** Makes a UUID each time it is called. */
  readonly newId: () => string;
  /** What a person says the features are, where somebody did. */
  readonly mapping?: Mapping | undefined;
};

/**
 * The plan in a GeoJSON text, with settings, floors and layers of a new plan where it does not bring its own.
 *
 * Never throws; what the text holds and the plan does not know is counted by name in the remarks.
 */
export function planOfGeojson(
  text: string,
  setup: PlanSetup,
): Result<PlanOfGeojson, { readonly message: string }> {
  const drawing = readGeojson(text);
  return drawing.ok ? planOfDrawing(drawing.value, setup) : drawing;
}

/** The same of what a text draws. */
export function planOfDrawing(
  drawing: NeutralDrawing,
  { name, newId: uuid, mapping }: PlanSetup,
): Result<PlanOfGeojson, { readonly message: string }> {
  const newId = <K extends Kind>(kind: K) => `${kind}:${uuid()}` as IdOf<K>;
  const fresh = newPlan({ name, displayUnit: 'm', newId });
  const converted = convert(fresh, drawing, { as: 'whole', newId, mapping });
  if (!converted.ok) return converted;
  const { diff, report } = converted.value;
  return ok({ plan: applyDiff(fresh, diff), remarks: report.remarks });
}
