import { canHave } from '../../mapping/can-have.ts';
import { type Kind, planKinds } from '../../plan/kinds/index.ts';
import type { DrawnElement, NeutralDrawing } from '../neutral-drawing.ts';
import { isFieldOf } from './fields-of-kinds.ts';

/** Whether `kind` and the fields beside it mean what they mean in records, and what has to be said of it. */
export type Vocabulary = { readonly isOurs: boolean; readonly remarks: readonly string[] };

const count = (value: number) => value.toLocaleString('en-US');

/**
 * Of which vocabulary the properties of a drawing are. `kind`, `state`, `floor` and `type` are words of many programs:
 * where the file does not say that it is of ours, they are only when every element with a `kind` is wholly a record of
 * it, with no other field and no value that it cannot have.
 */
export function vocabularyOf({ elements, vocabulary }: NeutralDrawing): Vocabulary {
  if (vocabulary === 'records') return { isOurs: true, remarks: [] };
  const told = elements.filter(
    ({ properties }) => Object.hasOwn(properties, 'kind') && properties.kind !== null,
  );
  if (told.length === 0) return { isOurs: false, remarks: [] };
  if (told.every(isRecord))
    return { isOurs: true, remarks: [`Read as kinds of this program: "kind" (${count(told.length)} ×).`] };
  const isMaybeOurs = told.some(({ properties }) => kindNamed(properties.kind) !== null);
  const remark =
    'Read as tags of another program: "kind" and what stands beside it. If they are of this one, write "vocabulary": "sallyport" at the top level.';
  return { isOurs: false, remarks: isMaybeOurs ? [remark] : [] };
}

/** The kind of records that a value names; null where it names none. */
export function kindNamed(value: unknown): Kind | null {
  return typeof value === 'string' && Object.hasOwn(planKinds, value) ? (value as Kind) : null;
}

function isRecord({ properties }: DrawnElement): boolean {
  const kind = kindNamed(properties.kind);
  if (kind === null) return false;
  return Object.entries(properties).every(([name, value]) => {
    // Programs that keep tables write every field of any feature in each of them.
    if (name === 'kind' || (value === null && !isFieldOf(kind, name))) return true;
    // Sheets are written flat.
    return isFieldOf(kind, name) && (kind === 'sheet' || canHave(kind, name, value));
  });
}
