import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  Popover,
  SubmenuTrigger,
} from 'react-aria-components';
import { classNames } from '../class-names.ts';
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

const isMarked = ({ isChecked, icon }: MenuEntry): boolean => isChecked !== undefined || icon !== undefined;

/** The list itself, for a popover: MenuButton brings its own. */
export function Menu({ label, groups, takesFocus = false }: MenuProps) {
  const shown = groups.filter(({ entries }) => entries.length > 0);
  const hasMarks = shown.some(({ entries }) => entries.some(isMarked));
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
          {title === undefined ? null : (
            <Header className={classNames(styles.heading, !hasMarks && styles.flush)}>{title}</Header>
          )}
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} hasMarks={hasMarks} />
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}

type EntryProps = {
  readonly entry: MenuEntry;
  /** Whether any entry of the menu has a tick or a picture, for which all leave room. */
  readonly hasMarks: boolean;
};

function Entry({ entry, hasMarks }: EntryProps) {
  const item = (
    <MenuItem
      id={entry.id}
      textValue={entry.title}
      className={classNames(styles.item, !hasMarks && styles.flush)}
      {...(entry.onAction && { onAction: entry.onAction })}
    >
      {hasMarks && <span className={styles.mark}>{entry.isChecked ? <CheckIcon /> : entry.icon}</span>}
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
