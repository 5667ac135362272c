import type { KeyboardEvent } from 'react';
import { zoomToRecords } from '../../commands/show-records.ts';
import type { Editor } from '../../editor/editor.ts';
import { outlineFields } from './outline-columns.ts';
import { rowAfterKey } from './row-window.ts';
import type { OutlineCell, OutlineTableState } from './use-outline-table.ts';

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** The cell beside the active one. */
function sideways(cell: OutlineCell, step: number): OutlineCell {
  const index = outlineFields.indexOf(cell.field) + step;
  return {
    ...cell,
    field: outlineFields[Math.min(Math.max(index, 0), outlineFields.length - 1)] ?? cell.field,
  };
}

/**
 * The keys of the outline: arrows go through rows and cells and select, with Shift a range, with Ctrl
 * nothing; Space adds or takes away, F2 opens the cell, Enter shows the record, Ctrl A takes all.
 */
export function pressOutlineKey(event: KeyboardEvent, table: OutlineTableState, editor: Editor): void {
  if (table.cell?.isEdited) return;
  if (steerRows(event, table) || actOnCell(event, table, editor)) event.preventDefault();
}

function steerRows(event: KeyboardEvent, table: OutlineTableState): boolean {
  const { ordered, cell } = table;
  const at = ordered.findIndex(({ id }) => id === cell?.id);
  const next = event.altKey ? null : rowAfterKey(event.key, at, ordered.length);
  const row = next === null ? undefined : ordered[next];
  if (!row || next === null) return false;
  table.setCell({ id: row.id, field: cell?.field ?? 'name', isEdited: false });
  table.reveal(next);
  if (!event.ctrlKey && !event.metaKey) table.choose(row.id, event);
  return true;
}

function actOnCell(event: KeyboardEvent, table: OutlineTableState, editor: Editor): boolean {
  const { cell, ordered } = table;
  if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
    editor.select(ordered.map(({ id }) => id));
    return true;
  }
  if (!cell || !ordered.some(({ id }) => id === cell.id)) return false;
  const step = steps[event.key];
  if (step !== undefined) table.setCell(sideways(cell, step));
  else if (event.key === 'F2' && cell.field !== 'kind') table.setCell({ ...cell, isEdited: true });
  else if (event.key === ' ')
    table.choose(cell.id, { ctrlKey: !event.shiftKey, metaKey: false, shiftKey: event.shiftKey });
  else if (event.key === 'Enter') zoomToRecords(editor, [cell.id]);
  else return false;
  return true;
}
