import type { Point } from '../../core/geometry/point.ts';
import { applyDiff, type Change, fitsPlan, type PlanDiff } from '../../core/plan/diff.ts';
import type { AnyId } from '../../core/plan/kinds/index.ts';
import { isInStateView } from '../../core/plan/parts/state-view.ts';
import { getRecord, isPlaced, isPlacedKind, kindOf, type Plan } from '../../core/plan/plan.ts';
import { buildIndex, type SpatialIndex } from '../../core/plan/spatial-index.ts';
import { staysSound } from '../../core/plan/stays-sound.ts';
import { invertDiff } from '../../core/records/diff.ts';
import { pointOfPlace, type TypedPlace } from '../../core/typed-place.ts';
import { Aim, EXACT_PIXELS_PER_METRE, measuredFrom, placeRefusal } from './aim.ts';
import { broughtIntoView } from './changed-box.ts';
import { changedFloor } from './changed-floor.ts';
import type { EditorSetup } from './editor-setup.ts';
import type { PlanChange, Topic, Topics } from './editor-topics.ts';
import { type HistoryEntry, mergesWith, selectionOfRedo, takesBack } from './history.ts';
import { isInWindow } from './is-selectable.ts';
import { type CommitRefusal, PlanGauge } from './plan-gauge.ts';
import type { Refusal } from './refusal.ts';
import { repairOfView } from './repair-view.ts';
import { isTakenAway, takesAway } from './taken-away.ts';
import type {
  AnyTool,
  Commit,
  PointerToolEvent,
  Preview,
  ToolAct,
  ToolContext,
  ToolEvent,
  ToolStatus,
  ToolStep,
  TypedEvent,
} from './tool.ts';
import type { ToolId } from './tools/index.ts';
import { type Direction, UndoSteps } from './undo-steps.ts';
import { changedView, showsOtherPart, type View, type ViewChange } from './view.ts';
import { type Viewport, zoomAround } from './viewport.ts';

const MOST_REINDEXED = 1000;

/** Records that are suggested: shown as long as no tool shows anything; null takes them away. */
type SuggestEvent = { readonly type: 'suggest'; readonly diff: PlanDiff | null };

/**
 * The session of one open plan: the plan, what is selected, the active tool and the undo history.
 *
 * Free of React, Konva and the DOM. It applies what tools and commands return and tells listeners
 * synchronously, once per change.
 */
export class Editor {
  #plan: Plan;
  #index: SpatialIndex | null = null;
  #selection: ReadonlySet<AnyId> = new Set();
  #viewport: Viewport;
  #view: View;
  readonly #history: UndoSteps;
  #tool: AnyTool;
  #state: unknown;
  #refusal: Refusal | null = null;
  #status: ToolStatus;
  #preview: Preview | null = null;
  #suggested: Preview | null = null;
  readonly #aim = new Aim();
  readonly #gauge: PlanGauge;
  readonly #setup: EditorSetup;
  readonly #listeners = new Map<Topic, Set<(payload: never) => void>>();

  constructor(setup: EditorSetup) {
    this.#setup = setup;
    this.#plan = setup.plan;
    this.#gauge = new PlanGauge(setup.plan);
    this.#view = setup.view;
    this.#viewport = setup.viewport;
    this.#history = new UndoSteps({
      ...setup.undo,
      now: setup.now,
      travel: (direction) => this.#travel(direction),
      tell: (news) => this.#notify('undo', news),
    });
    this.#tool = setup.tools.select;
    this.#state = this.#tool.initial;
    this.#status = this.#currentStatus();
  }

  get plan(): Plan {
    return this.#plan;
  }
  get index(): SpatialIndex {
    this.#index ??= buildIndex(this.#plan);
    return this.#index;
  }
  get selection(): ReadonlySet<AnyId> {
    return this.#selection;
  }
  get viewport(): Viewport {
    return this.#viewport;
  }
  get view(): View {
    return this.#view;
  }
  get history(): UndoSteps {
    return this.#history;
  }
  get tool(): ToolStatus {
    return this.#status;
  }
  get preview(): Preview | null {
    return this.#preview;
  }

  /** Gives an event to the active tool and applies what it returns. */
  dispatch(
    event: ToolEvent | TypedEvent | SuggestEvent | { readonly type: 'act'; readonly act: ToolAct },
  ): void {
    if (event.type === 'hold') {
      this.#aim.hold = event;
      this.#refusal = null;
      this.#pointAgain();
    } else if (event.type === 'suggest') this.#suggest(event.diff);
    else if (event.type === 'place') this.#pressAt(event.place);
    else if (event.type === 'act') this.#act(event.act);
    else if ('at' in event) this.#point(event);
    else {
      this.#aim.hold = null;
      this.#give(event);
    }
  }

  #suggest(diff: PlanDiff | null): void {
    this.#suggested = diff && { diff, guides: [], measure: null };
    this.#refreshTool();
  }

  #point(event: PointerToolEvent): void {
    this.#aim.begin(event);
    this.#give(event);
    this.#aim.end(event);
  }

  /** Shows what the pointer means now that something else is typed, or that a point has been set. */
  #pointAgain(): void {
    const { last } = this.#aim;
    if (last) this.#point({ ...last, type: 'move' });
  }

  /** Presses at exactly a typed place, as the pointer would. */
  #pressAt(typed: TypedPlace): void {
    const measure = this.#preview?.measure;
    const from = measure ? measuredFrom(measure) : this.#aim.from;
    const at = pointOfPlace(typed, from);
    const refusal = placeRefusal(at, measure ? from : null);
    if (!refusal) this.#pressExactly(at);
    const said = refusal ?? this.#refusal;
    if (said) this.#refuse(said);
  }

  #pressExactly(at: Point): void {
    const keys = { hit: null, shift: false, alt: false, ctrl: false };
    this.#aim.exactly(at, () => {
      for (const type of ['move', 'down', 'up'] as const) this.#point({ type, at, ...keys });
    });
    this.#pointAgain();
  }

  #refuse(refusal: Refusal): void {
    this.#refusal = refusal;
    this.#refreshTool();
  }

  #act(act: ToolAct): void {
    const step = this.#tool.act?.(this.#state, act, this.#context());
    if (step) this.#follow(step, 'key');
  }

  #give(event: ToolEvent): void {
    this.#follow(this.#tool.step(this.#state, event, this.#context()), event.type);
  }

  #follow(step: ToolStep<unknown>, after: ToolEvent['type']): void {
    this.#state = step.state;
    // A refusal stands until the next press or key: the release after a refused press must not wipe it.
    const isPassing = after === 'move' || after === 'up' || after === 'double';
    this.#refusal = step.refusal ?? (isPassing && !step.commit ? this.#refusal : null);
    const refused = step.commit ? this.#take(step.commit) : null;
    if (refused) {
      this.#refuse(refused);
      return;
    }
    if (step.enter !== undefined) this.show({ lens: { group: step.enter } });
    if (step.select) this.select(step.select);
    if (step.zoom) this.show({ viewport: zoomAround(this.#viewport, step.zoom) });
    if (step.done && this.#tool.id !== 'select') this.setTool('select');
    else this.#refreshTool();
  }

  /** Makes a tool the active one; what the former one was doing is cancelled. */
  setTool(id: ToolId): void {
    this.#tool = this.#setup.tools[id];
    this.#aim.hold = null;
    this.#leaveGesture();
  }

  /**
   * Applies an edit as one undo step, or as part of the newest one when its merge key says so, and returns null;
   * or why it is refused, which its caller has to say: nothing is changed then. What neither adds nor lengthens
   * anything is refused only when it changes very much at once.
   */
  commit(commit: Commit): CommitRefusal | null {
    const refused = this.#take(commit);
    // What the tool shows beforehand may have changed with the plan.
    this.#refreshTool();
    return refused;
  }

  #take(commit: Commit): CommitRefusal | null {
    if (commit.diff.size === 0) return null;
    const refused = this.#gauge.refusalOf(commit.diff);
    if (refused) return refused;
    const atMs = this.#setup.now();
    const mergeKey = commit.mergeKey ?? null;
    const step = mergesWith(this.#history, mergeKey, atMs)?.step ?? this.#setup.newStep();
    const selectionBefore = this.#selection;
    this.#history.push({
      step,
      label: commit.label,
      diff: commit.diff,
      selectionBefore,
      mergeKey,
      atMs,
      undoneBy: null,
    });
    this.#apply({ diff: commit.diff, label: commit.label, step, undoes: null });
    this.#showAdded(commit.diff);
    return null;
  }

  /** What is being drawn without its last point; null when nothing is. */
  #withoutLastPoint(): ToolStep<unknown> | null {
    if (!this.#preview?.measure) return null;
    const step = this.#tool.step(this.#state, { type: 'key', key: 'Backspace' }, this.#context());
    return step.state === this.#state ? null : step;
  }

  /**
   * Takes the newest step back, or brings the last undone one forth; false when there is none.
   *
   * Undo in the middle of an outline takes back its last point alone, in a chain of walls the last wall:
   * what is being drawn goes on from the point before. A step that is in the journal alone is taken once it
   * was read.
   */
  travel(direction: Direction): boolean {
    return this.#history.isWaiting ? this.#history.wait(direction) : this.#travel(direction);
  }

  #travel(direction: Direction): boolean {
    const entry = direction === 'undo' ? this.#history.done.at(-1) : this.#history.undone.at(-1);
    const shorter = direction === 'undo' ? this.#withoutLastPoint() : null;
    const isDrawnOn = shorter !== null && (!shorter.commit || takesBack(shorter.commit.diff, entry));
    if (isDrawnOn) this.#drawOn(shorter.state);
    if (isDrawnOn && !shorter.commit) return true;
    if (!entry) return this.#history.wait(direction);
    const diff = direction === 'undo' ? invertDiff(entry.diff) : entry.diff;
    // What was read may lack what was lost: nothing of it is taken that leaves a plan which is none.
    const isTaken = !entry.isRead || (fitsPlan(this.#plan, diff) && staysSound(this.#plan, diff));
    if (entry.trouble || !isTaken) {
      this.#history.refuse(direction, entry);
      return false;
    }
    if (!isDrawnOn) this.#leaveGesture();
    this.#takeStep(direction, entry, diff);
    if (isDrawnOn) this.#pointAgain();
    return true;
  }

  #takeStep(direction: Direction, { diff, label, ...entry }: HistoryEntry, change: PlanDiff): void {
    // A redone step is stored under a name of its own, so that the journal stays a list that only grows.
    const step = this.#setup.newStep();
    this.#history.travelled(direction, step);
    const isUndo = direction === 'undo';
    this.#apply({ diff: change, label, step, undoes: isUndo ? entry.step : entry.undoneBy });
    this.#see(diff, isUndo ? entry.selectionBefore : selectionOfRedo(diff, entry.selectionBefore));
    this.#notify('travelled', { direction, label, diff: change, box: broughtIntoView(this, change) });
  }

  /** Shows a floor on which something changed, and selects of some records what has a place on it. */
  #see(diff: PlanDiff, ids: Iterable<AnyId>): void {
    const floor = changedFloor(this.#plan, diff, this.#view.lens.floor);
    if (floor) this.show({ lens: { floor } });
    this.select([...ids].filter((id) => isPlacedKind(kindOf(id)) && this.#isInView(id)));
  }

  /** Selects exactly these records; ids that do not exist are left out. */
  select(ids: Iterable<AnyId>): void {
    const next = new Set<AnyId>();
    for (const id of ids) if (getRecord(this.#plan, id)) next.add(id);
    if (next.size === this.#selection.size && [...next].every((id) => this.#selection.has(id))) return;
    this.#selection = next;
    this.#notify('selection', next);
    // What is shown of the selected record goes with it.
    if (this.#preview) this.#refreshTool();
  }

  /** Changes the part of the plan that is on the screen, or how the person works. */
  show({ viewport, ...change }: ViewChange & { readonly viewport?: Viewport }): void {
    if (viewport) {
      this.#viewport = viewport;
      this.#notify('viewport', viewport);
    }
    const before = this.#view.lens;
    const { view, parts } = changedView(this.#view, change);
    if (parts.length === 0) return;
    if (view.lens.floor !== before.floor) this.#leaveGesture();
    this.#view = view;
    for (const part of parts) this.#notify(part, view[part] as never);
    if (showsOtherPart(before, view.lens))
      this.select([...this.#selection].filter((id) => this.#isInView(id)));
    this.#refreshTool();
  }

  #isInView(id: AnyId): boolean {
    const record = getRecord(this.#plan, id);
    if (record === undefined || !isPlaced(record)) return record !== undefined;
    return isInWindow(this, record);
  }

  /** Nobody draws blind: what is added shows even where its state is not looked at. */
  #showAdded(diff: PlanDiff): void {
    const { states } = this.#view.lens;
    const isHidden = ({ before, after }: Change) =>
      before === null && after && isPlaced(after) && !isInStateView(after.state, states);
    if (states !== 'both' && [...diff.values()].some(isHidden)) this.show({ lens: { states: 'both' } });
  }

  /** Calls the listener after each change of a topic; the returned function ends it. */
  subscribe<T extends Topic>(topic: T, listener: (payload: Topics[T]) => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners);
    listeners.add(listener as (payload: never) => void);
    return () => void listeners.delete(listener as (payload: never) => void);
  }

  #apply(change: PlanChange): void {
    this.#plan = applyDiff(this.#plan, change.diff);
    // After an edit of very many it is built anew when somebody looks for a record, which takes less time.
    const isMass = change.diff.size > MOST_REINDEXED;
    this.#index = isMass ? null : (this.#index?.update(this.#plan, change.diff) ?? null);
    this.#gauge.add(change.diff);
    this.#notify('plan', change);
    const kept = [...this.#selection].filter((id) => !isTakenAway(this, id, change.diff));
    if (kept.length < this.#selection.size) this.select(kept);
    if (takesAway(change.diff, this.#tool.worksOn)) this.setTool('select');
    const repair = repairOfView(this.#view, this.#plan);
    if (repair) this.show(repair);
  }

  #drawOn(state: unknown): void {
    this.#state = state;
    this.#refusal = null;
    this.#refreshTool();
    this.#pointAgain();
  }

  #leaveGesture(): void {
    this.#state = this.#tool.initial;
    this.#refusal = null;
    this.#refreshTool();
  }

  #context(): ToolContext {
    const indexNow = () => this.index;
    const context: ToolContext = {
      plan: this.#plan,
      // Only what looks for records has the index built.
      get index() {
        return indexNow();
      },
      view: this.#view,
      pixelsPerMetre: this.#aim.isExact ? EXACT_PIXELS_PER_METRE : this.#viewport.pixelsPerMetre,
      selection: this.#selection,
      snap: (point, options) => this.#aim.snap(point, options, context),
      newId: this.#setup.newId,
    };
    return context;
  }

  #currentStatus(): ToolStatus {
    return {
      id: this.#tool.id,
      hint: this.#tool.hint(this.#state, { plan: this.#plan, selection: this.#selection }),
      refusal: this.#refusal,
    };
  }

  #refreshTool(): void {
    const status = this.#currentStatus();
    const { id, hint, refusal } = this.#status;
    if (status.id !== id || status.hint !== hint || status.refusal !== refusal) {
      this.#status = status;
      this.#notify('tool', status);
    }
    const preview = this.#tool.preview(this.#state, this.#context()) ?? this.#suggested;
    if (preview === null && this.#preview === null) return;
    this.#preview = preview;
    this.#notify('preview', preview);
  }

  #notify<T extends Topic>(topic: T, payload: Topics[T]): void {
    for (const listener of this.#listeners.get(topic) ?? [])
      (listener as (payload: Topics[T]) => void)(payload);
  }
}
