import { useState } from 'react';
import type { ToolId } from '../../editor/tools/index.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useActiveTool } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { SegmentedControl } from '../../ui/buttons/SegmentedControl.tsx';
import { SearchField } from '../../ui/fields/SearchField.tsx';
import styles from './CataloguePanel.module.css';
import { CameraCatalogueButton, type ChosenCamera } from './cameras/CameraCatalogue.tsx';
import { DevicesList } from './DevicesList.tsx';
import { TemplatesList } from './TemplatesList.tsx';

const parts = ['devices', 'templates'] as const;
type Part = (typeof parts)[number];

/** What can be placed: devices and types, or templates. */
export function CataloguePanel() {
  const editor = useEditor();
  const tool = useActiveTool();
  const [part, setPart] = useState<Part>('devices');
  const [seen, setSeen] = useState<ToolId>('select');
  const [filter, setFilter] = useState('');
  const show = (next: Part) => {
    setPart(next);
    setFilter('');
  };
  // Its templates show when the tool is taken up, however that was done.
  if (tool !== seen) {
    setSeen(tool);
    if (tool === 'place-template') show('templates');
  }
  const place = (camera: ChosenCamera) => {
    editor.show({ armed: { records: { ...editor.view.armed.records, camera } } });
    editor.setTool('place-camera');
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
        {part === 'devices' && <CameraCatalogueButton action="cameras.place" onChoose={place} />}
      </div>
      {part === 'devices' ? <DevicesList filter={filter} /> : <TemplatesList filter={filter} />}
    </div>
  );
}
