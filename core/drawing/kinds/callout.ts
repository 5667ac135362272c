import { angleOf, distanceBetween, type Point } from '../../geometry/point.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { anchorPoint } from '../../plan/notes/anchor-place.ts';
import { inkUnless, label, stateStroke, uprightAngle } from '../appearance.ts';
import type { DrawItem, SymbolItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { textWidth } from '../measure-text.ts';
import { circlePath, fill, linePath, pathItem } from '../paths.ts';
import type { Scene } from '../scene.ts';
import type { KindLook } from './look.ts';

// Sizes on paper, millimetres.
const TEXT_MM = 2.5;
const NUMBER_MM = 2.2;
const BUBBLE_MM = 2.4;
const GAP_MM = 1;
/** ISO 128-2:2020: a leader that ends within the outline of an object ends in a dot. */
const DOT_MM = 0.5;

/** The words upright beside their place, the number in a circle before them, and the line to what is meant. */
export function drawCallout(callout: RecordOf<'callout'>, scene: Scene): DrawItem[] {
  const { at, text, number, leader } = callout;
  const ink = inkUnless(callout, 'ink', scene);
  const line = stateStroke(callout, ink, lineWeights.hatch);
  const target = anchorPoint(callout.anchor, scene.lookup);
  const items: DrawItem[] = [];
  if (leader && target && distanceBetween(target, at) > 0) {
    const dot = { path: circlePath({ x: 0, y: 0 }, DOT_MM), stroke: null, fill: fill(ink) };
    items.push(pathItem(linePath(target, at), { stroke: line, detail: 'normal' }));
    items.push({ type: 'symbol', at: target, angle: 0, parts: [dot], detail: 'normal' });
  }
  if (scene.isFar) return items;
  const angle = uprightAngle(scene);
  const side = target && isLeftOf(at, target, scene) ? -1 : 1;
  const radius = number === null ? 0 : bubbleRadius(number);
  if (number !== null) items.push(...bubble(number, { at, angle, radius, ink, line }));
  const offsetMm = { x: side * (radius + GAP_MM), y: 0 };
  const look = { angle, ink, sizeMm: TEXT_MM, weight: 'regular', detail: 'normal', offsetMm } as const;
  if (text !== '') items.push(label(text, at, { ...look, anchor: side < 0 ? 'end' : 'start' }));
  return items;
}

/** Whether the words stand to the left of what they point to, as the page is seen. */
function isLeftOf(at: Point, target: Point, scene: Scene): boolean {
  return distanceBetween(target, at) > 0 && Math.cos(angleOf(target, at) + scene.view.rotation) < -1e-9;
}

function bubbleRadius(number: string): number {
  return Math.max(BUBBLE_MM, textWidth(number, NUMBER_MM, 'semibold') / 2 + 0.8);
}

type Bubble = Pick<SymbolItem, 'at' | 'angle'> & {
  readonly radius: number;
  readonly ink: NonNullable<Parameters<typeof label>[2]>['ink'];
  readonly line: SymbolItem['parts'][number]['stroke'];
};

function bubble(number: string, { at, angle, radius, ink, line }: Bubble): DrawItem[] {
  const part = { path: circlePath({ x: 0, y: 0 }, radius), stroke: line, fill: fill('paper') };
  return [
    { type: 'symbol', at, angle, parts: [part], detail: 'normal' },
    label(number, at, { angle, sizeMm: NUMBER_MM, detail: 'normal', ...(ink && { ink }) }),
  ];
}

export const calloutLook: KindLook<'callout'> = {
  draw: drawCallout,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'name', rank: 17 },
  avoided: 0,
  legend: null,
};
