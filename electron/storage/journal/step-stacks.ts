/** What of a journal row decides which steps can be undone and redone. */
export type JournalCommit = {
  readonly seq: number;
  readonly step: string;
  readonly undoes: string | null;
  readonly label: string;
  readonly at: string;
};

/** A step whose diff is not read yet: the seqs of its commits, oldest first. */
export type StepOutline = {
  readonly step: string;
  readonly undoneBy: string | null;
  readonly label: string;
  readonly at: string;
  readonly seqs: readonly number[];
};

/** Whether commits are lost in this place: nobody knows what they were, so that nothing beneath them fits. */
export const isMissed = ({ seqs }: Pick<StepOutline, 'seqs'>): boolean => seqs.length === 0;

type Growing = Omit<StepOutline, 'seqs'> & { readonly seqs: number[] };

/**
 * The undo and redo stacks that a journal leads to, given its commits one by one, the oldest first.
 *
 * Commits of one step that follow each other are one entry. A commit whose `undoes` is the newest done
 * step is an undo; one whose `undoes` is the newest undo is a redo; any other clears what could be redone.
 */
export class StepStacks {
  readonly #done: Growing[] = [];
  #undone: Growing[] = [];

  /** Steps that undo can take back, oldest first. */
  get done(): readonly StepOutline[] {
    return this.#done;
  }

  /** Steps that redo can bring back, the next one last. */
  get undone(): readonly StepOutline[] {
    return this.#undone;
  }

  /** Takes over that commits are lost here: what was undone before them cannot be redone either. */
  miss(): void {
    this.#undone = [];
    this.#done.push({ step: '', undoneBy: null, label: '', at: '', seqs: [] });
  }

  take(commit: JournalCommit): void {
    const last = this.#done.at(-1);
    const top = last && !isMissed(last) ? last : undefined;
    const next = this.#undone.at(-1);
    if (top && commit.undoes === top.step) {
      this.#done.pop();
      this.#undone.push({ ...top, undoneBy: commit.step });
    } else if (next && commit.undoes === next.undoneBy) {
      this.#undone.pop();
      this.#done.push({ ...next, step: commit.step, at: commit.at, undoneBy: null });
    } else {
      this.#undone = [];
      this.#push(commit);
    }
  }

  #push({ seq, step, label, at }: JournalCommit): void {
    const top = this.#done.at(-1);
    if (!top || isMissed(top) || top.step !== step) {
      this.#done.push({ step, undoneBy: null, label, at, seqs: [seq] });
      return;
    }
    top.seqs.push(seq);
    this.#done[this.#done.length - 1] = { ...top, at };
  }
}
