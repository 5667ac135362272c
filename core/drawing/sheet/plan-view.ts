import { type Box, boxesTouch, boxOf, isInBox } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { edgesOf } from '../../geometry/polygon.ts';
import { segmentsTouch } from '../../geometry/segment.ts';
import { apply, invert } from '../../geometry/transform.ts';
import { recordsShown } from '../../picture/lens.ts';
import { lensOfViewport } from '../../picture/lenses.ts';
import type { Kind, PlacedRecord } from '../../plan/kinds/index.ts';
import { asSeenIn } from '../../plan/parts/state-view.ts';
import type { SheetViewport } from '../../plan/parts/viewports.ts';
import { isKind, kindOf, type Plan } from '../../plan/plan.ts';
import { boundsOf, shapeOf } from '../../plan/shape.ts';
import { bandsOf } from '../bands.ts';
import { type Stratum, strata } from '../composition.ts';
import type { DrawItem, PageGroup } from '../draw-item.ts';
import { FARTHEST_MM, LabelPage } from '../labels/label-page.ts';
import type { RecordLabel } from '../labels/record-label.ts';
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
  readonly outside: Outside;
};

/** How many of the records that a sheet shows are cut by the edge of its view, and how many lie beyond it. */
export type Outside = { readonly cut: number; readonly beyond: number };

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

/** What touches the edge of the view is not cut by it, millimetres. */
const AT_EDGE_MM = 0.1;

type Placing = { readonly plan: Plan; readonly matrix: Matrix; readonly view: Rectangle };

/** Whether all corners of a record lie in a view. */
function isWhollyOn(record: PlacedRecord, { plan, matrix, view }: Placing): boolean {
  const shape = shapeOf(record, plan);
  if (!shape) return true;
  const points = shape.type === 'ring' ? shape.ring : shape.type === 'point' ? [shape.at] : shape.points;
  const { left, top, width, height } = view;
  const edge = {
    left: left - AT_EDGE_MM,
    top: top - AT_EDGE_MM,
    width: width + 2 * AT_EDGE_MM,
    height: height + 2 * AT_EDGE_MM,
  };
  return points.every((point) => isWithin(apply(matrix, point), edge));
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
  #drawBand(records: readonly PlacedRecord[], { draw }: Stratum): readonly DrawItem[] {
    const shown: DrawItem[] = [];
    for (const record of records) {
      const { body, labels, line } = draw(record, this.#scene);
      if (line) this.#page.avoid(line);
      for (const label of labels) this.#addLabel(label);
      for (const item of shrunkItems(body, this.#shareOf(record))) {
        if (item.type === 'text') this.#fixed.push(item);
        else shown.push(item);
        this.#page.take(item);
      }
    }
    return joinedPaths(shown);
  }

  /** What the records give to a stratum, without their labels. */
  draw(records: readonly PlacedRecord[], stratum: Stratum): readonly DrawItem[] {
    return stratum.overlay === null
      ? bandsOf(records).flatMap((band) => this.#drawBand(band, stratum))
      : this.#drawOverlay(records, stratum);
  }

  /** What was written on the plan on purpose is printed at any scale; of dimensions those that can be read. */
  #shareOf(record: PlacedRecord): number {
    if (isKind(record, 'callout')) return 1;
    const bounds = isKind(record, 'dimension') ? boundsOf(record, this.#scene.plan) : null;
    if (!bounds) return this.#share;
    const extent = Math.hypot(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY);
    return (extent * 1000) / this.#scene.view.scale >= SHORTEST_DIMENSION_MM ? 1 : this.#share;
  }

  /** What is laid over others takes no label's room. */
  #drawOverlay(records: readonly PlacedRecord[], { draw }: Stratum): readonly DrawItem[] {
    return records.flatMap((record) => {
      const { body, labels } = draw(record, this.#scene);
      for (const label of labels) this.#addLabel(label);
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

/** What a viewport shows of the plan in its frame on the paper, labels over all of it. */
export function planView(plan: Plan, viewport: SheetViewport, view: Rectangle): PlanView {
  const matrix = toPaperMatrix(viewport, view);
  const box = shownBox(matrix, view);
  const lens = lensOfViewport(plan, viewport);
  const isOnView = (record: PlacedRecord): boolean => {
    const bounds = boundsOf(record, plan);
    if (bounds === null || box === null || !boxesTouch(bounds, box)) return false;
    return !isKind(record, 'propertyLine') || isLineIn(record.ring, box);
  };
  const shown = recordsShown(plan, lens);
  const onView = shown.filter(isOnView);
  // What is laid over the plan reaches farther than its records.
  const [all, near] = [byKindOf(shown), byKindOf(onView)];
  const painter = new ViewPainter(sceneOf(plan, viewport, lens.states), matrix, view);
  const drawn = strata
    .filter(({ overlay }) => overlay === null || lens.overlays.has(overlay))
    .flatMap((stratum) => painter.draw((stratum.overlay ? all : near).get(stratum.kind) ?? [], stratum));
  const labels = painter.labels();
  return {
    group: { items: [...drawn, ...labels.items], toPaper: matrix, clip: view },
    records: onView.map((record) => asSeenIn(record, lens.states)),
    labelsLeftOut: labels.leftOut,
    outside: {
      cut: onView.filter((record) => !isWhollyOn(record, { plan, matrix, view })).length,
      beyond: shown.filter((record) => boundsOf(record, plan) !== null).length - onView.length,
    },
  };
}

function byKindOf(records: readonly PlacedRecord[]): ReadonlyMap<Kind, readonly PlacedRecord[]> {
  const byKind = new Map<Kind, PlacedRecord[]>();
  for (const record of records) {
    const kind = kindOf(record.id);
    const known = byKind.get(kind);
    if (known) known.push(record);
    else byKind.set(kind, [record]);
  }
  return byKind;
}
