import { Menu } from 'electron';
import { type MenuItems, menuTemplate } from './menu-template.ts';

const withoutState = (items: MenuItems) => JSON.stringify(items.map((item) => ({ ...item, enabled: true })));

/** Makes a function that shows commands as the native menu; built anew only when more than `enabled` changed. */
export function nativeMenu(run: (command: string) => void): (items: MenuItems) => void {
  let shown = '';
  return (items) => {
    const wanted = withoutState(items);
    if (wanted !== shown) {
      Menu.setApplicationMenu(
        Menu.buildFromTemplate(menuTemplate(items, run, process.platform === 'darwin')),
      );
      shown = wanted;
      return;
    }
    const menu = Menu.getApplicationMenu();
    for (const { command, enabled } of items) {
      const item = menu?.getMenuItemById(command);
      if (item) item.enabled = enabled;
    }
  };
}
