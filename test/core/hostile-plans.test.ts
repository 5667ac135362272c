import { describe, expect, test } from 'vitest';
import { drawField } from '../../core/drawing/coverage/draw-field.ts';
import { shownCoverage } from '../../core/drawing/coverage/shown-coverage.ts';
import type { DrawItem } from '../../core/drawing/draw-item.ts';
import { drawRecord } from '../../core/drawing/draw-record.ts';
import { lineToAvoid, withoutLabel } from '../../core/drawing/labels/record-label.ts';
import { sceneOf } from '../../core/drawing/scene.ts';
import { layoutSheet } from '../../core/drawing/sheet/layout-sheet.ts';
import { isSelfCrossing } from '../../core/geometry/polygon.ts';
import { everything } from '../../core/picture/lens.ts';
import { shapeFlaws } from '../../core/plan/flaws/shape-flaws.ts';
import { isHit } from '../../core/plan/hit.ts';
import type { PlanRecord, RecordOf } from '../../core/plan/kinds/index.ts';
import { ringsOf } from '../../core/plan/parts/rings.ts';
import { allRecords, isKind, isPlaced, type Plan } from '../../core/plan/plan.ts';
import { boundsOf } from '../../core/plan/shape.ts';
import { snapGeometryOf } from '../../core/plan/snap-geometry.ts';
import { buildIndex } from '../../core/plan/spatial-index.ts';
import { Random } from '../../core/reference/random.ts';
import { mixedPlan } from '../../scripts/attack/hostile/hostile-plans.ts';
import { hostileRecords, makingOf } from '../../scripts/attack/hostile/hostile-records.ts';
import { namedPlans, siteWithStray, wideSite } from '../../scripts/attack/hostile/named-plans.ts';
import { leastMs, noise } from '../support/cpu-time.ts';
import { firstPage } from '../support/first-page.ts';

/** What a step of the window may take of this thread on an idle machine of the project. */
const STEP_MS = 200;
/** The same of what runs in a job, beside the window. */
const JOB_STEP_MS = 1500;

const choice = {
  ...firstPage,
  day: '2026-01-01',
};

/** The numbers that painters are given: none may be without a value. */
function isFinitePicture(items: readonly DrawItem[]): boolean {
  return items.every((item) => {
    if (item.type === 'image') return item.matrix.every(Number.isFinite);
    const paths =
      item.type === 'path' ? [item.path] : item.type === 'symbol' ? item.parts.map(({ path }) => path) : [];
    const steps = paths.flat().flatMap((step) => step.slice(1) as (number | boolean)[]);
    const places = item.type === 'path' ? [] : [item.at.x, item.at.y, item.angle];
    return [...steps, ...places].every((value) => typeof value === 'boolean' || Number.isFinite(value));
  });
}

/** What all cameras of a floor see together, with the letters of levels. */
function seenOn(floor: RecordOf<'floor'>['id'], plan: Plan): readonly DrawItem[] {
  const shown = shownCoverage(plan, { ...everything, floors: new Set([floor]) });
  if (!shown) throw new Error('No coverage is shown.');
  const { body, letters } = drawField(shown.coverage, 0);
  return [...body, ...letters.flatMap(({ items }) => items)];
}

/** All that the window asks of one record. */
function stepsOf(record: PlanRecord, plan: Plan) {
  const scene = sceneOf(plan);
  const items: DrawItem[] = [];
  return {
    items,
    steps: {
      near: () => items.push(...drawRecord(record, scene)),
      far: () => items.push(...drawRecord(record, { ...scene, isFar: true })),
      seen: () => (isKind(record, 'camera') ? items.push(...seenOn(record.floor, plan)) : 0),
      bounds: () => boundsOf(record, plan),
      label: () => isPlaced(record) && [withoutLabel(record, items, plan), lineToAvoid(record, plan)],
      snaps: () => snapGeometryOf(record, plan),
      hit: () => isHit(record, plan, { at: { x: 0.1, y: 0.1 }, tolerance: 1 }),
      crossing: () => ringsOf(record).some((ring) => isSelfCrossing(ring)),
    },
  };
}

type Failing = { readonly record: PlanRecord; readonly plan: Plan; readonly boundMs: number };

/** What of one record takes too long, or comes out without a number. */
function failuresOf({ record, plan, boundMs }: Failing): readonly string[] {
  const { items, steps } = stepsOf(record, plan);
  const slow = Object.entries(steps).flatMap(([step, work]) => {
    const ms = leastMs(work, boundMs);
    return ms > boundMs ? [`${step} ${Math.round(ms)} ms`] : [];
  });
  return isFinitePicture(items) ? slow : [...slow, 'not a number'];
}

/** Those that decide how much there is to draw. */
const shapeFields = new Set(['path', 'ring', 'holes', 'anchors', 'spacing', 'stallWidth', 'width', 'bulge']);

describe('each field of each kind at each edge of its schema', () => {
  test.each([
    { name: 'of the largest size', corners: 40, stands: ['vast'], fields: undefined, every: 11 },
    {
      name: 'of thousands of corners',
      corners: 2000,
      stands: ['many corners'],
      fields: shapeFields,
      every: 29,
    },
  ] as const)(
    '$name is drawn, found and snapped to in bounded time, in numbers',
    (asked) => {
      const { corners, stands, fields, every } = asked;
      const boundMs = STEP_MS * noise();
      const making = makingOf(new Random(1), corners);
      const failures: string[] = [];
      for (const { kind, name, record, plan } of hostileRecords({
        making,
        stands,
        every,
        ...(fields && { fields }),
      }))
        for (const failure of failuresOf({ record, plan, boundMs }))
          failures.push(`${kind} ${name}: ${failure}`);
      expect(failures).toEqual([]);
    },
    240_000,
  );
});

/** Those whose making itself does not take long; the attack tries all in the window. */
const inTest = ['4,000 walls that meet', 'a chain', 'hatched'];

describe('plans that cost as much as can be', () => {
  const cases = [
    ...namedPlans.filter(({ name }) => inTest.some((start) => name.startsWith(start))),
    { name: 'a site of 2,000 km', make: () => wideSite(1_000_000) },
    { name: 'a stray record', make: () => siteWithStray({ x: 900_000, y: 0 }) },
    { name: 'a mix', make: () => mixedPlan(40, makingOf(new Random(2), 60)) },
  ];
  test.each(cases)(
    '$name',
    ({ make }) => {
      const plan = make();
      const slower = noise();
      const records = [...allRecords(plan)];
      const scene = sceneOf(plan);
      const slow: string[] = [];
      const check = (name: string, work: () => void, most: number) => {
        const ms = leastMs(work, most * slower);
        if (ms > most * slower) slow.push(`${name} ${Math.round(ms)} ms`);
      };
      check('index', () => buildIndex(plan), STEP_MS);
      for (const record of records) check(record.id, () => drawRecord(record, scene), STEP_MS);
      check('flaws', () => shapeFlaws(plan), JOB_STEP_MS);
      const sheetIsFinite = () => {
        const page = layoutSheet({ plan, planName: 'Hostile', siteName: 'Hostile' }, choice);
        expect(page.ok && page.value.groups.every(({ items }) => isFinitePicture(items))).toBe(true);
      };
      check('sheet', sheetIsFinite, JOB_STEP_MS);
      expect(slow).toEqual([]);
    },
    120_000,
  );
});
