import { addWall } from '../../core/operations/add-wall.ts';
import { alignments, alignRecords, distributeRecords } from '../../core/operations/arrange/align-records.ts';
import { fitRecords } from '../../core/operations/arrange/fit-records.ts';
import { mirrorRecords } from '../../core/operations/arrange/mirror-records.ts';
import { arrayAlong, arrayAround, arrayInGrid } from '../../core/operations/arrays/array-records.ts';
import { facings } from '../../core/operations/arrays/facing.ts';
import { placeAlong } from '../../core/operations/arrays/place-along.ts';
import { filletWalls, roundCorners } from '../../core/operations/lines/fillet.ts';
import { joinRecords } from '../../core/operations/lines/join-records.ts';
import { offsetRecords } from '../../core/operations/lines/offset-records.ts';
import { splitRecord } from '../../core/operations/lines/split-record.ts';
import { extendRecord, trimRecord } from '../../core/operations/lines/trim-record.ts';
import { addWallRectangle } from '../../core/operations/walls/add-wall-rectangle.ts';
import { moveWithJoints } from '../../core/operations/walls/move-with-joints.ts';
import { recordsOf } from '../../core/plan/plan.ts';
import type { AnyId, PlacedKind } from '../../core/plan/records/index.ts';
import { type Choice, type Edit, pick, pickMany, place } from './random-choice.ts';

function runOf({ picks: [number = 0], length, flag }: Choice) {
  return { start: length, spacing: flag ? length + 1 : null, count: flag ? null : (number % 4) + 1 };
}

function among<T>(options: readonly T[], number: number): T {
  const option = options[number % options.length];
  if (option === undefined) throw new Error('There is nothing to choose from.');
  return option;
}

const hostKinds = ['fence', 'wall', 'road', 'propertyLine', 'building'] as const;
const alongKinds: readonly PlacedKind[] = ['camera', 'post', 'opening', 'gate'];

function hostOf(plan: Parameters<Edit>[0], { picks: [number = 0] }: Choice): AnyId | null {
  return pick(plan, among(hostKinds, number), number)?.id ?? null;
}

const lineKinds = ['wall', 'fence', 'wall', 'road', 'barrier'] as const;

/** A wall or path of the plan, and a place on or near it. */
function lineOf(plan: Parameters<Edit>[0], { picks: [number = 0], length }: Choice) {
  const record = pick(plan, among(lineKinds, number), number);
  if (!record) return null;
  const [start, end] = 'path' in record ? record.path : [record.a, record.b];
  if (!start || !end) return null;
  const part = (length % 1) * 0.98 + 0.01;
  return { record, at: { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part } };
}

/** The edits of geometry, for the random sequences. */
export const geometryEdits: Readonly<Record<string, Edit>> = {
  moveWithJoints: (plan, { picks, length, angle }) =>
    moveWithJoints(plan, pickMany(plan, picks), { by: { x: length, y: angle }, near: null }),
  moveWall: (plan, { picks: [number = 0], length }) => {
    const wall = pick(plan, 'wall', number);
    return wall && moveWithJoints(plan, [wall.id], { by: { x: length / 20, y: -length / 9 }, near: null });
  },
  mirror: (plan, { picks, point, flag }, newId) =>
    mirrorRecords(plan, pickMany(plan, picks), {
      over: [point, { x: point.x + 1, y: flag ? point.y : point.y - 2 }],
      newId: flag ? newId : null,
    }),
  fit: (plan, { picks, point, length, angle, flag }) =>
    fitRecords(plan, pickMany(plan, picks), {
      from: [point, { x: point.x + 10, y: point.y }],
      to: [point, { x: point.x + length + 0.5, y: point.y + angle }],
      scales: flag,
    }),
  split: (plan, choice, newId) => {
    const line = lineOf(plan, choice);
    return line && splitRecord(plan, line.record.id, { at: line.at, newId });
  },
  join: (plan, { picks: [number = 0] }) => {
    // Walls in one line are rare by chance: those that a split made are the likeliest.
    const walls = [...recordsOf(plan, 'wall')].slice(-30);
    for (const first of walls) {
      for (const second of walls) {
        const joined = first === second ? null : joinRecords(plan, [first.id, second.id]);
        if (joined?.ok) return joined;
      }
    }
    const fence = pick(plan, 'fence', number);
    return fence && joinRecords(plan, [fence.id, pick(plan, 'fence', number + 1)?.id ?? fence.id]);
  },
  trim: (plan, choice, newId) => {
    const line = lineOf(plan, choice);
    return line && trimRecord(plan, line.record.id, { at: line.at, near: null, newId });
  },
  extend: (plan, choice) => {
    const line = lineOf(plan, choice);
    return line && extendRecord(plan, line.record.id, { at: line.at, near: null });
  },
  fillet: (plan, { picks: [first = 0, second = 1], flag, length }, newId) => {
    const [one, two] = [pick(plan, 'wall', first), pick(plan, 'wall', second)];
    if (!one || !two) return null;
    return filletWalls(plan, [one.id, two.id], { radius: flag ? length : 0, newId: () => newId('wall') });
  },
  roundCorners: (plan, choice) => {
    const host = hostOf(plan, choice);
    return host && roundCorners(plan, host, choice.length / 2);
  },
  offset: (plan, { picks, length }, newId) =>
    offsetRecords(plan, pickMany(plan, picks.slice(0, 2)), { distance: length - 10, newId }),
  continueWall: (plan, choice, newId) => {
    const wall = pick(plan, 'wall', choice.picks[0] ?? 0);
    const b = wall && { x: 2 * wall.b.x - wall.a.x, y: 2 * wall.b.y - wall.a.y };
    return (
      wall &&
      b &&
      addWall(plan, { ...place(plan, choice), floor: wall.floor, id: newId('wall'), a: wall.b, b })
    );
  },
  rectangle: (plan, choice, newId) =>
    addWallRectangle(plan, {
      at: choice.point,
      width: choice.length,
      height: choice.length + 1,
      fields: place(plan, choice),
      newId: () => newId('wall'),
    }),
  align: (plan, { picks, length }) =>
    alignRecords(plan, pickMany(plan, picks), among(alignments, Math.round(length * 1000))),
  distribute: (plan, { picks, flag }) => distributeRecords(plan, pickMany(plan, picks), flag ? 'x' : 'y'),
  grid: (plan, { picks: [number = 0], point }, newId) => {
    const grid = { columns: (number % 2) + 1, rows: 2, step: { x: 3, y: point.y / 10 } };
    return arrayInGrid(plan, pickMany(plan, [number]), { grid, newId });
  },
  around: (plan, { picks: [number = 0], point, angle }, newId) => {
    const circle = { centre: point, count: 3, sweep: angle };
    return arrayAround(plan, pickMany(plan, [number]), { circle, newId });
  },
  arrayAlong: (plan, choice, newId) => {
    const host = hostOf(plan, choice);
    const { picks } = choice;
    const along = host && {
      host,
      run: { ...runOf(choice), count: 2 },
      facing: among(facings, picks[1] ?? 0),
    };
    return along && arrayAlong(plan, pickMany(plan, picks.slice(0, 1)), { along, newId });
  },
  placeAlong: (plan, choice, newId) => {
    const host = hostOf(plan, choice);
    const { picks } = choice;
    const kind = among(alongKinds, picks.at(-1) ?? 0);
    const prototype = { kind, fields: place(plan, choice) };
    const facing = among(facings, picks[0] ?? 0);
    return host && placeAlong(plan, host, { prototype, run: { ...runOf(choice), count: 3 }, facing, newId });
  },
};
