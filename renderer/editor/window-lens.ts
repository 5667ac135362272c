import { lookOfKind } from '../../core/drawing/kinds/index.ts';
import { everything, type Lens, type Overlay } from '../../core/picture/lens.ts';
import { layersWhere } from '../../core/picture/lenses.ts';
import type { IdOf, Kind, PlacedRecord } from '../../core/plan/kinds/index.ts';
import { floorFrom } from '../../core/plan/parts/floors.ts';
import { isPlacedKind, kinds, type Plan } from '../../core/plan/plan.ts';
import type { View } from './view.ts';

/** A plan and how it is looked at: an editor, a tool's context or a scene to snap in. */
export type Shown = { readonly plan: Plan; readonly view: View };

type Made = { readonly layers: Plan['tables']['layer']; readonly lens: Lens };

// Both are values: a lens holds as long as the view and the layers it was made for.
const made = new WeakMap<View, Made>();

/** What the window shows: the floor on which is worked, of the layers that are visible or the one that is isolated. */
export function lensOfWindow(shown: Shown): Lens {
  const { layer: layers } = shown.plan.tables;
  const known = made.get(shown.view);
  if (known?.layers === layers) return known.lens;
  const lens = freshLens(shown);
  made.set(shown.view, { layers, lens });
  return lens;
}

function freshLens({ plan, view }: Shown): Lens {
  const overlays = new Set<Overlay>(view.lens.coverage ? ['coverage'] : []);
  const layers = layersWhere(plan, ({ id, visible }) =>
    view.lens.isolated === null ? visible : id === view.lens.isolated,
  );
  return { ...everything, floors: new Set([view.lens.floor]), layers, states: view.lens.states, overlays };
}

const ghosted: ReadonlySet<Kind> = new Set(
  kinds.filter((kind) => isPlacedKind(kind) && lookOfKind(kind).isGhosted),
);
const nothingOver: ReadonlySet<Overlay> = new Set();

/** What shows through of the floor beneath: what tells where things stand. Shows nothing where there is none. */
export function lensOfGhost(shown: Shown): Lens {
  const beneath = floorFrom(shown.plan, shown.view.lens.floor, -1);
  const floors = new Set<IdOf<'floor'>>(beneath ? [beneath.id] : []);
  return { ...lensOfWindow(shown), floors, kinds: ghosted, overlays: nothingOver };
}

/** Whether the records of a layer are shown: that layer alone while it is isolated, else as the plan says. */
export function isLayerShown(shown: Shown, layer: PlacedRecord['layer']): boolean {
  return lensOfWindow(shown).layers?.has(layer) ?? true;
}
