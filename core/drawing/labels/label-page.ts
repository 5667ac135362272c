import type { Box } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { type Affine, apply } from '../../geometry/transform.ts';
import type { DrawItem, SymbolItem, TextItem } from '../draw-item.ts';
import type { Rectangle } from '../sheet/furniture.ts';
import { itemBox, type LabelGroup, labelGroup } from './label-group.ts';
import { Occupancy, type Squares } from './occupancy.ts';
import { type PageLabel, type Placing, placeLabels } from './place-labels.ts';
import type { LineToAvoid, RecordLabel } from './record-label.ts';

export type LabelPageSetup = Pick<Squares, 'cellMm'> & {
  /** Plan metres to page millimetres. */
  readonly matrix: Affine;
  readonly area: Rectangle;
  /** Whether labels may stand beyond the area: on a sheet they may not, in a window that moves they may. */
  readonly outside: 'taken' | 'free';
  /** Size of symbols as a share of their full one. */
  readonly symbolShare: number;
  /** How far a label may go from its record, page millimetres. */
  readonly farthestMm: number;
};

/** How far a label may go where nothing may be left out. */
export const FARTHEST_MM = 32;

/** How wide a name may be, as a share of what it names. */
const WIDEST_NAME = 1.4;

const isNote = (item: TextItem | SymbolItem) => item.type === 'text' && item.weight === 'regular';

/** The group without its notes where it would be higher than what it names. */
function roomyGroup(group: LabelGroup | null, shortSide: number | null, matrix: Affine): LabelGroup | null {
  if (!group || shortSide === null) return group;
  const { box, items } = group;
  const room = shortSide * Math.hypot(matrix[0], matrix[1]);
  if (box.maxY - box.minY <= room || items.every(isNote)) return group;
  return labelGroup(
    items.filter((item) => !isNote(item)),
    matrix,
  );
}

const diagonalOf = ({ minX, minY, maxX, maxY }: Box): number => Math.hypot(maxX - minX, maxY - minY);

const noneKept: ReadonlyMap<string, Point> = new Map();

/** A part of a page on which labels find their places: first all that they must not cover, then they. */
export class LabelPage {
  readonly #setup: LabelPageSetup;
  readonly #occupancy: Occupancy;
  readonly #labels: PageLabel[] = [];

  constructor(setup: LabelPageSetup) {
    this.#setup = setup;
    this.#occupancy = new Occupancy(setup.area, setup);
  }

  /** Takes the place of a text or symbol that stays where it is; paths and pictures take none. */
  take(item: DrawItem): void {
    const box = itemBox(item, this.#setup.matrix);
    if (box) this.#occupancy.take(box);
  }

  /** Whether nothing that was taken lies under a text. */
  isFree(text: TextItem): boolean {
    const box = itemBox(text, this.#setup.matrix);
    return box !== null && Number.isFinite(this.#occupancy.cost(box));
  }

  avoid({ points, weight }: LineToAvoid): void {
    const onPage = points.map((point) => apply(this.#setup.matrix, point));
    this.#occupancy.cross(onPage, weight);
  }

  /** A label that is to be placed, with its items in the size in which they are shown. */
  add(label: RecordLabel, items: readonly (TextItem | SymbolItem)[] = label.items): void {
    const { matrix } = this.#setup;
    const perMetre = Math.hypot(matrix[0], matrix[1]);
    const group = roomyGroup(labelGroup(items, matrix), label.shortSide, matrix);
    if (!group) return;
    const { box, isTurned } = group;
    if (label.role === 'letter' && label.extent !== null && diagonalOf(box) > label.extent * perMetre) return;
    const widest = label.extent === null ? Number.POSITIVE_INFINITY : WIDEST_NAME * label.extent * perMetre;
    this.#labels.push({ label, group, isTooWide: !isTurned && box.maxX - box.minX > widest });
  }

  /** Places all labels; those with a kept place of an earlier placing at this scale stay there while they can. */
  place(kept: ReadonlyMap<string, Point> = noneKept): Placing {
    const { symbolShare, farthestMm } = this.#setup;
    return placeLabels(this.#labels, { occupancy: this.#occupancy, symbolShare, farthestMm, kept });
  }
}
