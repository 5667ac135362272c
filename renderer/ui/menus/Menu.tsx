import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  Popover,
  SubmenuTrigger,
} from 'react-aria-components';
import { ChevronRightIcon } from '../icons/actions.tsx';
import { CheckIcon } from '../icons/state.tsx';
import { Kbd } from '../layout/Kbd.tsx';
import styles from './Menu.module.css';
import type { MenuEntry, MenuGroup } from './menu-entry.ts';

export type MenuProps = {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** Takes the focus when it appears; a menu button does that by itself. */
  readonly takesFocus?: boolean;
};

const isOff = ({ whyDisabled }: MenuEntry): boolean => whyDisabled !== null && whyDisabled !== undefined;

/** The list itself, for a popover: MenuButton and ContextMenu bring theirs. */
export function Menu({ label, groups, takesFocus = false }: MenuProps) {
  const shown = groups.filter(({ entries }) => entries.length > 0);
  const disabled = shown.flatMap(({ entries }) => entries.filter(isOff).map(({ id }) => id));
  return (
    <AriaMenu
      autoFocus={takesFocus && 'first'}
      aria-label={label}
      disabledKeys={disabled}
      className={styles.menu ?? ''}
    >
      {shown.map(({ id, title, entries }) => (
        <MenuSection key={id} id={id} aria-label={title ?? label}>
          {title === undefined ? null : <Header className={styles.heading}>{title}</Header>}
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  const item = (
    <MenuItem
      id={entry.id}
      textValue={entry.title}
      className={styles.item ?? ''}
      {...(entry.onAction && { onAction: entry.onAction })}
    >
      <span className={styles.mark}>{entry.isChecked ? <CheckIcon /> : entry.icon}</span>
      <span className={styles.title}>
        {entry.title}
        {isOff(entry) ? <span className={styles.reason}>{entry.whyDisabled}</span> : null}
      </span>
      {entry.shortcut === undefined ? null : <Kbd>{entry.shortcut}</Kbd>}
      {entry.groups ? <ChevronRightIcon /> : null}
    </MenuItem>
  );
  if (!entry.groups) return item;
  return (
    <SubmenuTrigger>
      {item}
      <Popover className={styles.popover ?? ''} offset={-2}>
        <Menu label={entry.title} groups={entry.groups} />
      </Popover>
    </SubmenuTrigger>
  );
}
