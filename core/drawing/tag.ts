import { dot, type Point, polar } from '../geometry/point.ts';
import type { PlacedRecord, RecordState } from '../plan/kinds/index.ts';
import { label, stateInks, uprightAngle } from './appearance.ts';
import type { DrawItem, Path, SymbolItem } from './draw-item.ts';
import { lineWeights } from './line-weights.ts';
import { textWidth } from './measure-text.ts';
import { fill, linePath, ringPath, stroke } from './paths.ts';
import type { Scene } from './scene.ts';

const MARK_MM = 0.9;
const GAP_MM = 0.7;
const TAG_MM = 2.2;
const NOTE_MM = 1.8;
const NOTE_DROP_MM = 2.5;

const corner = ({ x, y }: Point, dx: number, dy: number): Point => ({
  x: x + dx * MARK_MM,
  y: y + dy * MARK_MM,
});

const markPaths: { readonly [S in RecordState]: (centre: Point) => Path | null } = {
  existing: () => null,
  proposed: (c) => ringPath([corner(c, -1, 0), corner(c, 0, -1), corner(c, 1, 0), corner(c, 0, 1)]),
  deficient: (c) => ringPath([corner(c, -1, -0.8), corner(c, 1, -0.8), corner(c, 0, 1)]),
  removed: (c) => [
    ...linePath(corner(c, -0.8, -0.8), corner(c, 0.8, 0.8)),
    ...linePath(corner(c, -0.8, 0.8), corner(c, 0.8, -0.8)),
  ],
};

/** The sign of a state, in paper millimetres: diamond, triangle or cross; none for what exists. */
export function stateMark(state: RecordState, centreMm: Point): SymbolItem['parts'][number] | null {
  const path = markPaths[state](centreMm);
  if (!path) return null;
  const filled = state === 'deficient' ? fill('deficient') : state === 'proposed' ? fill('paper') : null;
  return { path, stroke: stroke(stateInks[state], lineWeights.symbol), fill: filled };
}

export type TagPlace = {
  /** Paper millimetres from the record's point to the middle of the tag's near end. */
  readonly offsetMm: Point;
  /** The side of the point on which the tag stands. */
  readonly side: 'right' | 'left';
  /** What stands beneath the tag. */
  readonly note?: string;
};

/** The corner of a body that lies farthest to the upper right of the page: where its tag begins. */
export function tagCorner(corners: readonly Point[], scene: Scene): Point | null {
  const towards = polar(uprightAngle(scene) + Math.PI / 6, 1);
  const reach = (corner: Point) => dot(corner, towards);
  return corners.reduce<Point | null>(
    (best, corner) => (best && reach(best) >= reach(corner) ? best : corner),
    null,
  );
}

/** The tag beside a record, after the mark of its state, with a note beneath it. */
export function tagItems(record: PlacedRecord, at: Point, place: TagPlace, scene: Scene): DrawItem[] {
  if (scene.isFar) return [];
  const { tag, state } = record;
  const { offsetMm, side, note } = place;
  const angle = uprightAngle(scene);
  const markWidth = state === 'existing' ? 0 : 2 * MARK_MM + GAP_MM;
  const words = Math.max(
    textWidth(tag ?? '', TAG_MM, 'semibold') + markWidth,
    textWidth(note ?? '', NOTE_MM, 'regular'),
  );
  const x = side === 'right' ? offsetMm.x : offsetMm.x - words;
  const sign = stateMark(state, { x: x + MARK_MM, y: offsetMm.y });
  const items: DrawItem[] = [];
  if (sign) items.push({ type: 'symbol', at, angle, parts: [sign], detail: 'near' });
  if (tag !== null)
    items.push(label(tag, at, { angle, anchor: 'start', offsetMm: { x: x + markWidth, y: offsetMm.y } }));
  if (note) {
    const below = { x, y: offsetMm.y - NOTE_DROP_MM };
    items.push(
      label(note, at, { angle, anchor: 'start', offsetMm: below, sizeMm: NOTE_MM, weight: 'regular' }),
    );
  }
  return items;
}
