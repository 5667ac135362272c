import type { AnyId, Kind, PlacedRecord, PlanRecord } from '../../../core/plan/kinds/index.ts';
import { getRecord, isPlaced, type Plan, settingsOf } from '../../../core/plan/plan.ts';
import type { SpatialIndex } from '../../../core/plan/spatial-index.ts';
import { nearestOf, recordsAround, whatPlaces } from '../../../core/query/nearest-records.ts';
import { recordMiddle } from '../../../core/query/record-measures.ts';
import { wayTo } from '../../hooks/record-place.ts';
import { kindTitle, recordTitle } from '../../hooks/record-title.ts';
import type { SelectOption } from '../../ui/fields/Select.tsx';

/** Metres around a record in which others are offered to stand in or at, and how many of them at most. */
const REACH = 5;
const MOST_OFFERED = 20;

export type ReferenceQuestion = {
  /** The record whose field it is. */
  readonly owner: AnyId;
  readonly kinds: readonly Kind[];
  /** The record that is set. */
  readonly current: AnyId | null;
};

/** The answer, and all that it was made of. */
export type ReferenceOptions = {
  readonly madeOf: readonly (PlanRecord | ReferenceQuestion)[];
  readonly options: readonly SelectOption<AnyId>[];
};

/**
 * The records that one may stand in or at: the nearest ones, nearest first, and always the one that is set.
 *
 * `kept` is given back while nothing has changed that it was made of: an edit elsewhere costs a search.
 */
export function referenceOptions(
  state: { readonly plan: Plan; readonly index: SpatialIndex },
  question: ReferenceQuestion,
  kept: ReferenceOptions | null,
): ReferenceOptions {
  const { plan } = state;
  const owner = placed(plan, question.owner);
  const current = placed(plan, question.current);
  const near = owner ? recordsAround(state, { owner, kinds: question.kinds, reach: REACH }) : [];
  const places = whatPlaces(current && !near.includes(current) ? [...near, current] : near, plan);
  const madeOf = [question, settingsOf(plan), ...(owner ? [owner] : []), ...places];
  if (kept && isSame(kept.madeOf, madeOf)) return kept;
  const offered = owner
    ? nearestOf(near, { plan, owner, most: MOST_OFFERED }).map(({ record }) => record)
    : [];
  if (current && !offered.includes(current)) offered.push(current);
  return { madeOf, options: offered.map((record) => optionOf(record, plan, owner)) };
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index]);

function placed(plan: Plan, id: AnyId | null): PlacedRecord | undefined {
  const record = id === null ? undefined : getRecord(plan, id);
  return record && isPlaced(record) ? record : undefined;
}

/** "Wall Exterior 12.40 m", and where it lies from the record: "0.3 m north". */
function optionOf(record: PlacedRecord, plan: Plan, owner: PlacedRecord | undefined): SelectOption<AnyId> {
  const label = `${kindTitle(record)} ${recordTitle(record, plan, settingsOf(plan).displayUnit)}`.trim();
  const from = owner && recordMiddle(owner, plan);
  return { id: record.id, label, ...(from && { detail: wayTo(record, plan, from) }) };
}
