import type { Attack } from '../attack.ts';
import { soak } from './soak.ts';
import { wholePlan } from './whole-plan.ts';

/** THE list of attacks, in the order of the table. */
export const attacks: readonly Attack[] = [wholePlan, soak];
