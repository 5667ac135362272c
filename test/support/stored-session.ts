import type { StoredCommit } from '../../core/contract/shapes.ts';
import { applyDiff, type PlanDiff } from '../../core/plan/diff.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { composeDiffs, invertDiff } from '../../core/records/diff.ts';
import type { PlanRepository } from '../../electron/storage/plan-repository.ts';
import type { ReadStep } from './journal-steps.ts';
import { granted } from './plan-builder.ts';

/** A step that undo or redo can take, with the plan before it. */
export type SessionStep = {
  readonly step: string;
  readonly undoneBy: string | null;
  readonly diff: PlanDiff;
  readonly before: Plan | null;
};

export type SessionSetup = {
  readonly plans: Pick<PlanRepository, 'save'>;
  readonly id: string;
  readonly plan: Plan;
  readonly version?: number;
  /** What the journal gives: steps of an earlier session. */
  readonly steps?: { readonly done: readonly ReadStep[]; readonly undone: readonly ReadStep[] };
};

const AT = Date.parse('2026-11-24T09:00:00.000Z');

/** So many commits wait at most, as they do in a window whose last save is still on its way. */
const MOST_WAITING = 20;

/** What a window does with a stored plan: edits, undo and redo, saved some at a time. */
export class StoredSession {
  plan: Plan;
  readonly done: SessionStep[];
  readonly undone: SessionStep[];
  readonly #setup: SessionSetup;
  readonly #waiting: StoredCommit[] = [];
  #version: number;
  #made = 0;

  constructor(setup: SessionSetup) {
    this.#setup = setup;
    this.plan = setup.plan;
    this.#version = setup.version ?? 1;
    const known = (step: ReadStep): SessionStep => ({ ...step, before: null });
    this.done = (setup.steps?.done ?? []).map(known);
    this.undone = (setup.steps?.undone ?? []).map(known);
  }

  /** Saves an edit as a step of its own, or as more of the newest one. */
  edit(diff: PlanDiff, joins: 'new' | 'newest' = 'new'): void {
    const newest = joins === 'newest' ? this.done.at(-1) : undefined;
    const before = this.plan;
    const step = newest?.step ?? this.#newStep();
    this.#commit(diff, step, null);
    this.undone.length = 0;
    if (!newest) this.done.push({ step, undoneBy: null, diff, before });
    else this.done[this.done.length - 1] = { ...newest, diff: composeDiffs(newest.diff, diff) };
  }

  /** Takes the newest step back; false where there is none. */
  undo(): boolean {
    const top = this.done.pop();
    if (!top) return false;
    const step = this.#newStep();
    this.#commit(invertDiff(top.diff), step, top.step);
    this.undone.push({ ...top, undoneBy: step });
    return true;
  }

  /** Brings the step that was taken back last into the plan again; false where there is none. */
  redo(): boolean {
    const next = this.undone.pop();
    if (!next) return false;
    const step = this.#newStep();
    this.#commit(next.diff, step, next.undoneBy);
    this.done.push({ ...next, step, undoneBy: null });
    return true;
  }

  #newStep(): string {
    this.#made += 1;
    return `${this.#setup.id}-${this.#setup.version ?? 1}-${this.#made}`;
  }

  /** Saves what waits. */
  save(): void {
    const commits = this.#waiting.splice(0);
    if (commits.length === 0) return;
    const { plans, id } = this.#setup;
    this.#version = granted(plans.save(id, { baseVersion: this.#version, commits })).version;
  }

  #commit(diff: PlanDiff, step: string, undoes: string | null): void {
    this.plan = applyDiff(this.plan, diff);
    this.#waiting.push({
      label: 'edit.move',
      author: '',
      at: new Date(AT + this.#made * 1000).toISOString(),
      step,
      undoes,
      diff: [...diff].map(([id, { before, after }]) => ({ id, before, after })),
    });
    if (this.#waiting.length >= MOST_WAITING) this.save();
  }
}
