import type { PlacedKind, PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { kindOf } from '../../../core/plan/plan.ts';
import { kindWindow } from '../../kinds/index.ts';
import type { FieldForm, FieldSpec } from '../../kinds/parts/field-spec.ts';

/** Where a record is; several at once would come to lie on each other. */
const places: ReadonlySet<string> = new Set(['offset', 'bulge', 'rotation', 'metresPerPixel']);

function isForSeveral({ field, form }: FieldSpec): boolean {
  return form.type !== 'point' && form.type !== 'reference' && !places.has(field);
}

/** The options that two choices have in common, the first one's form for anything else; null when they differ. */
function sharedForm(first: FieldForm, second: FieldForm): FieldForm | null {
  if (first.type !== second.type) return null;
  if (first.type !== 'choice' || second.type !== 'choice') return first;
  const ids = new Set(second.options.map(({ id }) => id));
  const options = first.options.filter(({ id }) => ids.has(id));
  return options.length > 1 ? { ...first, options } : null;
}

/**
 * The fields that all records have and that can be given one value at once, whatever their kinds.
 *
 * Of a choice only what every kind offers; a field that some records have no use for is left out.
 */
export function bulkSpecs(records: readonly PlacedRecord[]): readonly FieldSpec[] {
  const [first, ...others] = new Set(records.map(({ id }) => kindOf(id) as PlacedKind));
  if (!first) return [];
  let shared: readonly FieldSpec[] = kindWindow(first).fields.filter(isForSeveral);
  for (const kind of others) {
    shared = shared.flatMap((spec) => {
      const same: FieldSpec | undefined = kindWindow(kind).fields.find(({ field }) => field === spec.field);
      const form = same ? sharedForm(spec.form, same.form) : null;
      if (!same || !form) return [];
      return [{ ...spec, form, mayBeNull: spec.mayBeNull === true && same.mayBeNull === true }];
    });
  }
  return shared.filter((spec) => isMeantForAll(spec, records));
}

function isMeantForAll({ needs }: FieldSpec, records: readonly PlacedRecord[]): boolean {
  return (
    needs === undefined || records.every((record) => (record as Record<string, unknown>)[needs] !== null)
  );
}
