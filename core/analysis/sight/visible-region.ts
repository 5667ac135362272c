import type { Point } from '../../geometry/point.ts';
import { add, polar } from '../../geometry/point.ts';
import { err, ok, type Result } from '../../result.ts';
import { Expansion } from './expansion.ts';
import type { SightSector } from './first-windows.ts';
import type { SightHeights } from './hidden-strips.ts';
import type { PreparedSight } from './prepare-sight.ts';
import { RangeOutline } from './range-outline.ts';
import { type Rings, ringsOf } from './rings.ts';
import { placeRefusal, type SightRefusal, STANDS_ON, toGrid } from './sight-pieces.ts';
import { isFrameLine, type Wedge } from './wedges.ts';

/** From where, and at what, one looks. */
export type SightView = SightHeights & {
  /** Plan metres. What it is within a millimetre of it stands on, and sees past: on a wall, both sides of it. */
  readonly eye: Point;
  /** Radians: where the face looks to that the eye is mounted on; null for none. It sees from two millimetres before it. */
  readonly mount: number | null;
  /** Metres; null for as far as nothing hides. */
  readonly range: number | null;
  /** Null for all round. */
  readonly sector: SightSector | null;
};

/** What is seen with one share of detail. */
export type SeenPart = {
  /** Of detail that remains, in whole per cent: 100 with nothing between. */
  readonly percent: number;
  readonly rings: Rings;
  /** m²; infinite where nothing but the frame bounds it, some 2,000 km away. */
  readonly area: number;
};

/** What is seen from an eye on the plane of the target: parts that do not overlap. */
export type VisibleRegion = {
  /** With nothing between. */
  readonly clear: SeenPart;
  /** Behind what lets a part of the detail through, the best part first. Less than 5 % counts as hidden. */
  readonly dimmed: readonly SeenPart[];
};

/** Metres: more than what is mounted on an oblique wall may be behind it. */
const BEFORE_FACE = 0.002;

/**
 * What is seen of a plane from an eye: exact, but that the range is a polygon of its circle's area and within a
 * millimetre of it (beyond 3 km: within three millionths of a tenth of the range).
 *
 * Triangular expansion (F. Bungiu et al., "Efficient computation of visibility polygons", 2014): O(n) in the triangles
 * that are seen, as often as they are seen apart from each other. A piece hides what it hides at the heights given; see
 * `reachOf`. What lies behind several pieces is seen with the product of their shares.
 */
export function visibleRegion(sight: PreparedSight, view: SightView): Result<VisibleRegion, SightRefusal> {
  const refusal = viewRefusal(view);
  if (refusal) return err(refusal);
  const eye = eyeOf(view);
  const range = view.range === null ? null : new RangeOutline(view.range);
  const { height, targetHeight, sector } = view;
  const standsOn = view.mount === null ? STANDS_ON : 0;
  const expansion = new Expansion(sight, { eye, standsOn, height, targetHeight, sector, range });
  if (!expansion.run()) return err('too-complex');
  const { wedges, isRound } = expansion;
  const percents = new Set(wedges.flatMap(({ cells }) => cells.map(({ percent }) => percent)));
  percents.delete(100);
  const part = (percent: number): SeenPart => {
    const { rings, area } = ringsOf(wedges, percent, { eye, isRound, range });
    return { percent, rings, area: isOpen(wedges, percent) ? Number.POSITIVE_INFINITY : area };
  };
  const dimmed = [...percents].sort((one, other) => other - one).map(part);
  return ok({ clear: part(100), dimmed });
}

function viewRefusal({ eye, height, targetHeight, mount, range, sector }: SightView): SightRefusal | null {
  const numbers = [height, targetHeight, mount ?? 0, range ?? 0, sector?.direction ?? 0, sector?.width ?? 0];
  if (!numbers.every(Number.isFinite) || (range ?? 0) < 0 || (sector?.width ?? 0) < 0) return 'not-a-number';
  return placeRefusal(eye);
}

/** On the grid, as all places are: then it is nowhere as good as on a line without being there. */
function eyeOf({ eye, mount }: SightView): Point {
  const { x, y } = mount === null ? eye : add(eye, polar(mount, BEFORE_FACE));
  return { x: toGrid(x), y: toGrid(y) };
}

const isOpen = (wedges: readonly Wedge[], percent: number): boolean =>
  wedges.some(({ cells }) => cells.some((cell) => cell.percent === percent && isFrameLine(cell.far.line)));
