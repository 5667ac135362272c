import type { WorstPlace } from '../../core/analysis/zones/zone-check.ts';
import type { Point } from '../../core/geometry/point.ts';
import type { AnyId, IdOf } from '../../core/plan/kinds/index.ts';
import { getRecord, isPlaced } from '../../core/plan/plan.ts';
import { boundsOfRecords } from '../../core/plan/shape.ts';
import type { Editor } from '../editor/editor.ts';
import { fit } from '../editor/viewport.ts';

// A single device is shown with what is around it, at about 1:100.
const CLOSEST = 38;
const MARGIN_PX = 120;

/** Selects records and shows their floor: the one that is shown when some stand on it, else the first's. */
export function selectRecords(editor: Editor, ids: readonly AnyId[]): void {
  const floors = ids.flatMap((id) => {
    const record = getRecord(editor.plan, id);
    return record && isPlaced(record) ? [record.floor] : [];
  });
  const [first] = floors;
  if (first && !floors.includes(editor.view.lens.floor)) editor.show({ lens: { floor: first } });
  editor.select(ids);
}

/** Selects records and fits the drawing to those that stand on the floor that is shown. */
export function zoomToRecords(editor: Editor, ids: readonly AnyId[]): void {
  selectRecords(editor, ids);
  const shown = ids.filter((id) => {
    const record = getRecord(editor.plan, id);
    return record && isPlaced(record) && record.floor === editor.view.lens.floor;
  });
  const box = boundsOfRecords(editor.plan, shown);
  if (!box) return;
  const viewport = fit(editor.viewport, box, MARGIN_PX);
  editor.show({ viewport: { ...viewport, pixelsPerMetre: Math.min(viewport.pixelsPerMetre, CLOSEST) } });
}

/** Brings a place of the plan to the middle of the drawing, near enough to work there. */
export function goToPlace(editor: Editor, centre: Point): void {
  const { viewport } = editor;
  const pixelsPerMetre = Math.max(viewport.pixelsPerMetre, CLOSEST / 4);
  editor.show({ viewport: { ...viewport, centre, pixelsPerMetre } });
}

/** Selects a coverage zone, brings its worst place to the middle of the drawing and marks it there. */
export function showWorst(editor: Editor, zone: IdOf<'coverageZone'>, place: WorstPlace): void {
  selectRecords(editor, [zone]);
  editor.show({ lens: { worst: { zone, place } } });
  goToPlace(editor, place.at);
}
