import { type Box, boxesTouch, boxOf, isInBox } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { edgesOf } from '../../geometry/polygon.ts';
import { segmentsTouch } from '../../geometry/segment.ts';
import { apply, invert } from '../../geometry/transform.ts';
import { allRecords, isKind, isPlaced, kindOf, type Plan, recordsOf } from '../../plan/plan.ts';
import type { Kind, PlacedRecord } from '../../plan/records/index.ts';
import { boundsOf, shapeOf } from '../../plan/shape.ts';
import { drawCoverage } from '../coverage.ts';
import type { DrawItem, PageGroup } from '../draw-item.ts';
import { drawRecord, groundKinds, paintOrder } from '../draw-record.ts';
import { type Scene, sceneOf } from '../scene.ts';
import type { SheetSpec } from './frame-content.ts';
import type { Rectangle } from './furniture.ts';
import { joinedPaths } from './joined-paths.ts';
import { itemBox, type LabelGroup, labelGroup } from './label-group.ts';
import { Occupancy } from './occupancy.ts';
import { type LabelRole, placeLabels } from './place-labels.ts';
import { shrinkOf, shrunkItems } from './shrink.ts';

type Matrix = PageGroup['toPaper'];

/** The plan as it stands in a sheet's view, the records that lie in it, and the labels without a place. */
export type PlanView = {
  readonly group: PageGroup;
  readonly records: readonly PlacedRecord[];
  readonly labelsLeftOut: number;
};

/** Plan metres to paper millimetres: exactly 1000 / N, the sheet's centre in the middle of the view. */
function toPaperMatrix({ scale, rotation, centre }: SheetSpec, view: Rectangle): Matrix {
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

function isPrinted(record: PlacedRecord, plan: Plan, sheet: SheetSpec): boolean {
  const layer = plan.tables.layer.get(record.layer);
  if (record.floor !== sheet.floor || !layer?.visible || !layer.printed) return false;
  return sheet.layers === null || sheet.layers.includes(record.layer);
}

/** Lines that a label should not cross if it can help it, by how much. */
const lineWeightOf: { readonly [K in Kind]?: number } = {
  wall: 3,
  opening: 1,
  propertyLine: 6,
  fence: 5,
  gate: 4,
  obstacle: 2,
  barrier: 8,
  approach: 4,
  patrol: 2,
  equipment: 3,
  screening: 3,
  bollards: 8,
};
const tagKinds = new Set<Kind>([
  ...(['camera', 'post', 'barrier', 'bollards', 'gate', 'fence', 'patrol', 'light', 'sensor'] as const),
  ...(['reader', 'screening', 'sign', 'equipment', 'asset', 'approach', 'coverageZone'] as const),
]);

type Labels = { group: LabelGroup; role: LabelRole }[];

/** How wide a name may be, as a share of what it names. */
const WIDEST_NAME = 1.4;

class ViewPainter {
  readonly #scene: Scene;
  readonly #matrix: Matrix;
  readonly #view: Rectangle;
  readonly #occupancy: Occupancy;
  readonly #labels: { readonly [R in LabelRole]: Labels } = { tag: [], name: [], letter: [] };
  readonly #fixed: DrawItem[] = [];
  /** Named areas that are smaller than their name. */
  #tooSmall = 0;

  constructor(scene: Scene, matrix: Matrix, view: Rectangle) {
    this.#scene = scene;
    this.#matrix = matrix;
    this.#view = view;
    this.#occupancy = new Occupancy(view);
  }

  /** The items of the records of one kind without their labels. */
  drawKind(kind: Kind, records: readonly PlacedRecord[]): readonly DrawItem[] {
    const weight = lineWeightOf[kind] ?? 0;
    const body: DrawItem[] = [];
    for (const record of records) {
      if (weight > 0) this.#crossLines(record, weight);
      const role = tagKinds.has(kind) ? 'tag' : 'name';
      const items = this.#withoutLabels(drawRecord(record, this.#scene), role, record);
      for (const item of items) {
        if (item.type === 'text') this.#fixed.push(item);
        else body.push(item);
        const box = itemBox(item, this.#matrix);
        if (box) this.#occupancy.take(box);
      }
    }
    return joinedPaths(body);
  }

  coverage(plan: Plan, isShown: (record: PlacedRecord) => boolean): readonly DrawItem[] {
    return [...recordsOf(plan, 'camera')].filter(isShown).flatMap((camera) =>
      drawCoverage(camera, this.#scene).filter((item) => {
        if (item.type !== 'text') return true;
        this.#withoutLabels([item], 'letter', camera);
        return false;
      }),
    );
  }

  /** Notes where they were put, then every label at a place of its own. */
  labels(): { readonly items: readonly DrawItem[]; readonly leftOut: number } {
    const { tag, name, letter } = this.#labels;
    const placed = placeLabels(
      [...tag, ...name, ...letter],
      this.#occupancy,
      shrinkOf(this.#scene.view.scale),
    );
    const items = [...this.#fixed, ...placed.items];
    return { items, leftOut: placed.leftOut + this.#tooSmall };
  }

  #crossLines(record: PlacedRecord, weight: number): void {
    const shape = shapeOf(record, this.#scene.plan);
    if (!shape || shape.type === 'point') return;
    const [points, closed] = shape.type === 'ring' ? [shape.ring, true] : [shape.points, shape.closed];
    const onPaper = points.map((point) => apply(this.#matrix, point));
    this.#occupancy.cross(closed ? [...onPaper, ...onPaper.slice(0, 1)] : onPaper, weight);
  }

  /** Whether a name is not much wider than what it names; a turned one runs along its road. */
  #hasRoom({ box, isTurned }: LabelGroup, record: PlacedRecord): boolean {
    const bounds = boundsOf(record, this.#scene.plan);
    if (isTurned || !bounds) return true;
    const extent = Math.max(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY);
    return box.maxX - box.minX <= WIDEST_NAME * extent * (1000 / this.#scene.view.scale);
  }

  #withoutLabels(items: readonly DrawItem[], role: LabelRole, record: PlacedRecord): readonly DrawItem[] {
    const shown = shrunkItems(items, shrinkOf(this.#scene.view.scale));
    const group = labelGroup(shown, this.#matrix);
    if (!group) return shown;
    // What is named beyond the edge of the view needs no label on it.
    if (isWithin(group.at, this.#view)) {
      if (role === 'name' && !this.#hasRoom(group, record)) this.#tooSmall++;
      else this.#labels[role].push({ group, role });
    }
    const labels = new Set<DrawItem>(group.items);
    return shown.filter((item) => !labels.has(item));
  }
}

/** What a sheet shows of the plan: ground first, then what cameras see, then what stands on it, labels last. */
export function planView(plan: Plan, sheet: SheetSpec, view: Rectangle): PlanView {
  const matrix = toPaperMatrix(sheet, view);
  const shown = shownBox(matrix, view);
  const records = [...allRecords(plan)].filter((record): record is PlacedRecord => {
    if (!isPlaced(record) || !isPrinted(record, plan, sheet)) return false;
    const bounds = boundsOf(record, plan);
    if (bounds === null || shown === null || !boxesTouch(bounds, shown)) return false;
    return !isKind(record, 'propertyLine') || isLineIn(record.ring, shown);
  });
  const byKind = new Map<Kind, PlacedRecord[]>(paintOrder.map((kind) => [kind, []]));
  for (const record of records) byKind.get(kindOf(record.id))?.push(record);
  const painter = new ViewPainter(sceneOf(plan, sheet), matrix, view);
  const drawn = (isGround: boolean) =>
    paintOrder
      .filter((kind) => groundKinds.has(kind) === isGround)
      .flatMap((kind) => painter.drawKind(kind, byKind.get(kind) ?? []));
  const ground = drawn(true);
  const coverage = painter.coverage(
    plan,
    (record) => isKind(record, 'camera') && isPrinted(record, plan, sheet),
  );
  const standing = drawn(false);
  const labels = painter.labels();
  const items = [...ground, ...coverage, ...standing, ...labels.items];
  return { group: { items, toPaper: matrix, clip: view }, records, labelsLeftOut: labels.leftOut };
}
