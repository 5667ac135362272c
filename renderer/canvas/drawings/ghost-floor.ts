import type { PathItem } from '../../../core/drawing/draw-item.ts';
import { drawRecord } from '../../../core/drawing/draw-record.ts';
import { lookOfKind, paintOrder } from '../../../core/drawing/kinds/index.ts';
import { lineWeights } from '../../../core/drawing/line-weights.ts';
import { stroke } from '../../../core/drawing/paths.ts';
import type { Scene } from '../../../core/drawing/scene.ts';
import type { Box } from '../../../core/geometry/box.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import type { AnyId, IdOf } from '../../../core/plan/kinds/index.ts';
import { floorFrom } from '../../../core/plan/parts/floors.ts';
import { asSeenIn } from '../../../core/plan/parts/state-view.ts';
import { getRecord, isPlaced, tableOf } from '../../../core/plan/plan.ts';
import { boundsOf } from '../../../core/plan/shape.ts';
import type { Editor } from '../../editor/editor.ts';
import { isShown } from '../../editor/is-selectable.ts';
import { RecordBatch, type RecordDrawing } from '../record-batches.ts';
import type { Chunk } from './chunk.ts';

const line = stroke('muted', lineWeights.hatch);

/** The lines of the floor beneath the shown one, in chunks as the drawing itself; nothing of it can be selected. */
export class GhostFloor {
  readonly #editor: Editor;
  readonly #scene: (isFar: boolean) => Scene;
  #floor: IdOf<'floor'> | null = null;
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
    const floor = this.#floor;
    for (const { before, after } of diff.values()) {
      const isOn = (record: typeof after) => record !== null && isPlaced(record) && record.floor === floor;
      if (!isOn(before) && !isOn(after)) continue;
      this.#batch = null;
      return;
    }
  }

  chunksIn(box: Box, isFar: boolean): Iterable<Chunk> {
    if (!this.#editor.view.ghost) return [];
    this.#batch ??= this.#build();
    return this.#batch.chunksIn(box, isFar);
  }

  #build(): RecordBatch {
    const { plan, view } = this.#editor;
    this.#floor = floorFrom(plan, view.floor, -1)?.id ?? null;
    const ids: AnyId[] = [];
    for (const kind of paintOrder) {
      if (this.#floor === null || !lookOfKind(kind).isGhosted) continue;
      for (const record of tableOf(plan, kind).values()) {
        if (isPlaced(record) && record.floor === this.#floor) ids.push(record.id);
      }
    }
    return new RecordBatch(ids, (id, isFar) => this.#drawn(id, isFar));
  }

  #drawn(id: AnyId, isFar: boolean): RecordDrawing | null {
    const { plan } = this.#editor;
    const record = getRecord(plan, id);
    if (!record || !isPlaced(record) || !isShown(this.#editor, record)) return null;
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
