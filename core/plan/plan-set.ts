import { kindSet } from '../records/kind-set.ts';
import { formats } from './format.ts';
import { type Kind, type PlanRecord, planKinds } from './kinds/index.ts';

/** The kinds of a plan, as every function takes them that works on records of any set. */
export const planSet = kindSet<Kind, PlanRecord>(planKinds, {
  ordering: ['floor', 'layer', 'phase', 'group'],
  formats,
});
