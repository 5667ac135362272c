import { useEffect, useState } from 'react';
import type { LabelPlacement } from '../../ui/fields/field-frame.ts';
import { TextField } from '../../ui/fields/TextField.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly labelPlacement?: LabelPlacement;
  readonly isMultiline?: boolean;
  readonly onFocus?: () => void;
};

/** A text that is taken on leaving it, or by Enter when it is one line; Escape restores it. */
export function DraftField({
  label,
  value,
  onCommit,
  labelPlacement = 'side',
  isMultiline = false,
  onFocus,
}: Props) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const take = () => {
    if (draft !== value) onCommit(draft);
  };
  return (
    <TextField
      label={label}
      labelPlacement={labelPlacement}
      value={draft}
      isMultiline={isMultiline}
      onChange={setDraft}
      onFocus={() => onFocus?.()}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isMultiline) take();
        else if (event.key === 'Escape') setDraft(value);
        else event.continuePropagation();
      }}
    />
  );
}
