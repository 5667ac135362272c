import { useMemo, useState } from 'react';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { usePlan, useTool, useView } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { SearchField } from '../../ui/fields/SearchField.tsx';
import {
  AreaIcon,
  BarrierIcon,
  BollardsIcon,
  CameraIcon,
  GateIcon,
  ObstacleIcon,
  OpeningIcon,
  PostIcon,
  RoadIcon,
} from '../../ui/icons/tools.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { RowList } from '../../ui/lists/RowList.tsx';
import styles from './CataloguePanel.module.css';
import { armedEntry, armedWith, countEntries, findEntries, placing } from './catalogue-entries.ts';

const icons = {
  barrier: <BarrierIcon />,
  bollards: <BollardsIcon />,
  camera: <CameraIcon />,
  post: <PostIcon />,
  opening: <OpeningIcon />,
  gate: <GateIcon />,
  road: <RoadIcon />,
  area: <AreaIcon />,
  obstacle: <ObstacleIcon />,
} as const;

/** Devices and types by group; choosing one arms its tool, so that a run of them can be placed. */
export function CataloguePanel() {
  const editor = useEditor();
  const plan = usePlan();
  const view = useView();
  const tool = useTool();
  const [filter, setFilter] = useState('');
  const counts = useMemo(() => countEntries(plan), [plan]);
  const found = useMemo(() => findEntries(filter), [filter]);
  const groups = [...new Set(found.map(({ group }) => group))].map((title) => ({
    id: title,
    title,
    rows: found
      .filter(({ group }) => group === title)
      .map(({ id, kind, name, detail }) => ({
        id,
        title: name,
        detail,
        icon: icons[kind],
        end: String(counts.get(id) ?? 0),
      })),
  }));
  const armed = armedEntry(view.armed, tool.id);
  const arm = (ids: ReadonlySet<string>) => {
    const entry = found.find(({ id }) => ids.has(id));
    if (!entry) return;
    editor.show({ armed: armedWith(view.armed, entry) });
    editor.setTool(placing[entry.kind].tool);
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
        selected={new Set(armed === null ? [] : [armed])}
        onSelect={arm}
        empty={<EmptyState title={text('catalogue.none')} />}
      />
    </div>
  );
}
