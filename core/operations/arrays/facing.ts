import { cross, type Point, subtract } from '../../geometry/point.ts';
import { centroidOf, ringArea } from '../../geometry/polygon.ts';
import type { IdOf } from '../../plan/kinds/index.ts';
import type { PathLine } from '../../plan/path-place.ts';
import { type Plan, recordsOf } from '../../plan/plan.ts';
import { planBounds } from '../../plan/shape.ts';

export const facings = ['outward', 'inward', 'left', 'right', 'along', 'unturned'] as const;

/**
 * Where what is placed along a line looks: away from the site or into it, to one side of the line as it was
 * drawn, along it, or as it did before.
 */
export type Facing = (typeof facings)[number];

type Surroundings = { readonly plan: Plan; readonly floor: IdOf<'floor'>; readonly line: PathLine };

/**
 * The angle, radians anticlockwise, between a line and what looks from it; null leaves it unturned.
 *
 * Outward of a closed line is out of its ring. Outward of an open one is away from the middle of the
 * property line of its floor, or of all that is drawn there.
 */
export function turnFrom(facing: Facing, surroundings: Surroundings): number | null {
  const quarter = Math.PI / 2;
  if (facing === 'unturned') return null;
  if (facing === 'along') return 0;
  if (facing === 'left' || facing === 'right') return facing === 'left' ? quarter : -quarter;
  const out = isLeftOutward(surroundings) ? quarter : -quarter;
  return facing === 'outward' ? out : -out;
}

function isLeftOutward({ plan, floor, line }: Surroundings): boolean {
  if (line.closed) return ringArea(line.path) < 0;
  const middle = middleOf(plan, floor);
  const first = line.path[0];
  const last = line.path.at(-1);
  if (!middle || !first || !last) return false;
  return cross(subtract(last, first), subtract(middle, first)) < 0;
}

function middleOf(plan: Plan, floor: IdOf<'floor'>): Point | null {
  for (const property of recordsOf(plan, 'propertyLine')) {
    if (property.floor === floor) return centroidOf(property.ring);
  }
  const box = planBounds(plan, floor);
  return box && { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 };
}
