import type { IdOf, RecordOf } from '../plan/kinds/index.ts';
import type { SheetViewport } from '../plan/parts/viewports.ts';
import type { Plan } from '../plan/plan.ts';
import { everything, type Lens } from './lens.ts';

type Layer = RecordOf<'layer'>;

/** The layers of a plan of which something is true. */
export function layersWhere(plan: Plan, isShown: (layer: Layer) => boolean): ReadonlySet<IdOf<'layer'>> {
  const layers = new Set<IdOf<'layer'>>();
  for (const layer of plan.tables.layer.values()) if (isShown(layer)) layers.add(layer.id);
  return layers;
}

/** What the viewport of a sheet shows: of its layers, or of all, those that are visible and are printed. */
export function lensOfViewport(plan: Plan, { floor, layers, states }: SheetViewport): Lens {
  const named = layers && new Set(layers);
  return {
    ...everything,
    floors: new Set([floor]),
    layers: layersWhere(plan, ({ id, visible, printed }) => visible && printed && (named?.has(id) ?? true)),
    states,
  };
}
