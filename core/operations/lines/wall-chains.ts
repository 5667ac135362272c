import { type Point, samePoint } from '../../geometry/point.ts';
import type { RecordOf } from '../../plan/records/index.ts';
import { endAt } from '../walls/wall-joints.ts';

type Wall = RecordOf<'wall'>;

/** Straight walls one after the other, or one bent wall; `path` has the points where they begin and end. */
export type WallChain = {
  readonly walls: readonly { readonly wall: Wall; readonly isAlong: boolean }[];
  readonly path: readonly Point[];
  readonly closed: boolean;
};

/** Walls gathered into chains that share ends, each as long as two walls and no more meet. */
export function chainsOf(walls: readonly Wall[]): readonly WallChain[] {
  const waiting = new Set(walls);
  const chains: WallChain[] = [];
  for (const wall of walls) {
    if (!waiting.delete(wall)) continue;
    const ahead = follow(wall.b, wall, waiting);
    const behind = isClosedBy(ahead, wall) ? [] : follow(wall.a, wall, waiting);
    chains.push(chainOf(wall, ahead, behind));
  }
  return chains;
}

type Link = { readonly wall: Wall; readonly isAlong: boolean; readonly end: Point };

/** The walls that continue from a point, taken out of those that wait. */
function follow(from: Point, first: Wall, waiting: Set<Wall>): readonly Link[] {
  const links: Link[] = [];
  let point = from;
  if (first.bulge !== 0) return links;
  for (;;) {
    const meeting = [...waiting].filter((wall) => wall.bulge === 0 && endAt(wall, point) !== null);
    const [next] = meeting;
    if (!next || meeting.length > 1) return links;
    waiting.delete(next);
    const isAlong = endAt(next, point) === 'a';
    point = isAlong ? next.b : next.a;
    links.push({ wall: next, isAlong, end: point });
  }
}

function isClosedBy(links: readonly Link[], first: Wall): boolean {
  const last = links.at(-1);
  return last !== undefined && links.length >= 2 && samePoint(last.end, first.a);
}

function chainOf(wall: Wall, ahead: readonly Link[], behind: readonly Link[]): WallChain {
  const closed = isClosedBy(ahead, wall);
  // What was followed backwards runs the other way in the chain.
  const before = behind.toReversed().map((link) => ({ wall: link.wall, isAlong: !link.isAlong }));
  const starts = behind.toReversed().map(({ end }) => end);
  const path = [...starts, wall.a, wall.b, ...ahead.map(({ end }) => end)];
  return {
    walls: [
      ...before,
      { wall, isAlong: true },
      ...ahead.map((link) => ({ wall: link.wall, isAlong: link.isAlong })),
    ],
    path: closed ? path.slice(0, -1) : path,
    closed,
  };
}
