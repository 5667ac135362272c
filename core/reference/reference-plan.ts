import type { Plan } from '../plan/plan.ts';
import { planOf } from '../plan/plan.ts';
import { ReferenceSite } from './reference-site.ts';

/** What a reference plan holds; lengths in metres. */
type ReferenceSize = {
  readonly records: number;
  readonly width: number;
  readonly depth: number;
  readonly cameras: number;
};

export const referenceSizes = {
  typical: { records: 2000, width: 300, depth: 200, cameras: 60 },
  campus: { records: 20_000, width: 1000, depth: 750, cameras: 500 },
  stress: { records: 50_000, width: 1600, depth: 1200, cameras: 1200 },
} as const satisfies Record<string, ReferenceSize>;

export type ReferenceName = keyof typeof referenceSizes;

/** Whether there is a reference plan of this name. */
export function isReferenceName(name: string): name is ReferenceName {
  return Object.hasOwn(referenceSizes, name);
}

/**
 * One of the plans that figures are measured on, the same for the same seed.
 *
 * 55 % of its records are walls with the doors in them, 10 % fences, roads and gates, 10 % buildings and
 * areas, the rest tagged devices, its settings and two floors; the number of records is exact.
 */
export function referencePlan(
  name: ReferenceName,
  seed: number,
): { readonly plan: Plan; readonly planId: string } {
  const { records, width, depth, cameras } = referenceSizes[name];
  const site = new ReferenceSite({ name, seed, width, depth });
  const structure = site.count;
  const drawn = records - structure;
  site.addBuildings(Math.round(drawn * 0.55), Math.round(drawn * 0.1));
  site.addPerimeter(Math.round(drawn * 0.1));
  site.addCameras(cameras);
  site.addDevices(records - site.count);
  return { plan: planOf(site.records), planId: site.planId };
}
