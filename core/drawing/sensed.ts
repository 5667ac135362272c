import { floorSensing, type Sensing } from '../analysis/sensing/floor-sensing.ts';
import { derive } from '../derive/derive.ts';
import type { RecordOf } from '../plan/kinds/index.ts';
import type { StateView } from '../plan/parts/state-view.ts';
import type { Plan } from '../plan/plan.ts';

type Sensor = RecordOf<'sensor'>;

/** A plan, and what of it is there by its state. */
export type SensedIn = { readonly plan: Plan; readonly states: StateView };

/**
 * What a sensor senses among all that stands on its floor in a view, hidden layers too; null where it watches nothing
 * that could be stopped. Where both states are shown, it is the proposal that counts.
 *
 * @param sensor one of the plan, or what it is to become
 */
export function sensedIn({ plan, states }: SensedIn, sensor: Sensor): Sensing | null {
  const seen = states === 'today' ? 'today' : 'proposed';
  return derive(plan, floorSensing, { floor: sensor.floor, states: seen }).of(sensor);
}
