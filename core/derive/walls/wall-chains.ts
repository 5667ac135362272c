import type { Point } from '../../geometry/point.ts';
import type { IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { endAt } from '../../plan/walls/wall-joints.ts';
import { Layered } from '../layered.ts';
import type { Facet, WallNetwork } from './wall-network.ts';
import { isStanding, reachedBy } from './wall-pieces.ts';

type Wall = RecordOf<'wall'>;
type WallId = IdOf<'wall'>;

/** Standing walls one after the other, as far as two and no more end at a point. */
export type Chain = { readonly walls: readonly WallId[]; readonly closed: boolean };

/** The chain that each standing wall of a floor is in. O(n), and O(touched chains) when it follows. */
export const wallChains: Facet<Layered<WallId, Chain>> = {
  compute: (network) => {
    const chains = new Map<WallId, Chain>();
    for (const wall of network.walls()) note(chains, wall, network);
    return new Layered(chains);
  },
  follow: (before, network, touched) => {
    const reached = new Set<WallId>();
    for (const id of reachedBy(network, touched))
      for (const member of [id, ...(before.get(id)?.walls ?? [])]) reached.add(member);
    const chains = new Map<WallId, Chain>();
    for (const id of reached) {
      const wall = network.wall(id);
      if (wall) note(chains, wall, network);
    }
    const changes = new Map<WallId, Chain | null>(chains);
    for (const id of reached) if (!chains.has(id)) changes.set(id, null);
    return before.with(changes);
  },
};

function note(chains: Map<WallId, Chain>, wall: Wall, network: WallNetwork): void {
  if (!isStanding(wall) || chains.has(wall.id)) return;
  const chain = chainOf(wall, network);
  for (const id of chain.walls) chains.set(id, chain);
}

function chainOf(wall: Wall, network: WallNetwork): Chain {
  const ahead = followed(wall, wall.b, network);
  if (ahead.closed) return { walls: fromLeast([wall.id, ...ahead.walls]), closed: true };
  const behind = followed(wall, wall.a, network);
  const walls = [...behind.walls.toReversed(), wall.id, ...ahead.walls];
  const [first, last] = [walls[0] ?? '', walls.at(-1) ?? ''];
  return { walls: first <= last ? walls : walls.toReversed(), closed: false };
}

function followed(wall: Wall, from: Point, network: WallNetwork): Chain {
  const walls: WallId[] = [];
  let [last, point] = [wall, from];
  for (;;) {
    const next = onlyOther(network.wallsAt(point), last);
    if (!next) return { walls, closed: false };
    if (next === wall) return { walls, closed: true };
    walls.push(next.id);
    point = endAt(next, point) === 'a' ? next.b : next.a;
    last = next;
  }
}

/** The other one of two standing walls; null where fewer or more stand there. */
function onlyOther(walls: readonly Wall[], one: Wall): Wall | null {
  let [standing, other]: [number, Wall | null] = [0, null];
  for (const wall of walls) {
    if (!isStanding(wall)) continue;
    standing += 1;
    if (wall !== one) other ??= wall;
  }
  return standing === 2 ? other : null;
}

/** A closed chain from its least id on, in the direction of the lesser of the two beside that. */
function fromLeast(walls: readonly WallId[]): readonly WallId[] {
  const least = walls.reduce((first, id) => (id < first ? id : first));
  const at = walls.indexOf(least);
  const turned = [...walls.slice(at), ...walls.slice(0, at)];
  const [first, ...rest] = turned;
  const isForward = (rest[0] ?? '') <= (rest.at(-1) ?? '');
  return first === undefined || isForward ? turned : [first, ...rest.toReversed()];
}
