import { levelsByDay } from '../../core/picture/lens.ts';
import type { IdOf, Kind, PlanRecord } from '../../core/plan/kinds/index.ts';
import { inOrder, type Plan, planOf } from '../../core/plan/plan.ts';
import { planBounds } from '../../core/plan/shape.ts';
import { Editor } from './editor.ts';
import { tools } from './tools/index.ts';
import type { UndoSource } from './undo-steps.ts';
import type { View } from './view.ts';
import { fit, type Viewport } from './viewport.ts';

export type NewEditor = UndoSource & {
  /** A sound plan, or the records of one. */
  readonly plan: Plan | Iterable<PlanRecord>;
  /** Else what an empty plan shows. */
  readonly viewport?: Viewport;
  /** Makes one random UUID each time it is called. */
  readonly newUuid: () => string;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
};

/** How a plan is worked on until the person chooses otherwise. */
function startingView(floor: IdOf<'floor'>, layer: IdOf<'layer'>): View {
  return {
    lens: {
      floor,
      states: 'both',
      isolated: null,
      ghost: true,
      coverage: levelsByDay,
      group: null,
      sheet: null,
      worst: null,
    },
    drawing: { layer, grid: true, gridStep: 1, measuring: 'distance' },
    snaps: { isOn: true, off: new Set(), ortho: false, angleStepDeg: 15 },
    armed: { records: {}, template: null },
  };
}

// What an empty plan shows: about 70 by 50 metres from the origin.
const startingViewport: Viewport = {
  centre: { x: 25, y: 15 },
  pixelsPerMetre: 14,
  widthPx: 1000,
  heightPx: 700,
};

// A plan of a few records opens no closer than about 1:50, so that there is room around them.
const CLOSEST_AT_FIRST = 75;

/** What an editor shows first on a canvas of a known size: all of its floor, with room around it. */
export function openingViewport({ plan, view }: Editor, canvas: Viewport): Viewport {
  const box = planBounds(plan, view.lens.floor);
  if (!box) return canvas;
  const close = fit(canvas, box);
  return { ...close, pixelsPerMetre: Math.min(close.pixelsPerMetre, CLOSEST_AT_FIRST) };
}

/** An editor of a plan: on its first floor and first layer; the canvas shows all of it once it has a size. */
export function createEditor({ plan: given, viewport, newUuid, now, ...undo }: NewEditor): Editor {
  const plan = 'tables' in given ? given : planOf(given);
  const [floor] = inOrder(plan, 'floor');
  const [layer] = inOrder(plan, 'layer');
  if (!floor || !layer) throw new Error('The plan has neither floor nor layer: it was not checked before.');
  return new Editor({
    plan,
    view: startingView(floor.id, layer.id),
    viewport: viewport ?? startingViewport,
    undo,
    tools,
    newId: <K extends Kind>(kind: K) => `${kind}:${newUuid()}` as IdOf<K>,
    newStep: newUuid,
    now,
  });
}
