import { useState } from 'react';
import { useTool } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { SegmentedControl } from '../../ui/buttons/SegmentedControl.tsx';
import { SearchField } from '../../ui/fields/SearchField.tsx';
import styles from './CataloguePanel.module.css';
import { DevicesList } from './DevicesList.tsx';
import { TemplatesList } from './TemplatesList.tsx';

const parts = ['devices', 'templates'] as const;
type Part = (typeof parts)[number];

/** What can be placed: devices and types, or templates; the tool of a template shows those by itself. */
export function CataloguePanel() {
  const tool = useTool();
  const [chosen, setChosen] = useState<{ readonly part: Part; readonly tool: string }>({
    part: 'devices',
    tool: tool.id,
  });
  const [filter, setFilter] = useState('');
  const isArmed = tool.id === 'place-template';
  // What was chosen holds until another tool is taken up.
  const part = isArmed && chosen.tool !== tool.id ? 'templates' : chosen.part;
  const show = (next: Part) => {
    setChosen({ part: next, tool: tool.id });
    setFilter('');
  };
  const find = text(part === 'devices' ? 'catalogue.find' : 'template.find');
  return (
    <div className={styles.panel}>
      <div className={styles.search}>
        <SegmentedControl
          label={text('catalogue.show')}
          segments={parts.map((id) => ({ id, label: text(`catalogue.${id}`) }))}
          value={part}
          onChange={show}
          isStretched
        />
        <SearchField label={find} placeholder={find} value={filter} onChange={setFilter} />
      </div>
      {part === 'devices' ? <DevicesList filter={filter} /> : <TemplatesList filter={filter} />}
    </div>
  );
}
