import type { Look } from './looks.ts';

/** What is to be chosen from: looks, the weights of samples, and how often each is covered already and must be. */
export type CoverTask = {
  readonly looks: readonly Look[];
  readonly weights: readonly number[];
  readonly present: readonly number[];
  readonly atLeast: number;
  /** The sum of weights at which it is enough. */
  readonly enough: number;
  readonly most: number;
};

/** Differences of sums that are none. */
const NOTHING = 1e-9;
/** Additions of one weight that a search may take: some seconds. */
const MOST_WORK = 30_000_000;

/**
 * Chooses few looks that cover much.
 *
 * A look's score is what the samples are worth that it covers and that need it still. Greedy choice takes the best look
 * again and again; what was chosen is then exchanged while that covers more. To make do with one less, looks are taken
 * out and put in with the samples that stay uncovered worth more every time (row weighting, as in C. Gao et al., "An
 * efficient local search heuristic with row weighting for the unicost set covering problem", 2015). Nothing is left to
 * chance: ties go to what was asked first.
 */
export class CoverSearch {
  readonly #task: CoverTask;
  readonly #counts: Int32Array;
  readonly #worth: Float64Array;
  readonly #scores: Float64Array;
  /** Of each sample the looks that cover it. */
  readonly #covering: readonly (readonly number[])[];
  readonly #moved: Float64Array;
  #chosen: number[] = [];
  #covered = 0;
  #work = 0;
  #moves = 0;
  #enough: number;

  constructor(task: CoverTask) {
    this.#task = task;
    const { looks, weights, present } = task;
    this.#enough = task.enough;
    this.#counts = Int32Array.from(present);
    this.#worth = Float64Array.from(weights);
    this.#scores = new Float64Array(looks.length);
    this.#moved = new Float64Array(looks.length);
    const covering: number[][] = weights.map(() => []);
    for (const [look, { covers }] of looks.entries())
      for (const sample of covers) {
        covering[sample]?.push(look);
        if (this.#needs(sample)) this.#scores[look] = (this.#scores[look] ?? 0) + (weights[sample] ?? 0);
      }
    this.#covering = covering;
    for (const [sample, weight] of weights.entries()) if (!this.#needs(sample)) this.#covered += weight;
  }

  /** The numbers of the looks that are chosen, in the order in which they came in. */
  get chosen(): readonly number[] {
    return this.#chosen;
  }

  /** The sum of weights of the samples that are covered often enough. */
  get covered(): number {
    return this.#covered;
  }

  get isEnough(): boolean {
    return this.#covered >= this.#enough - NOTHING;
  }

  /** Puts a look in. */
  add(look: number): void {
    this.#chosen.push(look);
    this.#moved[look] = ++this.#moves;
    for (const sample of this.#task.looks[look]?.covers ?? []) {
      const count = (this.#counts[sample] ?? 0) + 1;
      this.#counts[sample] = count;
      if (count === this.#task.atLeast) this.#turn(sample, -1);
    }
  }

  #remove(look: number): void {
    this.#chosen = this.#chosen.filter((each) => each !== look);
    this.#moved[look] = ++this.#moves;
    for (const sample of this.#task.looks[look]?.covers ?? []) {
      const count = this.#counts[sample] ?? 0;
      this.#counts[sample] = count - 1;
      if (count === this.#task.atLeast) this.#turn(sample, 1);
    }
  }

  /** A sample needs no more, or needs one again. */
  #turn(sample: number, sign: 1 | -1): void {
    this.#covered -= sign * (this.#task.weights[sample] ?? 0);
    this.#raise(sample, sign * (this.#worth[sample] ?? 0));
  }

  #raise(sample: number, by: number): void {
    const covering = this.#covering[sample] ?? [];
    this.#work += covering.length;
    for (const look of covering) this.#scores[look] = (this.#scores[look] ?? 0) + by;
  }

  #needs(sample: number): boolean {
    return (this.#counts[sample] ?? 0) < this.#task.atLeast;
  }

  /** What would be uncovered without a look that is chosen. */
  #lossOf(look: number): number {
    const { looks, atLeast } = this.#task;
    let loss = 0;
    for (const sample of looks[look]?.covers ?? [])
      if ((this.#counts[sample] ?? 0) <= atLeast) loss += this.#worth[sample] ?? 0;
    return loss;
  }

  /** Whether a look may come in: it is not there, and where several must see a place, not beside itself. */
  #mayAdd(look: number): boolean {
    if (this.#chosen.includes(look)) return false;
    if (this.#task.atLeast === 1) return true;
    const { looks } = this.#task;
    return this.#chosen.every((each) => looks[each]?.place !== looks[look]?.place);
  }

  /** The look that is worth most of those given, the one longest untouched on a tie; −1 where none is worth anything. */
  #best(among: Iterable<number>): number {
    let best = -1;
    let most = NOTHING;
    for (const look of among) {
      const score = this.#scores[look] ?? 0;
      if (score < most - NOTHING) continue;
      const isOlder = best >= 0 && (this.#moved[look] ?? 0) < (this.#moved[best] ?? 0);
      if (score <= most + NOTHING && !(isOlder && score >= most - NOTHING)) continue;
      if (!this.#mayAdd(look)) continue;
      best = look;
      most = score;
    }
    return best;
  }

  /** Adds the best look until it is enough or there are so many as may be; when none is worth anything, that is enough. */
  addGreedily(): void {
    while (!this.isEnough && this.#chosen.length < this.#task.most) {
      const best = this.#best(this.#scores.keys());
      if (best < 0) {
        this.#enough = this.#covered;
        return;
      }
      this.add(best);
    }
  }

  /** Exchanges each chosen look for the best one in its place, while that covers more. */
  *exchange(): Generator<void> {
    for (let isBetter = true; isBetter && this.#work < MOST_WORK; ) {
      isBetter = false;
      for (const look of [...this.#chosen]) {
        const before = this.#covered;
        this.#remove(look);
        const best = this.#best(this.#scores.keys());
        const isWorth = best >= 0 && (this.#scores[best] ?? 0) > (this.#scores[look] ?? 0) + NOTHING;
        this.add(isWorth ? best : look);
        if (this.#covered > before + NOTHING) isBetter = true;
        yield;
      }
    }
  }

  /** Makes do with fewer as long as it stays enough; ends with the fewest that were found. */
  *makeDoWithFewer(steps: number): Generator<void> {
    if (!this.isEnough) return;
    const least = this.#leastCount();
    let fewest = [...this.#chosen];
    for (let step = 0; step < steps && this.#work < MOST_WORK; step++) {
      while (this.isEnough && this.#chosen.length > 0) {
        fewest = [...this.#chosen];
        this.#remove(this.#leastLoss(-1));
      }
      if (fewest.length <= least) break;
      this.#swap();
      yield;
    }
    if (this.isEnough) fewest = [...this.#chosen];
    for (const look of [...this.#chosen]) this.#remove(look);
    for (const look of fewest) this.add(look);
  }

  /** Fewer looks than this cannot be enough, each taken for what it covers alone. */
  #leastCount(): number {
    const { weights, present, atLeast, looks } = this.#task;
    let needed = this.#enough;
    for (const [sample, weight] of weights.entries()) if ((present[sample] ?? 0) >= atLeast) needed -= weight;
    const worth = looks
      .map(({ covers }) => covers.reduce((sum, sample) => sum + (weights[sample] ?? 0), 0))
      .sort((one, other) => other - one);
    let count = 0;
    for (; needed > NOTHING && count < worth.length; count++) needed -= worth[count] ?? 0;
    return count;
  }

  /** One out, one in: the one that is missed least for the best that covers the sample that was long uncovered. */
  #swap(): void {
    const { weights } = this.#task;
    const out = this.#leastLoss(this.#newest());
    if (out >= 0) this.#remove(out);
    const best = this.#best((this.#covering[this.#hardest()] ?? []).filter((look) => look !== out));
    if (best >= 0) this.add(best);
    for (let sample = 0; sample < weights.length; sample++) {
      if (!this.#canBeCovered(sample)) continue;
      const weight = weights[sample] ?? 0;
      this.#worth[sample] = (this.#worth[sample] ?? 0) + weight;
      this.#raise(sample, weight);
    }
  }

  /** The sample that is worth most of those that need a look still and have one; −1 for none. */
  #hardest(): number {
    let hardest = -1;
    let most = 0;
    for (let sample = 0; sample < this.#worth.length; sample++) {
      const worth = this.#worth[sample] ?? 0;
      if (worth <= most || !this.#canBeCovered(sample)) continue;
      hardest = sample;
      most = worth;
    }
    return hardest;
  }

  #canBeCovered(sample: number): boolean {
    return this.#needs(sample) && (this.#covering[sample]?.length ?? 0) > 0;
  }

  #newest(): number {
    return this.#chosen.at(-1) ?? -1;
  }

  /** The chosen look that is missed least, the one longest there on a tie; never the one that is kept. */
  #leastLoss(kept: number): number {
    let least = -1;
    let loss = Number.POSITIVE_INFINITY;
    for (const look of this.#chosen) {
      if (look === kept && this.#chosen.length > 1) continue;
      const lost = this.#lossOf(look);
      if (lost < loss - NOTHING) {
        least = look;
        loss = lost;
      }
    }
    return least;
  }
}
