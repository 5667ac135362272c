import { expect, test } from 'vitest';
import { alignRecords, distributeRecords } from '../../../core/operations/arrange/align-records.ts';
import { fitRecords } from '../../../core/operations/arrange/fit-records.ts';
import { mirrorRecords } from '../../../core/operations/arrange/mirror-records.ts';
import { arrayInGrid } from '../../../core/operations/arrays/array-records.ts';
import { deleteRecords } from '../../../core/operations/delete-records.ts';
import { duplicateRecords } from '../../../core/operations/duplicate-records.ts';
import { copyToFloor } from '../../../core/operations/floors/copy-to-floor.ts';
import { moveToFloor } from '../../../core/operations/floors/move-to-floor.ts';
import { groupRecords } from '../../../core/operations/groups/group-records.ts';
import { moveToLayer } from '../../../core/operations/layers/move-to-layer.ts';
import { joinRecords } from '../../../core/operations/lines/join-records.ts';
import { offsetRecords } from '../../../core/operations/lines/offset-records.ts';
import { matchProperties } from '../../../core/operations/match/match-properties.ts';
import { moveRecords } from '../../../core/operations/move-records.ts';
import { orderRecords } from '../../../core/operations/order/order-records.ts';
import { rotateRecords } from '../../../core/operations/rotate-records.ts';
import { renumberTags } from '../../../core/operations/tags/renumber-tags.ts';
import { type FieldsOf, updateRecords } from '../../../core/operations/update-records.ts';
import { moveWithJoints } from '../../../core/operations/walls/move-with-joints.ts';
import { applyDiff, edit } from '../../../core/plan/diff.ts';
import type { IdOf, Kind, PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { allRecords, isDevice, isPlaced, kindOf, type Plan } from '../../../core/plan/plan.ts';
import { referencePlan } from '../../../core/reference/reference-plan.ts';
import type { Result } from '../../../core/result.ts';
import { spentMs } from '../../support/cpu-time.ts';
import { idSource, testId } from '../../support/plan-builder.ts';

const medianOf = (work: () => void): number =>
  [spentMs(work), spentMs(work), spentMs(work)].sort((first, second) => first - second)[1] ?? 0;

/** A copy of a value, all the way down: what the least an edit of it could do costs. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, copied(field)]));
}

/** How many times as long as copying all records of a plan an edit may take, measured again before it is judged. */
function passesOf(of: Plan, work: () => void, most: number): number {
  const each = [...allRecords(of)];
  const measured = () => medianOf(work) / medianOf(() => each.map(copied));
  const once = measured();
  return once <= most ? once : Math.min(once, measured());
}

/** Where each record is looked at beside each other one the campus plan takes hundreds. */
const MOST_PASSES = 30;

const { plan } = referencePlan('campus', 1);
const records = [...allRecords(plan)].filter(isPlaced);
const ids = records.map(({ id }) => id);
const half = ids.filter((_, index) => index % 2 === 0);
const devices = records.filter(isDevice).map(({ id }) => id);
const [first] = records as [PlacedRecord];
const other = [...plan.tables.floor.keys()].find((id) => id !== first.floor) ?? first.floor;
const layer = [...plan.tables.layer.keys()].at(-1) ?? first.layer;
const walls = ids.filter((id) => kindOf(id) === 'wall');
/** No two records lie at one height on it. */
const ordered = applyDiff(
  plan,
  edit(plan, (draft) => {
    for (const [order, each] of records.entries()) draft.put({ ...each, order } as PlacedRecord);
  }),
);
const fields = (given: object) => given as FieldsOf<Kind>;
const all = ids as readonly IdOf<Kind>[];

const edits: Readonly<Record<string, () => Result<unknown, string>>> = {
  'notes of all': () => updateRecords(plan, all, fields({ notes: 'seen' })),
  'state of all': () => updateRecords(plan, all, fields({ state: 'deficient' })),
  'lock all': () => updateRecords(plan, all, fields({ locked: true })),
  'layer of all': () => moveToLayer(plan, ids, layer),
  'match all': () => matchProperties(plan, first.id, ids),
  'order of half, to the front': () => orderRecords(ordered, half, 'front'),
  'order of half, forward': () => orderRecords(ordered, half, 'forward'),
  'align all': () => alignRecords(plan, ids, 'left'),
  'spread all': () => distributeRecords(plan, ids, 'x'),
  'move all': () => moveRecords(plan, ids, { x: 3, y: 4 }),
  'move half with joints': () => moveWithJoints(plan, half, { x: 3, y: 4 }),
  'turn all': () => rotateRecords(plan, ids, { about: { x: 500, y: 300 }, angle: 0.5 }),
  'fit all': () =>
    fitRecords(plan, ids, {
      from: [
        { x: 0, y: 0 },
        { x: 1, y: 0 },
      ],
      to: [
        { x: 5, y: 0 },
        { x: 6, y: 0 },
      ],
      scales: true,
    }),
  'mirror all': () =>
    mirrorRecords(plan, ids, {
      over: [
        { x: 0, y: 0 },
        { x: 0, y: 1 },
      ],
      newId: null,
    }),
  'parallels of all': () => offsetRecords(plan, ids, { distance: 0.5, newId: idSource() }),
  'join walls': () => joinRecords(plan, walls),
  'duplicate all': () => duplicateRecords(plan, ids, { by: { x: 2000, y: 0 }, newId: idSource() }),
  'rows of a hundred': () =>
    arrayInGrid(plan, ids.slice(0, 100), {
      grid: { columns: 10, rows: 5, step: { x: 2000, y: 2000 } },
      newId: idSource(),
    }),
  'copy all to a floor': () => copyToFloor(plan, ids, { floor: other, newId: idSource() }),
  'move all to a floor': () => moveToFloor(plan, ids, other),
  'group all': () => groupRecords(plan, ids, { id: testId('group'), name: 'All', within: null }),
  'number all devices': () => renumberTags(plan, devices, { prefix: 'X', start: 1, digits: 1, along: null }),
  'delete half': () => deleteRecords(plan, half),
  'delete all': () => deleteRecords(plan, ids),
};

test.each(Object.entries(edits))(
  '%s of a campus takes some passes over its records',
  (_, change) => {
    expect(passesOf(plan, change, MOST_PASSES)).toBeLessThan(MOST_PASSES);
  },
  120_000,
);
