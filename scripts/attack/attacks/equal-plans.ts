import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import { decodePlan, encodePlan } from '../../../core/codec/plan-file.ts';
import { planOfGeojson } from '../../../core/exchange/geojson/plan-of-geojson.ts';
import { mirrorRecords } from '../../../core/operations/arrange/mirror-records.ts';
import { deleteRecords } from '../../../core/operations/delete-records.ts';
import { duplicateRecords } from '../../../core/operations/duplicate-records.ts';
import { copyToFloor } from '../../../core/operations/floors/copy-to-floor.ts';
import { moveToFloor } from '../../../core/operations/floors/move-to-floor.ts';
import { insertFragment } from '../../../core/operations/fragment/insert-fragment.ts';
import { joinRecords } from '../../../core/operations/lines/join-records.ts';
import { splitRecord } from '../../../core/operations/lines/split-record.ts';
import { moveRecords } from '../../../core/operations/move-records.ts';
import { rotateRecords } from '../../../core/operations/rotate-records.ts';
import { addVertex } from '../../../core/operations/vertices/add-vertex.ts';
import { removeVertex } from '../../../core/operations/vertices/remove-vertex.ts';
import { applyDiff, type PlanDiff, samePlan } from '../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import {
  type AnyId,
  anchorKinds,
  type IdOf,
  type Kind,
  type PlanRecord,
  planKinds,
} from '../../../core/plan/kinds/index.ts';
import { parseRecord } from '../../../core/plan/parse-record.ts';
import { fragmentOf } from '../../../core/plan/parts/fragment.ts';
import { type VertexList, vertexLinesOf } from '../../../core/plan/parts/vertices.ts';
import { allRecords, getRecord, isPlaced, type Plan, planOf } from '../../../core/plan/plan.ts';
import { composeDiffs, invertDiff } from '../../../core/records/diff.ts';
import type { Attack, AttackRun } from '../attack.ts';
import { making } from '../fuzz/making.ts';
import { mixedPlan } from '../hostile/hostile-plans.ts';
import { hostileId, plainRecords } from '../hostile/hostile-records.ts';

const PLANS = { short: 25, long: 3000 } as const;
/** Edits of each host: in the short form one host after the other gets another one of them. */
const EDITS_OF_A_HOST = { short: 4, long: 1000 } as const;

let last = 0;
const newId = <K extends Kind>(kind: K): IdOf<K> => {
  last += 1;
  return `${kind}:00000000-0000-4000-9000-${String(last).padStart(12, '0')}` as IdOf<K>;
};

/** What is wrong with a plan or what its files give back; null when it is sound and comes back equal. */
function flawOf(plan: Plan): string | null {
  const [problem] = checkIntegrity(plan);
  if (problem) return `it is unsound: ${problem.reason} of ${problem.record}`;
  const parcel = { planId: 'p', planName: 'Plan', siteName: 'Site', plan, attachments: new Map() };
  const file = decodePlan(encodePlan(parcel, '1'));
  if (!file.ok) return `its own plan file is refused: ${file.error.message}`;
  if (!samePlan(file.value.plan, plan)) return 'its plan file holds another plan';
  const geojson = planOfGeojson(writeGeojson(plan), { name: 'Plan', newId: () => newId('text').slice(5) });
  if (!geojson.ok) return `its own GeoJSON is refused: ${geojson.error.message}`;
  return samePlan(geojson.value.plan, plan) ? null : 'its GeoJSON holds another plan';
}

type Edit = (plan: Plan, id: AnyId) => unknown;

const floorOf = (plan: Plan) => [...plan.tables.floor.keys()].at(-1) ?? (hostileId('floor') as IdOf<'floor'>);
const layerOf = (plan: Plan) => [...plan.tables.layer.keys()].at(-1) ?? (hostileId('layer') as IdOf<'layer'>);
const by = { x: 3.217, y: -1.4 };
/** Amid a side of the plain lines, away from what stands in them. */
const cut = { x: 2.5, y: 2.5 };
const over = [
  { x: 0, y: 0 },
  { x: 1, y: 2 },
] as const;

/** What a person can do to a record that notes are attached to. */
const edits: Readonly<Record<string, Edit>> = {
  delete: (plan, id) => deleteRecords(plan, [id]),
  move: (plan, id) => moveRecords(plan, [id], by),
  turn: (plan, id) => rotateRecords(plan, [id], { about: by, angle: 2 }),
  mirror: (plan, id) => mirrorRecords(plan, [id], { over, newId: null }),
  'mirror a copy': (plan, id) => mirrorRecords(plan, [id], { over, newId }),
  duplicate: (plan, id) => duplicateRecords(plan, [id], { by, newId }),
  'duplicate its notes alone': (plan) => duplicateRecords(plan, notesOf(plan), { by, newId }),
  'paste its notes alone': (plan) => paste(plan, notesOf(plan)),
  'paste it with its notes': (plan, id) => paste(plan, [id, ...notesOf(plan)]),
  'move to a floor': (plan, id) => moveToFloor(plan, [id], floorOf(plan)),
  'move its notes to a floor': (plan) => moveToFloor(plan, notesOf(plan), floorOf(plan)),
  'copy to a floor': (plan, id) => copyToFloor(plan, [id, ...notesOf(plan)], { floor: floorOf(plan), newId }),
  split: (plan, id) => splitRecord(plan, id, { at: cut, newId }),
  'split and join again': splitAndJoin,
  'add a corner': (plan, id) => addVertex(plan, id, { after: { list: listOf(plan, id), index: 0 }, at: by }),
  'remove a corner': (plan, id) => removeVertex(plan, id, { list: listOf(plan, id), index: 1 }),
};

const notesOf = (plan: Plan): AnyId[] => [...plan.tables.dimension.keys(), ...plan.tables.callout.keys()];

/** The two pieces that a line is cut into become one again. */
function splitAndJoin(plan: Plan, id: AnyId): unknown {
  const split = splitRecord(plan, id, { at: cut, newId });
  if (!split.ok) return split;
  const kind = id.split(':')[0];
  const pieces = [...split.value.values()].flatMap(({ after }) =>
    after && after.id.split(':')[0] === kind ? [after.id] : [],
  );
  const joined = joinRecords(applyDiff(plan, split.value), pieces);
  return joined.ok ? composeDiffs(split.value, joined.value) : joined;
}

function listOf(plan: Plan, id: AnyId): VertexList {
  const record = getRecord(plan, id) as PlanRecord | undefined;
  return (record && vertexLinesOf(record)[0]?.list) ?? 'path';
}

function paste(plan: Plan, ids: readonly AnyId[]): unknown {
  const place = { floor: floorOf(plan), layer: layerOf(plan), to: null, newId };
  const pasted = insertFragment(plan, fragmentOf(plan, ids), place);
  return pasted.ok ? pasted.value.diff : pasted;
}

/** The diff in an answer of an operation; null where it was refused. */
function diffIn(answer: unknown): PlanDiff | null {
  if (answer instanceof Map) return answer as PlanDiff;
  const { ok, value } = answer as { readonly ok: boolean; readonly value?: unknown };
  if (!ok) return null;
  return diffIn(value instanceof Map ? value : (value as { readonly diff: PlanDiff }).diff);
}

function note(kind: 'dimension' | 'callout', number: number, fields: Readonly<Record<string, unknown>>) {
  const made = parseRecord({
    ...planKinds[kind].defaults,
    floor: hostileId('floor'),
    layer: hostileId('layer'),
    id: hostileId(kind, number),
    ...fields,
  });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

/** Notes of every sort on one record, its surface among them. */
function notesOn(record: AnyId): readonly PlanRecord[] {
  const vertex = (index: number) => ({ type: 'attached', record, place: { type: 'vertex', index } });
  const edge = { type: 'attached', record, place: { type: 'edge', index: 1, share: 0.25 } };
  const centre = { type: 'attached', record, place: { type: 'centre' } };
  return [
    note('dimension', 901, { type: 'chain', anchors: [vertex(0), edge, vertex(2)] }),
    note('dimension', 902, { type: 'area', anchors: [vertex(0)] }),
    note('dimension', 903, { type: 'area', anchors: [centre] }),
    note('dimension', 904, { type: 'coordinate', anchors: [centre] }),
    note('callout', 905, { anchor: vertex(1), at: { x: 0, y: 0 } }),
  ];
}

/** The other way round: corners of rings are told by their number. */
function reversed(record: PlanRecord): PlanRecord {
  return 'ring' in record && record.ring ? { ...record, ring: record.ring.toReversed() } : record;
}

function hostPlans(): readonly { readonly host: AnyId; readonly plan: Plan }[] {
  const plain = plainRecords(making(7));
  const floor = plain.find(({ id }) => id.startsWith('floor:'));
  const upper = floor ? [{ ...floor, id: hostileId('floor', 2) } as PlanRecord] : [];
  return anchorKinds.flatMap((kind) => {
    const host = hostileId(kind) as AnyId;
    const records = plain.filter(({ id }) => !/^(dimension|callout):/.test(id));
    const turned = records.map((record) => (record.id === host ? reversed(record) : record));
    return [records, turned].map((all) => ({ host, plan: planOf([...all, ...upper, ...notesOn(host)]) }));
  });
}

/** Whether the edit was granted. */
function tryEdit(start: Plan, host: AnyId, { name, run }: { name: string; run: AttackRun }): boolean {
  run.tried();
  const diff = diffIn(edits[name]?.(start, host));
  if (!diff) return false;
  const after = applyDiff(start, diff);
  const flaw = flawOf(after);
  if (flaw) run.failed(`${name} of ${host.split(':')[0]}: ${flaw}`);
  if (!samePlan(applyDiff(after, invertDiff(diff)), start))
    run.failed(`${name} of ${host}: undo is not exact`);
  return true;
}

function anyPlans(run: AttackRun): void {
  for (let number = 0; number < PLANS[run.form]; number += 1) {
    const plan = mixedPlan(30, making(run.random.below(1e9), 4 + (number % 9)));
    run.tried();
    const flaw = flawOf(plan);
    if (flaw) run.failed(`hostile plan ${number}: ${flaw}`);
  }
}

function editsOfHosts(run: AttackRun): void {
  const names = Object.keys(edits);
  const never = new Set(names);
  for (const [index, { host, plan }] of hostPlans().entries()) {
    const flaw = flawOf(plan);
    run.tried();
    if (flaw) run.failed(`notes on ${host.split(':')[0]}: ${flaw}`);
    const placed = [...allRecords(plan)].some((record) => record.id === host && isPlaced(record));
    if (!placed) throw new Error(`There is no ${host}.`);
    const some = names.filter((_, at) => at === 0 || (at + index) % names.length < EDITS_OF_A_HOST[run.form]);
    for (const name of some) if (tryEdit(plan, host, { name, run })) never.delete(name);
  }
  // In the short form an edit may have come to none of the hosts that grant it.
  if (run.form === 'long') for (const name of never) run.failed(`${name} was never granted`);
}

/**
 * Any valid plan comes back equal from its own files, also after anything was done to what notes are attached
 * to; in the long form every such edit has to be granted at least once.
 */
export const equalPlans: Attack = {
  name: 'equal-plans',
  forms: ['short', 'long'],
  failedOn: '59a65ef',
  run: async (run) => {
    anyPlans(run);
    editsOfHosts(run);
  },
};
