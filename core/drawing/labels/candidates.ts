import type { Point } from '../../geometry/point.ts';
import type { LabelGroup } from './label-group.ts';

/** A place for a label: how far it is moved, page millimetres, and how much that costs. */
export type Candidate = { readonly by: Point; readonly penalty: number };

/** How far labels may go: the farthest distance, and distances as a share of the usual ones. */
export type Reach = { readonly share: number; readonly farthestMm: number };

/** Labels up to here need no leader. */
export const CLOSE_MM = 4;
/** From the record's point to the nearest side of its label, page millimetres, the nearest first. */
const RINGS_MM = [2.3, CLOSE_MM, 6.5, 10, 14, 19, 25, 32] as const;
/** A name leaves what it names only where labels may go at least this far. */
const NAMES_LEAVE_MM = 10;
/** Rings from this one on are long enough for directions between those of the compass. */
const FINE_FROM_MM = 14;
const RING_PENALTY = 3;

function directions(count: number): readonly Point[] {
  const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
  return Array.from({ length: count }, (_, index) => {
    const angle = (index * 2 * Math.PI) / count;
    return { x: rounded(Math.cos(angle)), y: rounded(Math.sin(angle)) };
  });
}

const compass = directions(8);
const fineCompass = directions(16);

type Start = { readonly startsAway: boolean };

const sideOf = (value: number): number => (Math.abs(value) < 0.3 ? 0 : Math.sign(value));

/** From the middle of a label to the middles of places at a distance around the record's point. */
function* placesAround({ at, box }: LabelGroup, gapMm: number, count: readonly Point[]): Generator<Point> {
  const [halfWidth, halfHeight] = [(box.maxX - box.minX) / 2, (box.maxY - box.minY) / 2];
  const from = { x: at.x - (box.minX + box.maxX) / 2, y: at.y - (box.minY + box.maxY) / 2 };
  for (const { x, y } of count) {
    yield { x: from.x + x * gapMm + sideOf(x) * halfWidth, y: from.y + y * gapMm + sideOf(y) * halfHeight };
  }
}

/** The place of the drawer, then those around the record, ring by ring; only those that need a leader when it `startsAway`. */
export function* tagCandidates(
  group: LabelGroup,
  { share, farthestMm }: Reach,
  { startsAway }: Start = { startsAway: false },
): Generator<Candidate> {
  if (!startsAway) yield { by: { x: 0, y: 0 }, penalty: 0 };
  for (const [ring, gapMm] of RINGS_MM.entries()) {
    if (gapMm > farthestMm) return;
    if (startsAway && gapMm <= CLOSE_MM) continue;
    const penalty = 1 + ring * RING_PENALTY;
    const directionsOf = gapMm < FINE_FROM_MM ? compass : fineCompass;
    for (const by of placesAround(group, gapMm * share, directionsOf)) yield { by, penalty };
  }
}

const nameShifts: readonly Candidate[] = [0, -2, 2, -4, 4, -7, 7]
  .flatMap((y) => [0, -4, 4, -8, 8].map((x) => ({ by: { x, y }, penalty: Math.abs(x) + Math.abs(y) })))
  .sort((first, second) => first.penalty - second.penalty);
/** A name leaves what it names only when all places in it are taken. */
const LEAVING = 60;

/** Places a little around that of the drawer, then those of a tag away from it. */
export function* nameCandidates(group: LabelGroup, reach: Reach): Generator<Candidate> {
  yield* nameShifts;
  if (reach.farthestMm < NAMES_LEAVE_MM) return;
  for (const { by, penalty } of tagCandidates(group, reach, { startsAway: true }))
    yield { by, penalty: LEAVING + penalty };
}
