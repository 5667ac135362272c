import { useRef, useState } from 'react';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { DisplayUnit } from '../../../core/quantity.ts';
import { ok } from '../../../core/result.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { type Fields, type ShowLimit, takeChange, tryChange } from './try-change.ts';

/** What a field needs in order to show and change its records. */
export type FieldContext = {
  /** Names what is selected: what is typed belongs to it. */
  readonly owner: string;
  readonly unit: DisplayUnit;
  /** Why the records would refuse the values; null when they would take them. */
  readonly check: (fields: Fields, showLimit?: ShowLimit) => string | null;
  /** `part` is what of the fields was typed in, as one cell of a list; null makes a step that nothing goes on with. */
  readonly change: (fields: Fields, part?: string | null) => void;
  /** Why the last change of this field was refused. */
  readonly refusalOf: (field: string) => string | null;
};

type Refusal = { readonly owner: string; readonly fields: readonly string[]; readonly why: string };

/** Beyond this a change is a step of its own: naming everything that is selected would take too long. */
const MOST_MERGED = 50;

/** A change that a field was checked with: what is typed is checked first and made then, of thousands of records too. */
type Tried = {
  readonly plan: Plan;
  readonly records: readonly PlanRecord[];
  readonly fields: string;
  readonly diff: PlanDiff;
};

/** The field at which a refusal is said: a device gives its figures along, and is the one that was chosen. */
const refusedOf = (names: readonly string[]) => (names.includes('device') ? ['device'] : names);

/** Changes everything that is selected; one undo step for a field that is typed in again at once. */
export function useRecordChange(
  owner: string,
  records: readonly PlanRecord[],
  unit: DisplayUnit,
): FieldContext {
  const editor = useEditor();
  const [refused, setRefused] = useState<Refusal | null>(null);
  const tried = useRef<Tried | null>(null);
  const tryAgain = (fields: Fields): ReturnType<typeof tryChange> => {
    const known = tried.current;
    tried.current = null;
    const isKnown = known?.plan === editor.plan && known.records === records;
    return isKnown && known.fields === JSON.stringify(fields)
      ? ok(known.diff)
      : tryChange(editor.plan, records, fields);
  };
  return {
    owner,
    unit,
    check: (fields, showLimit) => {
      const result = tryChange(editor.plan, records, fields, showLimit);
      const { plan } = editor;
      tried.current = result.ok
        ? { plan, records, fields: JSON.stringify(fields), diff: result.value }
        : null;
      return result.ok ? null : result.error;
    },
    change: (fields, part = '') => {
      const names = Object.keys(fields);
      const isAlone = part === null || records.length > MOST_MERGED;
      const mergeKey = isAlone ? undefined : `${owner} ${names.join()} ${part}`;
      const why = takeChange(editor, tryAgain(fields), mergeKey);
      setRefused(why === null ? null : { owner, fields: refusedOf(names), why });
    },
    refusalOf: (field) => (refused?.owner === owner && refused.fields.includes(field) ? refused.why : null),
  };
}
