import { describe, expect, test } from 'vitest';
import { deleteRecords } from '../../../core/operations/delete-records.ts';
import { duplicateRecords } from '../../../core/operations/duplicate-records.ts';
import { moveToFloor } from '../../../core/operations/floors/move-to-floor.ts';
import { insertFragment } from '../../../core/operations/fragment/insert-fragment.ts';
import { moveRecords } from '../../../core/operations/move-records.ts';
import { deleteStructure } from '../../../core/operations/structure/delete-structure.ts';
import { applyDiff, edit } from '../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import { type AnyId, type Kind, type PlacedRecord, planKinds } from '../../../core/plan/kinds/index.ts';
import { fragmentOf } from '../../../core/plan/parts/fragment.ts';
import { lookingBy, movingWith, namersInPlan } from '../../../core/plan/parts/related.ts';
import { getRecord, kinds, type Plan, tableOf } from '../../../core/plan/plan.ts';
import {
  isTie,
  type RelationRow,
  rankOf,
  referencesOf,
  relationRows,
  relationsOf,
  rowOf,
} from '../../../core/plan/relations.ts';
import { namesIn } from '../../../core/records/relation-table.ts';
import type { z } from '../../../core/schema.ts';
import {
  firstLayer,
  granted,
  idSource,
  placedKinds,
  record,
  shownBy,
  siteFloor,
  testId,
  testPlan,
} from '../../support/plan-builder.ts';

type Def = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly in?: z.ZodType;
};
const defOf = (schema: z.ZodType) => (schema as unknown as { readonly _zod: { readonly def: Def } })._zod.def;
const patternOf = (schema: z.ZodType) =>
  (schema as unknown as { readonly _zod: { readonly pattern: RegExp } })._zod.pattern;

/** How a schema holds ids: as one, in points, within the parts of a tuple; with the kinds that they are of. */
function idsIn(schema: z.ZodType, way: RelationRow['holds'] = 'name'): [Kind, RelationRow['holds']][] {
  const { type, innerType, element, items, options, shape, in: input } = defOf(schema);
  if (type === 'template_literal') {
    return kinds.filter((kind) => patternOf(schema).test(testId(kind))).map((kind) => [kind, way]);
  }
  if (items) return items.flatMap((item) => idsIn(item, 'within'));
  if (element) return idsIn(element, way === 'within' ? way : 'points');
  if (shape) return Object.values(shape).flatMap((field) => idsIn(field, way === 'within' ? way : 'points'));
  return [innerType, input, ...(options ?? [])].flatMap((inner) => (inner ? idsIn(inner, way) : []));
}

describe.each(kinds)('what a %s names', (kind) => {
  const shape: Readonly<Record<string, z.ZodType>> = planKinds[kind].schema.shape;
  const expected = Object.entries(shape).flatMap(([field, schema]) => {
    const found = field === 'id' ? [] : idsIn(schema);
    const [first] = found;
    return first ? [{ field, holds: first[1], to: new Set(found.map(([to]) => to)) }] : [];
  });

  test('is a relation by each field of its schema that holds ids, and by no other', () => {
    const rows = relationsOf(kind).map(({ field, holds, to }) => ({ field, holds, to: new Set(to) }));
    expect(rows).toHaveLength(expected.length);
    expect(rows).toEqual(expect.arrayContaining(expected));
  });
});

/**
 * The decisions, each tie with what it means on: moving, deleting, copying, changing floor, being put where the
 * other is not, being copied beside itself, looks.
 *
 * Readers and barriers go along with their door or gate: left behind they would open or close nothing. A camera on
 * a moving wall goes along, or it would hang in the air. None of the three comes to another floor or into a copy:
 * how many are bought is decided by a person.
 */
const decided = {
  'opening.wall': 'is-placed-by-it goes comes comes cannot-be keeps shown-with-each looks',
  'gate.fence': 'goes-along lets-go stays comes lets-go lets-go',
  'barrier.gate': 'goes-along lets-go stays stays lets-go lets-go',
  'camera.mountedOn': 'goes-along lets-go stays stays lets-go lets-go',
  'reader.controls': 'goes-along lets-go stays stays lets-go lets-go',
  'dimension.anchors': 'is-placed-by-it lets-go stays comes-with-all lets-go lets-go shown-with-one looks',
  'callout.anchor': 'is-placed-by-it lets-go stays comes-with-all lets-go lets-go shown-with-one looks',
};

test('what each tie means is as it was decided', () => {
  const said = relationRows.filter(isTie).map((row) => {
    const { onMove, onDelete, onCopy, onFloor, without, beside, isShown, looksBy } = row;
    const seen = [...(isShown === 'without' ? [] : [`shown-${isShown}`]), ...(looksBy ? ['looks'] : [])];
    const words = [onMove, onDelete, onCopy, onFloor, without, beside, ...seen];
    return [`${row.from}.${row.field}`, words.join(' ')];
  });
  expect(Object.fromEntries(said)).toEqual(decided);
});

const upper = record('floor', { id: 2, name: 'Upper', order: 1 });
const places: { readonly [K in Kind]?: object } = {
  gate: { at: { x: 5, y: 0 }, width: 1 },
  barrier: {
    path: [
      { x: 5, y: 1 },
      { x: 7, y: 1 },
    ],
  },
};

/** Each tie with each kind that it may be to. */
const pairs = relationRows
  .filter(isTie)
  .flatMap((row) => row.to.map((to) => ({ name: `${row.from}.${row.field} to ${to}`, row, to })));

function pairOf({ row, to }: { readonly row: RelationRow; readonly to: Kind }) {
  const host = record(to, places[to] as object);
  const point = { type: 'attached', record: host.id, place: { type: 'centre' } };
  const isNote = row.holds === 'points';
  const named = isNote ? (row.field === 'anchors' ? [point] : point) : host.id;
  const type = row.from === 'dimension' ? { type: 'coordinate' } : {};
  // A record of the kind of its host has another number.
  const namer = record(row.from, { id: 7, ...places[row.from], ...type, [row.field]: named } as object);
  const under = to === 'opening' ? [record('wall')] : [];
  const plan = testPlan(upper, ...under, host, namer);
  expect(checkIntegrity(plan)).toEqual([]);
  return { host: host as PlacedRecord, namer: namer as PlacedRecord, plan };
}

const stillNames = (plan: Plan, id: AnyId, { row, host }: { row: RelationRow; host: AnyId }) => {
  const now = getRecord(plan, id);
  return now !== undefined && namesIn(now, row).includes(host);
};

describe.each(pairs)('$name', (pair) => {
  const { row } = pair;
  const { host, namer, plan } = pairOf(pair);
  const planAfter = (result: Parameters<typeof granted<Parameters<typeof applyDiff>[1]>>[0]) => {
    const changed = applyDiff(plan, granted(result));
    expect(checkIntegrity(changed)).toEqual([]);
    return changed;
  };

  test('is found from what is named', () => {
    expect([...namersInPlan(plan)(row, host.id)]).toEqual([namer.id]);
    expect(referencesOf(namer)).toContainEqual({ field: row.field, id: host.id });
    expect(rankOf(row.from)).toBeGreaterThan(rankOf(pair.to));
  });

  test('goes, or lets go, when what it names is deleted', () => {
    const left = planAfter(deleteRecords(plan, [host.id]));
    expect(getRecord(left, namer.id) !== undefined).toBe(row.onDelete === 'lets-go');
    expect(stillNames(left, namer.id, { row, host: host.id })).toBe(false);
  });

  test('goes along, or is placed by it, or stays, when what it names is moved', () => {
    const diff = granted(moveRecords(plan, [host.id], { x: 0, y: 3 }));
    const isOpening = pair.to === 'opening';
    // A door slides in its wall: nothing follows a move across it.
    expect(diff.has(namer.id)).toBe(row.onMove === 'goes-along' && !isOpening);
    const along = movingWith([host.id], namersInPlan(plan)).has(namer.id);
    expect(along).toBe(row.holds === 'name' && row.onMove !== 'stays');
  });

  test('comes, or does not, when what it names is copied', () => {
    const copied = planAfter(duplicateRecords(plan, [host.id], { by: { x: 1, y: 20 }, newId: idSource() }));
    expect(tableOf(copied, row.from).size).toBe(row.from === pair.to ? 3 : row.onCopy === 'comes' ? 2 : 1);
  });

  test('comes, or parts from it, when what it names goes to another floor', () => {
    const given = pair.to === 'opening' ? [testId('wall')] : [host.id];
    const moved = planAfter(moveToFloor(plan, given, upper.id));
    const now = getRecord(moved, namer.id) as PlacedRecord;
    expect(now.floor === upper.id).toBe(row.onFloor !== 'stays');
    expect(stillNames(moved, namer.id, { row, host: host.id })).toBe(row.onFloor !== 'stays');
  });

  test('parts from what stays when it goes to another floor itself, or cannot go', () => {
    const moved = moveToFloor(plan, [namer.id], upper.id);
    if (row.without === 'cannot-be')
      return expect(moved).toEqual({ ok: false, error: 'openings-need-walls' });
    expect(stillNames(planAfter(moved), namer.id, { row, host: host.id })).toBe(false);
  });

  test('keeps the name, or lets go of it, in a copy beside itself', () => {
    const copied = planAfter(duplicateRecords(plan, [namer.id], { by: { x: 1, y: 0 }, newId: idSource() }));
    const copy = [...tableOf(copied, row.from).values()].at(-1) as PlacedRecord;
    expect(namesIn(copy, row)).toEqual(row.beside === 'keeps' ? [host.id] : []);
  });

  test('names the copy where both are copied', () => {
    const both = [namer.id, host.id];
    const copied = planAfter(duplicateRecords(plan, both, { by: { x: 0, y: 20 }, newId: idSource() }));
    const copies = [...tableOf(copied, row.from).values()].filter((each) => namesIn(each, row).length > 0);
    expect(copies).toHaveLength(2);
    expect(namesIn(copies.at(-1) as PlacedRecord, row)).not.toEqual([host.id]);
  });

  test('lets go of it, or is left out, in another plan', () => {
    const part = fragmentOf(plan, [namer.id]);
    const inserted = insertFragment(testPlan(), part, {
      floor: siteFloor,
      layer: firstLayer,
      to: null,
      newId: idSource(),
    });
    if (row.without === 'cannot-be')
      return expect(inserted).toEqual({ ok: false, error: 'openings-need-walls' });
    const { diff } = granted(inserted);
    const [copy] = [...diff.values()].map((change) => change.after);
    expect(copy && namesIn(copy, row)).toEqual([]);
  });

  test('looks different with it, or does not', () => {
    expect(lookingBy(plan, [host.id]).has(namer.id)).toBe(row.looksBy);
  });
});

const post = (id: number) => record('post', { id, at: { x: id, y: 0 } });
const on = (id: number) =>
  ({ type: 'attached', record: testId('post', id), place: { type: 'vertex', index: 0 } }) as const;
const between = record('dimension', { anchors: [on(1), on(2)] });

test('a note is found from each record that it is attached to, and once from one that it is attached to twice', () => {
  const twice = record('dimension', { id: 2, anchors: [on(1), on(1)] });
  const plan = testPlan(post(1), post(2), between, twice);
  const namers = (id: number) => [...namersInPlan(plan)(rowOf('dimension', 'anchors'), testId('post', id))];
  expect([namers(1), namers(2)]).toEqual([[between.id, twice.id], [between.id]]);
});

test('a note goes to another floor only with all that it is attached to', () => {
  const plan = testPlan(upper, post(1), post(2), between);
  const floorAfter = (ids: readonly AnyId[]) =>
    applyDiff(plan, granted(moveToFloor(plan, ids, upper.id))).tables.dimension.get(between.id);
  expect(floorAfter([testId('post', 1)])).toMatchObject({
    floor: siteFloor,
    anchors: [{ type: 'free', at: { x: 1, y: 0 } }, on(2)],
  });
  expect(floorAfter([testId('post', 1), testId('post', 2)])).toMatchObject({
    floor: upper.id,
    anchors: [on(1), on(2)],
  });
});

test('what is attached to a door looks different when the wall of the door does', () => {
  const note = record('callout', {
    anchor: { type: 'attached', record: testId('opening'), place: { type: 'centre' } },
  });
  const plan = testPlan(record('wall'), record('opening'), note);
  expect([...lookingBy(plan, [testId('wall')])]).toEqual([testId('opening'), note.id]);
});

test('while an edit is made, what names a record is as it is then', () => {
  const row = rowOf('gate', 'fence');
  const gate = record('gate', { fence: testId('fence') });
  const plan = testPlan(record('fence'), record('fence', { id: 2 }), gate);
  edit(plan, (draft) => {
    const names = (id: number) => draft.naming(row, testId('fence', id)).map((each) => each.id);
    expect([names(1), names(2)]).toEqual([[gate.id], []]);
    draft.put({ ...gate, fence: testId('fence', 2) });
    expect([names(1), names(2)]).toEqual([[], [gate.id]]);
    draft.put(record('gate', { id: 2, fence: testId('fence', 2) }));
    expect(names(2)).toEqual([gate.id, testId('gate', 2)]);
    draft.put(gate);
    expect([names(1), names(2)]).toEqual([[gate.id], [testId('gate', 2)]]);
    draft.remove(testId('gate', 2));
    expect(names(2)).toEqual([]);
  });
});

test.each(placedKinds)('nothing that a %s stands on can be deleted beneath it', (kind) => {
  const host = { opening: [record('wall')] } as { readonly [K in Kind]?: PlacedRecord[] };
  const phase = record('phase');
  const stands = { floor: upper.id, layer: testId('layer', 2), phase: phase.id };
  const lifted = (host[kind] ?? []).map((each) => ({ ...each, ...stands }));
  const plan = testPlan(upper, record('layer', { id: 2 }), phase, ...lifted, record(kind, stands as object));
  for (const id of [upper.id, testId('layer', 2), phase.id])
    expect(deleteStructure(plan, id)).toEqual({ ok: false, error: 'in-use' });
});

test.each(['floor', 'layers'] as const)('a sheet keeps what it shows by %s', (field) => {
  const shown = { floor: upper.id, layers: [testId('layer', 2)] };
  const plan = testPlan(
    upper,
    record('layer', { id: 2 }),
    record('sheet', shownBy({ [field]: shown[field] })),
  );
  const id = field === 'floor' ? upper.id : testId('layer', 2);
  expect(deleteStructure(plan, id)).toEqual({ ok: false, error: 'in-use' });
});
