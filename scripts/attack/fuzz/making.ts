import { kinds } from '../../../core/plan/plan.ts';
import { Random } from '../../../core/reference/random.ts';
import type { z } from '../../../core/schema.ts';
import { hostileId } from '../hostile/hostile-records.ts';
import type { Making } from '../hostile/hostile-values.ts';

/** What small hostile plans are made with. */
export function making(seed: number, corners = 6): Making {
  const nameFor = (schema: z.ZodType): unknown =>
    kinds.map((kind) => hostileId(kind)).find((id) => schema.safeParse(id).success) ?? null;
  return { random: new Random(seed), corners, nameFor };
}
