import {
  alignments,
  alignRecords,
  distributeRecords,
} from '../../../core/operations/arrange/align-records.ts';
import { fitRecords } from '../../../core/operations/arrange/fit-records.ts';
import { mirrorRecords } from '../../../core/operations/arrange/mirror-records.ts';
import { arrayAlong, arrayAround, arrayInGrid } from '../../../core/operations/arrays/array-records.ts';
import { bollardsAlong } from '../../../core/operations/arrays/bollards-along.ts';
import { facings } from '../../../core/operations/arrays/facing.ts';
import { placeAlong } from '../../../core/operations/arrays/place-along.ts';
import { filletWalls, roundCorners } from '../../../core/operations/lines/fillet.ts';
import { joinRecords } from '../../../core/operations/lines/join-records.ts';
import { offsetRecords } from '../../../core/operations/lines/offset-records.ts';
import { splitRecord } from '../../../core/operations/lines/split-record.ts';
import { extendRecord, trimRecord } from '../../../core/operations/lines/trim-record.ts';
import { moveRecords } from '../../../core/operations/move-records.ts';
import { rotateRecords } from '../../../core/operations/rotate-records.ts';
import { addVertex } from '../../../core/operations/vertices/add-vertex.ts';
import { moveVertex } from '../../../core/operations/vertices/move-vertex.ts';
import { removeVertex } from '../../../core/operations/vertices/remove-vertex.ts';
import { makeRooms } from '../../../core/operations/walls/make-rooms.ts';

import { moveWithJoints } from '../../../core/operations/walls/move-with-joints.ts';
import { bendWall, moveWallEnds, type WallEnd } from '../../../core/operations/walls/reshape-wall.ts';
import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { vertexLinesOf } from '../../../core/plan/parts/vertices.ts';
import { type Plan, recordsOf } from '../../../core/plan/plan.ts';
import { among, type Choice, type OperationEdits, pick, pickAny, pickId, pickMany, place } from './choice.ts';
import { drawnKinds } from './new-records.ts';

function runOf({ picks: [number = 0], length, angle, flag }: Choice) {
  const spacing = flag ? length + 1 : null;
  return { start: number % 4 === 0 ? angle : length / 4, spacing, count: flag ? null : number % 5 };
}

const hostKinds = ['fence', 'wall', 'road', 'propertyLine', 'building', 'route', 'coverageZone'] as const;

function hostOf(plan: Plan, { picks: [number = 0] }: Choice): AnyId | null {
  return pickId(plan, among(hostKinds, number), number);
}

const lineKinds = ['wall', 'fence', 'wall', 'road', 'barrier'] as const;

/** The id of a wall or path of the plan, and a place on or near it. */
function lineOf(plan: Plan, choice: Choice) {
  const { picks, length, point, flag } = choice;
  const [number = 0] = picks;
  const record = pick(plan, among(lineKinds, number), number);
  if (!record || (flag && number % 7 === 0)) {
    const id = pickAny(plan, choice);
    return id && { id, at: point };
  }
  const [start, end] = 'path' in record ? record.path : [record.a, record.b];
  if (!start || !end) return null;
  const part = (length % 1) * 0.98 + 0.01;
  const at = { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
  return { id: record.id, at };
}

/** The walls and paths around a line, as a tool finds them; null lets the operation look itself. */
function nearby(plan: Plan, { flag, picks }: Choice): readonly AnyId[] | null {
  return flag ? null : [...pickMany(plan, picks), ...plan.tables.wall.keys()];
}

/** The operations that move, turn and scale what is there. */
export const transformEdits: OperationEdits = {
  moveRecords: {
    move: (plan, { picks, point }) => moveRecords(plan, pickMany(plan, picks), point),
    nudge: (plan, { picks, length }) =>
      moveRecords(plan, pickMany(plan, picks), { x: length / 7, y: 0.0004 }),
  },
  rotateRecords: {
    rotate: (plan, { picks, point, angle }) =>
      rotateRecords(plan, pickMany(plan, picks), { about: point, angle }),
  },
  moveWithJoints: {
    moveWithJoints: (plan, { picks, length, angle }) =>
      moveWithJoints(plan, pickMany(plan, picks), { x: length, y: angle }),
    moveWall: (plan, { picks: [number = 0], length }) => {
      const wall = pick(plan, 'wall', number);
      return wall && moveWithJoints(plan, [wall.id], { x: length / 20, y: -length / 9 });
    },
  },
  mirrorRecords: {
    mirror: (plan, { picks, point, flag }, newId) =>
      mirrorRecords(plan, pickMany(plan, picks), {
        over: [point, { x: point.x + 1, y: flag ? point.y : point.y - 2 }],
        newId: flag ? newId : null,
      }),
  },
  fitRecords: {
    fit: (plan, { picks, point, length, angle, flag }) =>
      fitRecords(plan, pickMany(plan, picks), {
        from: [point, { x: point.x + 10, y: point.y }],
        to: [point, { x: point.x + length + 0.5, y: point.y + angle }],
        scales: flag,
      }),
  },
  alignRecords: {
    align: (plan, { picks, ring }) =>
      alignRecords(plan, pickMany(plan, picks), among(alignments, ring.length)),
  },
  distributeRecords: {
    distribute: (plan, { picks, flag }) => distributeRecords(plan, pickMany(plan, picks), flag ? 'x' : 'y'),
  },
};

/** Lines that meet are rare by chance: those that a split made are the likeliest. */
function joinedPair(plan: Plan, kind: (typeof lineKinds)[number]) {
  const lines = [...recordsOf(plan, kind)].slice(-30);
  for (const first of lines) {
    for (const second of lines) {
      const joined = first === second ? null : joinRecords(plan, [first.id, second.id]);
      if (joined?.ok) return joined;
    }
  }
  return null;
}

const chainKinds = ['fence', 'building', 'area', 'road', 'bollards', 'propertyLine'] as const;

/** A corner of a record that is drawn by several; now and then one that there is not. */
function cornerOf(plan: Plan, { picks: [number = 0, other = 0], flag }: Choice) {
  const record = pick(plan, among(chainKinds, number), other);
  const line = record && vertexLinesOf(record).at(flag ? 0 : -1);
  if (!record || !line) return null;
  return { id: record.id, vertex: { list: line.list, index: number % (line.points.length + 1) } };
}

/** The operations on lines: they are cut, lengthened, joined and bent. */
export const lineEdits: OperationEdits = {
  addVertex: {
    addVertex: (plan, choice) => {
      const corner = cornerOf(plan, choice);
      return corner && addVertex(plan, corner.id, { after: corner.vertex, at: choice.point });
    },
  },
  moveVertex: {
    moveVertex: (plan, choice) => {
      const corner = cornerOf(plan, choice);
      const { picks, point } = choice;
      const isMiddle = (picks[0] ?? 0) % 2 === 0;
      return corner && moveVertex(plan, corner.id, { vertex: corner.vertex, isMiddle, to: point });
    },
  },
  moveWallEnds: {
    moveWallEnds: (plan, { picks, point, flag }) => {
      const ends = picks.flatMap((number): readonly WallEnd[] => {
        const wall = pick(plan, 'wall', number);
        return wall ? [[wall.id, flag ? 'a' : 'b']] : [];
      });
      return ends.length > 0 ? moveWallEnds(plan, ends, point) : null;
    },
  },
  bendWall: {
    bendWall: (plan, { picks: [number = 0], point, length }) => {
      const wall = pick(plan, 'wall', number);
      return wall && bendWall(plan, wall.id, { through: point, straightBelow: length % 1 });
    },
  },
  removeVertex: {
    removeVertex: (plan, choice) => {
      const corner = cornerOf(plan, choice);
      return corner && removeVertex(plan, corner.id, corner.vertex);
    },
  },
  splitRecord: {
    split: (plan, choice, newId) => {
      const line = lineOf(plan, choice);
      return line && splitRecord(plan, line.id, { at: line.at, newId });
    },
  },
  joinRecords: {
    join: (plan) => joinedPair(plan, 'wall'),
    joinAny: (plan, { picks: [number = 0, ...more] }) => {
      const kind = among(lineKinds, number);
      const ids = [number, number + 1, ...more].map((each) => pickId(plan, kind, each));
      const joined = joinRecords(
        plan,
        ids.filter((id) => id !== null),
      );
      return joined.ok ? joined : (joinedPair(plan, kind) ?? joined);
    },
  },
  trimRecord: {
    trim: (plan, choice, newId) => {
      const line = lineOf(plan, choice);
      return line && trimRecord(plan, line.id, { at: line.at, near: nearby(plan, choice), newId });
    },
  },
  extendRecord: {
    extend: (plan, choice) => {
      const line = lineOf(plan, choice);
      return line && extendRecord(plan, line.id, { at: line.at, near: nearby(plan, choice) });
    },
  },
  filletWalls: {
    fillet: (plan, { picks: [first = 0, second = 1], flag, length }, newId) => {
      const [one, two] = [pickId(plan, 'wall', first), pickId(plan, 'wall', second)];
      if (!one || !two) return null;
      return filletWalls(plan, [one, two], { radius: flag ? length : 0, newId: () => newId('wall') });
    },
  },
  roundCorners: {
    roundCorners: (plan, choice) => {
      const host = hostOf(plan, choice);
      return host && roundCorners(plan, host, choice.length / 2);
    },
  },
};

/** The operations that make several of one, or put new ones along a line. */
export const copyEdits: OperationEdits = {
  offsetRecords: {
    offset: (plan, { picks, length }, newId) =>
      offsetRecords(plan, pickMany(plan, picks.slice(0, 2)), { distance: length - 10, newId }),
  },
  arrayInGrid: {
    grid: (plan, { picks: [number = 0], point, length }, newId) => {
      const columns = number % 9 === 0 ? length : (number % 2) + 1;
      const grid = { columns, rows: 2, step: { x: 3, y: point.y / 10 } };
      return arrayInGrid(plan, pickMany(plan, [number]), { grid, newId });
    },
  },
  arrayAround: {
    around: (plan, { picks: [number = 0], point, angle, length }, newId) => {
      const count = number % 9 === 0 ? length : 3;
      return arrayAround(plan, pickMany(plan, [number]), {
        circle: { centre: point, count, sweep: angle },
        newId,
      });
    },
  },
  arrayAlong: {
    arrayAlong: (plan, choice, newId) => {
      const host = hostOf(plan, choice);
      const { picks } = choice;
      const run = { ...runOf(choice), count: 2 };
      const along = host && { host, run, facing: among(facings, picks[1] ?? 0) };
      return along && arrayAlong(plan, pickMany(plan, picks.slice(0, 1)), { along, newId });
    },
  },
  placeAlong: {
    placeAlong: (plan, choice, newId) => {
      const host = hostOf(plan, choice);
      const { picks } = choice;
      const prototype = { kind: among(drawnKinds, picks.at(-1) ?? 0), fields: place(plan, choice) };
      const facing = among(facings, picks[0] ?? 0);
      return host && placeAlong(plan, host, { prototype, run: runOf(choice), facing, newId });
    },
    placeOpenings: (plan, choice, newId) => {
      const wall = pick(plan, 'wall', choice.picks[0] ?? 0);
      const prototype = { kind: 'opening' as const, fields: { ...place(plan, choice), width: 0.4 } };
      return wall && placeAlong(plan, wall.id, { prototype, run: runOf(choice), facing: 'left', newId });
    },
    placeGates: (plan, choice, newId) => {
      const fence = pick(plan, 'fence', choice.picks[0] ?? 0);
      const prototype = { kind: 'gate' as const, fields: { ...place(plan, choice), width: 1 } };
      return fence && placeAlong(plan, fence.id, { prototype, run: runOf(choice), facing: 'left', newId });
    },
  },
  makeRooms: {
    makeRooms: (plan, choice, newId) =>
      makeRooms(plan, { ...place(plan, choice), newId: () => newId('area') }),
  },
  bollardsAlong: {
    bollardRows: (plan, choice, newId) => {
      const host = hostOf(plan, choice);
      const { layer } = place(plan, choice);
      return host && bollardsAlong(plan, host, { spacing: choice.length, fields: { layer }, newId });
    },
  },
};
