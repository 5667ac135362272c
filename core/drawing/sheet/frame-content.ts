import type { Plan } from '../../plan/plan.ts';
import type { PlacedRecord, RecordOf } from '../../plan/records/index.ts';

export type Size = { readonly widthMm: number; readonly heightMm: number };

/** What the frame of a sheet tells about: the plan, what of it is shown, and on which page. */
export type FrameContent = {
  readonly plan: Plan;
  readonly planName: string;
  readonly siteName: string;
  readonly day: string;
  readonly size: Size;
  readonly records: readonly PlacedRecord[];
  readonly sheet: Pick<RecordOf<'sheet'>, 'name' | 'number' | 'paper' | 'scale' | 'rotation' | 'floor'>;
};
