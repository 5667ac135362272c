import type { Point } from '../../core/geometry/point.ts';
import type { AnyId } from '../../core/plan/kinds/index.ts';
import type { Editor } from './editor.ts';
import { isSelectable } from './is-selectable.ts';

/** How far beside a line a click still means it, CSS pixels. */
const HIT_PX = 6;

/** The record of the shown floor that a click at a plan point means; null for none. */
export function selectableAt(editor: Editor, at: Point): AnyId | null {
  const { plan, index, view, viewport } = editor;
  return index.hitTest(plan, {
    at,
    tolerance: HIT_PX / viewport.pixelsPerMetre,
    floor: view.lens.floor,
    isSelectable: (record) => isSelectable(editor, record),
  });
}
