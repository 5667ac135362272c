import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import { planOfGeojson } from '../../../core/exchange/geojson/plan-of-geojson.ts';
import { deleteRecords } from '../../../core/operations/delete-records.ts';
import { applyDiff, samePlan } from '../../../core/plan/diff.ts';
import { FORMAT } from '../../../core/plan/format.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import { dimensionTypes } from '../../../core/plan/kinds/dimension.ts';
import { anchorKinds, type PlanRecord } from '../../../core/plan/kinds/index.ts';
import { dimensionFigure } from '../../../core/plan/notes/dimension-figure.ts';
import { makeRecord, type NewRecord } from '../../../core/plan/parse-record.ts';
import { getRecord, type Plan } from '../../../core/plan/plan.ts';
import { parsePlanText, planToJson } from '../../../core/plan/plan-json.ts';
import { invertDiff } from '../../../core/records/diff.ts';
import { granted, idSource, record, testId, testPlan } from '../../support/plan-builder.ts';
import { choiceArbitrary } from '../../support/random/choice.ts';
import { editNames, tryRandomEdit } from '../../support/random/sequences.ts';

type Host = (typeof anchorKinds)[number];

const clockwise = [
  { x: 0, y: 0 },
  { x: 0, y: 10 },
  { x: 10, y: 10 },
  { x: 10, y: 0 },
];

/** The forms that a record of a kind can have: as it is made, and with what can be otherwise about its shape. */
function formsOf(kind: Host): readonly PlanRecord[] {
  const path = { path: clockwise, at: null, ring: null, width: 1, closed: true };
  const forms: readonly Readonly<Record<string, unknown>>[] = [
    {},
    { ring: clockwise },
    path,
    { ...path, closed: false },
    { at: { x: 1, y: 1 }, ring: null },
    { bulge: 0.4 },
  ];
  const own = record(kind);
  const given = forms.map((form) =>
    Object.fromEntries(Object.entries(form).filter(([field]) => field in own)),
  );
  const different = new Map(given.map((fields) => [JSON.stringify(fields), fields]));
  return [...different.values()].flatMap((fields) => {
    const made = makeRecord(kind, { ...own, ...fields } as unknown as NewRecord<Host>);
    return made.ok ? [made.value as PlanRecord] : [];
  });
}

const places = [
  { type: 'vertex', index: 1 },
  { type: 'edge', index: 0, share: 0.25 },
  { type: 'centre' },
] as const;

/** Notes of every type on one record, each point at another of its places. */
function notesOn(host: PlanRecord): readonly PlanRecord[] {
  const anchorsOf = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const place = places[index % places.length] ?? places[0];
      return { type: 'attached' as const, record: host.id as `area:${string}`, place };
    });
  const counts = { linear: 2, aligned: 2, chain: 4, angle: 3, radius: 2, area: 1, coordinate: 1 };
  return [
    ...dimensionTypes.map((type, index) =>
      record('dimension', { id: index + 1, type, anchors: anchorsOf(counts[type]) }),
    ),
    record('dimension', { id: 8, type: 'area', anchors: anchorsOf(3) }),
    record('callout', { anchor: anchorsOf(1)[0] ?? { type: 'free', at: { x: 0, y: 0 } } }),
  ];
}

/** A plan of two floors with one host, the notes on it, and what stands in or on it. */
function planWith(host: PlanRecord): Plan {
  const ground = [record('floor', { id: 2, name: 'First', order: 1 }), record('layer', { id: 2 })];
  const walls = [record('wall'), record('opening'), record('reader', { id: 2, controls: testId('opening') })];
  const fences = [
    record('fence'),
    record('gate', { at: { x: 5, y: 0 }, fence: testId('fence') }),
    record('barrier', { id: 2, gate: testId('gate') }),
  ];
  const mounts = [
    record('camera', { id: 2, mountedOn: testId('wall') }),
    record('building', { id: 2 }),
    record('camera', { id: 3, mountedOn: testId('building', 2) }),
  ];
  const others = [...walls, ...fences, ...mounts].filter(({ id }) => id !== host.id);
  // A fence or wall of another form must still hold what stands in it.
  return testPlan(...ground, ...others, host, ...notesOn(host));
}

const newUuid = () => '00000000-0000-4000-8000-0000000000ff';

/** What is wrong with a plan or its files; null when it is sound and comes back equal from both. */
function flawOf(plan: Plan): string | null {
  const [problem] = checkIntegrity(plan);
  if (problem) return JSON.stringify(problem);
  // What a plan file has besides is hashes.
  const file = parsePlanText(planToJson(plan), FORMAT);
  if (!file.ok) return `plan file: ${file.error.message}`;
  if (!samePlan(file.value, plan)) return 'plan file: not equal';
  const geojson = planOfGeojson(writeGeojson(plan), { name: 'Test', newId: newUuid });
  if (!geojson.ok) return `GeoJSON: ${geojson.error.message}`;
  return samePlan(geojson.value.plan, plan) ? null : 'GeoJSON: not equal';
}

const soundForms = anchorKinds.flatMap((kind) =>
  formsOf(kind).flatMap((host, form) => (flawOf(planWith(host)) === null ? [{ kind, form, host }] : [])),
);

test('every kind that notes can be attached to is tried in each of its forms', () => {
  expect(new Set(soundForms.map(({ kind }) => kind))).toEqual(new Set(anchorKinds));
  expect(soundForms.length).toBeGreaterThan(40);
});

test.each(soundForms)('$kind ($form) can be deleted, and undone, with every note on it', ({ host }) => {
  const plan = planWith(host);
  const without = applyDiff(plan, granted(deleteRecords(plan, [host.id])));
  expect(getRecord(without, host.id)).toBe(undefined);
  expect(flawOf(without)).toBe(null);
});

describe('every operation on every kind with notes on it leaves a plan that its files hold', () => {
  const choices = fc.sample(choiceArbitrary, { seed: 20_261_129, numRuns: 600 });

  test.each(soundForms)('$kind ($form)', ({ host, form }) => {
    const start = planWith(host);
    for (const [index, name] of editNames.entries()) {
      const choice = choices[(index * 7 + form * 3) % choices.length];
      if (!choice) throw new Error('There are no choices.');
      const result = tryRandomEdit(start, { name, choice }, idSource(5001));
      if (!result?.ok || result.value.size === 0) continue;
      const after = applyDiff(start, result.value);
      expect([name, flawOf(after)]).toEqual([name, null]);
      expect(samePlan(applyDiff(after, invertDiff(result.value)), start)).toBe(true);
    }
  });
});

test('the surface of what has none shows no figure, before its record is deleted and after', () => {
  const plan = planWith(record('camera'));
  const figures = (of: Plan) =>
    [...of.tables.dimension.values()]
      .filter(({ id }) => id === testId('dimension', 6))
      .map((dimension) => dimensionFigure(dimension, (id) => getRecord(of, id)));
  expect(figures(plan)).toEqual([null]);
  expect(figures(applyDiff(plan, granted(deleteRecords(plan, [testId('camera')]))))).toEqual([null]);
});
