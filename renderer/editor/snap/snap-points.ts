import {
  add,
  angleOf,
  distanceBetween,
  lerp,
  type Point,
  polar,
  samePoint,
} from '../../../core/geometry/point.ts';
import { nearestOnSegment, projectOnLine, type Segment } from '../../../core/geometry/segment.ts';
import type { Circle } from '../../../core/plan/snap-geometry.ts';
import type { SnapOptions } from '../tool.ts';
import { attractorsNear, crossingsOf } from './snap-attractors.ts';
import type { SnapKind } from './snap-kinds.ts';
import { extensionsNear } from './snap-lines.ts';
import { type Candidate, SNAP_PX } from './snap-result.ts';
import type { SnapScene } from './snap-scene.ts';

/** What was taken is let go only this much farther away than it was taken, and for what is clearly nearer. */
const KEEP = 1.5;
const CLEARLY_PX = 3;

type Sought = { readonly point: Point; readonly options: SnapOptions; readonly scene: SnapScene };

/** The place near the pointer that wins, by its kind and then by its distance; null for none. */
export function pointNear(sought: Sought): Candidate | null {
  const { point, scene } = sought;
  const reach = SNAP_PX / scene.pixelsPerMetre;
  const { taken } = scene.memory;
  let best: Candidate | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates(sought, reach * KEEP)) {
    if (best && candidate.name !== best.name) break;
    const isTaken = taken?.name === candidate.name && samePoint(taken.at, candidate.at, 0.001);
    const distance = distanceBetween(candidate.at, point);
    if (distance > reach * (isTaken && candidate.name !== 'edge' ? KEEP : 1)) continue;
    const felt = distance - (isTaken ? CLEARLY_PX / scene.pixelsPerMetre : 0);
    if (felt >= least) continue;
    best = candidate;
    least = felt;
  }
  return best;
}

/** All that attracts within reach, in the order of the kinds. */
function* candidates({ point, options, scene }: Sought, reach: number): Generator<Candidate> {
  const { from } = options;
  const { off } = scene.view.snaps;
  const { ends, middles, centres, edges, circles } = attractorsNear(point, { reach, options, scene });
  const isOn = (name: SnapKind) => !off.has(name);
  if (isOn('end')) yield* named('end', ends);
  if (isOn('middle')) yield* named('middle', middles);
  if (isOn('centre')) yield* named('centre', centres);
  if (isOn('intersection')) yield* named('intersection', crossingsOf(edges));
  if (isOn('apparent')) yield* extensionsNear({ point, options, scene, edges }).crossings;
  if (from && isOn('perpendicular')) yield* perpendiculars(from, edges);
  if (from && isOn('tangent')) yield* tangents(from, circles);
  if (isOn('edge')) {
    for (const edge of edges) {
      yield { name: 'edge', at: nearestOnSegment(point, edge[0], edge[1]), guides: [], edge };
    }
  }
}

function* named(name: SnapKind, points: Iterable<Point>): Generator<Candidate> {
  for (const at of points) yield { name, at, guides: [] };
}

function* perpendiculars(from: Point, edges: readonly Segment[]): Generator<Candidate> {
  for (const edge of edges) {
    const along = projectOnLine(from, edge);
    const at = lerp(edge[0], edge[1], along);
    if (along < 0 || along > 1 || samePoint(at, from, 0.001)) continue;
    yield { name: 'perpendicular', at, guides: [{ type: 'line', from, to: at }], edge };
  }
}

/*  The angle at the centre between `from` and the point of contact has the cosine radius / distance.  */
function* tangents(from: Point, circles: readonly Circle[]): Generator<Candidate> {
  for (const { centre, radius } of circles) {
    const distance = distanceBetween(centre, from);
    if (distance <= radius) continue;
    const towards = angleOf(centre, from);
    const half = Math.acos(radius / distance);
    for (const angle of [towards - half, towards + half]) {
      const at = add(centre, polar(angle, radius));
      yield { name: 'tangent', at, guides: [{ type: 'line', from, to: at }] };
    }
  }
}
