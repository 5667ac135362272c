import { distanceBetween, lerp, type Point } from '../../geometry/point.ts';
import { isInPolygon } from '../../geometry/polygon.ts';
import { projectOnLine, type Segment, segmentIntersection } from '../../geometry/segment.ts';
import { kindOf } from '../../plan/plan.ts';
import type { HostId, Standing } from '../scene/floor-standing.ts';

/** Where a record stands in a beam: the first place along it. */
export type Crossing = { readonly id: HostId; readonly at: Point };

/** What stands in the line of a beam. */
export type SensedLine = { readonly shape: 'line'; readonly crossedBy: readonly Crossing[] };

/** So near to a post nothing counts, metres: it may stand in the wall that it is mounted on. */
export const AT_POST = 0.3;
/** What lies along a beam is in it. */
const BESIDE = 0.001;

/**
 * What stands in the line of a beam at its height, of whatever it is made: glass and mesh stop it too. In the order
 * along the line.
 */
export function beamCrossings(
  { path, height }: { readonly path: readonly Point[]; readonly height: number },
  standing: Iterable<readonly [HostId, Standing]>,
): SensedLine {
  const found: (Crossing & { readonly along: number })[] = [];
  const lines = path.slice(1).map((end, index): Segment => [path[index] ?? end, end]);
  for (const [id, each] of standing) {
    const first = lines.map((line) => firstIn(line, each, { height, isFilled: kindOf(id) === 'obstacle' }));
    const number = first.findIndex((along) => along !== null);
    const [line, along] = [lines[number], first[number]];
    if (line && along != null) found.push({ id, at: lerp(...line, along), along: number + along });
  }
  found.sort((one, other) => one.along - other.along || (one.id < other.id ? -1 : 1));
  return { shape: 'line', crossedBy: found.map(({ id, at }) => ({ id, at })) };
}

/** How far along a line, 0 to 1, something first stands in it; null where nothing does. */
function firstIn(
  line: Segment,
  { pieces, solid }: Standing,
  { height, isFilled }: { readonly height: number; readonly isFilled: boolean },
): number | null {
  const length = distanceBetween(...line);
  if (length <= 2 * AT_POST) return null;
  const margin = AT_POST / length;
  let first: number | null = null;
  for (const { a, b, low, high } of pieces) {
    if (low > height || high < height) continue;
    const along = meeting(line, [a, b], margin);
    if (along !== null && (first === null || along < first)) first = along;
  }
  if (first !== null || !isFilled || !solid || solid.height < height) return first;
  const [ring = [], ...holes] = solid.rings;
  // All of it within a hedge; a building has rooms.
  return isInPolygon(lerp(...line, 0.5), { ring, holes }) ? margin : null;
}

function meeting(line: Segment, piece: Segment, margin: number): number | null {
  const ends = piece.map((end) => projectOnLine(end, line));
  const isAlong = piece.every(
    (end, index) => distanceBetween(end, lerp(...line, ends[index] ?? 0)) <= BESIDE,
  );
  if (isAlong) {
    const from = Math.max(Math.min(...ends), margin);
    return from < Math.min(Math.max(...ends), 1 - margin) ? from : null;
  }
  const at = segmentIntersection(line, piece);
  const along = at && projectOnLine(at, line);
  return along !== null && along >= margin && along <= 1 - margin ? along : null;
}
