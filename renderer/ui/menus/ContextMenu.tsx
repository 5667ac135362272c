import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import styles from './ContextMenu.module.css';
import { closingWith } from './closing-with.ts';
import menuStyles from './Menu.module.css';
import { Menu } from './Menu.tsx';
import type { MenuGroup } from './menu-entry.ts';

export type ContextMenuProps = {
  readonly label: string;
  /** Where it opens, in window pixels; null while it is closed. */
  readonly at: { readonly left: number; readonly top: number } | null;
  readonly groups: readonly MenuGroup[];
  readonly onClose: () => void;
};

/** The menu of what was pointed at: put it anywhere, it opens at `at` and takes the focus. */
export function ContextMenu({ label, at, groups, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={at ?? { left: 0, top: 0 }} aria-hidden="true" />
      <Popover
        triggerRef={anchor}
        trigger="MenuTrigger"
        aria-label={label}
        isOpen={at !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        placement="bottom start"
        offset={0}
        className={menuStyles.popover ?? ''}
      >
        <Menu takesFocus label={label} groups={closingWith(groups, onClose)} />
      </Popover>
    </>
  );
}
