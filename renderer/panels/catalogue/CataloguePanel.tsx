import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Plan } from '../../../core/plan/plan.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { usePlan, useTool, useView } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { SearchField } from '../../ui/fields/SearchField.tsx';
import {
  AreaIcon,
  BarrierIcon,
  BollardsIcon,
  CameraIcon,
  DimensionIcon,
  EquipmentIcon,
  GateIcon,
  LightIcon,
  ObstacleIcon,
  OpeningIcon,
  PostIcon,
  ReaderIcon,
  RoadIcon,
  RouteIcon,
  ScreeningIcon,
  SensorIcon,
  SignIcon,
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
  light: <LightIcon />,
  sensor: <SensorIcon />,
  reader: <ReaderIcon />,
  screening: <ScreeningIcon />,
  sign: <SignIcon />,
  equipment: <EquipmentIcon />,
  opening: <OpeningIcon />,
  gate: <GateIcon />,
  road: <RoadIcon />,
  route: <RouteIcon />,
  area: <AreaIcon />,
  dimension: <DimensionIcon />,
  obstacle: <ObstacleIcon />,
} as const;

/** Devices and types by group; choosing one arms its tool, so that a run of them can be placed. */
export function CataloguePanel() {
  const editor = useEditor();
  // What is counted may follow an edit a little later; the edit itself must not wait for it.
  const plan = useDeferredValue(usePlan());
  const view = useView();
  const tool = useTool();
  const [filter, setFilter] = useState('');
  const counts = useCounts(plan);
  const found = useMemo(() => findEntries(filter), [filter]);
  const groups = useMemo(() => groupsOf(found, counts), [found, counts]);
  const armed = armedEntry(view.armed, tool.id);
  // The same element while nothing in it changes: an edit elsewhere on the plan must not render every row.
  const list = useMemo(() => {
    const arm = (ids: ReadonlySet<string>) => {
      const entry = found.find(({ id }) => ids.has(id));
      if (!entry) return;
      editor.show({ armed: armedWith(editor.view.armed, entry) });
      editor.setTool(placing[entry.kind].tool);
    };
    return (
      <RowList
        label={text('catalogue.title')}
        groups={groups}
        selectionMode="single"
        selected={new Set(armed === null ? [] : [armed])}
        onSelect={arm}
        empty={<EmptyState title={text('catalogue.none')} />}
      />
    );
  }, [editor, found, groups, armed]);
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
      {list}
    </div>
  );
}

type Counts = ReturnType<typeof countEntries>;

/** How many of each entry the plan has: the same map until one of the numbers changes. */
function useCounts(plan: Plan): Counts {
  const kept = useRef<Counts>(new Map());
  return useMemo(() => {
    const counts = countEntries(plan);
    const isSame =
      counts.size === kept.current.size && [...counts].every(([id, count]) => kept.current.get(id) === count);
    if (!isSame) kept.current = counts;
    return kept.current;
  }, [plan]);
}

function groupsOf(found: ReturnType<typeof findEntries>, counts: Counts) {
  return [...new Set(found.map(({ group }) => group))].map((title) => ({
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
}
