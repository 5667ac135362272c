import { addGate } from '../../../core/operations/add-gate.ts';
import { addOpening } from '../../../core/operations/add-opening.ts';
import { addRecord } from '../../../core/operations/add-record.ts';
import { addWall } from '../../../core/operations/add-wall.ts';
import { addWallChain } from '../../../core/operations/add-wall-chain.ts';
import { deleteRecords } from '../../../core/operations/delete-records.ts';
import { duplicateRecords } from '../../../core/operations/duplicate-records.ts';
import { insertFragment } from '../../../core/operations/fragment/insert-fragment.ts';
import { matchProperties } from '../../../core/operations/match/match-properties.ts';
import { type Renumbering, renumberTags } from '../../../core/operations/tags/renumber-tags.ts';
import { calibrateUnderlay } from '../../../core/operations/underlay/calibrate-underlay.ts';
import { placeUnderlay } from '../../../core/operations/underlay/place-underlay.ts';
import { type FieldsOf, updateRecord, updateRecords } from '../../../core/operations/update-records.ts';
import { addWallRectangle } from '../../../core/operations/walls/add-wall-rectangle.ts';
import type { IdOf, Kind, NewId, PlacedKind } from '../../../core/plan/kinds/index.ts';
import type { NewRecord } from '../../../core/plan/parse-record.ts';
import { fragmentOf } from '../../../core/plan/parts/fragment.ts';
import { kindOf, type Plan, recordsOf } from '../../../core/plan/plan.ts';
import {
  among,
  type Choice,
  type Edit,
  type OperationEdits,
  pick,
  pickAny,
  pickId,
  pickMany,
  place,
} from './choice.ts';
import { randomField } from './field-value.ts';
import { drawnKinds, newFields } from './new-records.ts';

/** All fields of a random new record, with an id that is at times taken already. */
function wholeRecord<K extends PlacedKind>(
  plan: Plan,
  kind: K,
  { choice, newId }: Given,
): NewRecord<K> | null {
  const own = newFields(plan, kind, choice);
  const [number = 0] = choice.picks;
  const id = (number % 53 === 0 && pick(plan, kind, number)?.id) || newId(kind);
  return own && ({ ...place(plan, choice), ...own, id } as unknown as NewRecord<K>);
}

type Given = { readonly choice: Choice; readonly newId: NewId };

const adding = (kind: PlacedKind): Edit => {
  return (plan, choice, newId) => {
    const fields = wholeRecord(plan, kind, { choice, newId });
    return fields && addRecord(plan, kind, fields);
  };
};

/** The operations that put one record or a few of them on the plan. */
export const addEdits: OperationEdits = {
  addRecord: Object.fromEntries(drawnKinds.map((kind) => [kind, adding(kind)])),
  addWall: {
    wallAlone: (plan, choice, newId) => {
      const fields = wholeRecord(plan, 'wall', { choice, newId });
      return fields && addWall(plan, fields);
    },
    continueWall: (plan, choice, newId) => {
      const wall = pick(plan, 'wall', choice.picks[0] ?? 0);
      if (!wall) return null;
      const b = { x: 2 * wall.b.x - wall.a.x, y: 2 * wall.b.y - wall.a.y };
      return addWall(plan, { ...place(plan, choice), floor: wall.floor, id: newId('wall'), a: wall.b, b });
    },
  },
  addWallChain: {
    chain: (plan, choice, newId) =>
      addWallChain(plan, { points: choice.path, fields: place(plan, choice), newId: () => newId('wall') }),
  },
  addWallRectangle: {
    rectangle: (plan, choice, newId) =>
      addWallRectangle(plan, {
        at: choice.point,
        width: choice.length,
        height: choice.flag ? choice.angle : choice.length + 1,
        fields: place(plan, choice),
        newId: () => newId('wall'),
      }),
  },
  addOpening: {
    openingInWall: (plan, choice, newId) => {
      const fields = wholeRecord(plan, 'opening', { choice, newId });
      return fields && addOpening(plan, fields);
    },
  },
  addGate: {
    gateInFence: (plan, choice, newId) => {
      const fields = wholeRecord(plan, 'gate', { choice, newId });
      return fields && addGate(plan, fields);
    },
  },
  placeUnderlay: {
    picture: (plan, choice, newId) => {
      const fields = wholeRecord(plan, 'underlay', { choice, newId });
      return fields && placeUnderlay(plan, { ...fields, centre: choice.point });
    },
  },
};

/** The same with all that a record is, at the level of any record: the fields of a kind are not known here. */
function updateAny(plan: Plan, id: IdOf<Kind>, fields: Readonly<Record<string, unknown>>) {
  return updateRecord(plan, id, fields as FieldsOf<Kind>);
}

const anyRecordChanges: Readonly<Record<string, Edit>> = {
  anyField: (plan, choice) => {
    const id = pickAny(plan, choice);
    const fields = id && randomField(kindOf(id), choice);
    return id && fields && updateAny(plan, id, fields);
  },
  anyPlace: (plan, choice) => {
    const kind = among(drawnKinds, choice.picks.at(-1) ?? 0);
    const id = pickId(plan, kind, choice.picks[0] ?? 0);
    const fields = newFields(plan, kind, choice);
    return id && fields && updateAny(plan, id, fields);
  },
  otherFloor: (plan, choice) => {
    const id = pickAny(plan, choice);
    const { floor, layer } = place(plan, { picks: choice.picks.slice(-1) });
    return id && updateAny(plan, id, { floor, layer });
  },
};

const allIds = (plan: Plan) => drawnKinds.flatMap((kind) => [...recordsOf(plan, kind)].map(({ id }) => id));

/** The operations that change, copy or take away what is there, wherever it lies. */
export const changeEdits: OperationEdits = {
  updateRecord: {
    ...anyRecordChanges,
    wallEnd: (plan, { picks: [number = 0], point, flag }) => {
      const wall = pick(plan, 'wall', number);
      return wall && updateRecord(plan, wall.id, flag ? { a: point } : { b: point });
    },
    wallBulge: (plan, { picks: [number = 0], angle }) => {
      const wall = pick(plan, 'wall', number);
      return wall && updateRecord(plan, wall.id, { bulge: Math.cos(angle) });
    },
    fencePath: (plan, { picks: [number = 0], path }) => {
      const fence = pick(plan, 'fence', number);
      return fence && updateRecord(plan, fence.id, { path });
    },
    openingWidth: (plan, { picks: [number = 0], length }) => {
      const opening = pick(plan, 'opening', number);
      return opening && updateRecord(plan, opening.id, { width: length });
    },
    gatePlace: (plan, { picks: [number = 0], point }) => {
      const gate = pick(plan, 'gate', number);
      return gate && updateRecord(plan, gate.id, { at: point });
    },
    lock: (plan, choice) => {
      const id = pickAny(plan, choice);
      // Seldom locked and often unlocked: a plan that is locked for good is of no use here.
      return id && updateAny(plan, id, { locked: (choice.picks[0] ?? 0) % 5 === 0 });
    },
  },
  updateRecords: {
    bulk: (plan, { picks, ...choice }) => {
      const [number = 0] = picks;
      const state = among(['existing', 'proposed', 'removed'] as const, number);
      const tag = choice.flag ? {} : { tag: `B-${number % 9}` };
      const ids = pickMany(plan, picks) as IdOf<'camera'>[];
      return updateRecords(plan, ids, { state, ...tag });
    },
  },
  deleteRecords: {
    delete: (plan, { picks }) => deleteRecords(plan, pickMany(plan, picks.slice(0, 1))),
    deleteMany: (plan, { picks }) => deleteRecords(plan, pickMany(plan, picks)),
    // Two of three: makes room on a plan that has grown large.
    clearAway: (plan, { picks: [number = 0] }) =>
      deleteRecords(
        plan,
        allIds(plan).filter((_, index) => (index + number) % 3 > 0),
      ),
  },
  duplicateRecords: {
    duplicate: (plan, { picks, point }, newId) =>
      duplicateRecords(plan, pickMany(plan, picks), { by: point, newId }),
  },
  insertFragment: {
    insert: (plan, { picks, point, angle, flag }, newId) => {
      const { floor, layer } = place(plan, { picks });
      const to = flag ? { at: point, angle } : null;
      const fragment = fragmentOf(plan, pickMany(plan, picks));
      const result = insertFragment(plan, fragment, { to, floor, layer, newId });
      return result.ok ? result.value.diff : result;
    },
  },
  matchProperties: {
    match: (plan, { picks: [source = 0, ...targets] }) => {
      const [id] = pickMany(plan, [source]);
      return id ? matchProperties(plan, id, pickMany(plan, targets)) : null;
    },
    matchKind: (plan, { picks: [number = 0, other = 1] }) => {
      const kind = among(drawnKinds, number);
      const [source, target] = [pick(plan, kind, number), pick(plan, kind, other)];
      return source && target && matchProperties(plan, source.id, [target.id]);
    },
  },
  renumberTags: {
    renumber: (plan, choice) => renumberTags(plan, pickMany(plan, choice.picks), numbering(plan, choice)),
  },
  calibrateUnderlay: {
    calibrate: (plan, { picks: [number = 0], length }) => {
      const underlay = pickId(plan, 'underlay', number);
      const points = { a: { x: 100, y: 80 }, b: { x: 100 + (number % 3) * 200, y: 300 } };
      return underlay && calibrateUnderlay(plan, underlay, { ...points, distance: length });
    },
  },
};

function numbering(plan: Plan, { picks, flag, length }: Choice): Renumbering {
  const [number = 0, along = 0] = picks;
  return {
    prefix: among(['C', 'CAM', '', 'x'.repeat(100)], number),
    start: flag ? number % 50 : length,
    digits: number % 4,
    along: flag ? pickAny(plan, { picks: [along] }) : null,
  };
}
