import type { Random } from '../../core/reference/random.ts';

/**
 * `short` is a part of `npm test`: all of it takes at most 90 s where nothing else runs. `long` is run by hand
 * and may take hours.
 */
export type Form = 'short' | 'long';

/** What an attack is given, and where it counts. */
export type AttackRun = {
  readonly form: Form;
  /** The same for the same seed and attack. */
  readonly random: Random;
  /** One more was tried, or that many. */
  readonly tried: (count?: number) => void;
  /** What was tried did harm: what, in one line. */
  readonly failed: (what: string) => void;
};

/** One way in which something from outside might do harm; bounded, and the same for the same seed. */
export type Attack = {
  readonly name: string;
  readonly forms: readonly Form[];
  /** The commit whose code it did harm to, as seven digits; null where the code of before withstood it as well. */
  readonly failedOn: string | null;
  readonly run: (run: AttackRun) => Promise<void>;
};
