import type { Attack } from '../attack.ts';
import { farAway } from './far-away.ts';
import { hostilePlans } from './hostile-plans.ts';

/** THE list of attacks, in the order of the table. */
export const attacks: readonly Attack[] = [hostilePlans, farAway];
