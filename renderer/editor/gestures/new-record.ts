import { type TagBook, tagBookOf, tagOnFloor, tagSeriesOf } from '../../../core/operations/next-tag.ts';
import type { IdOf, RecordOf } from '../../../core/plan/kinds/index.ts';
import { makeRecord, type NewRecord } from '../../../core/plan/parse-record.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { AddedKind } from '../message-keys.ts';
import type { ToolContext } from '../tool.ts';
import type { ArmedRecords } from '../view.ts';

/** What the gesture itself decides of a new record: mostly where it lies. */
export type Drawn<K extends AddedKind> = { readonly id: IdOf<K> } & Partial<Omit<RecordOf<K>, 'id'>>;

function armedFields<K extends AddedKind>({ view }: ToolContext, kind: K): Partial<RecordOf<K>> {
  const armed: Partial<Record<AddedKind, ArmedRecords[keyof ArmedRecords]>> = view.armed.records;
  return (armed[kind] ?? {}) as Partial<RecordOf<K>>;
}

/**
 * The fields of a new record: what is armed, the floor and layer that are worked on, and what was
 * drawn; what is drawn while only today is looked at is there today. The rest are the defaults of its kind; the caller must draw all that has none.
 */
export function newFields<K extends AddedKind>(context: ToolContext, kind: K, drawn: Drawn<K>): NewRecord<K> {
  const { lens, drawing } = context.view;
  const seen = lens.states === 'today' ? { state: 'existing' } : {};
  return {
    ...armedFields(context, kind),
    ...seen,
    floor: lens.floor,
    layer: drawing.layer,
    ...drawn,
  } as unknown as NewRecord<K>;
}

const tagsByPlan = new WeakMap<Plan, TagBook>();

/** The tag that a new record gets, null where records of its kind have none. */
export function newTag<K extends AddedKind>(
  context: ToolContext,
  kind: K,
  fields: NewRecord<K>,
): string | null {
  const made = makeRecord(kind, fields);
  const series = made.ok ? tagSeriesOf(made.value) : null;
  if (!series) return null;
  // A preview asks again on every move of the pointer, and going through all records takes a while.
  const tags = tagsByPlan.get(context.plan) ?? tagBookOf(context.plan);
  tagsByPlan.set(context.plan, tags);
  return tagOnFloor(series, tags, context.view.lens.floor);
}
