import { fragmentOfRecords } from '../../codec/clipboard.ts';
import type { Point } from '../../geometry/point.ts';
import type { Mapping } from '../../mapping/mapping.ts';
import {
  fragmentPlace,
  layerRefusal,
  type Place,
  type PlaceOf,
} from '../../operations/fragment/fragment-place.ts';
import { insertInPlaces } from '../../operations/fragment/insert-fragment.ts';
import { tagSource } from '../../operations/tags/tag-source.ts';
import { applyDiff, type PlanDiff } from '../../plan/diff.ts';
import type { Lookup } from '../../plan/integrity.ts';
import type { AnyId, NewId, PlacedRecord, PlanRecord, RecordOf } from '../../plan/kinds/index.ts';
import { renamedAnchors } from '../../plan/notes/attachments.ts';
import type { Fragment } from '../../plan/parts/fragment.ts';
import { groupChain } from '../../plan/parts/groups.ts';
import { getRecord, inOrder, isKind, kindOf, type Plan, settingsOf } from '../../plan/plan.ts';
import { err, ok, type Result } from '../../result.ts';
import type { NeutralDrawing } from '../neutral-drawing.ts';
import { carriedRecords } from './carried-records.ts';
import { type AtFault, atFault, type Conversion, type NotTaken, type Report } from './conversion.ts';
import { layersOf } from './layers-of.ts';
import { type MadeRecords, makeRecords } from './make-records.ts';
import { type BroughtIn, partRemarks } from './part-remarks.ts';
import { placingOfPart } from './placing.ts';
import { soundRecords } from './sound-records.ts';
import { unbrokenRecords } from './unbroken-records.ts';

/** The drawing is a part of a plan: it comes onto the floor and layer that are worked on. */
export type PartOfPlan = Place & {
  readonly as: 'part';
  readonly newId: NewId;
  /** Where the middle of a map goes in a plan that does not say where on the globe it is. */
  readonly middle: Point;
  /** What a person says the features are, where somebody did. */
  readonly mapping?: Mapping | undefined;
};

/**
 * The edit that adds what a drawing says to a plan, as `insertFragment` adds a fragment: floors, layers and phases
 * by their names, ids and tags kept while they are free, references to what does not come along let go.
 *
 * Settings and sheets stay out, and so does what no edit may bring about or breaks a rule between records; each is said.
 */
export function convertPart(
  plan: Plan,
  drawing: NeutralDrawing,
  profile: PartOfPlan,
): Result<Conversion, AtFault | NotTaken> {
  const { floor, layer, middle, newId, mapping } = profile;
  const placing = placingOfPart(drawing, { settings: settingsOf(plan), middle });
  if (!placing.ok) return err(atFault(placing.error));
  const { carry } = placing.value;
  const layers = layersOf(drawing, { newId, first: 0 });
  const made = makeRecords(placing.value.drawing, {
    base: [...layers.values()],
    toPoint: placing.value.toPoint,
    ground: { floor, layer },
    repeats: 'left-out',
    floors: inOrder(plan, 'floor'),
    there: carry === null ? (id) => getRecord(plan, id) : () => undefined,
    north: settingsOf(plan).north,
    mapping: mapping ?? null,
    layers: new Map([...layers].map(([name, { id }]) => [name, id])),
    newId,
  });
  if (!made.ok) return err(atFault(made.error));
  const { maker } = made.value;
  // Sheets do not come along, whatever they are.
  const all = carriedRecords(made.value.records, carry);
  const parts = all.filter((record) => !isKind(record, 'sheet'));
  const there: Lookup = (id) => maker.levels.made.find((floor) => floor.id === id) ?? getRecord(plan, id);
  const unbroken = unbrokenRecords(parts, maker, there);
  const sheets = all.filter((record) => isKind(record, 'sheet'));
  const { diff, ids, brought } = inserted(plan, { records: [...unbroken, ...sheets], maker }, profile);
  const remarks = partRemarks(brought, drawing);
  const report: Report = { elements: drawing.elements.length, records: ids.length, remarks };
  if (!diff.ok) return err({ type: 'not-taken', reason: diff.error, report });
  return ok({
    diff: diff.value,
    ids,
    report: { ...report, remarks: [...placing.value.remarks, ...remarks] },
  });
}

function inserted(before: Plan, made: MadeRecords, profile: PartOfPlan) {
  const { levels } = made.maker;
  const floors: PlanDiff = new Map(levels.made.map((after) => [after.id, { before: null, after }]));
  const plan = applyDiff(before, floors);
  const fragment = fragmentOfRecords(made.records);
  const byName = fragmentPlace(plan, fragment, profile);
  const placeOf: PlaceOf = (record) => {
    const place = byName(record);
    return levels.has(record.floor) ? { ...place, floor: record.floor } : place;
  };
  const placed = fragment.records.map((record) => ({ ...record, ...placeOf(record) }));
  const found = soundRecords(plan, placed);
  const notes = freedNotes(plan, { all: placed, kept: found.sound });
  const names = new Map<AnyId, AnyId>();
  const nameOf = (id: AnyId): AnyId => {
    const name = getRecord(plan, id) === undefined ? id : profile.newId(kindOf(id));
    names.set(id, name);
    return name;
  };
  const groups = groupsOf(fragment, found.sound);
  const refusal = layerRefusal(plan, profile.layer);
  const result = refusal
    ? err(refusal)
    : insertInPlaces(
        plan,
        { records: notes.records, ground: [], groups },
        { to: null, nameOf, placeOf: (record) => record, tagOf: tagSource(plan).keepFree(notes.records) },
      );
  const insertion = result.ok ? result.value : null;
  const brought: BroughtIn = {
    ...found,
    plan,
    made,
    fragment,
    released: notes.released + (insertion?.released ?? 0),
    pictures: insertion?.leftOut.pictures ?? 0,
    after: new Map([...names].map(([id, name]) => [id, insertion?.diff.get(name)?.after ?? null])),
  };
  const diff = result.ok ? ok<PlanDiff>(new Map([...floors, ...result.value.diff])) : result;
  return { diff, ids: insertion?.ids ?? [], brought };
}

type Notes = { readonly records: readonly PlacedRecord[]; readonly released: number };

/** The records with each point of a note that is attached to what does not come along left where it is. */
function freedNotes(
  plan: Plan,
  { all, kept }: { readonly all: readonly PlacedRecord[]; readonly kept: readonly PlacedRecord[] },
): Notes {
  const written = new Map<AnyId, PlacedRecord>(all.map((record) => [record.id, record]));
  const lookup: Lookup = (id) => written.get(id) ?? getRecord(plan, id);
  const comes = new Set<AnyId>(kept.map(({ id }) => id));
  let released = 0;
  const nameOf = (id: AnyId): AnyId | null => {
    if (comes.has(id)) return id;
    released += 1;
    return null;
  };
  return { records: kept.map((record) => renamedAnchors(record, nameOf, lookup)), released };
}

/** The groups that any of the records is in, directly or not. */
function groupsOf({ groups }: Fragment, records: readonly PlacedRecord[]): readonly RecordOf<'group'>[] {
  const known = new Map<AnyId, PlanRecord>(groups.map((group) => [group.id, group]));
  const used = new Set<AnyId>(records.flatMap(({ group }) => groupChain((id) => known.get(id), group)));
  return groups.filter(({ id }) => used.has(id));
}
