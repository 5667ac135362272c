import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { AnyId, Kind, PlacedRecord, RecordOf } from '../../core/plan/kinds/index.ts';
import { getRecord, inOrder, isPlaced, type Plan, settingsOf } from '../../core/plan/plan.ts';
import type { Editor } from '../editor/editor.ts';
import type { Topic } from '../editor/editor-topics.ts';
import type { Preview, ToolStatus } from '../editor/tool.ts';
import type { ToolId } from '../editor/tools/index.ts';
import type { ArmedDefaults, DrawingSettings, LensSettings, SnapSettings } from '../editor/view.ts';
import type { Viewport } from '../editor/viewport.ts';
import { useEditor } from './EditorContext.tsx';

/** Reads something from the editor and again whenever the topic changes; `read` must return a stable value. */
export function useTopic<T>(topic: Topic, read: (editor: Editor) => T): T {
  const editor = useEditor();
  const subscribe = useCallback((changed: () => void) => editor.subscribe(topic, changed), [editor, topic]);
  return useSyncExternalStore(subscribe, () => read(editor));
}

export const usePlan = (): Plan => useTopic('plan', (editor) => editor.plan);
/** The settings of the plan; the same object until they change. */
export const useSettings = (): RecordOf<'settings'> => useTopic('plan', (editor) => settingsOf(editor.plan));
export const useSelection = (): ReadonlySet<AnyId> => useTopic('selection', (editor) => editor.selection);
export const useLens = (): LensSettings => useTopic('lens', (editor) => editor.view.lens);
export const useDrawing = (): DrawingSettings => useTopic('drawing', (editor) => editor.view.drawing);
export const useSnaps = (): SnapSettings => useTopic('snaps', (editor) => editor.view.snaps);
export const useArmed = (): ArmedDefaults => useTopic('armed', (editor) => editor.view.armed);
export const useViewport = (): Viewport => useTopic('viewport', (editor) => editor.viewport);
/** What the active tool is, whatever it says meanwhile. */
export const useActiveTool = (): ToolId => useTopic('tool', (editor) => editor.tool.id as ToolId);
export const useTool = (): ToolStatus => useTopic('tool', (editor) => editor.tool);
export const usePreview = (): Preview | null => useTopic('preview', (editor) => editor.preview);

/** The floors, layers, phases or sheets in their order; the same array until one of them changes. */
export function useStructure<K extends 'floor' | 'layer' | 'phase' | 'sheet'>(
  kind: K,
): readonly RecordOf<K>[] {
  const kept = useRef<{ table: unknown; records: readonly RecordOf<K>[] }>({ table: null, records: [] });
  return useTopic('plan', (editor) => {
    const table: unknown = editor.plan.tables[kind as Kind];
    if (kept.current.table !== table) kept.current = { table, records: inOrder(editor.plan, kind) };
    return kept.current.records;
  });
}

/** The sheet whose frame is shown; null while none is. */
export function useChosenSheet(): RecordOf<'sheet'> | null {
  const { sheet: id } = useLens();
  return useTopic('plan', ({ plan }) => (id === null ? null : (plan.tables.sheet.get(id) ?? null)));
}

/** The placed records of some ids that exist. */
export function placedRecords(plan: Plan, ids: ReadonlySet<AnyId>): readonly PlacedRecord[] {
  const records: PlacedRecord[] = [];
  for (const id of ids) {
    const record = getRecord(plan, id);
    if (record && isPlaced(record)) records.push(record);
  }
  return records;
}

/** The placed records of some ids that exist; the same array until one of them changes. */
export function usePlacedRecords(ids: ReadonlySet<AnyId>): readonly PlacedRecord[] {
  const kept = useRef<readonly PlacedRecord[]>([]);
  return useTopic('plan', ({ plan }) => {
    const records = placedRecords(plan, ids);
    const isSame =
      records.length === kept.current.length &&
      records.every((record, index) => record === kept.current[index]);
    if (!isSame) kept.current = records;
    return kept.current;
  });
}
