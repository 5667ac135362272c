import type { MessageKey } from '../messages/keys.ts';

export type NumberFormField = {
  readonly key: string;
  readonly label: MessageKey;
  readonly type: 'length' | 'angle' | 'count';
  /** Metres, radians or a number; null begins empty. */
  readonly initial: number | null;
  /** What an empty field means, shown in it; without it a number must be typed. */
  readonly whenEmpty?: MessageKey;
  /** Least and greatest value, both allowed. */
  readonly range?: readonly [number, number];
};

export type ChoiceFormField = {
  readonly key: string;
  readonly label: MessageKey;
  readonly type: 'choice';
  /** Begins with `initial` each time instead of what was chosen last. */
  readonly isFresh?: boolean;
  readonly initial: string;
  /** A label, or the name of what is meant where a person gave it one. */
  readonly options: readonly (
    | { readonly id: string; readonly label: MessageKey }
    | { readonly id: string; readonly name: string }
  )[];
};

/** A text that is never remembered. */
type TextFormField = {
  readonly key: string;
  readonly label: MessageKey;
  readonly type: 'text';
  readonly initial: string;
};

export type FormField = NumberFormField | ChoiceFormField | TextFormField;
export type FormValues = Readonly<Record<string, number | string | null>>;

/** The few values that a command asks for; what was typed is remembered by the form's id. */
export type ValuesForm = {
  readonly id: string;
  readonly title: MessageKey;
  readonly button: MessageKey;
  readonly fields: readonly FormField[];
  /** Does it; the sentence why not, or null when it is done. */
  readonly run: (values: FormValues) => string | null;
};

/** A number of the form, or null where the field was left empty. */
export function numberIn(values: FormValues, key: string): number | null {
  const value = values[key];
  return typeof value === 'number' ? value : null;
}

/** A text of the form, without the spaces around it. */
export function textIn(values: FormValues, key: string): string {
  const value = values[key];
  return typeof value === 'string' ? value.trim() : '';
}

/** A choice of the form. */
export function choiceIn<T extends string>(values: FormValues, key: string, options: readonly T[]): T {
  const found = options.find((option) => option === values[key]);
  if (found === undefined) throw new Error(`The form has no such choice: ${key}.`);
  return found;
}
