import { type KeyboardEvent, useState } from 'react';
import { type MessageKey, text } from '../messages/text.ts';
import { CataloguePanel } from '../panels/catalogue/CataloguePanel.tsx';
import { FloorsPanel } from '../panels/floors/FloorsPanel.tsx';
import { LayersPanel } from '../panels/layers/LayersPanel.tsx';
import { OutlinePanel } from '../panels/outline/OutlinePanel.tsx';
import { UnderlaysPanel } from '../panels/underlays/UnderlaysPanel.tsx';
import styles from './SidePanel.module.css';

const tabs = {
  catalogue: CataloguePanel,
  layers: LayersPanel,
  floors: FloorsPanel,
  outline: OutlinePanel,
  underlays: UnderlaysPanel,
} as const;
type Tab = keyof typeof tabs;
const names = Object.keys(tabs) as Tab[];

/** The panels at the left, one at a time. */
export function SidePanel({ filled }: { readonly filled: boolean }) {
  const [open, setOpen] = useState<Tab>('catalogue');
  const Panel = tabs[open];
  const steer = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = names[(names.indexOf(open) + step + names.length) % names.length];
    if (!step || !next) return;
    setOpen(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <aside className={styles.panel} aria-label={text('app.panels')}>
      <div role="tablist" className={styles.tabs} onKeyDown={steer}>
        {names.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === open}
            aria-controls="side-panel"
            tabIndex={name === open ? 0 : -1}
            onClick={() => setOpen(name)}
          >
            {text(`tab.${name}` satisfies MessageKey)}
          </button>
        ))}
      </div>
      <div id="side-panel" role="tabpanel" aria-labelledby={`tab-${open}`} className={styles.body}>
        {filled && <Panel />}
      </div>
    </aside>
  );
}
