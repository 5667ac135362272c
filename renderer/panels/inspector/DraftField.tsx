import { useEffect, useRef, useState } from 'react';
import type { LabelPlacement } from '../../ui/fields/field-frame.ts';
import { TextField } from '../../ui/fields/TextField.tsx';

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
};

/**
 * A text that is taken on leaving it, or by Enter when it is one line (Ctrl or Command with Enter when it
 * is more); Escape restores it. What is refused stays as typed, with the reason below it. Give it the id
 * of what it belongs to as `key`: leaving commits, also when the field disappears.
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
        const takes = !isMultiline || event.ctrlKey || event.metaKey;
        if (event.key === 'Enter' && takes) take();
        // With nothing to restore Escape goes on, and leads back to the drawing.
        else if (event.key === 'Escape' && isTyped) restore();
        else event.continuePropagation();
      }}
    />
  );
}

function useDraft({ value, onCommit, check }: Props) {
  const [draft, setDraft] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const start = (text: string) => {
    setDraft(text);
    setError(null);
  };
  useEffect(() => {
    setDraft(value);
    setError(null);
  }, [value]);
  const take = () => {
    if (draft === value) return;
    const refused = check?.(draft) ?? null;
    setError(refused);
    if (refused === null) onCommit(draft);
  };
  useOnDisappearing(take);
  return { draft, error, isTyped: draft !== value, type: start, take, restore: () => start(value) };
}

/** Selecting something else by a press on the canvas takes the field away before it loses the focus. */
function useOnDisappearing(take: () => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => () => latest.current(), []);
}
