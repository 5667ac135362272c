import { wallsOn } from '../../derive/walls/floor-walls.ts';
import { type Point, samePoint } from '../../geometry/point.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { endAt } from '../../plan/walls/wall-joints.ts';

type Wall = RecordOf<'wall'>;

/** Straight walls one after the other, or one bent wall; `path` has the points where they begin and end. */
export type WallChain = {
  readonly walls: readonly { readonly wall: Wall; readonly isAlong: boolean }[];
  readonly path: readonly Point[];
  readonly closed: boolean;
};

/** Walls of a plan gathered into chains that share ends on their floor, each as long as two walls and no more meet. */
export function chainsOf(plan: Plan, walls: readonly Wall[]): readonly WallChain[] {
  const waiting = new Set(walls);
  const open: Open = { waiting, wallsAt: (floor, point) => wallsOn(plan, floor).wallsAt(point) };
  const chains: WallChain[] = [];
  for (const wall of walls) {
    if (!waiting.delete(wall)) continue;
    const ahead = follow(wall.b, wall, open);
    const behind = isClosedBy(ahead, wall) ? [] : follow(wall.a, wall, open);
    chains.push(chainOf(wall, ahead, behind));
  }
  return chains;
}

type Link = { readonly wall: Wall; readonly isAlong: boolean; readonly end: Point };

type Open = {
  readonly waiting: Set<Wall>;
  readonly wallsAt: (floor: Wall['floor'], point: Point) => readonly Wall[];
};

/** The walls that continue from a point, taken out of those that wait. */
function follow(from: Point, first: Wall, { waiting, wallsAt }: Open): readonly Link[] {
  const links: Link[] = [];
  let point = from;
  if (first.bulge !== 0) return links;
  for (;;) {
    const next = onlyOneOf(wallsAt(first.floor, point), waiting);
    if (!next) return links;
    waiting.delete(next);
    const isAlong = endAt(next, point) === 'a';
    point = isAlong ? next.b : next.a;
    links.push({ wall: next, isAlong, end: point });
  }
}

function onlyOneOf(walls: readonly Wall[], waiting: ReadonlySet<Wall>): Wall | null {
  let only: Wall | null = null;
  for (const wall of walls) {
    if (wall.bulge !== 0 || !waiting.has(wall)) continue;
    if (only) return null;
    only = wall;
  }
  return only;
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
