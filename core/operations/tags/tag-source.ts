import type { IdOf, PlacedRecord } from '../../plan/kinds/index.ts';
import type { Plan } from '../../plan/plan.ts';
import {
  highestOnFloor,
  type TagBook,
  type TagSeries,
  tagBookOf,
  tagSeriesOf,
  writtenTag,
} from '../next-tag.ts';
import { foldedTag } from './tag-holder.ts';

type Floor = IdOf<'floor'>;

/**
 * Gives tags that no record of a plan has, one after the other; what it gave is taken.
 *
 * All number by kind and floor, as what is placed by hand does. O(n) once, then constant time a tag.
 */
export type TagSource = {
  /** The next tag of its series for a new record on a floor; null where its kind has none. */
  readonly next: (record: PlacedRecord, floor: Floor) => string | null;
  /** The same for a copy; null where the original has no tag. */
  readonly forCopy: (original: PlacedRecord, floor: Floor) => string | null;
  /**
   * For records that come from elsewhere: their own tags as far as these are free, before any other of them is
   * numbered as a copy is; of two with one tag the first keeps it.
   */
  readonly keepFree: (
    records: readonly PlacedRecord[],
  ) => (record: PlacedRecord, floor: Floor) => string | null;
};

/** A source of the tags that are free on a plan. */
export function tagSource(plan: Plan): TagSource {
  const taken = takenOn(plan);
  const next: TagSource['next'] = (record, floor) => {
    const series = tagSeriesOf(record);
    return series && taken.take(series, floor);
  };
  const forCopy: TagSource['forCopy'] = (original, floor) =>
    original.tag === null ? null : next(original, floor);
  return {
    next,
    forCopy,
    keepFree: (records) => {
      const kept = new Set(records.filter(({ tag }) => tag !== null && taken.claim(tag)).map(({ id }) => id));
      return (record, floor) => (kept.has(record.id) ? record.tag : forCopy(record, floor));
    },
  };
}

function takenOn(plan: Plan) {
  const given = new Set<string>();
  const last = new Map<string, number>();
  let known: TagBook | null = null;
  const claim = (tag: string): boolean => {
    known ??= tagBookOf(plan);
    const isFree = !known.all.has(foldedTag(tag)) && !given.has(foldedTag(tag));
    if (isFree) given.add(foldedTag(tag));
    return isFree;
  };
  const take = (series: TagSeries, floor: Floor): string => {
    known ??= tagBookOf(plan);
    const key = `${floor} ${series.prefix}`;
    let number = last.get(key) ?? highestOnFloor(series, known, floor);
    do number++;
    while (!claim(writtenTag(series, number)));
    last.set(key, number);
    return writtenTag(series, number);
  };
  return { claim, take };
}
