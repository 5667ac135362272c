import type { StepTrouble } from '../../core/contract/shapes.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import type { AnyId } from '../../core/plan/kinds/index.ts';
import type { Result } from '../../core/result.ts';
import {
  afterRedo,
  afterUndo,
  type Depths,
  emptyHistory,
  type History,
  type HistoryEntry,
  MERGE_WITHIN_MS,
  pushEntry,
  type Stack,
} from './history.ts';

export type Direction = 'undo' | 'redo';

/** Why undo or redo stops at a step. */
export type UndoRefusal = `${Direction}.${StepTrouble}`;

/** What undo and redo have to tell: that they wait for a step; or why they stop, where it could not be read in a sentence. */
export type UndoNews = {
  readonly isWaiting: boolean;
  readonly said: UndoRefusal | { readonly sentence: string } | null;
};

/** Steps of the journal beneath a height of a stack. */
export type StepsWanted = {
  readonly stack: Stack;
  readonly upTo: number;
  /** About so many characters of them. */
  readonly characters: number;
  /** The uppermost one is wanted however large it is. */
  readonly isNeeded: boolean;
};

/** Steps that were read, each with the characters that it has in the journal. */
export type StepsRead = readonly { readonly entry: HistoryEntry; readonly characters: number }[];

/** Reads steps from the journal, the uppermost first; a sentence when nothing can be read now. */
export type ReadSteps = (wanted: StepsWanted) => Promise<Result<StepsRead, string>>;

/** Where the steps of an editor come from, and how many of them stay in it. */
export type UndoSource = {
  readonly history?: Omit<History, 'deeper'> & { readonly deeper?: Depths };
  /** Without a journal every step stays here. */
  readonly readSteps?: ReadSteps;
  /** Characters of steps that stay here, as the journal counts them; else what is usual. */
  readonly undoBudget?: number;
};

type UndoSetup = UndoSource & {
  readonly now: () => number;
  /** Takes one step that waited for this. */
  readonly travel: (direction: Direction) => boolean;
  readonly tell: (news: UndoNews) => void;
};

/** Steps here beyond that are in the journal alone, once it has them. */
const BUDGET_CHARACTERS = 16_000_000;
const MOST_STEPS = 2000;
/** What an entry of a selection takes here, as so many characters of a diff do; its id is the plan's. */
const SELECTED_CHARACTERS = 20;
/** A selection of more than so many is forgotten with its step: it would take more than the step itself. */
const MOST_REMEMBERED = 1000;
/** With fewer steps than that the next ones are read: half a second of a key that is held. */
const FEW_STEPS = 20;
const AHEAD_CHARACTERS = 2_000_000;
/** The same before anybody asked for one. */
const FIRST_CHARACTERS = 200_000;

type Selection = ReadonlySet<AnyId>;

const stackOf = { undo: 'done', redo: 'undone' } as const satisfies Record<Direction, Stack>;

/**
 * The steps that undo and redo can take: the newest of them here, the others in the journal.
 *
 * A step leaves from beneath only once the journal has it as it stands here. From the bottom of its stack it
 * then has the same height there, whatever is done above it: that height is its address.
 */
export class UndoSteps {
  readonly #setup: UndoSetup;
  #history: History;
  /** Changes since the beginning, the diff of the step that each of them was of, and how many are on disk. */
  #changes = 0;
  #saved = 0;
  #unsaved: PlanDiff[] = [];
  readonly #changeOf = new WeakMap<HistoryEntry, number>();
  readonly #charactersOf = new WeakMap<PlanDiff, number>();
  /** What was selected before steps that left, by their names, where that was not very much. */
  readonly #selections = { done: new Map<string, Selection>(), undone: new Map<string, Selection>() };
  readonly #reading = new Map<Stack, symbol>();
  #waiting: Direction[] = [];

  constructor(setup: UndoSetup) {
    this.#setup = setup;
    const { done, undone, deeper = { done: 0, undone: 0 } } = setup.history ?? emptyHistory;
    this.#history = { done, undone, deeper };
  }

  get done(): readonly HistoryEntry[] {
    return this.#history.done;
  }
  get undone(): readonly HistoryEntry[] {
    return this.#history.undone;
  }
  get deeper(): Depths {
    return this.#history.deeper;
  }
  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Whether there is a step to take, here or in the journal. */
  has(direction: Direction): boolean {
    const stack = stackOf[direction];
    return this.#history[stack].length > 0 || this.#history.deeper[stack] > 0;
  }

  /** Takes over a commit; whoever waits for an earlier step is too late for it. */
  push(entry: HistoryEntry): void {
    this.#history = pushEntry(this.#history, entry);
    this.#reading.delete('undone');
    this.#selections.undone.clear();
    if (this.#waiting.length > 0) this.#stop(null);
    this.#count('done');
  }

  /** Takes over that the next step of a direction was taken under a name. */
  travelled(direction: Direction, step: string): void {
    this.#history = (direction === 'undo' ? afterUndo : afterRedo)(this.#history, step);
    this.#count(direction === 'undo' ? 'undone' : 'done');
    this.#lookAhead(stackOf[direction], AHEAD_CHARACTERS);
  }

  /** Takes over that the earliest changes are on disk, so many characters each. */
  saved(sizes: readonly number[]): void {
    for (const characters of sizes) {
      const diff = this.#unsaved.shift();
      this.#saved += 1;
      if (diff) this.#charactersOf.set(diff, Math.max(this.#charactersOf.get(diff) ?? 0, characters));
    }
    this.#trim();
  }

  /** Reads the newest steps while nobody waits for them. */
  begin(): void {
    for (const stack of ['done', 'undone'] as const) this.#lookAhead(stack, FIRST_CHARACTERS);
  }

  /** Waits for the next step of a direction, then takes it; false when there is none. */
  wait(direction: Direction): boolean {
    if (!this.has(direction) && !this.isWaiting) return false;
    this.#waiting.push(direction);
    this.#setup.tell({ isWaiting: true, said: null });
    this.#goOn();
    return true;
  }

  /** Says why the next step cannot be taken; nothing waits for it any more. */
  refuse(direction: Direction, { trouble = 'damaged' }: Pick<HistoryEntry, 'trouble'>): void {
    this.#stop(`${direction}.${trouble}`);
  }

  #stop(said: UndoNews['said']): void {
    this.#waiting = [];
    this.#setup.tell({ isWaiting: false, said });
  }

  #count(stack: Stack): void {
    const entry = this.#history[stack].at(-1);
    if (!entry) return;
    this.#changes += 1;
    this.#changeOf.set(entry, this.#changes);
    if (this.#setup.readSteps) this.#unsaved.push(entry.diff);
  }

  /** Takes the steps that are waited for as far as they are here. */
  #goOn(): void {
    for (let next = this.#waiting[0]; next && this.#isHere(next); next = this.#waiting[0]) {
      this.#waiting.shift();
      if (!this.isWaiting) this.#setup.tell({ isWaiting: false, said: null });
      this.#setup.travel(next);
    }
    const [next] = this.#waiting;
    if (!next) return;
    if (this.has(next)) this.#read({ stack: stackOf[next], characters: AHEAD_CHARACTERS, isNeeded: true });
    else this.#stop(null);
  }

  #isHere(direction: Direction): boolean {
    return this.#history[stackOf[direction]].length > 0;
  }

  #lookAhead(stack: Stack, characters: number): void {
    const here = this.#history[stack];
    const isNeeded = here.length === 0 && characters > FIRST_CHARACTERS;
    const isMuch = this.#charactersIn(here) >= characters || here.length >= FEW_STEPS;
    if (!isMuch) this.#read({ stack, characters, isNeeded });
  }

  #read(wanted: Omit<StepsWanted, 'upTo'>): void {
    const { readSteps } = this.#setup;
    const { stack, isNeeded } = wanted;
    const upTo = this.#history.deeper[stack];
    if (!readSteps || upTo === 0 || this.#reading.has(stack)) return;
    // What was cleared while it was read belongs nowhere any more.
    const reading = Symbol(stack);
    this.#reading.set(stack, reading);
    void readSteps({ ...wanted, upTo }).then((read) => {
      if (this.#reading.get(stack) !== reading) return;
      this.#reading.delete(stack);
      if (!read.ok) {
        if (this.isWaiting) this.#stop({ sentence: read.error });
        return;
      }
      this.#arrive(stack, read.value);
      // The journal is shorter than it was: asking again would find no more.
      if (isNeeded && read.value.length === 0) this.refuse(stack === 'done' ? 'undo' : 'redo', {});
      else this.#goOn();
    });
  }

  #arrive(stack: Stack, read: StepsRead): void {
    const { deeper } = this.#history;
    const entries = read.map(({ entry, characters }) => {
      this.#charactersOf.set(entry.diff, characters);
      const selectionBefore = this.#selections[stack].get(entry.step) ?? entry.selectionBefore;
      this.#selections[stack].delete(entry.step);
      return { ...entry, selectionBefore };
    });
    this.#history = {
      ...this.#history,
      [stack]: [...entries.reverse(), ...this.#history[stack]],
      deeper: { ...deeper, [stack]: deeper[stack] - entries.length },
    };
    this.#trim();
  }

  #charactersIn(entries: readonly HistoryEntry[]): number {
    return entries.reduce((sum, entry) => sum + this.#weightOf(entry), 0);
  }

  #weightOf({ diff, mergeKey, selectionBefore }: HistoryEntry): number {
    const selected = selectionBefore.size * SELECTED_CHARACTERS;
    return (this.#charactersOf.get(diff) ?? 0) + (mergeKey?.length ?? 0) + selected;
  }

  /** Lets go of what lies deepest beyond the budget; the uppermost step of each stack stays. */
  #trim(): void {
    const { readSteps, undoBudget = BUDGET_CHARACTERS } = this.#setup;
    if (!readSteps) return;
    const left = { done: this.#charactersIn(this.done), undone: this.#charactersIn(this.undone) };
    const gone = { done: 0, undone: 0 };
    const isOver = () =>
      left.done + left.undone > undoBudget ||
      this.done.length + this.undone.length - gone.done - gone.undone > MOST_STEPS;
    while (isOver()) {
      const order: readonly Stack[] = left.undone > left.done ? ['undone', 'done'] : ['done', 'undone'];
      const stack = order.find((each) => this.#mayLeave(each, gone[each]));
      if (!stack) break;
      const entry = this.#history[stack][gone[stack]];
      if (entry) left[stack] -= this.#weightOf(entry);
      gone[stack] += 1;
    }
    if (gone.done + gone.undone > 0) this.#drop(gone);
  }

  #mayLeave(stack: Stack, index: number): boolean {
    const entries = this.#history[stack];
    const entry = entries[index];
    if (!entry || index >= entries.length - 1 || this.#reading.has(stack)) return false;
    const isOnDisk = (this.#changeOf.get(entry) ?? 0) <= this.#saved;
    const mayMerge = entry.mergeKey !== null && this.#setup.now() - entry.atMs < MERGE_WITHIN_MS;
    return isOnDisk && !mayMerge;
  }

  #drop(gone: Depths): void {
    const { done, undone, deeper } = this.#history;
    for (const stack of ['done', 'undone'] as const) {
      for (const { step, selectionBefore } of this.#history[stack].slice(0, gone[stack]))
        if (selectionBefore.size > 0 && selectionBefore.size <= MOST_REMEMBERED)
          this.#selections[stack].set(step, selectionBefore);
    }
    this.#history = {
      done: done.slice(gone.done),
      undone: undone.slice(gone.undone),
      deeper: { done: deeper.done + gone.done, undone: deeper.undone + gone.undone },
    };
  }
}
