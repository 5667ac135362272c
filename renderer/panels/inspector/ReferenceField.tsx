import { useMemo, useRef } from 'react';
import type { AnyId, Kind } from '../../../core/plan/kinds/index.ts';
import { useTopic } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Select } from '../../ui/fields/Select.tsx';
import { type ReferenceOptions, type ReferenceQuestion, referenceOptions } from './reference-options.ts';
import type { FieldContext } from './use-record-change.ts';

const NONE = 'none';
const nothing: readonly Kind[] = [];

type Props = {
  readonly label: string;
  readonly field: string;
  readonly offers: readonly Kind[] | undefined;
  readonly value: unknown;
  readonly context: FieldContext;
};

/** The record that another one stands in or at: it can be let go, and changed to one that is near. */
export function ReferenceField({ label, field, offers = nothing, value, context }: Props) {
  const current = typeof value === 'string' ? (value as AnyId) : null;
  const { owner } = context;
  const question = useMemo(
    () => ({ owner: owner as AnyId, kinds: offers, current }),
    [owner, offers, current],
  );
  const near = useReferenceOptions(question);
  const options = useMemo(() => [{ id: NONE, label: text('inspector.none') }, ...near], [near]);
  return (
    <Select
      label={label}
      options={options}
      value={current ?? NONE}
      error={context.refusalOf(field)}
      onChange={(id) => context.change({ [field]: id === NONE ? null : id })}
    />
  );
}

/** The records to choose from; the same array until something changes there. */
function useReferenceOptions(question: ReferenceQuestion): ReferenceOptions['options'] {
  const kept = useRef<ReferenceOptions | null>(null);
  return useTopic('plan', (editor) => {
    kept.current = referenceOptions(editor, question, kept.current);
    return kept.current.options;
  });
}
