import type { FloorCoverage } from '../../analysis/coverage/scene-coverage.ts';
import type { FloorZones } from '../../analysis/zones/floor-zones.ts';
import { apply } from '../../geometry/transform.ts';
import type { Lens } from '../../picture/lens.ts';
import { lensOfViewport } from '../../picture/lenses.ts';
import type { Kind, PlacedRecord } from '../../plan/kinds/index.ts';
import { asSeenIn } from '../../plan/parts/state-view.ts';
import type { SheetViewport } from '../../plan/parts/viewports.ts';
import { isKind, kindOf, type Plan } from '../../plan/plan.ts';
import { boundsOf } from '../../plan/shape.ts';
import { uprightAngle } from '../appearance.ts';
import { bandsOf } from '../bands.ts';
import { type Stage, type Stratum, strata } from '../composition.ts';
import { drawField } from '../coverage/draw-field.ts';
import { drawAnswers } from '../coverage/draw-zones.ts';
import type { ShownCoverage } from '../coverage/shown-coverage.ts';
import type { DrawItem, PageGroup } from '../draw-item.ts';
import { FARTHEST_MM, LabelPage } from '../labels/label-page.ts';
import type { RecordLabel } from '../labels/record-label.ts';
import { type Scene, sceneOf } from '../scene.ts';
import type { Rectangle } from './furniture.ts';
import { joinedPaths } from './joined-paths.ts';
import { shrinkOf, shrunkItems } from './shrink.ts';
import { isWithin, type Outside, viewFit } from './view-fit.ts';
import { zonesOf } from './zone-notes.ts';

type Matrix = PageGroup['toPaper'];

/** The plan as it stands in a sheet's view, the records that lie in it, and the labels without a place. */
export type PlanView = {
  readonly group: PageGroup;
  readonly records: readonly PlacedRecord[];
  readonly labelsLeftOut: number;
  readonly outside: Outside;
  /** The coverage that is laid over it; null for none. */
  readonly shown: ShownCoverage | null;
};

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

  /** What the records give to a stratum, without their labels. */
  draw(records: readonly PlacedRecord[], stratum: Stratum): readonly DrawItem[] {
    return bandsOf(records).flatMap((band) => this.#drawBand(band, stratum));
  }

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

  /** What cameras see; it takes no label's room. */
  drawCoverage(coverage: FloorCoverage): readonly DrawItem[] {
    const { body, letters } = drawField(coverage, uprightAngle(this.#scene));
    for (const letter of letters) this.#addLabel(letter);
    return shrunkItems(body, this.#share);
  }

  /** Whether coverage zones have what they ask for, and what of them is not covered. */
  drawAnswers(zones: FloorZones, lens: Lens): readonly DrawItem[] {
    const { plan } = this.#scene;
    const drawn = drawAnswers(zones, { plan, lens, angle: uprightAngle(this.#scene) });
    for (const { label } of drawn) if (label) this.#addLabel(label);
    return shrunkItems(
      drawn.flatMap(({ body }) => body),
      this.#share,
    );
  }

  /** What was written on the plan on purpose is printed at any scale; of dimensions those that can be read. */
  #shareOf(record: PlacedRecord): number {
    if (isKind(record, 'callout')) return 1;
    const bounds = isKind(record, 'dimension') ? boundsOf(record, this.#scene.plan) : null;
    if (!bounds) return this.#share;
    const extent = Math.hypot(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY);
    return (extent * 1000) / this.#scene.view.scale >= SHORTEST_DIMENSION_MM ? 1 : this.#share;
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
export function planView(
  plan: Plan,
  viewport: SheetViewport,
  view: Rectangle,
  lens: Lens = lensOfViewport(plan, viewport),
): PlanView {
  const { matrix, onView, outside, shown } = viewFit(plan, viewport, view, lens);
  const byKind = byKindOf(onView);
  const painter = new ViewPainter(sceneOf(plan, viewport, lens.states), matrix, view);
  const drawn = (of: Stage): readonly DrawItem[] =>
    strata
      .filter(({ stage }) => stage === of)
      .flatMap((stratum) => painter.draw(byKind.get(stratum.kind) ?? [], stratum));
  const ground = drawn('ground');
  const seen = shown ? painter.drawCoverage(shown.coverage) : [];
  const answers = shown ? painter.drawAnswers(zonesOf(plan, shown), lens) : [];
  const standing = drawn('standing');
  const labels = painter.labels();
  return {
    group: {
      items: [...ground, ...seen, ...answers, ...standing, ...labels.items],
      toPaper: matrix,
      clip: view,
    },
    shown,
    records: onView.map((record) => asSeenIn(record, lens.states)),
    labelsLeftOut: labels.leftOut,
    outside,
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
