import { memo, useState } from 'react';
import { text } from '../messages/text.ts';
import { CataloguePanel } from '../panels/catalogue/CataloguePanel.tsx';
import { FloorsPanel } from '../panels/floors/FloorsPanel.tsx';
import { LayersPanel } from '../panels/layers/LayersPanel.tsx';
import { OutlinePanel } from '../panels/outline/OutlinePanel.tsx';
import { UnderlaysPanel } from '../panels/underlays/UnderlaysPanel.tsx';
import { Tabs } from '../ui/lists/Tabs.tsx';
import styles from './SidePanel.module.css';

const panels = {
  catalogue: CataloguePanel,
  layers: LayersPanel,
  floors: FloorsPanel,
  outline: OutlinePanel,
  underlays: UnderlaysPanel,
} as const;
type Name = keyof typeof panels;
const names = Object.keys(panels) as Name[];

/** The panels at the left, one at a time. */
export const SidePanel = memo(function SidePanel({ filled }: { readonly filled: boolean }) {
  const [open, setOpen] = useState<Name>('catalogue');
  const tabs = names.map((id) => {
    const Panel = panels[id];
    return { id, title: text(`tab.${id}`), content: () => filled && <Panel /> };
  });
  return (
    <aside className={styles.panel} data-region="panels" aria-label={text('app.panels')}>
      <Tabs label={text('app.panels')} tabs={tabs} value={open} onChange={setOpen} />
    </aside>
  );
});
