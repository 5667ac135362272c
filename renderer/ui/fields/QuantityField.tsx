import { type KeyboardEvent, useState } from 'react';
import { TextField as AriaTextField, Group, Input, Label } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import styles from './Field.module.css';
import { FieldNote } from './FieldNote.tsx';
import { type FieldFrameProps, frameClass } from './field-frame.ts';
import {
  nothingTyped,
  type QuantityFormat,
  type QuantityTyping,
  settle,
  step,
  type TypingStep,
} from './quantity-typing.ts';
import { useOnLeaving } from './use-on-leaving.ts';

export type QuantityFieldProps = Omit<FieldFrameProps, 'error'> &
  QuantityFormat & {
    /** Null when there is none or several: the placeholder shows. */
    readonly value: number | null;
    /** Called with another value on Enter, on leaving and by the arrow keys; never with the same one. */
    readonly onCommit: (value: number) => void;
    readonly unit?: string;
    /** What the arrow keys add; ten times as much with Shift. Without it they do nothing. */
    readonly stepBy?: number;
    readonly placeholder?: string;
    readonly isDisabled?: boolean;
    readonly isReadOnly?: boolean;
    /** What the number belongs to, where that changes: what was typed for the former one is taken first. */
    readonly owner?: string;
  };

/**
 * A number as text with its unit. What cannot be read stays as typed, with a sentence below it.
 * Leaving commits, also when the field disappears.
 */
export function QuantityField(props: QuantityFieldProps) {
  const { label, labelPlacement, description, value, unit, placeholder = '' } = props;
  const { typing, input, onChange } = useTyping(props);
  const isInvalid = typing.message !== null;
  const comesTo = typing.text === null ? null : (props.comesTo?.(typing.text) ?? null);
  const shown = typing.text ?? (value === null ? '' : props.format(value));
  // "to the floor above" is no number of metres; a dash stands for one.
  const isInWords = shown === '' && placeholder.length > 1;
  return (
    <AriaTextField
      value={shown}
      onChange={onChange}
      isInvalid={isInvalid}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      className={frameClass(labelPlacement)}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Group
        className={styles.box ?? ''}
        isInvalid={isInvalid}
        isDisabled={props.isDisabled ?? false}
        role="presentation"
      >
        <Input
          {...input}
          className={classNames(styles.input, styles.numeric)}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
        />
        {unit === undefined || isInWords ? null : <span className={styles.unit}>{unit}</span>}
      </Group>
      <FieldNote error={typing.message} description={comesTo ?? description} />
    </AriaTextField>
  );
}

function useTyping(props: QuantityFieldProps) {
  const { value, onCommit, stepBy, isReadOnly, owner } = props;
  const [typed, setTyped] = useState({ owner, typing: nothingTyped });
  const typing = typed.owner === owner ? typed.typing : nothingTyped;
  const setTyping = (next: QuantityTyping): void => setTyped({ owner, typing: next });
  const take = (next: TypingStep): void => {
    setTyping(next.typing);
    if (next.commit !== null) onCommit(next.commit);
  };
  const leave = (): void => take(settle(typing, value, props));
  useOnLeaving(owner, leave);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (event.key === 'Enter') {
      leave();
      event.currentTarget.select();
    } else if (event.key === 'Escape' && typing.text !== null) {
      // It belongs to the field as long as there is something to restore.
      event.stopPropagation();
      setTyping(nothingTyped);
    } else if (direction !== undefined && stepBy !== undefined && !isReadOnly) {
      event.preventDefault();
      take(step(typing, value, direction * stepBy * (event.shiftKey ? 10 : 1), props));
    }
  };
  return {
    typing,
    onChange: (text: string) => setTyping({ text, message: null }),
    input: {
      onKeyDown,
      onBlur: leave,
      onFocus: (event: { readonly currentTarget: HTMLInputElement }) => event.currentTarget.select(),
    },
  };
}
