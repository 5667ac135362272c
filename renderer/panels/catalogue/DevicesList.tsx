import { useMemo, useRef } from 'react';
import type { Plan } from '../../../core/plan/plan.ts';
import { useOfferedCameras } from '../../hooks/camera-table.ts';
import {
  type CatalogueChoices,
  catalogueChoices,
  useCatalogueChoices,
  withFavourite,
  withUsed,
} from '../../hooks/catalogue-choices.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useActiveTool, useArmed } from '../../hooks/use-editor-state.ts';
import { usePlanAtRest } from '../../hooks/use-plan-at-rest.ts';
import { text } from '../../messages/text.ts';
import { IconToggle } from '../../ui/buttons/IconToggle.tsx';
import { StarIcon, StarredIcon } from '../../ui/icons/state.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { type ListRow, RowList } from '../../ui/lists/RowList.tsx';
import { ToolIcon } from '../ToolIcon.tsx';
import {
  armedEntry,
  armedWith,
  type CatalogueEntry,
  countEntries,
  entriesWith,
  findEntries,
  placing,
} from './catalogue-entries.ts';

/** Devices and types by group; choosing one arms its tool, so that a run of them can be placed. */
export function DevicesList({ filter }: { readonly filter: string }) {
  const editor = useEditor();
  // What is counted may follow an edit a little later; the edit itself must not wait for it.
  const plan = usePlanAtRest();
  const { records } = useArmed();
  const tool = useActiveTool();
  const choices = useCatalogueChoices();
  const counts = useCounts(plan);
  const offered = useOfferedCameras();
  const entries = useMemo(() => entriesWith(offered), [offered]);
  const groups = useMemo(
    () => [
      ...(filter.trim() === '' ? chosenGroups(entries, choices, counts) : []),
      ...groupsOf(findEntries(filter, entries), choices, counts),
    ],
    [filter, entries, choices, counts],
  );
  const armed = armedEntry(records, tool);
  // The same element while nothing in it changes: an edit elsewhere on the plan must not render every row.
  return useMemo(() => {
    const arm = (ids: ReadonlySet<string>) => {
      const entry = entries.find(({ id }) => sections.some((section) => ids.has(section + id)));
      if (!entry) return;
      editor.show({ armed: { records: armedWith(editor.view.armed.records, entry) } });
      editor.setTool(placing[entry.kind].tool);
      catalogueChoices.change((before) => withUsed(before, entry.id));
    };
    return (
      <RowList
        label={text('catalogue.title')}
        groups={groups}
        selectionMode="single"
        selected={new Set(armed === null ? [] : sections.map((section) => section + armed))}
        onSelect={arm}
        empty={<EmptyState title={text('catalogue.none')} />}
      />
    );
  }, [editor, entries, groups, armed]);
}

/** What ids of rows begin with in each part of the list: an entry may stand in it three times. */
const sections = ['', 'recent/', 'favourite/'] as const;

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

function rowOf(entry: CatalogueEntry, choices: CatalogueChoices, counts: Counts): ListRow {
  const { id, kind, name, detail } = entry;
  const isKept = choices.favourites.includes(id);
  return {
    id,
    title: name,
    detail,
    icon: <ToolIcon tool={placing[kind].tool} />,
    end: (
      <>
        {counts.get(id) || ''}
        <IconToggle
          label={text('catalogue.favourite', { name })}
          size="small"
          isQuiet
          icon={isKept ? <StarredIcon size={14} /> : <StarIcon size={14} />}
          isSelected={isKept}
          onChange={(next) => catalogueChoices.change((before) => withFavourite(before, id, next))}
        />
      </>
    ),
  };
}

function chosenGroups(entries: readonly CatalogueEntry[], choices: CatalogueChoices, counts: Counts) {
  const rowsOf = (
    ids: readonly string[],
    section: string,
    name: 'catalogue.inRecent' | 'catalogue.inFavourites',
  ) =>
    ids.flatMap((id): ListRow[] => {
      const entry = entries.find((each) => each.id === id);
      if (!entry) return [];
      const row = rowOf(entry, choices, counts);
      return [{ ...row, id: section + id, spokenName: text(name, { name: entry.name }) }];
    });
  return [
    {
      id: 'recent',
      title: text('catalogue.recent'),
      rows: rowsOf(choices.recent, 'recent/', 'catalogue.inRecent'),
    },
    {
      id: 'favourites',
      title: text('catalogue.favourites'),
      rows: rowsOf(choices.favourites, 'favourite/', 'catalogue.inFavourites'),
    },
  ];
}

function groupsOf(found: readonly CatalogueEntry[], choices: CatalogueChoices, counts: Counts) {
  return [...new Set(found.map(({ group }) => group))].map((title) => ({
    id: `group ${title}`,
    title,
    rows: found.filter(({ group }) => group === title).map((entry) => rowOf(entry, choices, counts)),
  }));
}
