import type { AnyId, Kind, PlanRecord, RecordOf } from '../../core/plan/kinds/index.ts';
import { recordsOf } from '../../core/plan/plan.ts';
import { createEditor } from '../../renderer/editor/create-editor.ts';
import type { Editor } from '../../renderer/editor/editor.ts';
import { selectableAt } from '../../renderer/editor/selectable-at.ts';
import type { PointerToolEvent, ToolAct, ToolEvent } from '../../renderer/editor/tool.ts';
import type { ToolId } from '../../renderer/editor/tools/index.ts';
import { byPart, type FlatView } from './flat-view.ts';
import { groundRecords } from './plan-builder.ts';

/** 100 pixels a metre: what is ten pixels near on the screen is 0.1 m near on the plan. */
export const PIXELS_PER_METRE = 100;

type Keys = { readonly shift?: true; readonly alt?: true; readonly ctrl?: true };
type Stage = {
  readonly records?: readonly PlanRecord[];
  readonly tool?: ToolId;
  readonly view?: FlatView;
};

/** Ids in order, 1001, 1002 …, whatever the kind. */
export function uuidSource(first = 1001): () => string {
  let next = first;
  return () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`;
}

/** An editor worked by hand: points are plan metres, and the record under the pointer is looked up. */
export class EditorDriver {
  readonly editor: Editor;
  nowMs = 0;

  constructor({ records = [], tool = 'select', view = {} }: Stage = {}) {
    this.editor = createEditor({
      plan: [...groundRecords(), ...records],
      viewport: { centre: { x: 0, y: 0 }, pixelsPerMetre: PIXELS_PER_METRE, widthPx: 1000, heightPx: 800 },
      newUuid: uuidSource(),
      now: () => this.nowMs,
    });
    // The grid and even directions would attract many of the points that a test names.
    this.editor.show(byPart({ grid: false, off: new Set(['angle']), ...view }));
    this.editor.setTool(tool);
  }

  dispatch(event: ToolEvent): this {
    this.editor.dispatch(event);
    return this;
  }

  #pointer(type: PointerToolEvent['type'], x: number, y: number, keys: Keys): this {
    const at = { x, y };
    const { shift = false, alt = false, ctrl = false } = keys;
    return this.dispatch({ type, at, hit: selectableAt(this.editor, at), shift, alt, ctrl });
  }

  down(x: number, y: number, keys: Keys = {}): this {
    return this.#pointer('down', x, y, keys);
  }
  move(x: number, y: number, keys: Keys = {}): this {
    return this.#pointer('move', x, y, keys);
  }
  up(x: number, y: number, keys: Keys = {}): this {
    return this.#pointer('up', x, y, keys);
  }

  /** The pointer comes, presses and releases. */
  click(x: number, y: number, keys: Keys = {}): this {
    return this.move(x, y, keys).down(x, y, keys).up(x, y, keys);
  }

  /** The events of a double click as a browser sends them. */
  double(x: number, y: number, keys: Keys = {}): this {
    this.click(x, y, keys).down(x, y, keys).up(x, y, keys);
    return this.#pointer('double', x, y, keys);
  }

  drag(from: readonly [number, number], to: readonly [number, number], keys: Keys = {}): this {
    const halfway = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
    this.move(...from, keys).down(...from, keys);
    return this.move(...halfway, keys)
      .move(...to, keys)
      .up(...to, keys);
  }

  key(key: 'Enter' | 'Escape' | 'Backspace' | 'Tab'): this {
    return this.dispatch({ type: 'key', key });
  }
  length(metres: number): this {
    return this.dispatch({ type: 'length', length: metres });
  }
  act(act: ToolAct): this {
    this.editor.dispatch({ type: 'act', act });
    return this;
  }
  cancel(): this {
    return this.dispatch({ type: 'cancel' });
  }

  select(...ids: readonly AnyId[]): this {
    this.editor.select(ids);
    return this;
  }

  all<K extends Kind>(kind: K): readonly RecordOf<K>[] {
    return [...recordsOf(this.editor.plan, kind)];
  }

  /** The only record of a kind. */
  only<K extends Kind>(kind: K): RecordOf<K> {
    const [record, ...others] = this.all(kind);
    if (!record || others.length > 0)
      throw new Error(`There are ${others.length + (record ? 1 : 0)} of ${kind}.`);
    return record;
  }

  get undoDepth(): number {
    return this.editor.history.done.length;
  }
  get selected(): readonly AnyId[] {
    return [...this.editor.selection];
  }
  get refusal(): string | null {
    return this.editor.tool.refusal;
  }
  /** The record of a kind as the preview shows it, when the preview changes exactly one. */
  shown<K extends Kind>(kind: K): RecordOf<K> | null {
    const changes = [...(this.editor.preview?.diff ?? [])].filter(([id]) => id.startsWith(`${kind}:`));
    return changes.length === 1 ? ((changes[0]?.[1].after ?? null) as RecordOf<K> | null) : null;
  }
}

/** An editor with an armed tool over a plan of the given records. */
export function driver(tool: ToolId = 'select', records: readonly PlanRecord[] = [], view: FlatView = {}) {
  return new EditorDriver({ tool, records, view });
}
