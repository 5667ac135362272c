import type { PlanFileError } from '../../core/codec/plan-file.ts';
import { type Plan, recordsOf } from '../../core/plan/plan.ts';

/** A plan that came from outside, checked. */
export type ImportedPlan = {
  /** The plan the file says it is; null when it names none. */
  readonly planId: string | null;
  readonly name: string;
  readonly siteName: string;
  readonly plan: Plan;
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  /** Sentences about what was not understood. */
  readonly remarks: readonly string[];
};

export type ImportError = { readonly code: PlanFileError['code'] | 'unreadable'; readonly message: string };

export type Pictures = ReadonlyMap<string, Uint8Array>;

const MOST_NAMED = 3;

/** A sentence about the pictures that the plan names and the file does not hold; none when it holds them all. */
export function missingPictures(plan: Plan, pictures: Pictures): readonly string[] {
  const missing = [...recordsOf(plan, 'underlay')].filter(({ attachment }) => !pictures.has(attachment));
  const [only, ...others] = missing.map(({ name }) => `"${name}"`);
  if (only === undefined) return [];
  if (others.length === 0)
    return [`The picture ${only} is not in this file: it is shown only where it is stored already.`];
  const more = missing.length - MOST_NAMED;
  const named = [only, ...others].slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return [`The pictures ${named} are not in this file: they are shown only where they are stored already.`];
}
