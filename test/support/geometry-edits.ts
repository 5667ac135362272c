import { alignments, alignRecords, distributeRecords } from '../../core/operations/arrange/align-records.ts';
import { fitRecords } from '../../core/operations/arrange/fit-records.ts';
import { mirrorRecords } from '../../core/operations/arrange/mirror-records.ts';
import { arrayAlong, arrayAround, arrayInGrid } from '../../core/operations/arrays/array-records.ts';
import { facings } from '../../core/operations/arrays/facing.ts';
import { placeAlong } from '../../core/operations/arrays/place-along.ts';
import { moveWithJoints } from '../../core/operations/walls/move-with-joints.ts';
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
