import { type Box, boxesTouch, boxOf, isInBox } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { edgesOf } from '../../geometry/polygon.ts';
import { segmentsTouch } from '../../geometry/segment.ts';
import { apply, invert } from '../../geometry/transform.ts';
import type { Kind, PlacedRecord, PlanRecord } from '../../plan/kinds/index.ts';
import { asSeenIn, isInStateView } from '../../plan/parts/state-view.ts';
import type { SheetViewport } from '../../plan/parts/viewports.ts';
import { allRecords, isKind, isPlaced, kindOf, type Plan, recordsOf } from '../../plan/plan.ts';
import { boundsOf } from '../../plan/shape.ts';
import { bandsOf } from '../bands.ts';
import { drawCoverage } from '../coverage.ts';
import type { DrawItem, PageGroup } from '../draw-item.ts';
import { drawRecord } from '../draw-record.ts';
import { lookOfKind, paintOrder } from '../kinds/index.ts';
import { FARTHEST_MM, LabelPage } from '../labels/label-page.ts';
import { lineToAvoid, type RecordLabel, withoutLabel, withoutLetters } from '../labels/record-label.ts';
import { type Scene, sceneOf } from '../scene.ts';
import type { Rectangle } from './furniture.ts';
import { joinedPaths } from './joined-paths.ts';
import { shrinkOf, shrunkItems } from './shrink.ts';

type Matrix = PageGroup['toPaper'];

/** The plan as it stands in a sheet's view, the records that lie in it, and the labels without a place. */
export type PlanView = {
  readonly group: PageGroup;
  readonly records: readonly PlacedRecord[];
  readonly labelsLeftOut: number;
};

/** Plan metres to paper millimetres: exactly 1000 / N, the viewport's centre in the middle of its frame. */
function toPaperMatrix({ scale, rotation, centre }: SheetViewport, view: Rectangle): Matrix {
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

function isWithin({ x, y }: Point, { left, top, width, height }: Rectangle): boolean {
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

function isPrinted(record: PlacedRecord, plan: Plan, viewport: SheetViewport): boolean {
  const layer = plan.tables.layer.get(record.layer);
  if (record.floor !== viewport.floor || !layer?.visible || !layer.printed) return false;
  if (viewport.layers !== null && !viewport.layers.includes(record.layer)) return false;
  const wall = isKind(record, 'opening') ? plan.tables.wall.get(record.wall) : undefined;
  return [record, wall].every((each) => !each || isInStateView(each.state, viewport.states));
}

const isLabelItem = (item: DrawItem): item is RecordLabel['items'][number] =>
  item.type === 'text' || item.type === 'symbol';

/** A dimension that is shorter on paper has no room for its figure. */
const SHORTEST_DIMENSION_MM = 10;

class ViewPainter {
  readonly #scene: Scene;
  readonly #matrix: Matrix;
  readonly #view: Rectangle;
  readonly #share: number;
  readonly #page: LabelPage;
  readonly #fixed: DrawItem[] = [];

  constructor(scene: Scene, matrix: Matrix, view: Rectangle) {
    this.#scene = scene;
    this.#matrix = matrix;
    this.#view = view;
    this.#share = shrinkOf(scene.view.scale);
    this.#page = new LabelPage({
      matrix,
      area: view,
      outside: 'taken',
      symbolShare: this.#share,
      farthestMm: FARTHEST_MM,
    });
  }

  /** The items of the records of one kind without their labels. */
  drawKind(records: readonly PlacedRecord[]): readonly DrawItem[] {
    const { plan } = this.#scene;
    const shown: DrawItem[] = [];
    for (const record of records) {
      const line = lineToAvoid(record, plan);
      if (line) this.#page.avoid(line);
      const { body, label } = withoutLabel(record, drawRecord(record, this.#scene), plan);
      if (label) this.#addLabel(label);
      for (const item of shrunkItems(body, this.#shareOf(record))) {
        if (item.type === 'text') this.#fixed.push(item);
        else shown.push(item);
        this.#page.take(item);
      }
    }
    return joinedPaths(shown);
  }

  /** What was written on the plan on purpose is printed at any scale; of dimensions those that can be read. */
  #shareOf(record: PlacedRecord): number {
    if (isKind(record, 'callout')) return 1;
    const bounds = isKind(record, 'dimension') ? boundsOf(record, this.#scene.plan) : null;
    if (!bounds) return this.#share;
    const extent = Math.hypot(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY);
    return (extent * 1000) / this.#scene.view.scale >= SHORTEST_DIMENSION_MM ? 1 : this.#share;
  }

  coverage(plan: Plan, isShown: (record: PlacedRecord) => boolean): readonly DrawItem[] {
    return [...recordsOf(plan, 'camera')].filter(isShown).flatMap((camera) => {
      const { body, letters } = withoutLetters(camera.id, drawCoverage(camera, this.#scene));
      for (const letter of letters) this.#addLabel(letter);
      return shrunkItems(body, this.#share);
    });
  }

  /** Notes where they were put, then every label at a place of its own. */
  labels(): { readonly items: readonly DrawItem[]; readonly leftOut: number } {
    const { placed, leftOut } = this.#page.place();
    const leaders = placed.flatMap(({ leader }) => leader ?? []);
    return { items: [...this.#fixed, ...leaders, ...placed.flatMap(({ items }) => items)], leftOut };
  }

  #addLabel(label: RecordLabel): void {
    const items = shrunkItems(label.items, this.#share).filter(isLabelItem);
    const [first] = items;
    // What is named beyond the edge of the view needs no label on it.
    if (first && isWithin(apply(this.#matrix, first.at), this.#view)) this.#page.add(label, items);
  }
}

/** What a viewport shows of the plan in its frame on the paper: ground first, then what cameras see, then what stands on it, labels last. */
export function planView(plan: Plan, viewport: SheetViewport, view: Rectangle): PlanView {
  const matrix = toPaperMatrix(viewport, view);
  const shown = shownBox(matrix, view);
  const isOnView = (record: PlanRecord): record is PlacedRecord => {
    if (!isPlaced(record) || !isPrinted(record, plan, viewport)) return false;
    const bounds = boundsOf(record, plan);
    if (bounds === null || shown === null || !boxesTouch(bounds, shown)) return false;
    return !isKind(record, 'propertyLine') || isLineIn(record.ring, shown);
  };
  const records = [...allRecords(plan)].filter(isOnView).map((record) => asSeenIn(record, viewport.states));
  const byKind = new Map<Kind, PlacedRecord[]>(paintOrder.map((kind) => [kind, []]));
  for (const record of records) byKind.get(kindOf(record.id))?.push(record);
  const painter = new ViewPainter(sceneOf(plan, viewport, viewport.states), matrix, view);
  const drawn = (isGround: boolean) =>
    paintOrder
      .filter((kind) => (lookOfKind(kind).lies === 'on-ground') === isGround)
      .flatMap((kind) => bandsOf(byKind.get(kind) ?? []).map((band) => painter.drawKind(band)))
      .flat();
  const ground = drawn(true);
  const coverage = painter.coverage(
    plan,
    (record) => isKind(record, 'camera') && isPrinted(record, plan, viewport),
  );
  const standing = drawn(false);
  const labels = painter.labels();
  const items = [...ground, ...coverage, ...standing, ...labels.items];
  return { group: { items, toPaper: matrix, clip: view }, records, labelsLeftOut: labels.leftOut };
}
