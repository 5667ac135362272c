import { type IdOf, planKinds } from './kinds/index.ts';
import { type Plan, planOf } from './plan.ts';

/** Names of the layers that a new plan starts with, lowest first. */
export const firstLayerNames = ['Site and building', 'Protection', 'Notes'] as const;

export type NewPlan = {
  readonly name: string;
  readonly displayUnit: 'm' | 'ft-in';
  /** Makes one id each time it is called. */
  readonly newId: <K extends 'floor' | 'layer'>(kind: K) => IdOf<K>;
};

/** A plan with settings, the floor "Site" and the first layers, and nothing drawn. */
export function newPlan({ name, displayUnit, newId }: NewPlan): Plan {
  return planOf([
    { id: 'settings:plan', ...planKinds.settings.defaults, name, displayUnit },
    { id: newId('floor'), ...planKinds.floor.defaults, name: 'Site' },
    ...firstLayerNames.map((layerName, order) => ({
      id: newId('layer'),
      ...planKinds.layer.defaults,
      name: layerName,
      order,
    })),
  ]);
}
