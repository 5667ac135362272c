import { type Box, unionOfBoxes } from '../geometry/box.ts';
import { z } from '../schema.ts';
import type { AnyId, Kind, PlanRecord, RecordState } from './kinds/index.ts';
import { states } from './kinds/parts/fields.ts';
import { allRecords, emptyPlan, isPlaced, isPlacedKind, kindOf, kinds, type Plan } from './plan.ts';
import { boundsOf } from './shape.ts';

/** What a record is counted under besides its kind; `none` where records of a kind have no state. */
export type StateKey = RecordState | 'none';

/** How many records there are, by kind and state; what there are none of is not named. */
export type Counts = { readonly [K in Kind]?: { readonly [S in StateKey]?: number } };

/** What a plan can be listed with: its records, and the box around them in metres, null where nothing is drawn. */
export type PlanFigures = { readonly counts: Counts; readonly extent: Box | null };

/**
 * What a record adds to the figures of its plan, told by the record alone.
 *
 * So what takes its place from others adds no box: an opening lies within its wall, and a dimension that is attached
 * to something draws its line beside that.
 */
export type Share = { readonly kind: Kind; readonly state: StateKey; readonly box: Box | null };

/** What became of the share of one record; null where there is none. */
export type ShareChange = { readonly was: Share | null; readonly is: Share | null };

/** The figures of a plan by parts: what a change leaves as it is need not be looked at again. */
export type Tally = {
  readonly counts: Counts;
  /** The box around each part of the plan, by its name; none of parts that cover nothing. */
  readonly boxes: ReadonlyMap<string, Box>;
};

const count = z.number().int().min(1);
const stateKeys = [...states, 'none'] as const;
export const countsSchema = z.partialRecord(
  z.enum(kinds as [Kind, ...Kind[]]),
  z.partialRecord(z.enum(stateKeys), count),
);
export const boxSchema = z.strictObject({
  minX: z.number(),
  minY: z.number(),
  maxX: z.number(),
  maxY: z.number(),
});

const ALONE = emptyPlan();

/** What a record adds to the figures of its plan. */
export function shareOf(record: PlanRecord): Share {
  const state = isPlaced(record) ? record.state : 'none';
  return { kind: kindOf(record.id), state, box: isPlaced(record) ? boundsOf(record, ALONE) : null };
}

/**
 * The part of a plan that a record belongs to: its kind and the first digit of its id, what all ids in the part
 * begin with. Of 20,000 records a part has seldom more than a thousand.
 */
export function partOf(id: AnyId): string {
  return id.slice(0, id.indexOf(':') + 2);
}

/** Numbers by kind and state while they are being counted. */
class Counting {
  readonly #kinds = new Map<string, Map<string, number>>();

  add(kind: string, state: string, by: number): void {
    const ofKind = this.#kinds.get(kind);
    if (ofKind) ofKind.set(state, (ofKind.get(state) ?? 0) + by);
    else this.#kinds.set(kind, new Map([[state, by]]));
  }

  /** What was counted; null where some number is less than none. */
  end(): Counts | null {
    const counts: { [K in Kind]?: { [S in StateKey]?: number } } = {};
    for (const kind of kinds) {
      const ofKind = this.#kinds.get(kind);
      for (const state of ofKind ? stateKeys : []) {
        const number = ofKind?.get(state) ?? 0;
        if (number < 0) return null;
        if (number === 0) continue;
        counts[kind] ??= {};
        counts[kind][state] = number;
      }
    }
    return counts;
  }
}

/** The figures of records while they come one by one. */
export class Tallying {
  readonly #counting = new Counting();
  readonly #growing = new Map<string, GrowingBox>();

  add(record: PlanRecord): void {
    const { kind, state, box } = shareOf(record);
    this.#counting.add(kind, state, 1);
    if (!box) return;
    const part = partOf(record.id);
    const known = this.#growing.get(part);
    if (known) known.add(box);
    else this.#growing.set(part, new GrowingBox(box));
  }

  end(): Tally {
    const boxes = new Map<string, Box>();
    for (const [part, { box }] of this.#growing) if (box) boxes.set(part, box);
    return { counts: this.#counting.end() ?? {}, boxes };
  }
}

/** The figures of records by parts, from nothing. O(n). */
export function tallyOf(records: Iterable<PlanRecord>): Tally {
  const tallying = new Tallying();
  for (const record of records) tallying.add(record);
  return tallying.end();
}

/** The figures of a plan, from nothing. O(n). */
export function figuresOf(plan: Plan): PlanFigures {
  const { counts, boxes } = tallyOf(allRecords(plan));
  return { counts, extent: extentOf(boxes.values()) };
}

/** The box around all parts; null where none covers anything. */
export function extentOf(boxes: Iterable<Box>): Box | null {
  let extent: Box | null = null;
  for (const box of boxes) extent = joined(extent, box);
  return extent;
}

/** The counts after changes; null where more would go than there were: then they were not counts of that plan. */
export function countsAfter(counts: Counts, changes: Iterable<ShareChange>): Counts | null {
  const counting = new Counting();
  for (const [kind, ofKind] of Object.entries(counts))
    for (const [state, number] of Object.entries(ofKind)) counting.add(kind, state, number);
  for (const { was, is } of changes) {
    if (was && is && was.state === is.state) continue;
    if (was) counting.add(was.kind, was.state, -1);
    if (is) counting.add(is.kind, is.state, 1);
  }
  return counting.end();
}

const SIDES = ['minX', 'minY', 'maxX', 'maxY'] as const;

/** What changes do to the box around a part of a plan. */
export type BoxChange = {
  /** The box afterwards; 'unknown' where only all records of the part tell. */
  readonly box: Box | null | 'unknown';
  /** The box around what changed and is still there, and how many records that is: where it is all, it is the box. */
  readonly come: Box | null;
  readonly left: number;
};

/**
 * The box around a part after changes in it, one for each of the records that changed.
 *
 * It is unknown where one that reached its border went, and none that came reaches as far.
 */
export function boxAfter(before: Box | null, changes: Iterable<ShareChange>): BoxChange {
  const [gone, come] = [new GrowingBox(null), new GrowingBox(null)];
  let left = 0;
  for (const { was, is } of changes) {
    if (is) left += 1;
    if (is?.box) come.add(is.box);
    if (was?.box && !sameBox(was.box, is?.box ?? null)) gone.add(was.box);
  }
  return { box: boxWithout(before, gone.box, come.box), come: come.box, left };
}

function boxWithout(before: Box | null, gone: Box | null, come: Box | null): Box | null | 'unknown' {
  const all = joined(before, come);
  if (gone === null) return all;
  if (before === null || all === null) return 'unknown';
  const isHeld = SIDES.every((side) => {
    const reaches = (box: Box | null) =>
      box !== null && (side.startsWith('min') ? box[side] <= all[side] : box[side] >= all[side]);
    return !reaches(gone) || reaches(come);
  });
  return isHeld ? all : 'unknown';
}

/** Whether two boxes, or none, are the same. */
export function sameBox(first: Box | null, second: Box | null): boolean {
  return (
    first === second ||
    (first !== null && second !== null && SIDES.every((side) => first[side] === second[side]))
  );
}

/** A box that grows in its place: of very many boxes none but the last is wanted. */
class GrowingBox {
  #minX = Number.POSITIVE_INFINITY;
  #minY = Number.POSITIVE_INFINITY;
  #maxX = Number.NEGATIVE_INFINITY;
  #maxY = Number.NEGATIVE_INFINITY;

  constructor(first: Box | null) {
    if (first) this.add(first);
  }

  get box(): Box | null {
    const [minX, minY, maxX, maxY] = [this.#minX, this.#minY, this.#maxX, this.#maxY];
    return minX > maxX ? null : { minX, minY, maxX, maxY };
  }

  add({ minX, minY, maxX, maxY }: Box): void {
    if (minX < this.#minX) this.#minX = minX;
    if (minY < this.#minY) this.#minY = minY;
    if (maxX > this.#maxX) this.#maxX = maxX;
    if (maxY > this.#maxY) this.#maxY = maxY;
  }
}

function joined(first: Box | null, second: Box | null): Box | null {
  return first && second ? unionOfBoxes(first, second) : (first ?? second);
}

/** How many records there are: what is drawn, as `placedCount` counts a plan, without floors, layers and settings. */
export function countedRecords(counts: Counts): number {
  return Object.entries(countsByKind(counts)).reduce(
    (sum, [kind, number]) => sum + (isPlacedKind(kind as Kind) ? number : 0),
    0,
  );
}

/** The counts by kind alone. */
export function countsByKind(counts: Counts): { readonly [K in Kind]?: number } {
  const entries = Object.entries(counts).map(([kind, ofKind]) => [
    kind,
    Object.values(ofKind).reduce((sum, number) => sum + number, 0),
  ]);
  return Object.fromEntries(entries);
}

/** The counts by state alone, of what has one. */
export function countsByState(counts: Counts): { readonly [S in RecordState]?: number } {
  const sums: { [S in RecordState]?: number } = {};
  for (const state of states) {
    const sum = Object.values(counts).reduce((total, ofKind) => total + (ofKind[state] ?? 0), 0);
    if (sum > 0) sums[state] = sum;
  }
  return sums;
}
