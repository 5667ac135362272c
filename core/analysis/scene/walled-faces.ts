import { type Box, boxesTouch, boxOf, grownBox } from '../../geometry/box.ts';
import { distanceBetween, dot, lerp, subtract } from '../../geometry/point.ts';
import { edgesOf } from '../../geometry/polygon.ts';
import { nearestOnSegment, projectOnLine, type Segment } from '../../geometry/segment.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { drawnLine } from '../../plan/wall-line.ts';
import type { Solid, StandingPiece } from './standing-pieces.ts';

type Wall = RecordOf<'wall'>;

/** Beside the face of a building by no more than this and half its thickness a wall is that face, metres. */
const BESIDE = 0.3;
/** Sine of an angle so small that a wall runs along a face. */
const ALONG = 0.02;

/** Around all walls that may be a face of a building. */
export function aroundFaces(outline: readonly { readonly x: number; readonly y: number }[]): Box | null {
  const box = boxOf(outline);
  return box && grownBox(box, FARTHEST);
}

/** No wall is thicker than this and still a face, metres. */
const FARTHEST = 1.5;

/** A wall that may be a face, and how much higher its floor lies than that of the building, metres. */
export type FaceWall = { readonly wall: Wall; readonly base: number };

/** A stretch of a face that a wall is, as shares of it, and from where up to where, metres. */
type Walled = { readonly from: number; readonly to: number; readonly low: number; readonly high: number };

/**
 * The faces of a building: where an outer wall is drawn along one, the wall with its doors and windows is that face, and
 * the building stands only above and beneath it. A drawing that has both means one thing by them.
 */
export function walledFaces({ rings, height }: Solid, walls: readonly FaceWall[]): readonly StandingPiece[] {
  return rings.flatMap((ring) =>
    edgesOf(ring).flatMap((edge) => {
      const walled = walls.flatMap((wall) => stretchOf(wall, edge) ?? []);
      return pieceOfFace(edge, walled, height);
    }),
  );
}

function pieceOfFace([a, b]: Segment, walled: readonly Walled[], height: number): readonly StandingPiece[] {
  const ends = [...new Set([0, 1, ...walled.flatMap(({ from, to }) => [from, to])])].sort(
    (one, other) => one - other,
  );
  return ends.slice(1).flatMap((to, index) => {
    const from = ends[index] ?? to;
    const middle = (from + to) / 2;
    const here = walled.filter((stretch) => stretch.from < middle && middle < stretch.to);
    const [start, end] = [lerp(a, b, from), lerp(a, b, to)];
    return bandsLeft(here, height).map(([low, high]) => ({
      a: start,
      b: end,
      low,
      high,
      substance: 'solid' as const,
    }));
  });
}

/** What walls leave of a face, from its foot to its height. */
function bandsLeft(
  walled: readonly Walled[],
  height: number,
): readonly (readonly [low: number, high: number])[] {
  const bands: [number, number][] = [];
  let low = 0;
  for (const wall of walled.toSorted((one, other) => one.low - other.low)) {
    if (wall.low > low) bands.push([low, Math.min(wall.low, height)]);
    low = Math.max(low, wall.high);
  }
  bands.push([low, height]);
  return bands.filter(([from, to]) => to > from);
}

/** Which stretch of a face a wall is; null for none. Arcs are none: faces are straight. */
function stretchOf({ wall, base }: FaceWall, edge: Segment): Walled | null {
  const [start, end] = wall.bulge === 0 ? drawnLine(wall) : [];
  const long = distanceBetween(edge[0], edge[1]);
  if (!start || !end || long === 0) return null;
  const [along, face] = [subtract(end, start), subtract(edge[1], edge[0])];
  const sine = Math.abs(along.x * face.y - along.y * face.x) / (distanceBetween(start, end) * long);
  if (!(sine <= ALONG) || dot(along, along) === 0) return null;
  const shares = [projectOnLine(start, edge), projectOnLine(end, edge)];
  const from = Math.max(0, Math.min(...shares));
  const to = Math.min(1, Math.max(...shares));
  if (!((to - from) * long > SHORTEST)) return null;
  const middle = lerp(edge[0], edge[1], (from + to) / 2);
  const beside = distanceBetween(middle, nearestOnSegment(middle, start, end));
  if (beside > BESIDE + wall.thickness / 2) return null;
  return { from, to, low: base, high: base + (wall.height ?? Number.POSITIVE_INFINITY) };
}

/** A wall that only ends at a face is none of it, metres. */
const SHORTEST = 0.05;

/** The buildings of which a wall may be a face. */
export function buildingsAt(
  wall: Wall,
  buildings: readonly RecordOf<'building'>[],
): readonly RecordOf<'building'>[] {
  const box = boxOf([wall.a, wall.b]);
  return buildings.filter(({ ring }) => {
    const around = aroundFaces(ring);
    return box !== null && around !== null && boxesTouch(box, around);
  });
}
