import { type FloorZones, floorZones } from '../../analysis/zones/floor-zones.ts';
import { derive } from '../../derive/derive.ts';
import { type Lens, shows } from '../../picture/lens.ts';
import { lensOfViewport } from '../../picture/lenses.ts';
import type { SheetViewport } from '../../plan/parts/viewports.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ShownCoverage } from '../coverage/shown-coverage.ts';

/** The answers for the zones of the floor whose coverage is shown, each at its own height; computed unless they are known. */
export function zonesOf(plan: Plan, { key: { floor, states } }: ShownCoverage): FloorZones {
  return derive(plan, floorZones, { floor, states, targetHeight: null });
}

type Content = {
  readonly plan: Plan;
  readonly shown: ShownCoverage | null;
  readonly viewport: SheetViewport;
};

/** What a reader must know of the coverage zones of a sheet: how many fail, and what is hatched. Nothing where none is shown. */
export function zoneNotes({ plan, shown, viewport }: Content): readonly string[] {
  if (!shown) return [];
  const lens: Lens = lensOfViewport(plan, viewport);
  const answers = [...zonesOf(plan, shown)].flatMap(([id, result]) => {
    const zone = plan.tables.coverageZone.get(id);
    return zone && shows(lens, zone, plan) ? [result] : [];
  });
  if (answers.length === 0) return [];
  const failing = answers.filter((result) => !(result.ok && result.isMet)).length;
  const counted = `${failing} of ${answers.length} ${answers.length === 1 ? 'fails' : 'fail'}`;
  const hatched = failing > 0 ? '; hatched is what of them is not covered as they ask' : '';
  return [
    `Coverage zones: ${counted}${hatched}. Each is checked at its own height and light with all cameras of the floor.`,
  ];
}
