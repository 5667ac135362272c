/** What a key does to a text that is being typed over a value. */
export type DraftKey = {
  readonly key: string;
  /** With Ctrl or Command. */
  readonly isCtrl: boolean;
  /** It belongs to letters that an input method is putting together. */
  readonly isComposing: boolean;
  readonly isMultiline: boolean;
  /** Whether something else stands there than the value. */
  readonly isTyped: boolean;
};

/**
 * Takes the text, takes it and leaves the field, puts the value back, or leaves the key to others.
 *
 * A paragraph is too much to lose by a key: there Escape keeps what was typed, as leaving by the pointer does.
 */
export function draftKey({ key, isCtrl, isComposing, isMultiline, isTyped }: DraftKey) {
  if (isComposing) return 'pass';
  if (key === 'Enter') return !isMultiline || isCtrl ? 'take' : 'pass';
  if (key !== 'Escape' || !isTyped) return 'pass';
  return isMultiline ? 'take-and-leave' : 'restore';
}
