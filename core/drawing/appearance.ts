import type { Point } from '../geometry/point.ts';
import { isKind } from '../plan/plan.ts';
import type { PlacedRecord, RecordState } from '../plan/records/index.ts';
import type { DrawItem, Ink, InkToken, Path, Stroke, SymbolItem, TextItem } from './draw-item.ts';
import { lineWeights } from './line-weights.ts';
import { fill, openPath, ringPath, stroke } from './paths.ts';
import type { Scene } from './scene.ts';

const stateInks: { readonly [S in RecordState]: InkToken } = {
  existing: 'existing',
  proposed: 'proposed',
  deficient: 'deficient',
  removed: 'removed',
};

/** The colour a record is drawn in: that of its layer, or that of its state. */
export function inkOf(record: PlacedRecord, scene: Scene): Ink {
  const layer = scene.lookup(record.layer);
  const colour = layer && isKind(layer, 'layer') ? layer.colour : null;
  if (colour !== null && record.state === 'existing') return colour as `#${string}`;
  return stateInks[record.state];
}

/** The outline of a record: dashed when the record is to be removed. */
export function stateStroke(record: PlacedRecord, ink: Ink, widthMm: number): Stroke {
  return stroke(ink, widthMm, record.state === 'removed' ? 'dashed' : 'solid');
}

export type TextLook = {
  readonly sizeMm?: number;
  readonly weight?: TextItem['weight'];
  readonly ink?: Ink;
  readonly offsetMm?: Point;
  readonly angle?: number;
  readonly anchor?: TextItem['anchor'];
  readonly detail?: TextItem['detail'];
};

/** A label with a halo, one line of text for each line of `content`. */
export function label(content: string, at: Point, look: TextLook = {}): TextItem {
  return {
    type: 'text',
    at,
    offsetMm: look.offsetMm ?? { x: 0, y: 0 },
    angle: look.angle ?? 0,
    lines: content.split('\n'),
    sizeMm: look.sizeMm ?? 2.2,
    weight: look.weight ?? 'semibold',
    anchor: look.anchor ?? 'middle',
    baseline: 'middle',
    ink: look.ink ?? 'ink',
    halo: true,
    detail: look.detail ?? 'near',
  };
}

const MARK_MM = 0.9;

function mark(at: Point, centreMm: Point, state: RecordState): SymbolItem | null {
  const { x, y } = centreMm;
  const r = MARK_MM;
  const corners = (points: readonly (readonly [number, number])[]) =>
    points.map(([dx, dy]) => ({ x: x + dx * r, y: y + dy * r }));
  const paths: { readonly [S in RecordState]: Path | null } = {
    existing: null,
    proposed: ringPath(
      corners([
        [-1, 0],
        [0, -1],
        [1, 0],
        [0, 1],
      ]),
    ),
    deficient: ringPath(
      corners([
        [-1, -0.8],
        [1, -0.8],
        [0, 1],
      ]),
    ),
    removed: [
      ...openPath(
        corners([
          [-0.8, -0.8],
          [0.8, 0.8],
        ]),
      ),
      ...openPath(
        corners([
          [-0.8, 0.8],
          [0.8, -0.8],
        ]),
      ),
    ],
  };
  const path = paths[state];
  if (!path) return null;
  const filled = state === 'deficient' ? fill('deficient') : state === 'proposed' ? fill('paper') : null;
  const part = { path, stroke: stroke(stateInks[state], lineWeights.symbol), fill: filled };
  return { type: 'symbol', at, angle: 0, parts: [part], detail: 'near' };
}

/** The tag beside a record, after the mark of its state: diamond, triangle or cross. */
export function tagItems(
  record: PlacedRecord,
  at: Point,
  { offsetMm, note }: { offsetMm: Point; note?: string },
): DrawItem[] {
  if (record.tag === null && record.state === 'existing') return [];
  const sign = mark(at, offsetMm, record.state);
  const shift = sign ? 1.5 : 0;
  const words = [record.tag, note].filter(Boolean).join(' · ');
  const items: DrawItem[] = sign ? [sign] : [];
  if (words)
    items.push(label(words, at, { anchor: 'start', offsetMm: { x: offsetMm.x + shift, y: offsetMm.y } }));
  return items;
}
