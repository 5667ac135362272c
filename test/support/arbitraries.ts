import fc from 'fast-check';
import { addGate } from '../../core/operations/add-gate.ts';
import { addOpening } from '../../core/operations/add-opening.ts';
import { addRecord } from '../../core/operations/add-record.ts';
import { addWall } from '../../core/operations/add-wall.ts';
import { addWallChain } from '../../core/operations/add-wall-chain.ts';
import { deleteRecords } from '../../core/operations/delete-records.ts';
import { duplicateRecords } from '../../core/operations/duplicate-records.ts';
import { insertFragment } from '../../core/operations/fragment/insert-fragment.ts';
import { groupRecords, ungroupRecords } from '../../core/operations/groups/group-records.ts';
import { matchProperties } from '../../core/operations/match/match-properties.ts';
import { moveRecords } from '../../core/operations/move-records.ts';
import { rotateRecords } from '../../core/operations/rotate-records.ts';
import { setSettings } from '../../core/operations/set-settings.ts';
import { addStructure } from '../../core/operations/structure/add-structure.ts';
import { deleteStructure } from '../../core/operations/structure/delete-structure.ts';
import { renameStructure } from '../../core/operations/structure/rename-structure.ts';
import { reorderStructure } from '../../core/operations/structure/reorder-structure.ts';
import { calibrateUnderlay } from '../../core/operations/underlay/calibrate-underlay.ts';
import { placeUnderlay } from '../../core/operations/underlay/place-underlay.ts';
import { updateRecord } from '../../core/operations/update-records.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import type { Anchor } from '../../core/plan/notes/anchor-place.ts';
import { fragmentOf } from '../../core/plan/parts/fragment.ts';
import { membersOf } from '../../core/plan/parts/groups.ts';
import type { Plan } from '../../core/plan/plan.ts';

import { geometryEdits } from './geometry-edits.ts';
import {
  type Choice,
  choiceArbitrary,
  type Edit,
  type NewId,
  pick,
  pickMany,
  place,
} from './random-choice.ts';

const anchorable = ['wall', 'opening', 'building', 'fence', 'area', 'camera'] as const;

const adds: Readonly<Record<string, Edit>> = {
  propertyLine: (plan, choice, newId) =>
    addRecord(plan, 'propertyLine', {
      id: newId('propertyLine'),
      ...place(plan, choice),
      ring: choice.ring,
    }),
  building: (plan, choice, newId) =>
    addRecord(plan, 'building', { id: newId('building'), ...place(plan, choice), ring: choice.ring }),
  wall: (plan, choice, newId) =>
    addWall(plan, {
      id: newId('wall'),
      ...place(plan, choice),
      a: choice.point,
      b: choice.path[0] ?? choice.point,
      bulge: choice.flag ? Math.sin(choice.angle) : 0,
    }),
  chain: (plan, choice, newId) =>
    addWallChain(plan, { points: choice.path, fields: place(plan, choice), newId: () => newId('wall') }),
  opening: (plan, choice, newId) => {
    const wall = pick(plan, 'wall', choice.picks[0] ?? 0);
    const fields = {
      ...place(plan, choice),
      offset: choice.length,
      width: (choice.picks[0] ?? 0) % 9 || 0.9,
    };
    return wall && addOpening(plan, { id: newId('opening'), ...fields, wall: wall.id });
  },
  fence: (plan, choice, newId) =>
    addRecord(plan, 'fence', {
      id: newId('fence'),
      ...place(plan, choice),
      path: choice.path,
      closed: choice.flag,
    }),
  gate: (plan, choice, newId) =>
    addGate(plan, {
      id: newId('gate'),
      ...place(plan, choice),
      at: choice.point,
      fence: choice.flag ? (pick(plan, 'fence', choice.picks[0] ?? 0)?.id ?? null) : null,
    }),
  parking: (plan, choice, newId) =>
    addRecord(plan, 'parking', {
      id: newId('parking'),
      ...place(plan, choice),
      ring: choice.ring,
      direction: choice.angle,
    }),
  area: (plan, choice, newId) =>
    addRecord(plan, 'area', {
      id: newId('area'),
      ...place(plan, choice),
      ring: choice.ring,
      holes: choice.flag ? [choice.ring] : [],
    }),
  obstacle: (plan, choice, newId) =>
    addRecord(plan, 'obstacle', {
      id: newId('obstacle'),
      ...place(plan, choice),
      ...(choice.flag ? { ring: choice.ring } : { path: choice.path, width: choice.length }),
    }),
  barrier: (plan, choice, newId) =>
    addRecord(plan, 'barrier', {
      id: newId('barrier'),
      ...place(plan, choice),
      path: choice.path,
      gate: pick(plan, 'gate', choice.picks[0] ?? 0)?.id ?? null,
    }),
  bollards: (plan, choice, newId) =>
    addRecord(plan, 'bollards', { id: newId('bollards'), ...place(plan, choice), path: choice.path }),
  camera: (plan, choice, newId) =>
    addRecord(plan, 'camera', {
      id: newId('camera'),
      ...place(plan, choice),
      at: choice.point,
      direction: choice.angle,
      mountedOn: pick(plan, choice.flag ? 'wall' : 'building', choice.picks[0] ?? 0)?.id ?? null,
    }),
  road: (plan, choice, newId) =>
    addRecord(plan, 'road', { id: newId('road'), ...place(plan, choice), path: choice.path }),
  post: (plan, choice, newId) =>
    addRecord(plan, 'post', { id: newId('post'), ...place(plan, choice), at: choice.point }),
  text: (plan, choice, newId) =>
    addRecord(plan, 'text', { id: newId('text'), ...place(plan, choice), at: choice.point }),
  callout: (plan, choice, newId) => {
    const wall = pick(plan, 'wall', choice.picks[0] ?? 0);
    const anchor: Anchor = wall
      ? { type: 'attached', record: wall.id, place: { type: 'vertex', index: 1 } }
      : { type: 'free', at: choice.point };
    const fields = { ...place(plan, choice), anchor, at: choice.point };
    return addRecord(plan, 'callout', { id: newId('callout'), ...fields });
  },
  dimension: (plan, choice, newId) => {
    const on = anchorable.flatMap((kind) => pick(plan, kind, choice.picks[0] ?? 0)?.id ?? []);
    const anchors = choice.path.map((at, index): Anchor => {
      const target = on[index % Math.max(on.length, 1)];
      if (!target || (index + (choice.picks[0] ?? 0)) % 3 === 0) return { type: 'free', at };
      const places = [
        { type: 'vertex', index },
        { type: 'edge', index, share: 0.25 },
        { type: 'centre' },
      ] as const;
      return { type: 'attached', record: target, place: places[index % 3] ?? { type: 'centre' } };
    });
    return addRecord(plan, 'dimension', {
      id: newId('dimension'),
      ...place(plan, choice),
      ...{ type: 'chain', anchors, offset: choice.length },
    });
  },
  sheet: (plan, choice, newId) => {
    const { floor, layer } = place(plan, choice);
    const layers = choice.flag ? [layer] : null;
    return addStructure(plan, 'sheet', {
      id: newId('sheet'),
      name: 'S',
      centre: choice.point,
      floor,
      layers,
    });
  },
  floor: (plan, _choice, newId) => addStructure(plan, 'floor', { id: newId('floor'), name: 'Floor' }),
  layer: (plan, { flag }, newId) =>
    addStructure(plan, 'layer', { id: newId('layer'), name: 'Layer', locked: flag }),
  underlay: (plan, choice, newId) =>
    placeUnderlay(plan, {
      id: newId('underlay'),
      ...place(plan, choice),
      centre: choice.point,
      rotation: choice.angle,
      attachment: 'a'.repeat(64),
      widthPx: 1600,
      heightPx: 900,
    }),
};

/** The first record that is in a group. */
function groupedIn(plan: Plan) {
  const [group] = plan.tables.group.keys();
  return group ? membersOf(plan, group).slice(0, 1) : [];
}

const changes: Readonly<Record<string, Edit>> = {
  move: (plan, { picks, point }) => moveRecords(plan, pickMany(plan, picks), point),
  nudge: (plan, { picks, length }) => moveRecords(plan, pickMany(plan, picks), { x: length / 7, y: 0.0004 }),
  rotate: (plan, { picks, point, angle }) =>
    rotateRecords(plan, pickMany(plan, picks), { about: point, angle }),
  duplicate: (plan, { picks, point }, newId) =>
    duplicateRecords(plan, pickMany(plan, picks), { by: point, newId }),
  insert: (plan, { picks, point, angle, flag }, newId) => {
    const { floor, layer } = place(plan, { picks });
    const to = flag ? { at: point, angle } : null;
    const result = insertFragment(plan, fragmentOf(plan, pickMany(plan, picks)), { to, floor, layer, newId });
    return result.ok ? result.value.diff : null;
  },
  delete: (plan, { picks }) => deleteRecords(plan, pickMany(plan, picks.slice(0, 1))),
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
  group: (plan, { picks }, newId) => {
    const grouping = { id: newId('group'), name: 'Group', within: null };
    return groupRecords(plan, pickMany(plan, picks), grouping);
  },
  ungroup: (plan, { picks }) => ungroupRecords(plan, [...pickMany(plan, picks), ...groupedIn(plan)], null),
  match: (plan, { picks: [source = 0, ...targets] }) => {
    const [id] = pickMany(plan, [source]);
    return id ? matchProperties(plan, id, pickMany(plan, targets)) : null;
  },
  lock: (plan, { picks, flag }) => {
    const [id] = pickMany(plan, picks);
    return id ? updateRecord(plan, id, { locked: flag }) : null;
  },
  settings: (plan, { angle, flag }) => setSettings(plan, { north: angle, displayUnit: flag ? 'm' : 'ft-in' }),
  rename: (plan, { picks: [number = 0] }) => {
    const layer = pick(plan, 'layer', number);
    return layer && renameStructure(plan, layer.id, `Layer ${number}`);
  },
  reorder: (plan, { picks: [number = 0] }) => {
    const layer = pick(plan, 'layer', number);
    return layer && reorderStructure(plan, layer.id, number % 5);
  },
  // The newest is the likeliest to be empty.
  deleteFloor: (plan, { picks: [number = 0], flag }) => {
    const floor = pick(plan, 'floor', flag ? plan.tables.floor.size - 1 : number);
    return floor && deleteStructure(plan, floor.id);
  },
  // The newest is the likeliest to be empty.
  deleteLayer: (plan, { picks: [number = 0], flag }) => {
    const layer = pick(plan, 'layer', flag ? plan.tables.layer.size - 1 : number);
    return layer && deleteStructure(plan, layer.id);
  },
  calibrate: (plan, { picks: [number = 0], length }) => {
    const underlay = pick(plan, 'underlay', number);
    const points = { a: { x: 100, y: 80 }, b: { x: 100 + (number % 3) * 200, y: 300 } };
    return underlay && calibrateUnderlay(plan, underlay.id, { ...points, distance: length });
  },
};

const edits: Readonly<Record<string, Edit>> = { ...adds, ...changes, ...geometryEdits };

/** One random edit: which one, and what it is given. Every operation of the product is among them. */
export type RandomEdit = { readonly name: string; readonly choice: Choice };

const editOf = (names: readonly string[]): fc.Arbitrary<RandomEdit> =>
  fc.record({ name: fc.constantFrom(...names), choice: choiceArbitrary });

/** Sequences that draw something first and then edit it in every way. */
export const editsArbitrary: fc.Arbitrary<readonly RandomEdit[]> = fc
  .tuple(
    fc.array(editOf(Object.keys(adds)), { minLength: 5, maxLength: 20 }),
    fc.array(editOf(Object.keys(edits)), { minLength: 1, maxLength: 30 }),
  )
  .map(([first, then]) => [...first, ...then]);

/** The diff of a random edit, empty when it is refused or finds nothing to do; `done` hears what was not. */
export function diffOf(
  plan: Plan,
  { name, choice }: RandomEdit,
  { newId, done }: { newId: NewId; done?: (name: string) => void },
): PlanDiff {
  const result = edits[name]?.(plan, choice, newId) ?? null;
  const diff = result === null ? new Map() : 'ok' in result ? (result.ok ? result.value : new Map()) : result;
  if (diff.size > 0) done?.(name);
  return diff;
}

/** Names of all random edits, for a test that all of them happen. */
export const editNames = Object.keys(edits);
