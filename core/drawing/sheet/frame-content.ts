import type { Lens } from '../../picture/lens.ts';
import type { PlacedRecord, RecordOf } from '../../plan/kinds/index.ts';
import type { SheetViewport } from '../../plan/parts/viewports.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ShownCoverage } from '../coverage/shown-coverage.ts';
import type { Outside } from './view-fit.ts';

export type Size = { readonly widthMm: number; readonly heightMm: number };

/** What a page is made from: a sheet record, or what stands in for one. */
export type SheetSpec = Pick<RecordOf<'sheet'>, 'name' | 'number' | 'paper' | 'orientation'> & {
  readonly viewport: SheetViewport;
  /** What of the plan is on it. */
  readonly lens: Lens;
};

/** What the frame of a sheet tells about: the plan, and what of it is shown. */
export type FrameContent = {
  readonly plan: Plan;
  readonly planName: string;
  readonly siteName: string;
  readonly day: string;
  readonly sheet: SheetSpec;
  /** What lies on the sheet at least in part. */
  readonly records: readonly PlacedRecord[];
  /** Labels for which there was no room. */
  readonly labelsLeftOut: number;
  /** What of the plan does not fit the view. */
  readonly outside: Outside;
  /** The coverage that is laid over it; null for none. */
  readonly shown: ShownCoverage | null;
};
