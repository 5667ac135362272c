import type { ReactNode } from 'react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { ChevronDownIcon } from '../icons/actions.tsx';
import { CheckIcon } from '../icons/state.tsx';
import menuStyles from '../menus/Menu.module.css';
import styles from './Field.module.css';
import { FieldNote } from './FieldNote.tsx';
import { type FieldFrameProps, frameClass } from './field-frame.ts';

export type SelectOption<T extends string> = {
  readonly id: T;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Said after the label, in grey. */
  readonly detail?: string;
  readonly isDisabled?: boolean;
};

export type SelectProps<T extends string> = FieldFrameProps & {
  readonly options: readonly SelectOption<T>[];
  /** Null when there is none or several: the placeholder shows. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
};

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, labelPlacement, error, description, options, value, onChange } = props;
  const chosen = options.find(({ id }) => id === value);
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const next = options.find(({ id }) => id === key);
        if (next) onChange(next.id);
      }}
      disabledKeys={options.filter((option) => option.isDisabled).map(({ id }) => id)}
      placeholder={props.placeholder ?? ''}
      isInvalid={Boolean(error)}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      className={frameClass(labelPlacement)}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Button className={styles.button ?? ''}>
        <SelectValue className={styles.chosen ?? ''}>
          {({ defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : <Chosen option={chosen} />
          }
        </SelectValue>
        <ChevronDownIcon />
      </Button>
      <FieldNote error={error} description={description} />
      <Popover className={menuStyles.popover ?? ''} offset={2}>
        <ListBox items={options} className={menuStyles.menu ?? ''}>
          {(option) => <SelectItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

function Chosen<T extends string>({ option }: { readonly option: SelectOption<T> | undefined }) {
  return (
    <>
      {option?.icon}
      <span className={styles.text}>{option?.label}</span>
    </>
  );
}

function SelectItem<T extends string>({ option }: { readonly option: SelectOption<T> }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className={menuStyles.item ?? ''}>
      {({ isSelected }) => (
        <>
          <span className={menuStyles.mark}>{isSelected ? <CheckIcon /> : null}</span>
          {option.icon}
          <span className={menuStyles.title}>{option.label}</span>
          {option.detail === undefined ? null : <span className={menuStyles.end}>{option.detail}</span>}
        </>
      )}
    </ListBoxItem>
  );
}
