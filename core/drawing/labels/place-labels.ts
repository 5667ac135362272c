import type { Box } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import type { SymbolItem, TextItem } from '../draw-item.ts';
import { type Candidate, CLOSE_MM, nameCandidates, tagCandidates } from './candidates.ts';
import { type LabelGroup, movedLabels } from './label-group.ts';
import { isLeaderNeeded, leaderItem, leaderLine } from './leader.ts';
import type { Occupancy } from './occupancy.ts';
import type { RecordLabel } from './record-label.ts';

/** A label with its items as a group on the page. */
export type PageLabel = {
  readonly label: RecordLabel;
  readonly group: LabelGroup;
  /** A name that is wider than what it names: it stands beside that, or nowhere. */
  readonly isTooWide: boolean;
};

export type PlacedLabel = {
  readonly key: string;
  /** From where the drawer put it, page millimetres, +y down. */
  readonly by: Point;
  /** Around it on the page with the room that it keeps free. */
  readonly box: Box;
  readonly items: readonly (TextItem | SymbolItem)[];
  readonly leader: SymbolItem | null;
};

export type Placing = {
  readonly placed: readonly PlacedLabel[];
  /** Labels without a place; letters are not counted. */
  readonly leftOut: number;
};

export type Room = {
  readonly occupancy: Occupancy;
  /** Size of symbols as a share of their full one. */
  readonly symbolShare: number;
  /** How far a label may go from its record, page millimetres. */
  readonly farthestMm: number;
  /** Places of an earlier placing at the same scale, by key: a label stays there while it can. */
  readonly kept: ReadonlyMap<string, Point>;
};

const LINE_PENALTY = 0.12;
const CROSSING_PENALTY = 0.2;
/** Weight of a leader as a line that later labels avoid. */
const LEADER_WEIGHT = 12;
/** Where symbols are smaller than this share a leader would only add to the crowd: labels stand close or not at all. */
const CROWDED_SHARE = 0.55;

const inPlace: readonly Candidate[] = [{ by: { x: 0, y: 0 }, penalty: 0 }];

export const movedBox = ({ minX, minY, maxX, maxY }: Box, { x, y }: Point): Box => ({
  minX: minX + x,
  minY: minY + y,
  maxX: maxX + x,
  maxY: maxY + y,
});

function candidatesOf({ label, group, isTooWide }: PageLabel, room: Room): Iterable<Candidate> {
  if (group.isTurned || label.role === 'letter') return inPlace;
  const { symbolShare: share, farthestMm } = room;
  const reach = share < CROWDED_SHARE ? { share, farthestMm: CLOSE_MM } : { share: 1, farthestMm };
  if (label.role === 'tag') return tagCandidates(group, reach);
  if (!isTooWide) return nameCandidates(group, reach);
  return share < 1 ? [] : tagCandidates(group, reach, { startsAway: true });
}

/** What a leader to a box costs: what it would run over. */
function leaderCost({ label, group }: PageLabel, box: Box, { occupancy, symbolShare }: Room): number {
  if (!isLeaderNeeded(label, group, box)) return 0;
  const line = leaderLine(label, group.at, { box, symbolShare });
  return CROSSING_PENALTY * occupancy.takenAlong(line.from, line.to);
}

/** Where a label fits best: not on another one or a symbol, near its place, across few lines. */
function bestPlace(page: PageLabel, room: Room): Point | null {
  let best: Point | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const { by, penalty } of candidatesOf(page, room)) {
    // They come with growing penalties.
    if (penalty >= lowest) break;
    const box = movedBox(page.group.box, by);
    const covered = penalty + LINE_PENALTY * room.occupancy.cost(box);
    if (covered >= lowest) continue;
    const cost = covered + leaderCost(page, box, room);
    if (cost < lowest) [best, lowest] = [by, cost];
  }
  return best;
}

function isFree({ group }: PageLabel, by: Point, { occupancy }: Room): boolean {
  return Number.isFinite(occupancy.cost(movedBox(group.box, by)));
}

/** Takes the place of a label and of its leader. */
function settle(page: PageLabel, by: Point, { occupancy, symbolShare }: Room): PlacedLabel {
  const { label, group } = page;
  const box = movedBox(group.box, by);
  occupancy.take(box);
  const isLed = isLeaderNeeded(label, group, box);
  const line = isLed ? leaderLine(label, group.at, { box, symbolShare }) : null;
  if (line) occupancy.cross([line.from, line.to], LEADER_WEIGHT);
  const leader = line && leaderItem(label, group, line);
  return { key: label.key, by, box, items: movedLabels(group, by), leader };
}

/**
 * The labels at places where none covers another: those of lower rank choose first, and of equal rank the
 * first; one that has a kept place that is still free stays there, before all that have none.
 *
 * A label tries the places around its record, the nearest first, then further away with a leader. Takes what
 * it places. Near O(n), each label tries a fixed number of places at most.
 */
export function placeLabels(labels: readonly PageLabel[], room: Room): Placing {
  const placed: PlacedLabel[] = [];
  let leftOut = 0;
  const byRank = labels.toSorted((one, other) => one.label.rank - other.label.rank);
  const keptOf = ({ label }: PageLabel) => room.kept.get(label.key);
  const later: PageLabel[] = [];
  for (const page of byRank) {
    const by = keptOf(page) ?? (page.label.rank < 0 ? { x: 0, y: 0 } : null);
    // What is selected keeps its place even where that covers something.
    if (by && (page.label.rank < 0 || isFree(page, by, room))) placed.push(settle(page, by, room));
    else later.push(page);
  }
  for (const page of later) {
    const by = bestPlace(page, room);
    if (by) placed.push(settle(page, by, room));
    else if (page.label.role !== 'letter') leftOut++;
  }
  return { placed, leftOut };
}
