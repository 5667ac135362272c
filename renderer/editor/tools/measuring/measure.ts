import { angleOf, distanceBetween, type Point } from '../../../../core/geometry/point.ts';
import { refuse } from '../../gestures/answer.ts';
import { guidesOnly, isSamePlace, lineGuides, pointTowards, snapped } from '../../gestures/pointer.ts';
import type { EditorMessageKey } from '../../message-keys.ts';
import type { Guide, PointerToolEvent, Preview, Snap, Tool, ToolContext, ToolStep } from '../../tool.ts';
import { type MeasureKind, readingOf, sidesOf } from './reading.ts';

type Measuring = {
  readonly phase: 'measuring';
  readonly kind: MeasureKind;
  readonly points: readonly [Point, ...Point[]];
  readonly snap: Snap;
  /** Where the button went down last, not snapped. */
  readonly pressedAt: Point;
};
export type MeasureState =
  /** What is measured next is known once the pointer has moved. */
  | { readonly phase: 'idle'; readonly snap: Snap | null; readonly kind: MeasureKind | null }
  | Measuring
  /** What was measured stays on show until the next press. */
  | {
      readonly phase: 'measured';
      readonly kind: MeasureKind;
      readonly points: readonly Point[];
      readonly closed: boolean;
      readonly pressedAt: Point;
    };
type Step = ToolStep<MeasureState>;

const idle: MeasureState = { phase: 'idle', snap: null, kind: null };

const firstHints = {
  distance: 'hint.measure.distance-first',
  path: 'hint.measure.path-first',
  area: 'hint.measure.area-first',
  angle: 'hint.measure.angle-first',
} as const satisfies Record<MeasureKind, EditorMessageKey>;

const nextHints = {
  distance: 'hint.measure.second',
  path: 'hint.measure.path',
  area: 'hint.measure.area',
  angle: 'hint.measure.angle',
} as const satisfies Record<MeasureKind, EditorMessageKey>;

/** How many points end the measuring by themselves, and how few Enter takes. */
const enough: { readonly [K in MeasureKind]: number } = {
  distance: 2,
  path: Number.POSITIVE_INFINITY,
  area: Number.POSITIVE_INFINITY,
  angle: 3,
};
const fewest: { readonly [K in MeasureKind]: number } = { distance: 2, path: 2, area: 3, angle: 3 };

/**
 * Shows the distance between two points, the length of a path, the surface of an outline or the angle at
 * the first of three points; changes nothing.
 */
export const measure: Tool<MeasureState> = {
  id: 'measure',
  initial: idle,
  hint: (state) => {
    if (state.phase === 'idle') return state.kind ? firstHints[state.kind] : 'hint.measure';
    return state.phase === 'measured' ? 'hint.measure.measured' : nextHints[state.kind];
  },
  step: (state, event, context) => {
    if (event.type === 'cancel') return { state: idle };
    if (event.type === 'length') return onLength(state, event.length);
    if (event.type === 'key') return onKey(state, event.key);
    if (state.phase === 'measuring') return onMeasure(state, event, context);
    return onStart(state, event, context);
  },
  preview,
};

function onStart(
  state: Exclude<MeasureState, Measuring>,
  event: PointerToolEvent,
  context: ToolContext,
): Step {
  if (event.type === 'down') {
    // The second press of a double click stays with what was measured.
    if (state.phase === 'measured' && isSamePlace(state.pressedAt, event.at, context)) return { state };
    const snap = snapped(event, context);
    const { measuring: kind } = context.view.drawing;
    return { state: { phase: 'measuring', kind, points: [snap.at], snap, pressedAt: event.at } };
  }
  if (event.type !== 'move' || state.phase === 'measured') return { state };
  return { state: { phase: 'idle', snap: snapped(event, context), kind: context.view.drawing.measuring } };
}

function onMeasure(state: Measuring, event: PointerToolEvent, context: ToolContext): Step {
  const last = lastOf(state);
  const snap = snapped(event, context, { from: originOf(state), drawn: state.points });
  const moved = { ...state, snap };
  if (event.type === 'move') return { state: moved };
  // A double click has set its point already by the first of its presses.
  if (event.type === 'double') return canEnd(state) ? { state: ended(state, false) } : { state: moved };
  const isStill = isSamePlace(state.pressedAt, event.at, context) || isSamePlace(last, snap.at, context);
  return { state: isStill ? moved : withPoint({ ...moved, pressedAt: event.at }, context) };
}

function lastOf({ points }: Measuring): Point {
  return points.at(-1) ?? points[0];
}

/** Where the next point is measured from: of an angle the corner. */
function originOf(state: Measuring): Point {
  return state.kind === 'angle' ? state.points[0] : lastOf(state);
}

/** The next point is where the pointer is; on the first one it closes what can be closed. */
function withPoint(state: Measuring, context: ToolContext): MeasureState {
  const { points, snap, kind } = state;
  const isClosing = (kind === 'path' || kind === 'area') && points.length >= 3;
  if (isClosing && isSamePlace(points[0], snap.at, context)) return ended(state, true);
  return endedWhenEnough({ ...state, points: [...points, snap.at] });
}

function endedWhenEnough(state: Measuring): MeasureState {
  return state.points.length >= enough[state.kind] ? ended(state, false) : state;
}

/** Whether Enter or a double click ends it: a single distance or an angle ends with its last point. */
function canEnd({ kind, points }: Measuring): boolean {
  return enough[kind] === Number.POSITIVE_INFINITY && points.length >= fewest[kind];
}

function ended({ kind, points, pressedAt }: Measuring, isClosed: boolean): MeasureState {
  return { phase: 'measured', kind, points, closed: isClosed || kind === 'area', pressedAt };
}

function onLength(state: MeasureState, length: number): Step {
  if (state.phase !== 'measuring') return { state };
  if (!(length > 0) || !Number.isFinite(length)) return refuse(state, 'no-length');
  const to = pointTowards(originOf(state), state.snap.at, length);
  if (!to) return refuse(state, 'no-direction');
  return { state: endedWhenEnough({ ...state, points: [...state.points, to], pressedAt: to }) };
}

function onKey(state: MeasureState, key: string): Step {
  if (key === 'Escape') return state.phase === 'idle' ? { state: idle, done: true } : { state: idle };
  if (state.phase !== 'measuring') return key === 'Backspace' ? { state: idle } : { state };
  if (key === 'Backspace') {
    const [first, ...rest] = state.points;
    return { state: rest.length > 0 ? { ...state, points: [first, ...rest.slice(0, -1)] } : idle };
  }
  if (key !== 'Enter') return { state };
  if (canEnd(state)) return { state: ended(state, false) };
  return refuse(state, state.kind === 'area' ? 'too-few-corners' : 'too-few-points');
}

function preview(state: MeasureState): Preview | null {
  if (state.phase === 'idle') return guidesOnly(state.snap?.guides ?? []);
  return state.phase === 'measured' ? previewMeasured(state) : previewMeasuring(state);
}

function previewMeasured(state: Extract<MeasureState, { phase: 'measured' }>): Preview {
  const { kind, points, closed } = state;
  const done = { kind, points, closed, isDone: true };
  const [from, to] = points;
  const measured = kind === 'distance' && from && to ? segmentFrom(from, to) : null;
  return {
    diff: new Map(),
    guides: linesOf(kind, points, closed),
    measure: measured && { ...measured, editable: false },
    gauges: sidesOf(done),
    reading: readingOf(done),
  };
}

function previewMeasuring(state: Measuring): Preview {
  const { kind, points, snap } = state;
  const last = lastOf(state);
  const live = distanceBetween(last, snap.at) > 0 ? [...points, snap.at] : points;
  return {
    diff: new Map(),
    guides: [...linesOf(kind, live, kind === 'area' && live.length > 2), ...snap.guides],
    measure: { ...segmentFrom(originOf(state), snap.at), editable: true },
    gauges: sidesOf({ kind, points, closed: false, isDone: false }),
    reading: kind === 'distance' ? null : readingOf({ kind, points: live, closed: false, isDone: false }),
  };
}

function segmentFrom(from: Point, to: Point) {
  const length = distanceBetween(from, to);
  return { at: to, length, angle: length > 0 ? angleOf(from, to) : null };
}

/** The legs of an angle begin at the first point; everything else goes from point to point. */
function linesOf(kind: MeasureKind, points: readonly Point[], isClosed: boolean): readonly Guide[] {
  const [first, ...others] = points;
  if (!first) return [];
  if (kind === 'angle') return others.map((to): Guide => ({ type: 'line', from: first, to }));
  return lineGuides(isClosed ? [...points, first] : points);
}
