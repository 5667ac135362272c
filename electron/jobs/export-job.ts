import type { PlanParcel } from '../../core/codec/plan-file.ts';
import { type ExportChoice, type Exported, exportPlan } from '../files/export-plan.ts';
import type { Work } from './job.ts';

export type ExportRequest = { readonly parcel: PlanParcel; readonly choice: ExportChoice };

/** A plan in a format. */
export const exportJob: Work<ExportRequest, Exported> = ({ parcel, choice }, { progress }) =>
  exportPlan(parcel, choice, progress);
