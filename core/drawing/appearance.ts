import type { Point } from '../geometry/point.ts';
import { plainText } from '../plain-text.ts';
import type { PlacedRecord, RecordState } from '../plan/kinds/index.ts';
import { isKind, settingsOf } from '../plan/plan.ts';
import { formatLength } from '../quantity.ts';
import { METRES_PER_INCH } from '../units.ts';
import type { Fill, Ink, InkToken, Stroke, TextItem } from './draw-item.ts';
import { stroke } from './paths.ts';
import type { Scene } from './scene.ts';

/** Colour of each state of a record. */
export const stateInks: { readonly [S in RecordState]: InkToken } = {
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

/** The colour of a line that is no device's: its own while the record exists, else that of its state. */
export function inkUnless(record: PlacedRecord, ownInk: InkToken, scene: Scene): Ink {
  const ink = inkOf(record, scene);
  return ink === 'existing' ? ownInk : ink;
}

/** The outline of a record: dashed when the record is to be removed. */
export function stateStroke(record: PlacedRecord, ink: Ink, widthMm: number): Stroke {
  return stroke(ink, widthMm, record.state === 'removed' ? 'dashed' : 'solid');
}

/** The fill of a record; one that is to be removed has none. */
export function stateFill(record: PlacedRecord, filled: Fill): Fill | null {
  return record.state === 'removed' ? null : filled;
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
    lines: plainText(content).split('\n'),
    sizeMm: look.sizeMm ?? 2.2,
    weight: look.weight ?? 'semibold',
    anchor: look.anchor ?? 'middle',
    baseline: 'middle',
    ink: look.ink ?? 'ink',
    halo: true,
    detail: look.detail ?? 'near',
  };
}

/** The angle of something that stands upright on the page whatever way the view is turned. */
export function uprightAngle(scene: Scene): number {
  return 0 - scene.view.rotation;
}

const LARGEST_IN_INCHES = 3;

/** A dimension of a device in as few signs as a label has room for: 0.25, 10", 4'-7". */
export function briefLength(metres: number, scene: Scene): string {
  if (settingsOf(scene.plan).displayUnit === 'm') return metres.toFixed(2);
  const inches = Math.round(metres / METRES_PER_INCH);
  return inches <= 12 * LARGEST_IN_INCHES ? `${inches}"` : formatLength(inches * METRES_PER_INCH, 'ft-in');
}
