import { useState } from 'react';
import type { AppActions } from '../commands/command.ts';
import { shortcutLabel } from '../commands/shortcuts.ts';
import { text } from '../messages/text.ts';
import { Button } from '../ui/buttons/Button.tsx';
import { Kbd } from '../ui/layout/Kbd.tsx';
import styles from './TopBar.module.css';

type Props = { readonly siteName: string; readonly planName: string; readonly actions: AppActions };

const formats = ['pdf', 'plan', 'png', 'svg', 'csv', 'geojson'] as const;

/** Where the person is, the command search, and the way out: the issued layout. */
export function TopBar({ siteName, planName, actions }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <header className={styles.bar}>
      <Button look="plain" onPress={actions.goHome}>
        ◂ {text('app.sites')}
      </Button>
      <span className={styles.separator} />
      <h1 className={styles.site}>{siteName}</h1>
      <span className={styles.plan}>{planName}</span>
      <span className={styles.grow} />
      <button type="button" className={styles.search} onClick={actions.showPalette}>
        {text('app.search')}
        <Kbd>{shortcutLabel('CmdOrCtrl+K')}</Kbd>
      </button>
      <Button onPress={actions.addPicture}>{text('app.addPicture')}</Button>
      <div className={styles.issue}>
        <Button look="primary" onPress={() => setOpen(!open)} aria-haspopup="menu" aria-expanded={open}>
          {text('app.issue')}
        </Button>
        {open && (
          <div className={styles.menu} role="menu" onPointerLeave={() => setOpen(false)}>
            {formats.map((format) => (
              <button
                key={format}
                type="button"
                role="menuitem"
                onClick={() => {
                  setOpen(false);
                  actions.exportPlan(format);
                }}
              >
                {text(`issue.${format}`)}
              </button>
            ))}
          </div>
        )}
      </div>
    </header>
  );
}
