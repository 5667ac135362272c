import type { Point } from '../../core/geometry/point.ts';
import type { Segment } from '../../core/geometry/segment.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import type { AnyId, IdOf, Kind, NewId } from '../../core/plan/kinds/index.ts';
import type { Vertex } from '../../core/plan/parts/vertices.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { SpatialIndex } from '../../core/plan/spatial-index.ts';
import type { TypedPlace } from '../../core/typed-place.ts';
import type { Gauge } from './distances/gauge.ts';
import type { Refusal } from './refusal.ts';
import type { SnapName } from './snap/snap-kinds.ts';
import type { Reading } from './tools/measuring/reading.ts';
import type { View } from './view.ts';

type Modifiers = { readonly shift: boolean; readonly alt: boolean; readonly ctrl: boolean };

/** A point of the plan that the pointer is at, in metres and not snapped; `hit` is the record under it. */
export type PointerToolEvent = {
  readonly type: 'down' | 'move' | 'up' | 'double';
  readonly at: Point;
  readonly hit: AnyId | null;
} & Modifiers;

/** What happens to a tool. A double click comes after the second of its two presses. */
export type ToolEvent =
  | PointerToolEvent
  | { readonly type: 'key'; readonly key: 'Enter' | 'Escape' | 'Backspace' | 'Tab' }
  /** A length in metres that was typed while drawing: the next point lies that far along the live direction. */
  | { readonly type: 'length'; readonly length: number }
  | { readonly type: 'cancel' };

/** The parts of the next place that were typed, so that the pointer sets only the rest; null for none. */
export type Hold = { readonly length: number | null; readonly angle: number | null };

/** What is typed at the pointer, the same for every tool: the editor makes pointer events of it. */
export type TypedEvent =
  | ({ readonly type: 'hold' } & Hold)
  /** A press at exactly this place. */
  | { readonly type: 'place'; readonly place: TypedPlace };

/** What commands and fields ask of a tool beside the pointer; one that has no use for it passes over it. */
export type ToolAct =
  /** Goes to the next corner of the selected record, or the one before. */
  | { readonly type: 'go-to-corner'; readonly step: 1 | -1 }
  /** A corner after the chosen one; without one in the side nearest to a place. */
  | { readonly type: 'add-corner'; readonly near: Point | null }
  | { readonly type: 'remove-corner' }
  | { readonly type: 'move-corner'; readonly by: Point }
  /** Shows the distances of the selected record to its neighbours. */
  | { readonly type: 'show-distances' }
  /** Begins to type a distance that is shown, ends it with null. */
  | { readonly type: 'grip-distance'; readonly key: Gauge['key'] | null }
  | { readonly type: 'hold-distance'; readonly length: number | null }
  /** Moves the record so that the gripped distance is exactly this. */
  | { readonly type: 'take-distance'; readonly length: number };

/** A line or mark that shows what the pointer snapped to or is aligned with. */
export type Guide =
  | { readonly type: 'line'; readonly from: Point; readonly to: Point }
  | { readonly type: 'box'; readonly from: Point; readonly to: Point }
  | { readonly type: 'mark'; readonly at: Point; readonly name: SnapName };

export type Snap = {
  readonly at: Point;
  readonly name: SnapName;
  readonly guides: readonly Guide[];
  /** The edge that the pointer is on, when that is what it snapped to. */
  readonly edge?: Segment;
};

export type SnapOptions = {
  /** The last point drawn, for orthogonal lock; null when there is none. */
  readonly from: Point | null;
  /** Points of what is being drawn, which attract as the ends of records do. */
  readonly drawn: readonly Point[];
  /** Records that must not attract: those being dragged. */
  readonly except: ReadonlySet<AnyId>;
  /** Turns orthogonal lock on for this point, as Shift does. */
  readonly ortho: boolean;
};

/** The read-only surroundings that a tool steps in. */
export type ToolContext = {
  readonly plan: Plan;
  readonly index: SpatialIndex;
  readonly view: View;
  readonly selection: ReadonlySet<AnyId>;
  readonly pixelsPerMetre: number;
  readonly snap: (point: Point, options: SnapOptions) => Snap;
  readonly newId: NewId;
};

/** One edit, ready to be applied; `label` is a message key. */
export type Commit = { readonly label: string; readonly diff: PlanDiff; readonly mergeKey?: string };

export type ToolStep<S> = {
  readonly state: S;
  readonly commit?: Commit;
  readonly select?: readonly AnyId[];
  readonly refusal?: Refusal;
  /** The group to enter, or null to leave all groups. */
  readonly enter?: IdOf<'group'> | null;
  /** The view zooms by a factor around a place: what became larger or smaller there keeps its size on the screen. */
  readonly zoom?: { readonly around: Point; readonly factor: number };
  /** The tool has finished its work: the editor goes back to select. */
  readonly done?: true;
};

/** What the pointer shows beside itself while drawing: metres, and radians anticlockwise from +x. */
export type Measure = {
  readonly at: Point;
  readonly length: number;
  readonly angle: number | null;
  /** Whether a typed number may set the length now. */
  readonly editable: boolean;
  /** What is typed: a length and an angle, or only a length, as a gap or a known distance; both without it. */
  readonly typed?: 'length';
  /** Nothing but what is typed ends the gesture: a letter begins it as a figure does, and is no command. */
  readonly isAwaited?: true;
};

/** What would happen if the gesture ended now: an uncommitted diff and the marks around it. */
export type Preview = {
  readonly diff: PlanDiff;
  readonly guides: readonly Guide[];
  readonly measure: Measure | null;
  /** Very many records on their way: all go by the same, which needs no diff to be shown. */
  readonly carried?: Carried | null;
  /** Distances with their figures, and which of them is being typed. */
  readonly gauges?: readonly Gauge[];
  readonly gripped?: Gauge['key'] | null;
  /** What the measure tool has found. */
  readonly reading?: Reading | null;
  /** The corner that keys act on. */
  readonly corner?: Corner | null;
};

/** Records that are moved by a vector; the same set as long as the same ones are. */
export type Carried = { readonly ids: ReadonlySet<AnyId>; readonly by: Point };

/** A chosen corner of a record. */
export type Corner = { readonly record: AnyId; readonly vertex: Vertex };

/** A gesture as a state machine that returns data; it cannot reach the editor. */
export type Tool<S> = {
  readonly id: string;
  readonly initial: S;
  /** What it works on, where that is chosen before: when one of these goes, undone or deleted, so does the tool. */
  readonly worksOn?: Kind;
  /** Message key of the sentence shown at the bottom of the canvas for a state. */
  hint(state: S, context?: Pick<ToolContext, 'plan' | 'selection'>): string;
  step(state: S, event: ToolEvent, context: ToolContext): ToolStep<S>;
  preview(state: S, context: ToolContext): Preview | null;
  act?(state: S, act: ToolAct, context: ToolContext): ToolStep<S>;
};

/** A tool whose state the editor keeps without looking into it. */
export type AnyTool = Tool<unknown>;

/** The active tool as the window shows it. */
export type ToolStatus = {
  readonly id: string;
  readonly hint: string;
  readonly refusal: Refusal | null;
};
