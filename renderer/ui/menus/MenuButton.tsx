import type { ReactNode } from 'react';
import { Button, MenuTrigger, Popover, type PopoverProps } from 'react-aria-components';
import buttonStyles from '../buttons/Button.module.css';
import iconStyles from '../buttons/IconButton.module.css';
import { classNames } from '../class-names.ts';
import { ChevronDownIcon } from '../icons/actions.tsx';
import styles from './Menu.module.css';
import { Menu } from './Menu.tsx';
import type { MenuGroup } from './menu-entry.ts';

export type MenuButtonProps = {
  /** The button's text; its name alone when there is an icon. */
  readonly label: string;
  /** What it is spoken as before its text, where the text alone does not say it. */
  readonly name?: string;
  readonly groups: readonly MenuGroup[];
  /** Shown instead of the text. */
  readonly icon?: ReactNode;
  readonly look?: 'normal' | 'primary' | 'plain';
  readonly isQuiet?: boolean;
  readonly isDisabled?: boolean;
  readonly placement?: NonNullable<PopoverProps['placement']>;
};

export function MenuButton(props: MenuButtonProps) {
  const {
    label,
    name,
    groups,
    icon,
    look = 'normal',
    isQuiet,
    isDisabled = false,
    placement = 'bottom start',
  } = props;
  const className = icon
    ? classNames(iconStyles.button, isQuiet && iconStyles.quiet)
    : classNames(buttonStyles.button, look !== 'normal' && buttonStyles[look]);
  return (
    <MenuTrigger>
      <Button
        className={className}
        isDisabled={isDisabled}
        aria-label={name === undefined || name === label ? label : `${name} ${label}`}
      >
        {icon ?? (
          <>
            {label}
            <ChevronDownIcon />
          </>
        )}
      </Button>
      <Popover className={styles.popover ?? ''} placement={placement} offset={2} containerPadding={4}>
        <Menu label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}
