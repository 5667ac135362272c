import type { Point } from '../../core/geometry/point.ts';
import { distanceTo } from '../../core/plan/hit.ts';
import type { AnyId } from '../../core/plan/kinds/index.ts';
import { allRecords, isKind, isPlaced, type Plan } from '../../core/plan/plan.ts';
import type { Editor } from './editor.ts';
import { isSelectable } from './is-selectable.ts';
import type { View } from './view.ts';
import type { Shown } from './window-lens.ts';

type Order = {
  readonly plan: Plan;
  readonly view: View;
  readonly from: Point;
  readonly ids: readonly AnyId[];
};

/** Goes through the records of the shown floor by their distance from a place, the nearest first. */
export class RecordWalk {
  readonly #editor: Editor;
  #order: Order | null = null;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /**
   * The record after the one that is selected, or before it; the nearest when none is, null without records.
   *
   * O(n log n) when the plan, the view or the place is another one than before.
   */
  next(from: Point, step: 1 | -1): AnyId | null {
    const ids = this.#idsFrom(from);
    const [selected] = this.#editor.selection;
    const at = selected === undefined ? -1 : ids.indexOf(selected);
    if (at < 0) return ids.at(step === 1 ? 0 : -1) ?? null;
    return ids[(at + step + ids.length) % ids.length] ?? null;
  }

  #idsFrom(from: Point): readonly AnyId[] {
    const { plan, view } = this.#editor;
    const kept = this.#order;
    const isSame = kept?.plan === plan && kept.view === view;
    if (isSame && kept.from.x === from.x && kept.from.y === from.y) return kept.ids;
    const ids = nearestFirst(this.#editor, from);
    this.#order = { plan, view, from, ids };
    return ids;
  }
}

function nearestFirst({ plan, view }: Shown, from: Point): readonly AnyId[] {
  const reached: { readonly id: AnyId; readonly distance: number }[] = [];
  for (const record of allRecords(plan)) {
    // A picture lies beneath everything: it is worked on in its own panel.
    if (!isPlaced(record) || isKind(record, 'underlay')) continue;
    if (isSelectable({ plan, view }, record))
      reached.push({ id: record.id, distance: distanceTo(record, plan, from) });
  }
  reached.sort((first, second) => first.distance - second.distance || (first.id < second.id ? -1 : 1));
  return reached.map(({ id }) => id);
}
