import { type Box, grownBox } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { type Affine, apply } from '../../geometry/transform.ts';
import type { IdOf, PlacedKind, PlacedRecord } from '../../plan/kinds/index.ts';
import { isKind, kindOf, type Plan } from '../../plan/plan.ts';
import { boundsOf } from '../../plan/shape.ts';
import { strata } from '../composition.ts';
import type { ShownCoverage } from '../coverage/shown-coverage.ts';
import type { DrawItem, Path } from '../draw-item.ts';
import { textWidth } from '../measure-text.ts';
import { type PaperText, paperItems } from '../paper-items.ts';
import type { Scene } from '../scene.ts';
import { tracePath } from '../trace-path.ts';
import { shrinkOf, shrunkItems } from './shrink.ts';

/**
 * The kinds of which is drawn what lies far from their shape: what is seen, detected, lit and kept clear, where
 * a leaf swings, and words. Of all others the shape says how far they go; a test holds the list.
 */
export const reachingKinds: ReadonlySet<PlacedKind> = new Set([
  'camera',
  'sensor',
  'light',
  'asset',
  'opening',
  'gate',
  'text',
  'callout',
]);

/** How the plan is brought onto the paper, and what of it is. */
export type OnPaper = {
  readonly scene: Scene;
  readonly shown: ShownCoverage | null;
  readonly matrix: Affine;
};

/**
 * Places around all that a sheet draws of a record in lines, surfaces and words, millimetres on the paper; none of a
 * kind that does not reach beyond its shape. Symbols and tags, which keep off the edge, do not count.
 */
export function reachOf(record: PlacedRecord, { scene, shown, matrix }: OnPaper): readonly Point[] {
  const kind = kindOf(record.id);
  if (!reachingKinds.has(kind as PlacedKind)) return [];
  // As the view of a sheet paints it: a callout keeps its words at any scale.
  const share = isKind(record, 'callout') ? 1 : shrinkOf(scene.view.scale);
  const items = strata
    .filter((stratum) => stratum.kind === kind)
    .flatMap((stratum) => shrunkItems(stratum.draw(record, scene).body, share));
  return [...pointsOf(items, matrix), ...(isKind(record, 'camera') ? seenBy(record.id, shown, matrix) : [])];
}

/** The corners of what a camera sees at the coarsest level, which holds all others. */
function seenBy(id: IdOf<'camera'>, shown: ShownCoverage | null, matrix: Affine): readonly Point[] {
  const result = shown?.coverage.cameras.get(id);
  const coarsest = result?.ok ? result.value.levels.at(-1) : undefined;
  const { coordinates = [] } = coarsest?.rings ?? {};
  return Array.from({ length: coordinates.length / 2 }, (_, index) =>
    apply(matrix, { x: coordinates[2 * index] ?? 0, y: coordinates[2 * index + 1] ?? 0 }),
  );
}

/** Around all that a record can reach, as far as that is known without drawing it; null where it is not. */
export function reachBox(record: PlacedRecord, plan: Plan): Box | null {
  const most = mostReach(record);
  const bounds = most === null ? null : boundsOf(record, plan);
  return bounds && most !== null ? grownBox(bounds, most) : null;
}

/** Metres: a leaf is as long as its opening is wide, a camera sees to its range. */
function mostReach(record: PlacedRecord): number | null {
  if (!reachingKinds.has(kindOf(record.id) as PlacedKind)) return 0;
  if (isKind(record, 'opening') || isKind(record, 'gate')) return record.width;
  return isKind(record, 'camera') ? record.range : null;
}

function pointsOf(items: readonly DrawItem[], matrix: Affine): readonly Point[] {
  const counted = items.filter(({ type }) => type === 'path' || type === 'text');
  return paperItems({ items: counted, toPaper: matrix, clip: null }).flatMap((item) => {
    if (item.type === 'path') return pointsAlong(item.path, item.matrix);
    return item.type === 'text' ? cornersOf(item) : [];
  });
}

/** Pieces of a curve, of a quarter turn or less, by which it is known to half a hundredth of its radius. */
const PIECES = 8;

function pointsAlong(path: Path, matrix: Affine): readonly Point[] {
  const points: Point[] = [];
  const include = (x: number, y: number): void => void points.push({ x, y });
  tracePath(path, matrix, {
    move: include,
    line: include,
    curve: (x1, y1, x2, y2, x, y) => {
      const from = points.at(-1) ?? { x, y };
      for (let piece = 1; piece <= PIECES; piece++) {
        const [t, s] = [piece / PIECES, 1 - piece / PIECES];
        const along = (start: number, one: number, other: number, end: number) =>
          s ** 3 * start + 3 * s * s * t * one + 3 * s * t * t * other + t ** 3 * end;
        include(along(from.x, x1, x2, x), along(from.y, y1, y2, y));
      }
    },
    close: () => undefined,
  });
  return points;
}

/** From the baseline of a line up and down, as shares of its size. */
const [ASCENT, DESCENT] = [0.75, 0.25];
const before = { start: 0, middle: 0.5, end: 1 } as const;

function cornersOf({ left, top, turn, text, sizeMm, weight, anchor }: PaperText): readonly Point[] {
  const width = textWidth(text, sizeMm, weight);
  const start = -before[anchor] * width;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return [start, start + width].flatMap((along) =>
    [-ASCENT * sizeMm, DESCENT * sizeMm].map((down) => ({
      x: left + along * cos - down * sin,
      y: top + along * sin + down * cos,
    })),
  );
}
