import type { Point } from '../../geometry/point.ts';
import type { PlanDiff } from '../../plan/diff.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Result } from '../../result.ts';
import type { AddWallRefusal } from '../add-wall.ts';
import { addWallChain, type WallChain } from '../add-wall-chain.ts';

export type WallRectangle = Omit<WallChain, 'points'> & {
  /** The lower left corner of the drawn lines. */
  readonly at: Point;
  readonly width: number;
  readonly height: number;
};

/** Diff that adds four walls around a rectangle; the lines have the given sides, metres. */
export function addWallRectangle(plan: Plan, rectangle: WallRectangle): Result<PlanDiff, AddWallRefusal> {
  const { at, width, height, fields, newId } = rectangle;
  const [right, top] = [at.x + width, at.y + height];
  const corners = [at, { x: right, y: at.y }, { x: right, y: top }, { x: at.x, y: top }, at];
  return addWallChain(plan, { points: corners, fields, newId });
}
