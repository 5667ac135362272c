import type { WorstPlace } from '../../core/analysis/zones/zone-check.ts';
import type { CoverageView } from '../../core/picture/lens.ts';
import type { DeviceKind, IdOf, RecordOf } from '../../core/plan/kinds/index.ts';
import type { Fragment } from '../../core/plan/parts/fragment.ts';
import type { StateView } from '../../core/plan/parts/state-view.ts';
import type { SnapKind } from './snap/snap-kinds.ts';
import type { MeasureKind } from './tools/measuring/reading.ts';

/** The worst place of a coverage zone, marked on the drawing while the zone is selected. */
export type WorstMark = {
  readonly zone: IdOf<'coverageZone'>;
  /** Null while it is being computed, or where there is none: nothing is marked then. */
  readonly place: WorstPlace | null;
};

/** What of the plan is looked at; `lensOfWindow` makes the lens of it. */
export type LensSettings = {
  readonly floor: IdOf<'floor'>;
  /** Whether what is there today is shown, what is proposed, or both. */
  readonly states: StateView;
  /** The only layer that is shown; null while all are that the plan shows. */
  readonly isolated: IdOf<'layer'> | null;
  /** Whether the floor beneath shows through. */
  readonly ghost: boolean;
  /** What is laid over the plan of what cameras see; null for nothing. */
  readonly coverage: CoverageView | null;
  /** The group that has been entered: what is in it can be taken hold of one by one; null for none. */
  readonly group: IdOf<'group'> | null;
  /** The sheet that is issued, framed on the drawing, which shows its layers alone; null while none was chosen. */
  readonly sheet: IdOf<'sheet'> | null;
  /** The worst place of the selected coverage zone, marked on the drawing; null while none was asked for. */
  readonly worst: WorstMark | null;
};

/** What is drawn on, and how it is measured. */
export type DrawingSettings = {
  /** The layer of what is drawn next. */
  readonly layer: IdOf<'layer'>;
  readonly grid: boolean;
  readonly gridStep: number;
  /** What the measure tool measures. */
  readonly measuring: MeasureKind;
};

/** Where the pointer snaps. */
export type SnapSettings = {
  readonly isOn: boolean;
  readonly off: ReadonlySet<SnapKind>;
  /** Whether the next point lies on the horizontal or vertical through the last one. */
  readonly ortho: boolean;
  /** Directions that the next point prefers are multiples of this, degrees. */
  readonly angleStepDeg: number;
};

/** What the next record of each kind gets besides the defaults: the catalogue entry or the chosen type. */
export type ArmedRecords = {
  readonly [K in
    | DeviceKind
    | 'wall'
    | 'opening'
    | 'gate'
    | 'area'
    | 'obstacle'
    | 'road'
    | 'route'
    | 'dimension']?: Partial<RecordOf<K>>;
};

/** The template that its tool places, already turned by an angle, radians anticlockwise. */
export type ArmedTemplate = { readonly id: string; readonly fragment: Fragment; readonly angle: number };

/** What is placed next. */
export type ArmedDefaults = {
  readonly records: ArmedRecords;
  /** Null until one is chosen. */
  readonly template: ArmedTemplate | null;
};

/** How the person works at the moment, each part with its own topic; nothing of it is in the plan. */
export type View = {
  readonly lens: LensSettings;
  readonly drawing: DrawingSettings;
  readonly snaps: SnapSettings;
  readonly armed: ArmedDefaults;
};

/** Some settings of some parts, as they are to be from now on. */
export type ViewChange = { readonly [P in keyof View]?: Partial<View[P]> };

/** The parts of a view: each is a topic of the editor. */
export const viewParts = ['lens', 'drawing', 'snaps', 'armed'] as const satisfies readonly (keyof View)[];

/** Whether records may be shown in one view that are not in the other. */
export function showsOtherPart(one: LensSettings, other: LensSettings): boolean {
  const keys = ['floor', 'states', 'isolated', 'sheet'] as const;
  return keys.some((key) => one[key] !== other[key]);
}

/** The view with a change, and the parts of it that are no longer what they were. */
export function changedView(view: View, change: ViewChange): { view: View; parts: readonly (keyof View)[] } {
  const changed = viewParts.filter((part) => change[part] !== undefined);
  const next = changed.map((part) => [part, { ...view[part], ...change[part] }]);
  return { view: Object.assign({}, view, Object.fromEntries(next)), parts: changed };
}
