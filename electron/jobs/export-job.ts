import type { PlanParcel } from '../../core/codec/plan-file.ts';
import { formatOf } from '../../core/contract/formats.ts';
import type { AppError } from '../../core/contract/method.ts';
import { type Plan, recordsOf } from '../../core/plan/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type ExportChoice, type Exported, exportPlan } from '../files/export-plan.ts';
import { damagedPicture, missingPicture } from '../output/damaged-picture.ts';
import { storedParcel } from '../storage/stored-parcel.ts';
import { planOfPages } from './held-plan.ts';
import type { Work } from './job.ts';

/** A plan as the window holds it, which nobody has read yet. */
export type HeldParcel = Omit<PlanParcel, 'plan'> & { readonly pages: readonly string[] };

/** A stored plan, which is read here: its database, and the plan of it. */
export type StoredPlanAt = { readonly database: string; readonly storedId: string };

export type ExportRequest = { readonly source: StoredPlanAt | HeldParcel; readonly choice: ExportChoice };

type Read = { readonly parcel: PlanParcel; readonly remarks: readonly string[] };

/** A plan in a format, with a sentence about each picture that is not there or damaged. */
export const exportJob: Work<ExportRequest, Exported> = async ({ source, choice }, { progress }) => {
  const hasPictures = formatOf(choice.format).pictures === 'with';
  const read = 'pages' in source ? readHeld(source) : await readStored(source, hasPictures);
  if (!read.ok) return read;
  const { parcel, remarks } = read.value;
  const exported = await exportPlan(parcel, choice, progress);
  if (!exported.ok) return exported;
  return ok({ ...exported.value, remarks: [...(hasPictures ? remarks : []), ...exported.value.remarks] });
};

async function readStored(
  { database, storedId }: StoredPlanAt,
  hasPictures: boolean,
): Promise<Result<Read, AppError>> {
  const stored = await storedParcel({ database, planId: storedId, hasPictures });
  if (!stored.ok) return stored;
  const { damaged, ...parcel } = stored.value;
  return ok({ parcel, remarks: leftOut(parcel, damaged) });
}

function readHeld({ pages, ...facts }: HeldParcel): Result<Read, AppError> {
  const plan: Result<Plan, { readonly message: string }> = planOfPages(pages);
  if (plan.ok) {
    const parcel = { ...facts, plan: plan.value };
    return ok({ parcel, remarks: leftOut(parcel, new Set()) });
  }
  const message = `What the window holds cannot be exported: ${plan.error.message} Select all and copy it before you close the window.`;
  return err({ code: 'refused', message });
}

/** One sentence about each picture of a plan that is not there, and about each that is damaged. */
function leftOut({ plan, attachments }: PlanParcel, damaged: ReadonlySet<string>): readonly string[] {
  const missing = [...recordsOf(plan, 'underlay')].filter(({ attachment }) => !attachments.has(attachment));
  const sentences = missing.map(({ name, attachment }) =>
    damaged.has(attachment) ? damagedPicture(name) : missingPicture(name),
  );
  return [...new Set(sentences)];
}
