import type { CoverageKey } from '../../analysis/coverage/coverage-scene.ts';
import { floorCoverage } from '../../analysis/coverage/floor-coverage.ts';
import type { FloorCoverage } from '../../analysis/coverage/scene-coverage.ts';
import { derive } from '../../derive/derive.ts';
import type { Lens } from '../../picture/lens.ts';
import type { IdOf } from '../../plan/kinds/index.ts';
import type { Plan } from '../../plan/plan.ts';

/** Which coverage is laid over a plan, and what is known of it. */
export type ShownCoverage = { readonly key: CoverageKey; readonly coverage: FloorCoverage };

/**
 * Which coverage a lens lays over a plan: that of the cameras whose layers it shows; null for none. With
 * what is proposed and what is there today both shown, that of the proposal. O(cameras).
 */
export function coverageKeyOf(plan: Plan, { floors, layers, states, coverage }: Lens): CoverageKey | null {
  const [floor, ...others] = floors ?? [];
  if (floor === undefined || others.length > 0 || !coverage) return null;
  const hidden = new Set<IdOf<'layer'>>();
  if (layers)
    for (const camera of plan.tables.camera.values()) if (!layers.has(camera.layer)) hidden.add(camera.layer);
  return {
    floor,
    states: states === 'today' ? 'today' : 'proposed',
    targetHeight: coverage.targetHeight,
    withoutLayers: [...hidden].sort(),
    view: coverage.view,
    // One that is gone leaves all.
    only: coverage.camera !== null && plan.tables.camera.has(coverage.camera) ? coverage.camera : null,
    light: coverage.light,
  };
}

/** The coverage that a lens lays over a plan, computed unless it is known; null for none. */
export function shownCoverage(plan: Plan, lens: Lens): ShownCoverage | null {
  const key = coverageKeyOf(plan, lens);
  return key && { key, coverage: derive(plan, floorCoverage, key) };
}
