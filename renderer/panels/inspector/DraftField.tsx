import { useState } from 'react';
import type { LabelPlacement } from '../../ui/fields/field-frame.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useOnLeaving } from '../../ui/fields/use-on-leaving.ts';
import { draftKey } from './draft-key.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
  /** The sentence why a text cannot be taken, or null. */
  readonly check?: (value: string) => string | null;
  readonly labelPlacement?: LabelPlacement;
  readonly isMultiline?: boolean;
  readonly placeholder?: string;
  readonly onFocus?: () => void;
  /** What the text belongs to, where that changes: what was typed for the former one is taken first. */
  readonly owner?: string;
};

/** What is typed over a value, and why it was refused. */
type Draft = {
  readonly owner: string | undefined;
  readonly over: string;
  readonly text: string;
  readonly error: string | null;
};

/**
 * A text that is taken on leaving it, or by Enter when it is one line (Ctrl or Command with Enter when it
 * is more); Escape restores it in one line, and keeps it and leaves where it is more. What is refused stays as typed, with the reason below it. Leaving commits,
 * also when the field disappears.
 */
export function DraftField(props: Props) {
  const { label, labelPlacement = 'side', isMultiline = false, placeholder, onFocus } = props;
  const { draft, error, isTyped, type, take, restore } = useDraft(props);
  return (
    <TextField
      label={label}
      labelPlacement={labelPlacement}
      value={draft}
      error={error}
      isMultiline={isMultiline}
      {...(placeholder !== undefined && { placeholder })}
      onChange={type}
      onFocus={() => onFocus?.()}
      onBlur={take}
      onKeyDown={(event) => {
        const isCtrl = event.ctrlKey || event.metaKey;
        const { isComposing } = event.nativeEvent;
        const does = draftKey({ key: event.key, isCtrl, isComposing, isMultiline, isTyped });
        if (does === 'take' || does === 'take-and-leave') take();
        if (does === 'restore') restore();
        // Where it goes on Escape leads back to the drawing.
        if (does === 'pass' || does === 'take-and-leave') event.continuePropagation();
      }}
    />
  );
}

function useDraft({ value, onCommit, check, owner }: Props) {
  const [typed, setTyped] = useState<Draft | null>(null);
  // Another value, by undo for one, replaces what was being typed.
  const isOf = typed !== null && typed.owner === owner && typed.over === value;
  const { text: draft, error } = isOf ? typed : { text: value, error: null };
  const show = (text: string, refused: string | null) =>
    setTyped({ owner, over: value, text, error: refused });
  const take = () => {
    if (draft === value) return;
    const refused = check?.(draft) ?? null;
    if (refused !== null) return show(draft, refused);
    setTyped(null);
    onCommit(draft);
  };
  useOnLeaving(owner, take);
  return {
    draft,
    error,
    isTyped: draft !== value,
    type: (text: string) => show(text, null),
    take,
    restore: () => setTyped(null),
  };
}
