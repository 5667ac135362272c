import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import type { Report } from '../../../core/exchange/convert/conversion.ts';
import { convert } from '../../../core/exchange/convert/convert.ts';
import { readGeojson } from '../../../core/exchange/geojson/read-geojson.ts';
import { shapeRefusal } from '../../../core/operations/shape-refusal.ts';
import { foldedTag } from '../../../core/operations/tags/tag-holder.ts';
import { applyDiff, type PlanDiff, samePlan } from '../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import { type AnyId, type Kind, planKinds } from '../../../core/plan/kinds/index.ts';
import { anchorPoint } from '../../../core/plan/notes/anchor-place.ts';
import { allRecords, getRecord, inOrder, isKind, isPlaced, type Plan } from '../../../core/plan/plan.ts';
import { invertDiff } from '../../../core/records/diff.ts';
import { Random } from '../../../core/reference/random.ts';
import { granted, idSource, record, testPlan } from '../../support/plan-builder.ts';
import { walksOf } from '../../support/random/walks.ts';

const plans = walksOf(20_270_311, { count: 14, length: 140 }).map(({ end }) => end);

type Feature = { readonly id: string; readonly properties: { readonly kind: Kind } };
type Collection = { readonly features: readonly Feature[] };

function profileOf(plan: Plan, first: number) {
  const layer = inOrder(plan, 'layer').find(({ visible, locked }) => visible && !locked);
  const [floor] = inOrder(plan, 'floor');
  if (!layer || !floor) return null;
  const middle = { x: 0, y: 0 };
  return { as: 'part', floor: floor.id, layer: layer.id, middle, newId: idSource(first) } as const;
}

const isPlacedKind = ({ properties }: Feature) => 'layer' in planKinds[properties.kind].schema.shape;

/** How many records the report says were left out. */
function leftOut({ remarks }: Report): number {
  return remarks
    .map((remark) => /^Left out: ([\d,]+) (?!corner)/.exec(remark)?.[1] ?? '0')
    .reduce((sum, number) => sum + Number(number.replaceAll(',', '')), 0);
}

/** The tags that more than one record has. */
function doubleTags(plan: Plan): number {
  const tags = [...allRecords(plan)].flatMap((each) =>
    isPlaced(each) && each.tag !== null ? [foldedTag(each.tag)] : [],
  );
  return tags.length - new Set(tags).size;
}

function holdsLaws(plan: Plan, diff: PlanDiff): Plan {
  const after = applyDiff(plan, diff);
  expect(checkIntegrity(after)).toEqual([]);
  expect(shapeRefusal(plan, diff)).toBe(null);
  // Rooms of the plan follow walls that come in.
  const changed = [...diff.values()].flatMap(({ before }) => before ?? []);
  expect(changed.filter((each) => !isKind(each, 'area') || each.follows !== 'walls')).toEqual([]);
  expect(doubleTags(after)).toBe(doubleTags(plan));
  expect(samePlan(applyDiff(after, invertDiff(diff)), plan)).toBe(true);
  return after;
}

test('any plan comes into any other one as one sound edit, and what does not is counted', () => {
  let [came, left] = [0, 0];
  for (const [index, plan] of plans.entries()) {
    for (const other of [plan, plans[(index + 5) % plans.length] ?? plan]) {
      const text = writeGeojson(other);
      const { features } = JSON.parse(text) as Collection;
      const profile = profileOf(plan, 200_001);
      if (!profile) continue;
      const converted = convert(plan, granted(readGeojson(text)), profile);
      if (!converted.ok) {
        expect(converted.error).toMatchObject({
          type: 'not-taken',
          reason: expect.stringMatching(/nothing|pictures/),
        });
        continue;
      }
      const { diff, report } = converted.value;
      holdsLaws(plan, diff);
      expect(report.elements).toBe(features.length);
      expect(report.records + leftOut(report)).toBe(features.filter(isPlacedKind).length);
      came += report.records;
      left += leftOut(report);
    }
  }
  expect(came).toBeGreaterThan(300);
  expect(left).toBeGreaterThan(30);
});

/** What a record says, whatever it is called and on whichever floor and layer it lies. */
function contentOf(plan: Plan, id: AnyId) {
  const own = getRecord(plan, id);
  const lookup = (other: AnyId) => getRecord(plan, other);
  if (!own || !isPlaced(own)) return null;
  const anchors =
    'anchors' in own ? own.anchors : 'anchor' in own && typeof own.anchor === 'object' ? [own.anchor] : [];
  const points = anchors.map((anchor) => anchorPoint(anchor, lookup));
  const { floor: _f, layer: _l, phase: _p, group: _g, locked: _k, tag: _t, ...fields } = own;
  return { ...fields, points };
}

test('what comes into a plan without anything says the same there as in the plan that it is from', () => {
  let compared = 0;
  for (const other of plans) {
    const plan = testPlan();
    const profile = profileOf(plan, 200_001);
    const converted = profile && convert(plan, granted(readGeojson(writeGeojson(other))), profile);
    if (!converted?.ok) continue;
    const after = holdsLaws(plan, converted.value.diff);
    if (leftOut(converted.value.report) > 0) continue;
    for (const id of converted.value.ids) {
      expect(contentOf(after, id)).toEqual(contentOf(other, id));
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(100);
});

/** The points of a note that came in under its own id, and those that it had; empty where they cannot be compared. */
function pointsOf(after: Plan, { before, ids }: { readonly before: Plan; readonly ids: readonly AnyId[] }) {
  return ids.flatMap((id) => {
    const [is, was] = [contentOf(after, id)?.points ?? [], contentOf(before, id)?.points ?? []];
    return is.length === was.length ? [{ is, was }] : [];
  });
}

test('any part of a file comes in as a sound edit, what names the rest is left out and said, and points stay where they were', () => {
  const random = new Random(77);
  let [came, released, compared] = [0, 0, 0];
  for (const before of Array.from({ length: 20 }, () => plans).flat()) {
    const collection = JSON.parse(writeGeojson(before)) as Collection;
    const features = collection.features.filter(() => random.below(3) > 0);
    const plan = random.below(2) === 0 ? before : testPlan(record('wall', { id: 901 }));
    const drawing = granted(readGeojson(JSON.stringify({ ...collection, features })));
    const profile = profileOf(plan, 200_001);
    const converted = profile && convert(plan, drawing, profile);
    if (converted?.ok) {
      const after = holdsLaws(plan, converted.value.diff);
      const ids = converted.value.ids.filter((id) => getRecord(plan, id) === undefined);
      const points = pointsOf(after, { before, ids });
      for (const { is, was } of points) expect(is).toEqual(was);
      came += 1;
      const { remarks } = converted.value.report;
      if (remarks.some((remark) => /^Left out: feature \d.*\.$/s.test(remark))) released += 1;
      compared += points.filter(({ is }) => is.length > 0).length;
    } else expect(converted?.error.type).not.toBe('at-fault');
  }
  expect([came > 5, released > 5, compared > 5]).toEqual([true, true, true]);
});

test('features of any content come in soundly or are refused in a sentence, and nothing is thrown', () => {
  const kinds = Object.keys(planKinds) as readonly Kind[];
  const names = [...new Set(kinds.flatMap((kind) => Object.keys(planKinds[kind].schema.shape)))];
  const ids = kinds.flatMap((kind) =>
    [1, 2].map((number) => `${kind}:00000000-0000-4000-8000-00000000000${number}`),
  );
  const value = fc.oneof(fc.constantFrom<unknown>(...ids, 3, -1, null, '', [], 1e300), fc.jsonValue());
  const fields = fc.dictionary(fc.constantFrom(...names, 'building', 'barrier', 'highway'), value, {
    maxKeys: 3,
  });
  const place = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }));
  const geometry = fc.oneof(
    fc.record({ type: fc.constant('Point'), coordinates: place }),
    fc.record({
      type: fc.constant('LineString'),
      coordinates: fc.array(place, { minLength: 2, maxLength: 4 }),
    }),
    fc.record({
      type: fc.constant('Polygon'),
      coordinates: fc.tuple(fc.array(place, { minLength: 4, maxLength: 6 })),
    }),
    fc.constant(null),
  );
  const feature = fc
    .tuple(fc.option(fc.constantFrom(...kinds), { nil: null }), fields, geometry, fc.constantFrom(...ids))
    .map(([kind, more, where, id]) => ({
      type: 'Feature',
      id,
      geometry: where,
      properties: { ...more, kind },
    }));
  const plan = testPlan(record('wall'), record('opening'), record('fence'), record('post', { tag: 'GP-1' }));
  let came = 0;
  const property = fc.property(
    fc.array(feature, { minLength: 1, maxLength: 5 }),
    fc.boolean(),
    (features, isMap) => {
      const head = isMap ? {} : { coordinates: 'plan-metres' };
      const drawing = readGeojson(JSON.stringify({ type: 'FeatureCollection', ...head, features }));
      const profile = profileOf(plan, 300_001);
      if (!drawing.ok || !profile) return;
      const converted = convert(plan, drawing.value, profile);
      if (!converted.ok) {
        if (converted.error.type === 'at-fault') expect(converted.error.message).toMatch(/\.$/);
        return;
      }
      came += 1;
      holdsLaws(plan, converted.value.diff);
    },
  );
  fc.assert(property, { seed: 20270311, numRuns: 2500 });
  expect(came).toBeGreaterThan(100);
});
