import { err, ok, type Result } from '../../result.ts';
import { type PreparedSight, prepareSight } from '../sight/prepare-sight.ts';
import { CoverSearch } from './cover-search.ts';
import { type Covered, coveredByCamera, coveredByLook, ExactCover, type LeftPart } from './exact-cover.ts';
import { type Look, Looks, reachOfLens } from './looks.ts';
import { type Place, Places } from './places.ts';
import { type AdviceQuestion, type AdviceRefusal, FULL_PERCENT, MOST_CAMERAS } from './question.ts';
import { type UnreachedPart, unreachedParts } from './unreached.ts';
import { ZoneSamples } from './zone-samples.ts';

/** A camera that is proposed. Angles in radians, shares in per cent of the zone, areas in m². */
export type ProposedCamera = {
  readonly place: Place;
  readonly direction: number;
  readonly tilt: number;
  /** What is covered often enough since this one, together with those before it. */
  readonly gain: { readonly percent: number; readonly area: number };
  /** What it covers by itself. */
  readonly seen: { readonly percent: number; readonly area: number };
};

export type Advice = {
  /** In the order in which they add most. */
  readonly cameras: readonly ProposedCamera[];
  /** Of the zone, m². */
  readonly area: number;
  /** Covered often enough by the cameras that are there, and with those proposed: exact regions. */
  readonly percentBefore: number;
  readonly percent: number;
  /** Whether the share that was asked for is covered. */
  readonly isEnough: boolean;
  /** What stays uncovered, the largest part first. */
  readonly left: readonly LeftPart[];
  /** What no camera of this kind covers from anywhere that is allowed, by the samples that were looked at. */
  readonly unreached: readonly UnreachedPart[];
  /** How far along the ground the camera has the level at most, metres; infinite for a guard. */
  readonly reach: number;
  /** How finely was looked: metres between places and between samples, and how many places there were. */
  readonly placeSpacing: number;
  readonly sampleSpacing: number;
  readonly places: number;
};

export type AdviceStage = 'looking' | 'choosing' | 'checking';
/** How far the work is; `of` is 0 where that is not known. */
export type AdviceProgress = { readonly stage: AdviceStage; readonly done: number; readonly of: number };

/** Rounds of looking again at what the samples did not show. */
const MOST_ROUNDS = 12;
/** From this round on none is taken away again: what is left is covered, if with one more. */
const LAST_FEWER = 8;
/** Parts of the zone that become samples of their own in a round. */
const MOST_WITNESSES = 48;
/** Exchanges with the aim of one camera less. */
const STEPS = 400;
/** m² below which a proposed camera adds nothing. */
const NO_GAIN = 0.001;
/** Share of the zone below which what is left is no part of it. */
const NO_PART = 1e-6;
/** What the samples must be covered beyond what was missing, of 1. */
const LEAST_MARGIN = 0.0005;

type Working<T> = Generator<AdviceProgress, T>;
type Answer<T> = Result<T, AdviceRefusal>;

/**
 * Suggests where to place cameras so that a zone is covered: greedy choice with exchanges over samples of the zone,
 * checked and corrected with the exact regions, from which all shares that are given come.
 *
 * Deterministic. It tells how far it is and may be left at any time. It is a good answer, not proven to be the least:
 * places are compared at most some hundred at a time, at distances that are told, directions in steps of up to 15°
 * and then finer about those that were chosen.
 */
export function* advise(question: AdviceQuestion): Working<Answer<Advice>> {
  const area = new ExactCover(question).areaOfZone;
  if (!(area > 0)) return err({ reason: 'no-surface' });
  const reach = question.lens ? reachOfLens(question, question.lens) : ok(Number.POSITIVE_INFINITY);
  if (!reach.ok) return err({ reason: 'flaw', message: reach.error });
  if (reach.value === 0) return err({ reason: 'never-meets' });
  const sight = prepareSight(question.scene.pieces);
  if (!sight.ok) return err({ reason: 'sight', refusal: sight.error });
  return yield* new Adviser(question, sight.value, { area, reach: reach.value }).run();
}

class Adviser {
  readonly #question: AdviceQuestion;
  readonly #sight: PreparedSight;
  readonly #zone: { readonly area: number; readonly reach: number };
  readonly #samples: ZoneSamples;
  readonly #places: Places;
  readonly #looks: Looks;
  /** Of the cameras that are there. */
  readonly #present: Covered[] = [];
  readonly #covered = new Map<Look, Covered>();
  /** All looks that are compared, and those that are chosen of them. */
  #pool: Look[] = [];
  #chosen: readonly Look[] = [];
  /** Share of the zone that the samples must be covered beyond what is asked for, so that the zone is. */
  #margin = 0;

  constructor(
    question: AdviceQuestion,
    sight: PreparedSight,
    zone: { readonly area: number; readonly reach: number },
  ) {
    this.#question = question;
    this.#sight = sight;
    this.#zone = zone;
    this.#samples = new ZoneSamples(question.zone, zone.area);
    this.#places = new Places(question.places, question.scene.pieces, question.zone, zone.reach);
    this.#looks = new Looks(question, sight, this.#samples, zone.reach);
  }

  *run(): Working<Answer<Advice>> {
    const before = yield* this.#lookAtPresent();
    if (!before.ok) return before;
    const { places: apart, spacing } = this.#places.all();
    const places = apart.length > 0 ? apart : before.value.left.flatMap(({ at }) => this.#places.nearTo(at));
    if (places.length === 0) return err({ reason: 'no-places' });
    if (this.#samples.count === 0) {
      const witnesses = this.#addWitnesses(before.value);
      if (!witnesses.ok) return witnesses;
    }
    for (const [done, place] of places.entries()) {
      const refusal = this.#take(this.#looks.from(place));
      if (refusal) return err(refusal);
      yield { stage: 'looking', done: done + 1, of: places.length };
    }
    const reachedBy = this.#reachedBy();
    const refusal = yield* this.#chooseAndCheck(spacing);
    if (refusal) return err(refusal);
    const answer = this.#answer();
    if (!answer.ok) return answer;
    const unreached = unreachedParts({
      samples: this.#samples,
      looks: this.#looks,
      places,
      reachedBy,
      atLeast: this.#question.atLeast,
      reach: this.#zone.reach,
    });
    return ok({
      ...answer.value,
      percentBefore: this.#percent(before.value.area),
      unreached,
      reach: this.#zone.reach,
      placeSpacing: spacing,
      sampleSpacing: this.#samples.spacing,
      places: places.length,
    });
  }

  #percent(area: number): number {
    return Math.min((100 * area) / this.#zone.area, 100);
  }

  /** The share that is asked for, of 1. */
  get #wanted(): number {
    return Math.min(this.#question.percent, FULL_PERCENT) / 100;
  }

  get #isForAll(): boolean {
    return this.#question.percent >= FULL_PERCENT;
  }

  *#lookAtPresent(): Working<Answer<ExactCover>> {
    const cover = new ExactCover(this.#question);
    const { present } = this.#question;
    for (const [done, camera] of present.entries()) {
      const covered = coveredByCamera(this.#question, this.#sight, camera);
      // A camera that none can be covers nothing: the plan says so elsewhere.
      if (!covered.ok && covered.error.reason !== 'flaw') return covered;
      if (covered.ok && covered.value.area > 0) {
        this.#present.push(covered.value);
        cover.add(covered.value);
      }
      yield { stage: 'looking', done: done + 1, of: present.length };
    }
    return ok(cover);
  }

  /** Takes looks into the pool, or says why there are none. */
  #take(looks: ReturnType<Looks['from']>): AdviceRefusal | null {
    if (!looks.ok) return { reason: 'sight', refusal: looks.error };
    for (const look of looks.value) this.#pool.push(look);
    return null;
  }

  *#chooseAndCheck(spacing: number): Working<AdviceRefusal | null> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const refusal = yield* this.#chooseFinely(spacing, round < LAST_FEWER ? STEPS : 0);
      if (refusal) return refusal;
      yield { stage: 'checking', done: round + 1, of: MOST_ROUNDS };
      const cover = this.#coverOf(this.#chosen);
      if (!cover.ok) return cover.error;
      const share = cover.value.area / this.#zone.area;
      if (share >= this.#wanted) return null;
      const more = this.#mayImprove(cover.value, share);
      if (!more.ok) return more.error;
      if (!more.value) return null;
    }
    return null;
  }

  *#chooseFinely(spacing: number, steps: number): Working<AdviceRefusal | null> {
    yield* this.#choose(0);
    for (const part of [2, 4]) {
      const refusal = this.#refine(spacing / part, 1 / part);
      if (refusal) return refusal;
      yield* this.#choose(part === 4 ? steps : 0);
    }
    return null;
  }

  /** Looks near those that are chosen, turned and moved a little. */
  #refine(spacing: number, share: number): AdviceRefusal | null {
    for (const look of this.#chosen) {
      const refusal = this.#take(this.#looks.turned(look, share));
      if (refusal) return refusal;
      for (const place of this.#places.beside(look.place, spacing)) {
        const found = this.#take(this.#looks.from(place));
        if (found) return found;
      }
    }
    return null;
  }

  /** Whether the samples can be made to say more of what the exact regions show to be left. */
  #mayImprove(cover: ExactCover, share: number): Answer<boolean> {
    if (this.#chosen.length >= this.#most) return ok(false);
    if (this.#isForAll) return this.#addWitnesses(cover);
    const before = this.#margin;
    this.#margin = Math.min(before + this.#wanted - share + LEAST_MARGIN, 1 - this.#wanted);
    return ok(this.#margin > before);
  }

  get #most(): number {
    return Math.min(this.#question.most, MOST_CAMERAS);
  }

  /** Makes samples of the largest parts that are left, with places near them; whether any of them can be reached. */
  #addWitnesses(cover: ExactCover): Answer<boolean> {
    const first = this.#samples.count;
    const parts = cover.left.filter(({ area }) => area > this.#zone.area * NO_PART).slice(0, MOST_WITNESSES);
    for (const { at, area } of parts) this.#samples.addWitness(at, area);
    this.#looks.lookAgain(this.#pool, first);
    for (const { at } of parts)
      for (const place of this.#places.nearTo(at)) {
        const refusal = this.#take(this.#looks.from(place));
        if (refusal) return err(refusal);
      }
    return ok(this.#pool.some(({ covers }) => (covers.at(-1) ?? -1) >= first));
  }

  *#choose(steps: number): Working<void> {
    const { weights } = this.#samples;
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const search = new CoverSearch({
      looks: this.#pool,
      weights,
      present: this.#presentCounts(),
      atLeast: this.#question.atLeast,
      enough: this.#isForAll ? all : all * Math.min(this.#wanted + this.#margin, 1),
      most: this.#most,
    });
    const numbers = new Map(this.#pool.map((look, number) => [look, number]));
    for (const look of this.#chosen) search.add(numbers.get(look) ?? 0);
    search.addGreedily();
    for (const _ of search.exchange()) yield { stage: 'choosing', done: search.chosen.length, of: 0 };
    search.addGreedily();
    for (const _ of search.makeDoWithFewer(steps))
      yield { stage: 'choosing', done: search.chosen.length, of: 0 };
    this.#chosen = search.chosen.flatMap((number) => this.#pool[number] ?? []);
  }

  /** How often each sample is covered by what is there. */
  #presentCounts(): readonly number[] {
    const counts = new Array<number>(this.#samples.count).fill(0);
    for (const { rings } of this.#present)
      this.#samples.eachIn(rings, (sample) => {
        counts[sample] = (counts[sample] ?? 0) + 1;
      });
    return counts;
  }

  /** Of each sample, from how many places it can be covered at all; what is there counts as one each. */
  #reachedBy(): readonly number[] {
    const counts = [...this.#presentCounts()];
    const last: (Place | null)[] = counts.map(() => null);
    for (const { place, covers } of this.#pool)
      for (const sample of covers) {
        // Looks of one place follow each other.
        if (last[sample] === place) continue;
        last[sample] = place;
        counts[sample] = (counts[sample] ?? 0) + 1;
      }
    return counts;
  }

  #exactly(look: Look): Answer<Covered> {
    const known = this.#covered.get(look);
    if (known) return ok(known);
    const covered = coveredByLook(this.#question, this.#sight, look);
    if (covered.ok) this.#covered.set(look, covered.value);
    return covered;
  }

  #coverOf(looks: readonly Look[]): Answer<ExactCover> {
    const cover = new ExactCover(this.#question);
    for (const covered of this.#present) cover.add(covered);
    for (const look of looks) {
      const covered = this.#exactly(look);
      if (!covered.ok) return covered;
      cover.add(covered.value);
    }
    return ok(cover);
  }

  /** What is chosen in the order of the gain, with the exact figures. */
  #answer(): Answer<Pick<Advice, 'cameras' | 'area' | 'percent' | 'isEnough' | 'left'>> {
    const cover = new ExactCover(this.#question);
    for (const covered of this.#present) cover.add(covered);
    const cameras: ProposedCamera[] = [];
    for (const look of this.#inOrder()) {
      const covered = this.#exactly(look);
      if (!covered.ok) return covered;
      const { gained, seen } = cover.add(covered.value);
      if (gained < NO_GAIN && this.#question.atLeast === 1) continue;
      const { place, direction, tilt } = look;
      cameras.push({
        place,
        direction,
        tilt,
        gain: { percent: this.#percent(gained), area: gained },
        seen: { percent: this.#percent(seen), area: seen },
      });
    }
    const { area } = this.#zone;
    const percent = this.#percent(cover.area);
    return ok({
      cameras,
      area,
      percent,
      isEnough: percent >= 100 * this.#wanted,
      left: cover.left.filter((part) => part.area > area * NO_PART),
    });
  }

  #inOrder(): readonly Look[] {
    const search = new CoverSearch({
      looks: this.#chosen,
      weights: this.#samples.weights,
      present: this.#presentCounts(),
      atLeast: this.#question.atLeast,
      enough: Number.POSITIVE_INFINITY,
      most: this.#chosen.length,
    });
    search.addGreedily();
    const ordered = search.chosen.flatMap((number) => this.#chosen[number] ?? []);
    return [...ordered, ...this.#chosen.filter((look) => !ordered.includes(look))];
  }
}
