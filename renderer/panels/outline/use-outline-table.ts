import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { AnyId } from '../../../core/plan/records/index.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useSelection } from '../../hooks/use-editor-state.ts';
import { orderRows, type TableColumn, type TableSort } from '../../ui/lists/table-order.ts';
import type { OutlineRow } from './outline-rows.ts';
import { rowAfterKey, rowsInSight, scrollToRow } from './row-window.ts';

type Modifiers = { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean };
type Scroller = RefObject<HTMLDivElement | null>;

function toggled(selection: ReadonlySet<AnyId>, id: AnyId): ReadonlySet<AnyId> {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

function reveal({ current: box }: Scroller, row: number): void {
  if (box && row >= 0) box.scrollTop = scrollToRow(row, box.scrollTop, box.clientHeight);
}

/** Selects as lists do: Ctrl adds or takes away, Shift takes all from the last one chosen. */
function useChoice(rows: readonly OutlineRow[], scroller: Scroller) {
  const editor = useEditor();
  const selection = useSelection();
  const anchor = useRef<AnyId>(null);
  // What is selected on the drawing comes into sight here once; a choice made here must not scroll away.
  const seen = useRef<ReadonlySet<AnyId>>(null);
  useEffect(() => {
    if (seen.current === selection) return;
    seen.current = selection;
    const first = rows.findIndex(({ id }) => selection.has(id));
    reveal(scroller, first);
  }, [selection, rows, scroller]);
  const choose = (id: AnyId, { ctrlKey, metaKey, shiftKey }: Modifiers) => {
    const from = rows.findIndex((row) => row.id === anchor.current);
    const to = rows.findIndex((row) => row.id === id);
    if (shiftKey && from >= 0)
      editor.select(rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.id));
    else {
      anchor.current = id;
      editor.select(ctrlKey || metaKey ? toggled(selection, id) : [id]);
    }
    seen.current = editor.selection;
  };
  return { selection, choose };
}

/** What the outline's table shows at the moment, and what pointer and keys do to it. */
export function useOutlineTable(rows: readonly OutlineRow[], columns: readonly TableColumn<OutlineRow>[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState<TableSort | null>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [active, setActive] = useState<AnyId | null>(null);
  const ordered = useMemo(() => orderRows(rows, columns, sort), [rows, columns, sort]);
  const { selection, choose } = useChoice(ordered, scroller);

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const line = (event.target as HTMLElement).closest<HTMLElement>('tr[data-id]');
    const row = ordered.find(({ id }) => id === line?.dataset.id);
    if (!row) return;
    setActive(row.id);
    choose(row.id, event);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = ordered.findIndex(({ id }) => id === active);
    const next = rowAfterKey(event.key, at, ordered.length);
    if (next !== null) {
      setActive(ordered[next]?.id ?? null);
      reveal(scroller, next);
    } else if ((event.key === 'Enter' || event.key === ' ') && active !== null && at >= 0)
      choose(active, event);
    else return;
    event.preventDefault();
  };
  // No panel is taller than the window, so its height need not be observed.
  const { first, end } = rowsInSight({ scrollTop, height: window.innerHeight, count: ordered.length });
  return {
    ...{ scroller, selection, active, sort, setSort, first, end, onClick, onKeyDown },
    count: ordered.length,
    shown: ordered.slice(first, end),
    onScroll: () => setScrollTop(scroller.current?.scrollTop ?? 0),
  };
}
