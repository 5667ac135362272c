import { type MouseEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { AnyId, PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { selectRecords, zoomToRecords } from '../../commands/show-records.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useSelection } from '../../hooks/use-editor-state.ts';
import { orderRows, type TableSort } from '../../ui/lists/table-order.ts';
import { type OutlineColumn, type OutlineField, outlineFields } from './outline-columns.ts';
import { rowsInSight, scrollToRow } from './row-window.ts';

export type Modifiers = { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean };
type Scroller = RefObject<HTMLDivElement | null>;

/** The cell that the keys act on; `isEdited` while its field is open. */
export type OutlineCell = { readonly id: AnyId; readonly field: OutlineField; readonly isEdited: boolean };

function toggled(selection: ReadonlySet<AnyId>, id: AnyId): readonly AnyId[] {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return [...next];
}

/** Selects as lists do: Ctrl adds or takes away, Shift takes all from the last one chosen. */
function useChoice(rows: readonly PlacedRecord[], reveal: (row: number) => void) {
  const editor = useEditor();
  const selection = useSelection();
  const anchor = useRef<AnyId>(null);
  // What is selected on the drawing comes into sight here once; a choice made here must not scroll away.
  const seen = useRef<ReadonlySet<AnyId>>(null);
  useEffect(() => {
    if (seen.current === selection) return;
    seen.current = selection;
    reveal(rows.findIndex(({ id }) => selection.has(id)));
  }, [selection, rows, reveal]);
  const choose = (id: AnyId, { ctrlKey, metaKey, shiftKey }: Modifiers) => {
    const from = rows.findIndex((row) => row.id === anchor.current);
    const to = rows.findIndex((row) => row.id === id);
    if (shiftKey && from >= 0) {
      const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
      selectRecords(
        editor,
        range.map((row) => row.id),
      );
    } else {
      anchor.current = id;
      selectRecords(editor, ctrlKey || metaKey ? toggled(selection, id) : [id]);
    }
    seen.current = editor.selection;
  };
  return { selection, choose };
}

/** What the outline's table shows at the moment, and what is done to it. */
export function useOutlineTable(rows: readonly PlacedRecord[], columns: readonly OutlineColumn[]) {
  const editor = useEditor();
  const scroller: Scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const [sort, setSort] = useState<TableSort | null>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [cell, setCell] = useState<OutlineCell | null>(null);
  const ordered = useMemo(() => orderRows(rows, columns, sort), [rows, columns, sort]);
  const [reveal] = useState(() => (row: number) => {
    const box = scroller.current;
    if (box && row >= 0) box.scrollTop = scrollToRow(row, box.scrollTop, box.clientHeight);
  });
  const { selection, choose } = useChoice(ordered, reveal);
  const cellUnder = ({ target }: MouseEvent<HTMLElement>): OutlineCell | null => {
    const inside = target instanceof HTMLElement ? target.closest<HTMLElement>('td[data-field]') : null;
    const row = ordered.find(({ id }) => id === inside?.closest<HTMLElement>('tr')?.dataset.id);
    const field = outlineFields.find((name) => name === inside?.dataset.field);
    return row && field ? { id: row.id, field, isEdited: false } : null;
  };
  // No panel is taller than the window, so its height need not be observed.
  const { first, end } = rowsInSight({ scrollTop, height: window.innerHeight, count: ordered.length });
  return {
    scroller,
    grid,
    selection,
    cell,
    setCell,
    sort,
    setSort,
    first,
    end,
    ordered,
    choose,
    reveal,
    shown: ordered.slice(first, end),
    onScroll: () => setScrollTop(scroller.current?.scrollTop ?? 0),
    onClick: (event: MouseEvent<HTMLElement>) => {
      const under = cellUnder(event);
      if (!under || cell?.isEdited) return;
      setCell(under);
      choose(under.id, event);
    },
    onDoubleClick: (event: MouseEvent<HTMLElement>) => {
      const under = cellUnder(event);
      if (!under || cell?.isEdited) return;
      if (under.field === 'kind') zoomToRecords(editor, [under.id]);
      else setCell({ ...under, isEdited: true });
    },
    closeCell: () => {
      setCell((open) => open && { ...open, isEdited: false });
      grid.current?.focus();
    },
  };
}

export type OutlineTableState = ReturnType<typeof useOutlineTable>;
