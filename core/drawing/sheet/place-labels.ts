import type { Box } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import type { DrawItem, SymbolItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { linePath, stroke } from '../paths.ts';
import { type LabelGroup, movedLabels } from './label-group.ts';
import type { Occupancy } from './occupancy.ts';

/**
 * How far a label may go from where its drawer put it: a `tag` all round its device with a leader, a `name`
 * a little within its area; a `letter` not at all, and is dropped without a word.
 */
export type LabelRole = 'tag' | 'name' | 'letter';

type Candidate = { readonly by: Point; readonly penalty: number };

const moveBox = ({ minX, minY, maxX, maxY }: Box, { x, y }: Point): Box => ({
  minX: minX + x,
  minY: minY + y,
  maxX: maxX + x,
  maxY: maxY + y,
});

/** From the device's point to the nearest side of its label, page millimetres, the nearest first. */
const RINGS_MM = [2.3, 4, 6.5, 10, 14, 19] as const;
const RING_PENALTY = 3;
const LINE_PENALTY = 0.12;
/** From this distance on a leader shows which device a label belongs to. */
const LEADER_FROM_MM = 3.5;
const LEADER_START_MM = 1.6;

const compass = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => ({
  x: Math.round(Math.cos((index * Math.PI) / 4) * 1e6) / 1e6,
  y: Math.round(Math.sin((index * Math.PI) / 4) * 1e6) / 1e6,
}));

function* tagCandidates({ at, box }: LabelGroup, rings: readonly number[]): Generator<Candidate> {
  yield { by: { x: 0, y: 0 }, penalty: 0 };
  const [width, height] = [box.maxX - box.minX, box.maxY - box.minY];
  const centre = { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 };
  for (const [ring, gap] of rings.entries()) {
    for (const { x, y } of compass) {
      const target = {
        x: at.x + x * gap + Math.sign(Math.round(x * 100)) * (width / 2),
        y: at.y + y * gap + Math.sign(Math.round(y * 100)) * (height / 2),
      };
      yield {
        by: { x: target.x - centre.x, y: target.y - centre.y },
        penalty: 1 + ring * RING_PENALTY,
      };
    }
  }
}

const nameShifts: readonly Candidate[] = [0, -2, 2, -4, 4, -7, 7]
  .flatMap((y) => [0, -4, 4, -8, 8].map((x) => ({ by: { x, y }, penalty: Math.abs(x) + Math.abs(y) })))
  .sort((first, second) => first.penalty - second.penalty);

function candidatesOf(group: LabelGroup, role: LabelRole, rings: readonly number[]): Iterable<Candidate> {
  if (group.isTurned || role === 'letter') return [{ by: { x: 0, y: 0 }, penalty: 0 }];
  return role === 'tag' ? tagCandidates(group, rings) : nameShifts;
}

type Room = { readonly occupancy: Occupancy; readonly rings: readonly number[] };

/** Where a label fits best: not on another one or a symbol, near its place, across few lines. */
function bestPlace(group: LabelGroup, role: LabelRole, { occupancy, rings }: Room): Point | null {
  let best: Point | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const { by, penalty } of candidatesOf(group, role, rings)) {
    if (penalty >= lowest) continue;
    const cost = penalty + LINE_PENALTY * occupancy.cost(moveBox(group.box, by));
    if (cost < lowest) [best, lowest] = [by, cost];
  }
  return best;
}

/** A thin line from a device to its label where that stands away from it. */
function leader({ at, items }: LabelGroup, box: Box): SymbolItem | null {
  const end = {
    x: Math.min(Math.max(at.x, box.minX), box.maxX) - at.x,
    y: Math.min(Math.max(at.y, box.minY), box.maxY) - at.y,
  };
  const distance = Math.hypot(end.x, end.y);
  const [first] = items;
  if (distance < LEADER_FROM_MM || !first) return null;
  const start = { x: (end.x / distance) * LEADER_START_MM, y: -(end.y / distance) * LEADER_START_MM };
  const path = linePath(start, { x: end.x, y: -end.y });
  const part = { path, stroke: stroke('ink', lineWeights.hatch), fill: null };
  return { type: 'symbol', at: first.at, angle: first.angle, parts: [part], detail: 'near' };
}

/**
 * The labels at places where none covers another, and how many found none. Takes what it places.
 *
 * @param symbolShare size of symbols as a share of their full one
 */
export function placeLabels(
  labels: readonly { readonly group: LabelGroup; readonly role: LabelRole }[],
  occupancy: Occupancy,
  symbolShare: number,
): { readonly items: readonly DrawItem[]; readonly leftOut: number } {
  const items: DrawItem[] = [];
  // Where symbols are dots a leader would only add to the crowd: labels stand close or not at all.
  const rings = symbolShare < 0.55 ? [RINGS_MM[0] * symbolShare, RINGS_MM[1] * symbolShare] : RINGS_MM;
  let leftOut = 0;
  for (const { group, role } of labels) {
    const by = bestPlace(group, role, { occupancy, rings });
    if (!by) {
      if (role !== 'letter') leftOut++;
      continue;
    }
    const box = moveBox(group.box, by);
    occupancy.take(box);
    const line = role === 'tag' && !group.isTurned ? leader(group, box) : null;
    if (line) items.unshift(line);
    items.push(...movedLabels(group, by));
  }
  return { items, leftOut };
}
