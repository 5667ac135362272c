import type { FieldBand } from '../../analysis/coverage/coverage-field.ts';
import type { Rings } from '../../analysis/sight/rings.ts';
import type { NamedLevel } from '../../catalogue/level-profiles.ts';
import { label } from '../appearance.ts';
import type { Path, PathItem, PathStep } from '../draw-item.ts';
import type { RecordLabel } from '../labels/record-label.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, pathItem, stroke } from '../paths.ts';

/** Strength of the finest and of the coarsest level; those between lie evenly. */
const [FINEST, COARSEST] = [0.52, 0.13];

/** Strength of the surface on which a level is the best, by its place among the levels, 0 for the finest. */
export function levelOpacity(rank: number, count: number): number {
  return count < 2 ? FINEST : FINEST - ((FINEST - COARSEST) * rank) / (count - 1);
}

/** Rings as one path; holes run the other way than what they lie in. */
export function ringsPath({ coordinates, ends }: Rings): Path {
  const path: PathStep[] = [];
  let at = 0;
  for (const end of ends) {
    for (let start = at; at < end; at += 2)
      path.push([at === start ? 'M' : 'L', coordinates[at] ?? 0, coordinates[at + 1] ?? 0]);
    path.push(['Z']);
  }
  return path;
}

/** The place of a level among all, 0 for the finest. */
export type LevelPlace = {
  readonly rank: number;
  readonly count: number;
  readonly ink?: 'coverage' | 'deficient';
};

/** The surface of a level with its edges; null where it is met nowhere. */
export function levelSurface(rings: Rings, { rank, count, ink = 'coverage' }: LevelPlace): PathItem | null {
  if (rings.ends.length === 0) return null;
  return pathItem(ringsPath(rings), {
    fill: fill(ink, levelOpacity(rank, count)),
    stroke: stroke(ink, lineWeights.hatch),
  });
}

const LETTER_MM = 2;
/** After all that names records. */
const LETTER_RANK = 100;

/** The letter of a level once in each region of it; where it is too large for its region nobody is shown it. */
export function levelLetters(
  { key, places }: Pick<FieldBand, 'key' | 'places'>,
  { letter }: Pick<NamedLevel, 'letter'>,
  angle: number,
): readonly RecordLabel[] {
  const letters: RecordLabel[] = [];
  for (let index = 0; index < places.length; index += 3) {
    const [x = 0, y = 0, clearance = 0] = places.subarray(index, index + 3);
    const look = { ink: 'ink', sizeMm: LETTER_MM, angle } as const;
    letters.push({
      key: `coverage ${key} ${x} ${y}`,
      role: 'letter',
      rank: LETTER_RANK,
      items: [label(letter, { x, y }, look)],
      hasSymbol: false,
      extent: 2 * clearance,
      shortSide: null,
    });
  }
  return letters;
}

/** Lines around what single cameras see stand out from those of the field. */
const OWN_EDGE = lineWeights.object;

/**
 * What some cameras see, each at the levels given: over all that they see at the coarsest level what they see at the
 * next finer one, so that together they are as strong as the field is.
 */
export function ownBands(cameras: readonly (readonly { readonly rings: Rings }[])[]): readonly PathItem[] {
  const count = Math.max(0, ...cameras.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) => count - 1 - index).flatMap((rank) => {
    const path = cameras.flatMap((levels) => (levels[rank] ? ringsPath(levels[rank].rings) : []));
    if (path.length === 0) return [];
    const beneath = rank === count - 1 ? 0 : levelOpacity(rank + 1, count);
    const over = 1 - (1 - levelOpacity(rank, count)) / (1 - beneath);
    return [pathItem(path, { fill: fill('coverage', over), stroke: stroke('coverage', OWN_EDGE) })];
  });
}
