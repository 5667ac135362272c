import { definitionOf, derived } from '../../plan/kinds/definition.ts';
import type { Kind } from '../../plan/kinds/index.ts';
import { deviceDefaults, placedDefaults } from '../../plan/kinds/parts/fields.ts';
import { isPlacedKind } from '../../plan/plan.ts';

/** What the form says itself: that a line is straight, and that it ends where it ends. */
const saidByForm: readonly string[] = ['bulge', 'closed', 'direction'];

/** A field, and what it is called where it is counted. */
type UsualField = { readonly field: string; readonly name: string };

/**
 * The fields of each kind whose usual value says something of the thing itself, as a height does: where a drawing
 * does not give them, a person has to know that nobody measured them.
 */
export const usualFields = derived((kind): readonly UsualField[] =>
  isPlacedKind(kind) ? usualOf(kind) : [],
);

function usualOf(kind: Kind): readonly UsualField[] {
  return Object.entries(definitionOf(kind).defaults)
    .filter(([field, value]) => {
      const isOfAll = Object.hasOwn(placedDefaults, field) || Object.hasOwn(deviceDefaults, field);
      const saysSomething = typeof value === 'number' || (typeof value === 'string' && value !== '');
      return !isOfAll && saysSomething && !saidByForm.includes(field);
    })
    .map(([field]) => ({ field, name: `${kind} ${field}` }));
}
