import { derive } from '../../core/derive/derive.ts';
import { floorWalls } from '../../core/derive/walls/floor-walls.ts';
import { wallChains } from '../../core/derive/walls/wall-chains.ts';
import { wallFaces } from '../../core/derive/walls/wall-faces.ts';
import { WallNetwork } from '../../core/derive/walls/wall-network.ts';
import { applyDiff, edit } from '../../core/plan/diff.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { referencePlan } from '../../core/reference/reference-plan.ts';
import { type BenchResult, figure, median } from './result.ts';
import { threadMs } from './thread-ms.ts';

const ROUNDS = 9;
const EDITS = 60;

/** All that follows from walls. */
function whole(network: WallNetwork): void {
  for (const facet of [wallChains, wallFaces]) network.facet(facet as typeof wallChains);
}

/** The plan after a wall was moved a little, which one changes each time. */
function moved(plan: Plan, step: number): Plan {
  const walls = [...plan.tables.wall.values()];
  const wall = walls[(step * 97 + 5) % walls.length];
  if (!wall) throw new Error('The plan has no walls.');
  const { x, y } = wall.a;
  return applyDiff(
    plan,
    edit(plan, (draft) => draft.put({ ...wall, a: { x: x + 0.1, y } })),
  );
}

/** The network of the campus plan's walls from nothing, and after one of them was moved. */
export async function benchWallNetwork(): Promise<readonly BenchResult[]> {
  const { plan } = referencePlan('campus', 1);
  const walls = [...plan.tables.wall.values()];
  const [floor] = walls.map((wall) => wall.floor);
  if (!floor) throw new Error('The plan has no walls.');
  const anew = Array.from({ length: ROUNDS }, () => threadMs(() => whole(WallNetwork.of(walls))));
  whole(derive(plan, floorWalls, floor));
  const follows: number[] = [];
  let next = plan;
  for (let step = 0; step < EDITS; step++) {
    next = moved(next, step);
    follows.push(threadMs(() => whole(derive(next, floorWalls, floor))));
  }
  return [
    figure('wall network from nothing', 'campus', median(anew), 'ms', 150),
    figure('wall network after a wall was moved', 'campus', median(follows), 'ms', 2),
  ];
}
