import { useEffect, useRef } from 'react';
import type { CommandMenu } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import { shortcutLabel } from '../commands/shortcuts.ts';
import { text } from '../messages/text.ts';
import { Kbd } from '../ui/layout/Kbd.tsx';
import dialogStyles from './Dialog.module.css';
import styles from './KeySheet.module.css';

const menus: readonly CommandMenu[] = ['file', 'edit', 'view', 'draw', 'place', 'help'];

/** Every command that has a key, by menu. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={dialogStyles.dialog} onClose={onClose} aria-labelledby="keys-title">
      <h2 id="keys-title">{text('command.help.keys')}</h2>
      <div className={styles.columns}>
        {menus.map((menu) => (
          <section key={menu}>
            <h3>{text(`menu.${menu}`)}</h3>
            <dl>
              {commands
                .filter((command) => command.menu === menu && command.shortcut)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{text(command.title)}</dt>
                    <dd>
                      <Kbd>{shortcutLabel(command.shortcut ?? '')}</Kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.note}>{text('keys.mouse')}</p>
      <footer>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {text('app.close')}
        </button>
      </footer>
    </dialog>
  );
}
