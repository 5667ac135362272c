import { type FormEvent, type KeyboardEvent, useRef } from 'react';
import type { PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { states } from '../../../core/plan/kinds/parts/fields.ts';
import { useStructure } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import styles from './OutlineTable.module.css';
import type { OutlineField } from './outline-columns.ts';

type Props = {
  readonly record: PlacedRecord;
  readonly title: string;
  readonly onChange: (fields: Readonly<Record<string, unknown>>) => void;
  readonly onClose: () => void;
};

const NONE = '';

const takeFocus = (field: HTMLElement | null) => field?.focus();

/** The open field of a cell. Enter and leaving it keep what was typed, Escape does not. */
export function CellEditor({ field, ...props }: Props & { readonly field: OutlineField }) {
  const layers = useStructure('layer').map(({ id, name }) => ({ id: id as string, name }));
  const phases = useStructure('phase').map(({ id, name }) => ({ id: id as string, name }));
  const { record, title, onChange } = props;
  if (field === 'name') return <TagField {...props} />;
  if (field === 'state') {
    const options = states.map((id) => ({ id, name: text(`panel.state.${id}`) }));
    const label = text('outline.editState', { name: title });
    return (
      <Choice
        {...props}
        label={label}
        options={options}
        value={record.state}
        onChoose={(state) => onChange({ state })}
      />
    );
  }
  if (field === 'layer') {
    const label = text('outline.editLayer', { name: title });
    return (
      <Choice
        {...props}
        label={label}
        options={layers}
        value={record.layer}
        onChoose={(layer) => onChange({ layer })}
      />
    );
  }
  const options = [{ id: NONE, name: text('outline.noPhase') }, ...phases];
  return (
    <Choice
      {...props}
      label={text('outline.editPhase', { name: title })}
      options={options}
      value={record.phase ?? NONE}
      onChoose={(phase) => onChange({ phase: phase === NONE ? null : phase })}
    />
  );
}

function TagField({ record, title, onChange, onClose }: Props) {
  const isDropped = useRef(false);
  const keep = (typed: string) => {
    const tag = typed.trim() || null;
    if (!isDropped.current && tag !== record.tag) onChange({ tag });
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    isDropped.current = event.key === 'Escape';
    event.preventDefault();
    event.stopPropagation();
    // Leaving it keeps what was typed.
    onClose();
  };
  return (
    <input
      ref={takeFocus}
      className={styles.editor}
      aria-label={text('outline.editTag', { name: title })}
      defaultValue={record.tag ?? ''}
      maxLength={80}
      onFocus={(event) => event.target.select()}
      onKeyDown={press}
      onBlur={(event) => {
        keep(event.target.value);
        isDropped.current = true;
      }}
    />
  );
}

type ChoiceProps = Pick<Props, 'onClose'> & {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly onChoose: (id: string) => void;
};

function Choice({ label, options, value, onChoose, onClose }: ChoiceProps) {
  const change = (event: FormEvent<HTMLSelectElement>) => {
    onChoose(event.currentTarget.value);
    onClose();
  };
  return (
    <select
      ref={takeFocus}
      className={styles.editor}
      aria-label={label}
      value={value}
      onChange={change}
      onBlur={onClose}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape' || event.key === 'Enter') onClose();
      }}
    >
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
