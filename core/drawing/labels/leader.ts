import type { Box } from '../../geometry/box.ts';
import { distanceBetween, type Point } from '../../geometry/point.ts';
import type { SymbolItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, stroke } from '../paths.ts';
import type { LabelGroup } from './label-group.ts';
import type { RecordLabel } from './record-label.ts';

/** From this distance on a leader shows which record a label belongs to. */
const LEADER_FROM_MM = 3.5;
/** How much of a leader a symbol at its beginning takes. */
const SYMBOL_MM = 1.6;
/** ISO 128-2:2020: a leader that ends within the outline of an object ends in a dot. */
const DOT_MM = 0.35;

type Line = { readonly from: Point; readonly to: Point };

function nearestOf({ minX, minY, maxX, maxY }: Box, { x, y }: Point): Point {
  return { x: Math.min(Math.max(x, minX), maxX), y: Math.min(Math.max(y, minY), maxY) };
}

/** Whether a label in a box stands so far from its record that a line must lead to it. */
export function isLeaderNeeded({ role }: RecordLabel, { at, box, isTurned }: LabelGroup, now: Box): boolean {
  if (isTurned || role === 'letter') return false;
  // A name that its drawer put into what it names needs none as long as it is about there.
  const from = role === 'name' ? nearestOf(box, at) : at;
  return distanceBetween(nearestOf(now, from), from) >= LEADER_FROM_MM;
}

/** The line from a record to its label on the page; it begins beside the symbol where there is one. */
export function leaderLine(
  { hasSymbol }: RecordLabel,
  at: Point,
  { box, symbolShare }: { readonly box: Box; readonly symbolShare: number },
): Line {
  const to = nearestOf(box, at);
  const length = distanceBetween(at, to);
  const share = hasSymbol && length > 0 ? Math.min((SYMBOL_MM * symbolShare) / length, 1) : 0;
  return { from: { x: at.x + (to.x - at.x) * share, y: at.y + (to.y - at.y) * share }, to };
}

/** A leader as it is drawn: thin, with a dot where it ends in what a name names. */
export function leaderItem(
  { role }: RecordLabel,
  { at, items }: LabelGroup,
  { from, to }: Line,
): SymbolItem | null {
  const [first] = items;
  if (!first) return null;
  const own = ({ x, y }: Point) => ({ x: x - at.x, y: at.y - y });
  const line = { path: linePath(own(from), own(to)), stroke: stroke('ink', lineWeights.hatch), fill: null };
  const dot = { path: circlePath(own(from), DOT_MM), stroke: null, fill: fill('ink') };
  const parts = role === 'name' ? [line, dot] : [line];
  return { type: 'symbol', at: first.at, angle: first.angle, parts, detail: 'near' };
}
