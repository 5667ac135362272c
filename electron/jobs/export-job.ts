import type { PlanParcel } from '../../core/codec/plan-file.ts';
import { formatOf } from '../../core/contract/formats.ts';
import type { AppError } from '../../core/contract/method.ts';
import { type Plan, recordsOf } from '../../core/plan/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type ExportChoice, type Exported, exportPlan } from '../files/export-plan.ts';
import { missingPicture } from '../output/damaged-picture.ts';
import { planOfPages } from './held-plan.ts';
import type { Work } from './job.ts';

/** A plan as the window holds it, which nobody has read yet. */
export type HeldParcel = Omit<PlanParcel, 'plan'> & { readonly pages: readonly string[] };

export type ExportRequest = { readonly parcel: PlanParcel | HeldParcel; readonly choice: ExportChoice };

/** A plan in a format; of one that the window held, with a sentence about each picture that is not there. */
export const exportJob: Work<ExportRequest, Exported> = async ({ parcel, choice }, { progress }) => {
  if (!('pages' in parcel)) return exportPlan(parcel, choice, progress);
  const read = readParcel(parcel);
  if (!read.ok) return read;
  const exported = await exportPlan(read.value, choice, progress);
  if (!exported.ok) return exported;
  const missing = formatOf(choice.format).pictures === 'with' ? missingIn(read.value) : [];
  return ok({ ...exported.value, remarks: [...missing, ...exported.value.remarks] });
};

function readParcel({ pages, ...facts }: HeldParcel): Result<PlanParcel, AppError> {
  const plan: Result<Plan, { readonly message: string }> = planOfPages(pages);
  if (plan.ok) return ok({ ...facts, plan: plan.value });
  const message = `What the window holds cannot be exported: ${plan.error.message} Select all and copy it before you close the window.`;
  return err({ code: 'refused', message });
}

function missingIn({ plan, attachments }: PlanParcel): readonly string[] {
  const missing = [...recordsOf(plan, 'underlay')].filter(({ attachment }) => !attachments.has(attachment));
  return [...new Set(missing.map(({ name }) => missingPicture(name)))];
}
