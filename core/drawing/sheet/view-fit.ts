import { type Box, boxesTouch, boxOf, isInBox } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { edgesOf } from '../../geometry/polygon.ts';
import { segmentsTouch } from '../../geometry/segment.ts';
import { apply, invert } from '../../geometry/transform.ts';
import { type Lens, recordsShown } from '../../picture/lens.ts';
import { lensOfViewport } from '../../picture/lenses.ts';
import type { PlacedRecord } from '../../plan/kinds/index.ts';
import type { SheetViewport } from '../../plan/parts/viewports.ts';
import { isKind, type Plan } from '../../plan/plan.ts';
import { boundsOf, shapeOf } from '../../plan/shape.ts';
import { type ShownCoverage, shownCoverage } from '../coverage/shown-coverage.ts';
import type { PageGroup } from '../draw-item.ts';
import { sceneOf } from '../scene.ts';
import type { Rectangle } from './furniture.ts';
import { type OnPaper, reachBox, reachOf } from './reach.ts';

type Matrix = PageGroup['toPaper'];

/**
 * How many of the records that a sheet shows are cut by the edge of its view, of how many only what they see, detect,
 * light or say is, and how many lie beyond it.
 */
export type Outside = { readonly cut: number; readonly reach: number; readonly beyond: number };

/** What a viewport shows of a plan, which of it lies in its frame, and how that is brought onto the paper. */
export type ViewFit = {
  readonly matrix: Matrix;
  readonly onView: readonly PlacedRecord[];
  readonly outside: Outside;
  /** The coverage that is laid over it; null for none. */
  readonly shown: ShownCoverage | null;
};

/** Plan metres to paper millimetres: exactly 1000 / N, the viewport's centre in the middle of its frame. */
export function toPaperMatrix({ scale, rotation, centre }: SheetViewport, view: Rectangle): Matrix {
  const factor = 1000 / scale;
  const [cos, sin] = [Math.cos(rotation) * factor, Math.sin(rotation) * factor];
  const [x, y] = [view.left + view.width / 2, view.top + view.height / 2];
  return [cos, -sin, -sin, -cos, x - cos * centre.x + sin * centre.y, y + sin * centre.x + cos * centre.y];
}

/** The box around the part of the plan that a view shows. */
function shownBox(matrix: Matrix, { left, top, width, height }: Rectangle): Box | null {
  const back = invert(matrix);
  if (!back) return null;
  const corners = [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ];
  return boxOf(corners.map((corner) => apply(back, corner)));
}

/** Whether a place lies in a rectangle of the paper, its edge included. */
export function isWithin({ x, y }: Point, { left, top, width, height }: Rectangle): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

/** Whether any part of a closed line lies in a box; one that runs around the box does not. */
function isLineIn(ring: readonly Point[], { minX, minY, maxX, maxY }: Box): boolean {
  const sides = edgesOf([
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ]);
  return edgesOf(ring).some(
    (edge) => isInBox(edge[0], { minX, minY, maxX, maxY }) || sides.some((side) => segmentsTouch(edge, side)),
  );
}

/** What touches the edge of the view is not cut by it, millimetres. */
const AT_EDGE_MM = 0.1;

type Placing = {
  readonly plan: Plan;
  readonly matrix: Matrix;
  readonly view: Rectangle;
  readonly onPaper: OnPaper;
};

/** The corners of a record's shape on the paper; null where it has no place. */
export function cornersOnPaper(
  record: PlacedRecord,
  { plan, matrix }: Pick<Placing, 'plan' | 'matrix'>,
): readonly Point[] | null {
  const shape = shapeOf(record, plan);
  if (!shape) return null;
  const corners = shape.type === 'ring' ? shape.ring : shape.type === 'point' ? [shape.at] : shape.points;
  return corners.map((corner) => apply(matrix, corner));
}

/** Whether all of some places on the paper lie in a view. */
export function areWithin(points: readonly Point[], { left, top, width, height }: Rectangle): boolean {
  const edge = {
    left: left - AT_EDGE_MM,
    top: top - AT_EDGE_MM,
    width: width + 2 * AT_EDGE_MM,
    height: height + 2 * AT_EDGE_MM,
  };
  return points.every((point) => isWithin(point, edge));
}

/** What of a record the edge of a view cuts: its shape, or what reaches beyond it. */
function cutOf(record: PlacedRecord, placing: Placing): 'cut' | 'reach' | null {
  const { view, onPaper, plan, matrix } = placing;
  const most = reachBox(record, plan);
  if (
    most &&
    areWithin(
      cornersOf(most).map((corner) => apply(matrix, corner)),
      view,
    )
  )
    return null;
  if (!areWithin(cornersOnPaper(record, placing) ?? [], view)) return 'cut';
  if (areWithin(reachOf(record, onPaper), view)) return null;
  // Words are all that there is of a note.
  return isKind(record, 'text') ? 'cut' : 'reach';
}

/** The four corners of a box, anticlockwise. */
export function cornersOf({ minX, minY, maxX, maxY }: Box): readonly Point[] {
  return [
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ];
}

/** How what a viewport shows of the plan fits its frame on the paper, millimetres. */
export function viewFit(
  plan: Plan,
  viewport: SheetViewport,
  view: Rectangle,
  lens: Lens = lensOfViewport(plan, viewport),
): ViewFit {
  const matrix = toPaperMatrix(viewport, view);
  const box = shownBox(matrix, view);
  const isOnView = (record: PlacedRecord): boolean => {
    const bounds = boundsOf(record, plan);
    if (bounds === null || box === null || !boxesTouch(bounds, box)) return false;
    return !isKind(record, 'propertyLine') || isLineIn(record.ring, box);
  };
  const records = recordsShown(plan, lens);
  const onView = records.filter(isOnView);
  const shown = shownCoverage(plan, lens);
  const onPaper = { scene: sceneOf(plan, viewport, lens.states), shown, matrix };
  const cuts = onView.map((record) => cutOf(record, { plan, matrix, view, onPaper }));
  const outside = {
    cut: cuts.filter((cut) => cut === 'cut').length,
    reach: cuts.filter((cut) => cut === 'reach').length,
    beyond: records.filter((record) => boundsOf(record, plan) !== null).length - onView.length,
  };
  return { matrix, onView, outside, shown };
}
