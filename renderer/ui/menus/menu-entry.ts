import type { ReactNode } from 'react';

export type MenuEntry = {
  readonly id: string;
  readonly title: string;
  readonly onAction?: () => void;
  readonly icon?: ReactNode;
  /** Keys as they are written on the keyboard: `Ctrl K`. */
  readonly shortcut?: string | undefined;
  /** A tick before it. */
  readonly isChecked?: boolean;
  /** Why it cannot be used now: shown below the title. */
  readonly whyDisabled?: string | null | undefined;
  /** A menu of its own. */
  readonly groups?: readonly MenuGroup[];
};

/** Entries that belong together; a thin line stands between groups. */
export type MenuGroup = {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
};
