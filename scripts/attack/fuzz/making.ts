import { Random } from '../../../core/reference/random.ts';
import { makingOf } from '../hostile/hostile-records.ts';
import type { Making } from '../hostile/hostile-values.ts';

/** What small hostile plans are made with. */
export function making(seed: number, corners = 6): Making {
  return makingOf(new Random(seed), corners);
}
