import type { MenuEntry, MenuGroup } from './menu-entry.ts';

function closingEntry(entry: MenuEntry, onClose: () => void): MenuEntry {
  const { onAction, groups } = entry;
  return {
    ...entry,
    ...(groups && { groups: closingWith(groups, onClose) }),
    ...(onAction && {
      onAction: () => {
        onClose();
        onAction();
      },
    }),
  };
}

/** The same groups, where every action closes the menu first, so that the focus is back before it runs. */
export function closingWith(groups: readonly MenuGroup[], onClose: () => void): readonly MenuGroup[] {
  return groups.map((group) => ({
    ...group,
    entries: group.entries.map((entry) => closingEntry(entry, onClose)),
  }));
}
