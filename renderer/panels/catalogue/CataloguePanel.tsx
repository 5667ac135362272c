import { useMemo, useState } from 'react';
import type { CatalogueDevice } from '../../../core/catalogue/catalogue-device.ts';
import { devices } from '../../../core/catalogue/devices.ts';
import { recordsOf } from '../../../core/plan/plan.ts';
import type { ToolId } from '../../editor/tool.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { usePlan, useTool, useView } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { SearchField } from '../../ui/fields/SearchField.tsx';
import { BarrierIcon, BollardsIcon, CameraIcon, PostIcon } from '../../ui/icons/tools.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { RowList } from '../../ui/lists/RowList.tsx';
import styles from './CataloguePanel.module.css';

const tools = {
  barrier: 'place-barrier',
  bollards: 'place-bollards',
  camera: 'place-camera',
  post: 'place-post',
} as const satisfies { [K in CatalogueDevice['kind']]: ToolId };
const icons = {
  barrier: <BarrierIcon />,
  bollards: <BollardsIcon />,
  camera: <CameraIcon />,
  post: <PostIcon />,
} as const;

/** Devices by group; choosing one arms its tool, so that a run of them can be placed. */
export function CataloguePanel() {
  const editor = useEditor();
  const plan = usePlan();
  const view = useView();
  const tool = useTool();
  const [filter, setFilter] = useState('');
  const counts = useMemo(() => {
    const counted = new Map<string, number>();
    for (const kind of ['barrier', 'bollards', 'camera', 'post'] as const) {
      for (const { device } of recordsOf(plan, kind))
        if (device) counted.set(device, (counted.get(device) ?? 0) + 1);
    }
    return counted;
  }, [plan]);
  const words = filter.trim().toLowerCase();
  const found = devices.filter(({ name, detail, group }) =>
    `${name} ${detail} ${group}`.toLowerCase().includes(words),
  );
  const groups = [...new Set(found.map(({ group }) => group))].map((title) => ({
    id: title,
    title,
    rows: found
      .filter(({ group }) => group === title)
      .map(({ key, kind, name, detail }) => ({
        id: key,
        title: name,
        detail,
        icon: icons[kind],
        end: String(counts.get(key) ?? 0),
      })),
  }));
  const armed = devices.find(({ key, kind }) => tool.id === tools[kind] && view.armed[kind]?.device === key);
  const arm = (ids: ReadonlySet<string>) => {
    const device = devices.find(({ key }) => ids.has(key));
    if (!device) return;
    editor.show({ armed: { ...view.armed, [device.kind]: { device: device.key, ...device.fields } } });
    editor.setTool(tools[device.kind]);
  };
  return (
    <div className={styles.panel}>
      <div className={styles.search}>
        <SearchField
          label={text('catalogue.find')}
          placeholder={text('catalogue.find')}
          value={filter}
          onChange={setFilter}
        />
      </div>
      <RowList
        label={text('catalogue.title')}
        groups={groups}
        selectionMode="single"
        selected={new Set(armed ? [armed.key] : [])}
        onSelect={arm}
        empty={<EmptyState title={text('catalogue.none')} />}
      />
    </div>
  );
}
