import { lookOfKind } from '../../core/drawing/kinds/index.ts';
import { everything, type Lens } from '../../core/picture/lens.ts';
import { layersWhere, lensOfViewport } from '../../core/picture/lenses.ts';
import type { IdOf, Kind, PlacedRecord, RecordOf } from '../../core/plan/kinds/index.ts';
import { floorFrom } from '../../core/plan/parts/floors.ts';
import { viewportOf } from '../../core/plan/parts/viewports.ts';
import { isPlacedKind, kinds, type Plan } from '../../core/plan/plan.ts';
import type { View } from './view.ts';

/** A plan and how it is looked at: an editor, a tool's context or a scene to snap in. */
export type Shown = { readonly plan: Plan; readonly view: View };

type Made = Pick<Plan['tables'], 'layer' | 'sheet'> & { readonly lens: Lens };

// All are values: a lens holds as long as the view, the layers and the sheets it was made for.
const made = new WeakMap<View, Made>();

/** What the window shows: the floor on which is worked, of the layers those that are shown. */
export function lensOfWindow(shown: Shown): Lens {
  const { layer, sheet } = shown.plan.tables;
  const known = made.get(shown.view);
  if (known?.layer === layer && known.sheet === sheet) return known.lens;
  const lens = freshLens(shown);
  made.set(shown.view, { layer, sheet, lens });
  return lens;
}

function freshLens(shown: Shown): Lens {
  const { floor, states, coverage } = shown.view.lens;
  return { ...everything, floors: new Set([floor]), layers: layersShown(shown), states, coverage };
}

/** The one that is isolated, else those of the sheet whose frame is shown, else those that are visible. */
function layersShown({ plan, view }: Shown): Lens['layers'] {
  const { isolated } = view.lens;
  if (isolated !== null) return layersWhere(plan, ({ id }) => id === isolated);
  const sheet = framedSheet({ plan, view });
  if (sheet) return lensOfViewport(plan, viewportOf(sheet)).layers;
  return layersWhere(plan, ({ visible }) => visible);
}

/** The sheet whose frame is shown on the drawing: the chosen one on its own floor. */
export function framedSheet({ plan, view: { lens } }: Shown): RecordOf<'sheet'> | null {
  const sheet = lens.sheet === null ? undefined : plan.tables.sheet.get(lens.sheet);
  return sheet && viewportOf(sheet).floor === lens.floor ? sheet : null;
}

const ghosted: ReadonlySet<Kind> = new Set(
  kinds.filter((kind) => isPlacedKind(kind) && lookOfKind(kind).isGhosted),
);

/** What shows through of the floor beneath: what tells where things stand. Shows nothing where there is none. */
export function lensOfGhost(shown: Shown): Lens {
  const beneath = floorFrom(shown.plan, shown.view.lens.floor, -1);
  const floors = new Set<IdOf<'floor'>>(beneath ? [beneath.id] : []);
  return { ...lensOfWindow(shown), floors, kinds: ghosted, coverage: null };
}

/** Whether the records of a layer are shown. */
export function isLayerShown(shown: Shown, layer: PlacedRecord['layer']): boolean {
  return lensOfWindow(shown).layers?.has(layer) ?? true;
}

/** Whether the plan shows a layer and the sheet whose frame is shown alone leaves it out. */
export function isOffSheet(shown: Shown, layer: PlacedRecord['layer']): boolean {
  if (shown.view.lens.isolated !== null || !framedSheet(shown)) return false;
  return shown.plan.tables.layer.get(layer)?.visible === true && !isLayerShown(shown, layer);
}
