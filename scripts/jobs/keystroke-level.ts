/**
 * The keystroke-level model: what an expert's hands and head take for a job without errors.
 *
 * S. K. Card, T. P. Moran, A. Newell, "The keystroke-level model for user performance time with
 * interactive systems", Communications of the ACM 23 (1980) 396-410; a click is a press and a release.
 */
export const OPERATOR_SECONDS = {
  /** A key of the keyboard, a modifier included. */
  key: 0.28,
  /** A press or a release of a mouse button. */
  button: 0.1,
  /** Pointing at a target with the mouse. */
  point: 1.1,
  /** A hand moves between keyboard and mouse. */
  hand: 0.4,
  /** Before each choice of a command and each typed value. */
  mind: 1.35,
} as const;

export type Operator = keyof typeof OPERATOR_SECONDS;

type Hand = 'keyboard' | 'mouse';

/** What a job or one step of it took. */
export type Effort = {
  readonly keystrokes: number;
  readonly clicks: number;
  readonly drags: number;
  readonly seconds: number;
};

export type Step = Effort & { readonly name: string };

/** Counts the operators of a job, step by step; the first hand is on the mouse. */
export class EffortCount {
  readonly #steps: { name: string; keystrokes: number; clicks: number; drags: number; seconds: number }[] =
    [];
  #hand: Hand = 'mouse';

  /** What follows belongs to a step of this name; steps of one name are added up. */
  begin(name: string): void {
    const index = this.#steps.findIndex((step) => step.name === name);
    const step = this.#steps[index] ?? { name, keystrokes: 0, clicks: 0, drags: 0, seconds: 0 };
    if (index >= 0) this.#steps.splice(index, 1);
    this.#steps.push(step);
  }

  mind(): void {
    this.#spend('mind');
  }

  keys(count: number): void {
    this.#moveTo('keyboard');
    this.#step.keystrokes += count;
    for (let key = 0; key < count; key++) this.#spend('key');
  }

  point(): void {
    this.#moveTo('mouse');
    this.#spend('point');
  }

  click(presses = 1): void {
    this.point();
    this.#step.clicks += presses;
    for (let change = 0; change < 2 * presses; change++) this.#spend('button');
  }

  /** Notches of the wheel, each as much as one press. */
  notches(count: number): void {
    this.#moveTo('mouse');
    for (let notch = 0; notch < count; notch++) this.#spend('button');
  }

  drag(): void {
    this.point();
    this.#spend('button');
    this.point();
    this.#spend('button');
    this.#step.drags += 1;
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }

  get total(): Effort {
    const sum = (of: (step: Step) => number) => this.#steps.reduce((total, step) => total + of(step), 0);
    return {
      keystrokes: sum(({ keystrokes }) => keystrokes),
      clicks: sum(({ clicks }) => clicks),
      drags: sum(({ drags }) => drags),
      seconds: sum(({ seconds }) => seconds),
    };
  }

  get #step() {
    const step = this.#steps.at(-1);
    if (!step) throw new Error('No step of the job has begun.');
    return step;
  }

  #moveTo(hand: Hand): void {
    if (hand === this.#hand) return;
    this.#hand = hand;
    this.#spend('hand');
  }

  #spend(operator: Operator): void {
    this.#step.seconds += OPERATOR_SECONDS[operator];
  }
}

const modifiers = /\+/g;

/** How many keys a chord such as `Control+Shift+d` presses. */
export function keysOf(chord: string): number {
  return chord === '+' ? 1 : (chord.match(modifiers)?.length ?? 0) + 1;
}
