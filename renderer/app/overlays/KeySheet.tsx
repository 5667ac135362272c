import type { CommandMenu } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { shortcutLabel } from '../../commands/shortcuts.ts';
import { text } from '../../messages/text.ts';
import { Kbd } from '../../ui/layout/Kbd.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import styles from './KeySheet.module.css';
import { TypingTable } from './TypingTable.tsx';

const columns: readonly (readonly CommandMenu[])[] = [
  ['file', 'edit'],
  ['modify', 'view'],
  ['draw', 'place', 'help'],
];

/** Every command that has a key, by menu, and what can be typed. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      isOpen
      size="large"
      title={text('command.help.keys')}
      closeLabel={text('app.close')}
      onClose={onClose}
    >
      <div className={styles.columns}>
        {columns.map((menus) => (
          <div key={menus.join()}>
            {menus.map((menu) => (
              <MenuKeys key={menu} menu={menu} />
            ))}
          </div>
        ))}
      </div>
      <p className={styles.note}>{text('keys.mouse')}</p>
      <TypingTable />
    </Dialog>
  );
}

function MenuKeys({ menu }: { readonly menu: CommandMenu }) {
  const shown = commands.filter((command) => command.menu === menu && command.shortcut);
  return (
    <section className={styles.menu}>
      <h3>{text(`menu.${menu}`)}</h3>
      <dl>
        {shown.map((command) => (
          <div key={command.id}>
            <dt>{text(command.title).replace('…', '')}</dt>
            <dd>
              <Kbd>{shortcutLabel(command.shortcut ?? '')}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
