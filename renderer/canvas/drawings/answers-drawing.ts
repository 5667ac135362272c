import type { FloorZones } from '../../../core/analysis/zones/floor-zones.ts';
import { drawAnswers } from '../../../core/drawing/coverage/draw-zones.ts';
import { type Box, boxesTouch, boxOf } from '../../../core/geometry/box.ts';
import type { Lens } from '../../../core/picture/lens.ts';
import type { Editor } from '../../editor/editor.ts';
import { lensOfWindow } from '../../editor/window-lens.ts';
import type { ZonesWatch } from '../../editor/zones-watch.ts';
import { chunkOf } from '../record-batches.ts';
import type { Chunk } from './chunk.ts';

/** The answers for the zones of the floor that is shown, while these are those of the plan and coverage is shown. */
export class AnswersDrawing {
  #drawnOf: { readonly zones: FloorZones | null; readonly lens: Lens | null } = { zones: null, lens: null };
  #chunks: readonly Chunk[] = [];

  /** Draws what is known now; true when something else is to be painted. */
  take(editor: Editor, { status }: ZonesWatch): boolean {
    const { floor, coverage } = editor.view.lens;
    const answer = status.floors.get(floor);
    const zones = coverage && answer?.state === 'current' ? answer.zones : null;
    const lens = lensOfWindow(editor);
    const before = this.#drawnOf;
    if (zones === before.zones && (lens === before.lens || !zones)) return false;
    this.#drawnOf = { zones, lens };
    const drawn = zones ? drawAnswers(zones, { plan: editor.plan, lens, angle: 0 }) : [];
    this.#chunks = drawn.flatMap(({ body, label }) => {
      const box = boxOf(
        body.flatMap(({ path }) =>
          path.flatMap((step) => (isPlace(step) ? [{ x: step[1], y: step[2] }] : [])),
        ),
      );
      return box ? [chunkOf([{ items: body, labels: label ? [label] : [], line: null, box }])] : [];
    });
    return true;
  }

  /** What may show in a box. */
  *chunksIn(box: Box): Generator<Chunk> {
    for (const chunk of this.#chunks) if (boxesTouch(chunk.box, box)) yield chunk;
  }
}

type Step = readonly [string, ...(number | boolean)[]];
const isPlace = (step: Step): step is readonly ['M' | 'L', number, number] =>
  step[0] === 'M' || step[0] === 'L';
