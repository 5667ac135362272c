import type { Plan } from '../plan/plan.ts';
import type { Derivation } from './derivation.ts';
import { inputRecords } from './input-records.ts';
import { type Learnt, RecentValues } from './recent-values.ts';

const values = new RecentValues();

/**
 * The value of a derivation for a plan, computed here and now unless it is known: what drawing, operations,
 * command line and print ask.
 */
export function derive<K, V>(plan: Plan, derivation: Derivation<K, V>, key: K): V {
  const answer = values.find(plan, derivation, key);
  if ('found' in answer) return answer.found;
  const { nearest } = answer;
  const given = inputRecords(plan, derivation.inputs(key), derive);
  const followed = nearest && derivation.follow?.(nearest.value, nearest.changes, { key, given });
  const value = followed ?? derivation.compute(given, key);
  values.learn(plan, { derivation, key, value, since: nearest?.changes ?? null });
  return value;
}

/** The value if it need not be computed; null when it must be. */
export function known<K, V>(plan: Plan, derivation: Derivation<K, V>, key: K): { readonly found: V } | null {
  const answer = values.find(plan, derivation, key);
  return 'found' in answer ? answer : null;
}

/** Takes over a value that was computed elsewhere, in a worker: `derive` has it from now on. */
export function learn<K, V>(plan: Plan, learnt: Omit<Learnt<K, V>, 'since'>): void {
  values.learn(plan, { ...learnt, since: null });
}
