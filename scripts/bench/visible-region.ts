import { Clipper, FillRule } from 'clipper2-ts';
import Flatbush from 'flatbush';
import { compute, type Segments, type Vector2D } from 'visibility-polygon';
import { floorStanding } from '../../core/analysis/scene/floor-standing.ts';
import { sightScene } from '../../core/analysis/scene/sight-scene.ts';
import { type PreparedSight, prepareSight } from '../../core/analysis/sight/prepare-sight.ts';
import { RangeOutline } from '../../core/analysis/sight/range-outline.ts';
import type { SightPieces } from '../../core/analysis/sight/sight-pieces.ts';
import { type SeenPart, visibleRegion } from '../../core/analysis/sight/visible-region.ts';
import { derive } from '../../core/derive/derive.ts';
import type { Point } from '../../core/geometry/point.ts';
import { kindOf, type Plan, settingsOf } from '../../core/plan/plan.ts';
import { Random } from '../../core/reference/random.ts';
import { referencePlan } from '../../core/reference/reference-plan.ts';
import { type BenchResult, figure, median, ratioFigure } from './result.ts';
import { threadMs } from './thread-ms.ts';

const ROUNDS = 5;
const VIEWPOINTS = 200;
const RANGE = 60;
/** Around everything, so that what is seen without a range has an area; metres. */
const FAR = 3000;
/** Of the area, as much as the reference may differ. */
const EQUAL = 1e-6;
/** Eye, target: metres. */
const HEIGHTS = { height: 3, targetHeight: 0 };

type Standing = readonly [ax: number, ay: number, bx: number, by: number, low: number, high: number];

function piecesOf(standing: readonly Standing[], through: readonly number[]): SightPieces {
  return {
    segments: Float64Array.from(standing.flatMap((each) => each.slice(0, 4))),
    heights: Float64Array.from(standing.flatMap((each) => each.slice(4))),
    through: Float64Array.from(through),
  };
}

/** What stands on the floor of the walls as it is proposed. */
function standingOn(plan: Plan) {
  const [floor] = [...plan.tables.wall.values()].map((wall) => wall.floor);
  if (!floor) throw new Error('The plan has no walls.');
  return derive(plan, floorStanding, { floor, states: 'proposed' });
}

/** The walls, with what of them is over and beneath openings. */
function wallsOf(plan: Plan): readonly Standing[] {
  return [...standingOn(plan).entries()]
    .filter(([id]) => kindOf(id) === 'wall')
    .flatMap(([, { pieces }]) => pieces.filter(({ substance }) => substance === 'solid'))
    .map(({ a, b, low, high }) => [a.x, a.y, b.x, b.y, low, high] as const);
}

const FAR_BOX: readonly Standing[] = [
  [-FAR, -FAR, FAR, -FAR],
  [FAR, -FAR, FAR, FAR],
  [FAR, FAR, -FAR, FAR],
  [-FAR, FAR, -FAR, -FAR],
].map(([ax = 0, ay = 0, bx = 0, by = 0]) => [ax, ay, bx, by, 0, Number.POSITIVE_INFINITY]);

function granted<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('What hides sight was refused.');
  return result.value;
}

/** The least of several tries, ms: what else the machine does meanwhile does not count. */
function timed(rounds: number, work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  });
  return Math.min(...times);
}

/** The edges of the triangulation that walls stand on: what a reference has to be given. */
function edgesOf({ x, y, corners, edges }: PreparedSight): Segments {
  const found = new Map<number, Segments[number]>();
  const place = (corner: number): Vector2D => [x[corner] ?? 0, y[corner] ?? 0];
  for (const [half, edge] of edges.entries()) {
    if (edge < 0) continue;
    const next = half % 3 === 2 ? half - 2 : half + 1;
    found.set(edge, [place(corners[half] ?? 0), place(corners[next] ?? 0)]);
  }
  return [...found.values()];
}

const seenFrom = (sight: PreparedSight, eye: Point, range: number | null): SeenPart =>
  granted(visibleRegion(sight, { eye, ...HEIGHTS, mount: null, range, sector: null })).clear;

/** m² of a polygon of the reference, as far as the range. */
function areaOf(polygon: readonly Vector2D[], eye: Point, range: number | null): number {
  const steps = 1e5;
  const path = polygon.map(([x, y]) => ({
    x: Math.round((x - eye.x) * steps),
    y: Math.round((y - eye.y) * steps),
  }));
  if (range === null) return Math.abs(Clipper.area(path)) / steps ** 2;
  const outline = new RangeOutline(range);
  const circle = Array.from({ length: outline.count }, (_, corner) => ({
    x: Math.round(outline.outer * outline.cornerX(corner) * steps),
    y: Math.round(outline.outer * outline.cornerY(corner) * steps),
  }));
  const within = Clipper.intersect([path], [circle], FillRule.NonZero);
  return within.reduce((sum, ring) => sum + Clipper.area(ring), 0) / steps ** 2;
}

function indexOf(edges: Segments): Flatbush {
  const index = new Flatbush(edges.length);
  for (const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] of edges)
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  index.finish();
  return index;
}

type Compared = { readonly own: number; readonly reference: number };

/** Milliseconds for one viewpoint; fails where the areas are not equal. */
function compared(sight: PreparedSight, edges: Segments, range: number | null, eye: Point): Compared {
  let seen = seenFrom(sight, eye, range);
  const rounds = range === null ? 1 : ROUNDS;
  const own = timed(ROUNDS, () => {
    seen = seenFrom(sight, eye, range);
  });
  let polygon: readonly Vector2D[] = [];
  const reference = timed(rounds, () => {
    polygon = compute([eye.x, eye.y], edges);
  });
  const expected = areaOf(polygon, eye, range);
  if (Math.abs(seen.area - expected) > EQUAL * expected)
    throw new Error(`From ${eye.x}, ${eye.y} ${seen.area} m² are seen, by the reference ${expected} m².`);
  return { own, reference };
}

/** One viewpoint's visible region on the campus plan, beside the reference in the same run, and with heights. */
export async function benchVisibleRegion(): Promise<readonly BenchResult[]> {
  const { plan } = referencePlan('campus', 1);
  const walls = wallsOf(plan);
  const flat = piecesOf(
    [...walls, ...FAR_BOX],
    [...walls, ...FAR_BOX].map(() => 0),
  );
  const prepare = median(Array.from({ length: ROUNDS }, () => threadMs(() => granted(prepareSight(flat)))));
  const sight = granted(prepareSight(flat));
  const edges = edgesOf(sight);
  const index = indexOf(edges);
  const box: Segments = FAR_BOX.map(([ax, ay, bx, by]) => [
    [ax, ay],
    [bx, by],
  ]);
  const random = new Random(20_261_130);
  const eyes = Array.from({ length: VIEWPOINTS }, () => ({
    x: random.between(5, 995),
    y: random.between(5, 745),
  }));
  const near = eyes.map((eye) => {
    const { x, y } = eye;
    const found = index.search(x - RANGE, y - RANGE, x + RANGE, y + RANGE).map((at) => edges[at] ?? []);
    return compared(sight, [...found, ...box], RANGE, eye);
  });
  const far = eyes.map((eye) => compared(sight, edges, null, eye));
  const { pieces: all } = sightScene(standingOn(plan), 'light', settingsOf(plan).meshShare);
  const isPartial = (_: number, piece: number) =>
    (all.heights[2 * piece] ?? 0) > 0 || (all.heights[2 * piece + 1] ?? 0) < Number.POSITIVE_INFINITY;
  const share = all.through.filter(isPartial).length / all.through.length;
  process.stderr.write(
    `bench: ${walls.length} walls are ${edges.length} edges; with all that stands there ${all.through.length}, ${Math.round(100 * share)} % of partial height\n`,
  );
  const high = granted(prepareSight(all));
  const tall = eyes.map((eye) => timed(ROUNDS, () => seenFrom(high, eye, RANGE)));
  const times = (list: readonly Compared[]) => ({
    value: median(list.map(({ own }) => own)),
    reference: median(list.map(({ reference }) => reference)),
  });
  const [at60, unlimited] = [times(near), times(far)];
  return [
    figure('sight prepared', 'campus', prepare, 'ms', 500),
    figure('visible region, 60 m', 'campus', at60.value, 'ms', 1),
    ratioFigure('visible region, 60 m, beside visibility-polygon', 'campus', at60, {
      type: 'at-most',
      ratio: 1,
    }),
    figure('visible region, unlimited', 'campus', unlimited.value, 'ms', 2),
    ratioFigure('visible region, unlimited, beside visibility-polygon', 'campus', unlimited, {
      type: 'at-least',
      ratio: 10,
    }),
    figure('visible region with heights, 60 m', 'campus', median(tall), 'ms', 1),
  ];
}
