import { strata } from '../../../core/drawing/composition.ts';
import type { PathItem } from '../../../core/drawing/draw-item.ts';
import { drawRecord } from '../../../core/drawing/draw-record.ts';
import { lineWeights } from '../../../core/drawing/line-weights.ts';
import { stroke } from '../../../core/drawing/paths.ts';
import type { Scene } from '../../../core/drawing/scene.ts';
import type { Box } from '../../../core/geometry/box.ts';
import { type Lens, shows } from '../../../core/picture/lens.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { asSeenIn } from '../../../core/plan/parts/state-view.ts';
import { getRecord, isPlaced } from '../../../core/plan/plan.ts';
import { boundsOf } from '../../../core/plan/shape.ts';
import type { Editor } from '../../editor/editor.ts';
import { lensOfGhost } from '../../editor/window-lens.ts';
import { RecordBatch, type RecordDrawing } from '../record-batches.ts';
import type { Chunk } from './chunk.ts';

const line = stroke('muted', lineWeights.hatch);

/** The lines of the floor beneath the shown one, in chunks as the drawing itself; nothing of it can be selected. */
export class GhostFloor {
  readonly #editor: Editor;
  readonly #scene: (isFar: boolean) => Scene;
  #lens: Lens | null = null;
  #batch: RecordBatch | null = null;

  constructor(editor: Editor, scene: (isFar: boolean) => Scene) {
    this.#editor = editor;
    this.#scene = scene;
  }

  /** The floor, or what is shown of it, is another one now. */
  rebuild(): void {
    this.#batch = null;
  }

  /** Records are other ones now; does nothing for those of the shown floor. */
  planChanged(diff: PlanDiff): void {
    const floors = this.#lens?.floors;
    for (const { before, after } of diff.values()) {
      const isOn = (record: typeof after) =>
        record !== null && isPlaced(record) && (floors?.has(record.floor) ?? true);
      if (!isOn(before) && !isOn(after)) continue;
      this.#batch = null;
      return;
    }
  }

  chunksIn(box: Box, isFar: boolean): Iterable<Chunk> {
    if (!this.#editor.view.lens.ghost) return [];
    this.#batch ??= this.#build();
    return this.#batch.chunksIn(box, isFar);
  }

  #build(): RecordBatch {
    const { plan } = this.#editor;
    const lens = lensOfGhost(this.#editor);
    this.#lens = lens;
    const ids: AnyId[] = [];
    for (const { kind } of strata) {
      if (!lens.kinds?.has(kind)) continue;
      for (const record of plan.tables[kind].values()) if (shows(lens, record, plan)) ids.push(record.id);
    }
    return new RecordBatch(ids, (id, isFar) => this.#drawn(id, isFar));
  }

  #drawn(id: AnyId, isFar: boolean): RecordDrawing | null {
    const { plan } = this.#editor;
    const record = getRecord(plan, id);
    if (!record || !isPlaced(record) || !this.#lens || !shows(this.#lens, record, plan)) return null;
    const box = boundsOf(record, plan);
    const scene = this.#scene(isFar);
    const paths = drawRecord(asSeenIn(record, scene.states), scene).filter(
      (item): item is PathItem => item.type === 'path' && item.detail === 'always',
    );
    return (
      box && {
        items: paths.map((item) => ({ ...item, stroke: line, fill: null })),
        labels: [],
        line: null,
        box,
      }
    );
  }
}
