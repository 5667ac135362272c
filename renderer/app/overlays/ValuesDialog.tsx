import { useState } from 'react';
import {
  type DisplayUnit,
  formatLength,
  parseAngle,
  parseLength,
  parseNumber,
} from '../../../core/quantity.ts';
import { toDegrees } from '../../../core/units.ts';
import type { FormField, FormValues, NumberFormField, ValuesForm } from '../../commands/values-form.ts';
import { useSettings } from '../../hooks/use-editor-state.ts';
import { type MessageKey, text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import styles from './ValuesDialog.module.css';

type Texts = Readonly<Record<string, string>>;

/** What was typed in each form last, as long as the window is open. */
const remembered = new Map<string, Texts>();

function rememberedFor({ id, fields }: ValuesForm): Texts {
  const kept = fields.filter((field) => field.type !== 'text' && (field.type !== 'choice' || !field.isFresh));
  const texts = remembered.get(id) ?? {};
  return Object.fromEntries(kept.flatMap(({ key }) => (texts[key] === undefined ? [] : [[key, texts[key]]])));
}

function initialText(field: FormField, unit: DisplayUnit): string {
  if (field.type === 'choice' || field.type === 'text') return field.initial;
  if (field.initial === null) return '';
  if (field.type === 'count') return String(field.initial);
  if (field.type === 'angle') return String(Math.round(toDegrees(field.initial) * 1e6) / 1e6);
  return formatLength(field.initial, unit).replace(/\.?0* m$/, '');
}

type Read =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly message: string };

const wrong = (key: MessageKey): Read => ({ ok: false, message: text(key) });

function readNumber(field: NumberFormField, typed: string, unit: DisplayUnit): Read {
  if (typed.trim() === '' && field.whenEmpty) return { ok: true, value: null };
  const parsed =
    field.type === 'length'
      ? parseLength(typed, unit)
      : field.type === 'angle'
        ? parseAngle(typed)
        : parseNumber(typed);
  if (!parsed.ok) return wrong(`form.not.${field.type}`);
  if (field.type === 'count' && !Number.isInteger(parsed.value)) return wrong('form.not.count');
  const [least, most] = field.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (parsed.value < least || parsed.value > most) return wrong('form.outOfRange');
  return parsed;
}

type Outcome = { readonly values: FormValues; readonly errors: Texts };

function readAll({ fields }: ValuesForm, texts: Texts, unit: DisplayUnit): Outcome {
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

type Props = { readonly form: ValuesForm; readonly onClose: () => void };

/** Asks for the values of a command; what is refused stays typed with the reason. */
export function ValuesDialog({ form, onClose }: Props) {
  const { displayUnit } = useSettings();
  const [texts, setTexts] = useState<Texts>(() => {
    const fresh = Object.fromEntries(
      form.fields.map((field) => [field.key, initialText(field, displayUnit)]),
    );
    return { ...fresh, ...rememberedFor(form) };
  });
  const [errors, setErrors] = useState<Texts>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const change = (key: string, value: string) => {
    setTexts({ ...texts, [key]: value });
    setErrors({ ...errors, [key]: '' });
    setRefusal(null);
  };
  const submit = () => {
    const outcome = readAll(form, texts, displayUnit);
    setErrors(outcome.errors);
    if (Object.keys(outcome.errors).length > 0) return;
    remembered.set(form.id, texts);
    const refused = form.run(outcome.values);
    if (refused === null) onClose();
    else setRefusal(refused);
  };
  return (
    <Dialog
      isOpen
      size="small"
      title={text(form.title).replace('…', '')}
      closeLabel={text('app.close')}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onPress={onClose}>{text('app.cancel')}</Button>
          <Button type="submit" look="primary">
            {text(form.button)}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {form.fields.map((field, index) => (
          <Field
            key={field.key}
            field={field}
            isFirst={index === 0}
            value={texts[field.key] ?? ''}
            error={errors[field.key] ?? ''}
            onChange={(value) => change(field.key, value)}
          />
        ))}
      </div>
      {refusal !== null && (
        <p role="alert" className={styles.refusal}>
          {refusal}
        </p>
      )}
    </Dialog>
  );
}

type FieldProps = {
  readonly field: FormField;
  readonly isFirst: boolean;
  readonly value: string;
  readonly error: string;
  readonly onChange: (value: string) => void;
};

function Field({ field, isFirst, value, error, onChange }: FieldProps) {
  if (field.type === 'choice') {
    const options = field.options.map((option) => ({
      id: option.id,
      label: 'name' in option ? option.name : text(option.label),
    }));
    return <Select label={text(field.label)} options={options} value={value} onChange={onChange} />;
  }
  return (
    <TextField
      label={text(field.label)}
      autoFocus={isFirst}
      // What is remembered is typed over.
      onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}
      maxLength={100}
      autoComplete="off"
      spellCheck="false"
      placeholder={field.type !== 'text' && field.whenEmpty ? text(field.whenEmpty) : ''}
      value={value}
      error={error || null}
      onChange={onChange}
    />
  );
}
