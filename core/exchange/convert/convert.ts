import type { Plan } from '../../plan/plan.ts';
import type { Result } from '../../result.ts';
import type { NeutralDrawing } from '../neutral-drawing.ts';
import type { AtFault, Conversion, NotTaken } from './conversion.ts';
import { convertPart, type PartOfPlan } from './convert-part.ts';
import { convertWhole, type WholePlan } from './convert-whole.ts';

/**
 * The edit that brings a drawing into a plan, with the report of what was and was not understood: the one road for
 * every format that is read. Elements with a `kind` are records; others are what the mapping of the profile says they
 * are, or are read by their OpenStreetMap tags.
 *
 * As a whole into a plan in which nothing is drawn, or as a part into any. Never throws; all or nothing.
 */
export function convert(plan: Plan, drawing: NeutralDrawing, profile: WholePlan): Result<Conversion, AtFault>;
export function convert(
  plan: Plan,
  drawing: NeutralDrawing,
  profile: PartOfPlan,
): Result<Conversion, AtFault | NotTaken>;
/** The same, whichever of the two it is. */
export function convert(
  plan: Plan,
  drawing: NeutralDrawing,
  profile: WholePlan | PartOfPlan,
): Result<Conversion, AtFault | NotTaken> {
  return profile.as === 'whole' ? convertWhole(plan, drawing, profile) : convertPart(plan, drawing, profile);
}
