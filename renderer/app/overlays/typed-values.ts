import type { DisplayUnit } from '../../../core/quantity.ts';
import type { FormField, FormValues, NumberFormField, ValuesForm } from '../../commands/values-form.ts';
import type { NumberForm } from '../../kinds/parts/field-spec.ts';
import type { MessageKey } from '../../messages/keys.ts';
import { text } from '../../messages/text.ts';
import { comesToIn as comesTo, typedNumber } from '../../panels/inspector/number-form.ts';

/** What is typed in the fields of a form, by their keys. */
export type Texts = Readonly<Record<string, string>>;

const numberForms: { readonly [T in NumberFormField['type']]: NumberForm } = {
  length: { type: 'length' },
  angle: { type: 'angle' },
  count: { type: 'number', unit: '', isWhole: true },
};

/** Numbers are shown, typed and stored as in the inspector. */
const typedIn = ({ type }: NumberFormField, unit: DisplayUnit) => typedNumber(numberForms[type], unit);

/** Empty where the text says it itself, as feet and inches do, and for what is counted. */
export const unitBeside = (field: NumberFormField, unit: DisplayUnit): string => typedIn(field, unit).unit;

/** What arithmetic in a field comes to, said while it is typed; null for what says it itself. */
export const comesToIn = (field: NumberFormField, typed: string, unit: DisplayUnit): string | null =>
  comesTo(typedIn(field, unit), typed);

/** What stands in a field of the form at first. */
export function textOf(field: FormField, unit: DisplayUnit): string {
  if (field.type === 'choice' || field.type === 'text') return field.initial;
  if (field.initial === null) return '';
  const typed = typedIn(field, unit);
  return typed.format(typed.toShown(field.initial));
}

type Read =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly message: string };

const wrong = (key: MessageKey): Read => ({ ok: false, message: text(key) });

function readNumber(field: NumberFormField, typed: string, unit: DisplayUnit): Read {
  if (typed.trim() === '' && field.whenEmpty) return { ok: true, value: null };
  const form = typedIn(field, unit);
  const parsed = form.parse(typed);
  if (!parsed.ok) return parsed.isQuestion ? parsed : wrong(`form.not.${field.type}`);
  const value = form.toStored(parsed.value);
  const [least, most] = field.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (value < least || value > most) return wrong('form.outOfRange');
  return { ok: true, value };
}

/** Texts that were typed in one unit as they read in another; what cannot be read stays as it was typed. */
export function inUnit(
  fields: readonly FormField[],
  texts: Texts,
  units: { readonly from: DisplayUnit; readonly to: DisplayUnit },
): Texts {
  if (units.from === units.to) return texts;
  const read = (field: FormField, typed: string): string => {
    if (field.type === 'choice' || field.type === 'text') return typed;
    const number = readNumber(field, typed, units.from);
    return number.ok ? textOf({ ...field, initial: number.value }, units.to) : typed;
  };
  const typed = fields.filter(({ key }) => texts[key] !== undefined);
  return {
    ...texts,
    ...Object.fromEntries(typed.map((field) => [field.key, read(field, texts[field.key] ?? '')])),
  };
}

type Outcome = { readonly values: FormValues; readonly errors: Texts };

/** The values that the texts mean, and beside the fields that cannot be read what is wrong there. */
export function readValues({ fields }: ValuesForm, texts: Texts, unit: DisplayUnit): Outcome {
  const values: Record<string, number | string | null> = {};
  const errors: Record<string, string> = {};
  for (const field of fields) {
    const typed = texts[field.key] ?? '';
    if (field.type === 'choice' || field.type === 'text') values[field.key] = typed;
    else {
      const read = readNumber(field, typed, unit);
      if (read.ok) values[field.key] = read.value;
      else errors[field.key] = read.message;
    }
  }
  return { values, errors };
}
