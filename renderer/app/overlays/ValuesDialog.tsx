import { type KeyboardEvent, useState } from 'react';
import type { DisplayUnit } from '../../../core/quantity.ts';
import type { FormField, ValuesForm } from '../../commands/values-form.ts';
import { useSettings } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { Refusal } from '../../ui/layout/Refusal.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { comesToIn, inUnit, readValues, type Texts, textOf, unitBeside } from './typed-values.ts';
import styles from './ValuesDialog.module.css';

type Remembered = { readonly texts: Texts; readonly unit: DisplayUnit };

/** What was typed in each form last and in which unit, as long as the window is open. */
const remembered = new Map<string, Remembered>();

function rememberedFor({ id, fields }: ValuesForm, unit: DisplayUnit): Texts {
  const kept = fields.filter((field) => field.type !== 'text' && (field.type !== 'choice' || !field.isFresh));
  const last = remembered.get(id);
  const texts = last ? inUnit(fields, last.texts, { from: last.unit, to: unit }) : {};
  return Object.fromEntries(kept.flatMap(({ key }) => (texts[key] === undefined ? [] : [[key, texts[key]]])));
}

type Props = { readonly form: ValuesForm; readonly onClose: () => void };

/** Asks for the values of a command; what is refused stays typed with the reason. */
export function ValuesDialog({ form, onClose }: Props) {
  const { displayUnit } = useSettings();
  const [texts, setTexts] = useState<Texts>(() => {
    const fresh = Object.fromEntries(form.fields.map((field) => [field.key, textOf(field, displayUnit)]));
    return { ...fresh, ...rememberedFor(form, displayUnit) };
  });
  const [errors, setErrors] = useState<Texts>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const change = (key: string, value: string) => {
    setTexts({ ...texts, [key]: value });
    setErrors({ ...errors, [key]: '' });
    setRefusal(null);
  };
  const submit = () => {
    const outcome = readValues(form, texts, displayUnit);
    setErrors(outcome.errors);
    if (Object.keys(outcome.errors).length > 0) return;
    remembered.set(form.id, { texts, unit: displayUnit });
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
      <div className={styles.fields} onKeyDownCapture={(event) => isTakenBy(event) && submit()}>
        {form.fields.map((field, index) => (
          <Field
            key={field.key}
            field={field}
            unit={displayUnit}
            isFirst={index === 0}
            value={texts[field.key] ?? ''}
            error={errors[field.key] ?? ''}
            onChange={(value) => change(field.key, value)}
          />
        ))}
      </div>
      <Refusal>{refusal}</Refusal>
    </Dialog>
  );
}

/** Enter takes the values from a list of choices too, as from any field; Space and the arrows open the list. */
function isTakenBy(event: KeyboardEvent): boolean {
  const list = event.target instanceof Element && event.target.closest('button[aria-haspopup=listbox]');
  if (event.key !== 'Enter' || !list || list.getAttribute('aria-expanded') === 'true') return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

type FieldProps = {
  readonly field: FormField;
  readonly unit: DisplayUnit;
  readonly isFirst: boolean;
  readonly value: string;
  readonly error: string;
  readonly onChange: (value: string) => void;
};

function Field({ field, unit, isFirst, value, error, onChange }: FieldProps) {
  if (field.type === 'choice') {
    const options = field.options.map((option) => ({
      id: option.id,
      label: 'name' in option ? option.name : text(option.label),
    }));
    return (
      <Select
        label={text(field.label)}
        options={options}
        value={value}
        autoFocus={isFirst}
        onChange={onChange}
      />
    );
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
      {...(field.type !== 'text' && {
        unit: unitBeside(field, unit),
        description: comesToIn(field, value, unit) ?? undefined,
      })}
      placeholder={field.type !== 'text' && field.whenEmpty ? text(field.whenEmpty) : ''}
      value={value}
      error={error || null}
      onChange={onChange}
    />
  );
}
