import type { PlanParcel } from '../../core/codec/plan-file.ts';
import { type ExportChoice, exportPlan } from '../files/export-plan.ts';
import type { Work } from './job.ts';

export type ExportRequest = { readonly parcel: PlanParcel; readonly choice: ExportChoice };

/** The bytes of a plan in a format. */
export const exportJob: Work<ExportRequest, Uint8Array> = ({ parcel, choice }, { progress }) =>
  exportPlan(parcel, choice, progress);
