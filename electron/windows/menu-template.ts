import type { MenuItemConstructorOptions } from 'electron';
import type { Args } from '../../core/contract/contract.ts';

export type MenuItems = Args<'window.setMenu'>['items'];
type MenuName = MenuItems[number]['menu'];

const titles: { readonly [M in MenuName]: string } = {
  file: 'File',
  edit: 'Edit',
  modify: 'Modify',
  view: 'View',
  draw: 'Draw',
  place: 'Place',
  help: 'Help',
};

const textRoles: readonly MenuItemConstructorOptions[] = [
  { role: 'cut', label: 'Cut text', registerAccelerator: false },
  { role: 'copy', label: 'Copy text', registerAccelerator: false },
  { role: 'paste', label: 'Paste text', registerAccelerator: false },
];

/**
 * The template of the native menu for the window's commands.
 *
 * Shortcuts are shown and not registered, since the window hears the keys itself; macOS takes the keys of
 * its menu first, so there only those with a modifier are given, which no text field needs.
 */
export function menuTemplate(
  items: MenuItems,
  run: (command: string) => void,
  isMac: boolean,
): MenuItemConstructorOptions[] {
  const itemOf = (item: MenuItems[number]): MenuItemConstructorOptions[] => {
    // Those of the text roles stay theirs on macOS: fields need them, and the drawing hears the page's events.
    const isForText = /^CmdOrCtrl\+[XCV]$/.test(item.shortcut ?? '');
    const isShown =
      item.shortcut !== null && (!isMac || (!isForText && /^(CmdOrCtrl|Alt)\+|^F\d+$/.test(item.shortcut)));
    const command: MenuItemConstructorOptions = {
      id: item.command,
      label: item.title.replaceAll('&', '&&'),
      enabled: item.enabled,
      click: () => run(item.command),
      ...(isShown && item.shortcut !== null && { accelerator: item.shortcut, registerAccelerator: false }),
    };
    return item.separatorBefore ? [{ type: 'separator' }, command] : [command];
  };
  const menuOf = (menu: MenuName): MenuItemConstructorOptions[] => {
    const submenu = items.filter((item) => item.menu === menu).flatMap(itemOf);
    if (menu === 'edit' && submenu.length > 0) submenu.push({ type: 'separator' });
    if (menu === 'edit') submenu.push(...textRoles);
    return submenu.length === 0 ? [] : [{ label: titles[menu], submenu }];
  };
  const own: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : [];
  return [...own, ...(Object.keys(titles) as MenuName[]).flatMap(menuOf)];
}
