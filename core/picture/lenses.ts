import type { IdOf, RecordOf } from '../plan/kinds/index.ts';
import type { SheetViewport } from '../plan/parts/viewports.ts';
import type { Plan } from '../plan/plan.ts';
import { type CoverageView, everything, type Lens } from './lens.ts';

type Layer = RecordOf<'layer'>;

/** The layers of a plan of which something is true. */
export function layersWhere(plan: Plan, isShown: (layer: Layer) => boolean): ReadonlySet<IdOf<'layer'>> {
  const layers = new Set<IdOf<'layer'>>();
  for (const layer of plan.tables.layer.values()) if (isShown(layer)) layers.add(layer.id);
  return layers;
}

/** What the viewport of a sheet shows: of its layers, or of all, those that are visible and are printed. */
export function lensOfViewport(
  plan: Plan,
  { floor, layers, states, coverage }: Pick<SheetViewport, 'floor' | 'layers' | 'states' | 'coverage'>,
): Lens {
  const named = layers && new Set(layers);
  return {
    ...everything,
    floors: new Set([floor]),
    layers: layersWhere(plan, ({ id, visible, printed }) => visible && printed && (named?.has(id) ?? true)),
    states,
    coverage: coverage && { ...coverage, camera: null },
  };
}

/** What a window shows of its floor: of the layers those that are named, and what is laid over it of what cameras see. */
export type ShownInWindow = { readonly layers: readonly string[]; readonly coverage: CoverageView | null };

/** What is printed of what a window shows: of its layers, also of one that is shown alone, those that are printed. */
export function lensAsShown(
  plan: Plan,
  { floor, states }: Pick<SheetViewport, 'floor' | 'states'>,
  shown: ShownInWindow,
): Lens {
  const named: ReadonlySet<string> = new Set(shown.layers);
  return {
    ...everything,
    floors: new Set([floor]),
    layers: layersWhere(plan, ({ id, printed }) => printed && named.has(id)),
    states,
    coverage: shown.coverage,
  };
}
