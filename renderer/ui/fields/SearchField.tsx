import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Group,
  Input,
  Label,
} from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { SearchIcon } from '../icons/actions.tsx';
import { CloseIcon } from '../icons/state.tsx';
import { Kbd } from '../layout/Kbd.tsx';
import styles from './Field.module.css';
import { frameClass } from './field-frame.ts';
import searchStyles from './SearchField.module.css';

export type SearchFieldProps = Omit<AriaSearchFieldProps, 'children' | 'className' | 'style'> & {
  /** Spoken, not shown. */
  readonly label: string;
  readonly placeholder?: string;
  /** Shown while it is empty: the keys that lead to it. */
  readonly shortcut?: string | undefined;
};

/** `value`, `onChange`; Escape clears it. */
export function SearchField({ label, placeholder = '', shortcut, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className={classNames(frameClass('hidden'), searchStyles.search)}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <Group className={styles.box ?? ''} role="presentation" isDisabled={rest.isDisabled ?? false}>
        <span className={searchStyles.lead}>
          <SearchIcon />
        </span>
        <Input className={classNames(styles.input, searchStyles.input)} placeholder={placeholder} />
        {shortcut === undefined ? null : (
          <span className={searchStyles.keys}>
            <Kbd>{shortcut}</Kbd>
          </span>
        )}
        <Button className={searchStyles.clear ?? ''}>
          <CloseIcon size={14} />
        </Button>
      </Group>
    </AriaSearchField>
  );
}
