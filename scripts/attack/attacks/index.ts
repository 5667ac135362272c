import type { Attack } from '../attack.ts';
import { equalPlans } from './equal-plans.ts';
import { fuzzReaders } from './fuzz-readers.ts';
import { fuzzWriters } from './fuzz-writers.ts';

/** THE list of attacks, in the order of the table. */
export const attacks: readonly Attack[] = [fuzzReaders, fuzzWriters, equalPlans];
