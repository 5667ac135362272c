import { describe, expect, test } from 'vitest';
import { duplicateRecords } from '../../../../core/operations/duplicate-records.ts';
import { moveRecords } from '../../../../core/operations/move-records.ts';
import { type FieldsOf, updateRecord, updateRecords } from '../../../../core/operations/update-records.ts';
import { moveWithJoints } from '../../../../core/operations/walls/move-with-joints.ts';
import { TakenStretches } from '../../../../core/operations/walls/taken-stretches.ts';
import { TOLERANCE } from '../../../../core/plan/integrity.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { fittingOffset, type Span } from '../../../../core/plan/wall-line.ts';
import { crowdedSpans } from '../../../../core/plan/walls/crowded-spans.ts';
import { Random } from '../../../../core/reference/random.ts';
import { quantiseLength } from '../../../../core/units.ts';
import { leastMs, noise } from '../../../support/cpu-time.ts';
import { idSource, record, testPlan } from '../../../support/plan-builder.ts';

const overlap = (one: Span, other: Span): boolean =>
  Math.abs(one.offset - other.offset) < (one.width + other.width) / 2 - TOLERANCE;

/** The slow, obvious version: every place beside every opening is compared with every opening. */
function freeAmong(wall: RecordOf<'wall'>, others: readonly Span[], { offset, width }: Span): number | null {
  const beside = others.flatMap((other) => {
    const apart = (other.width + width) / 2;
    return [other.offset - apart, other.offset + apart];
  });
  const free = [offset, ...beside]
    .map((wanted) => fittingOffset(wall, { offset: wanted, width }))
    .filter((fitting) => fitting !== null)
    .filter((fitting) => !others.some((other) => overlap({ offset: fitting, width }, other)))
    .sort((first, second) => Math.abs(first - offset) - Math.abs(second - offset));
  return free[0] ?? null;
}

const random = new Random(6);
const upTo = (most: number): number => quantiseLength(random.between(0, most));

function randomWall() {
  const length = 1 + upTo(20);
  const wall = record('wall', { a: { x: 0, y: 0 }, b: { x: length, y: 0 } });
  const spans = Array.from({ length: random.below(15) }, (): Span => {
    const width = 0.01 + upTo(2);
    return { width, offset: upTo(length) };
  });
  return { wall, spans, wanted: { offset: upTo(length * 1.2) - length * 0.1, width: 0.01 + upTo(3) } };
}

const cases = Array.from({ length: 5000 }, randomWall);

describe('openings of one wall', () => {
  test('the nearest free place is the one that is found by a look at each opening', () => {
    for (const { wall, spans, wanted } of cases) {
      const slow = freeAmong(wall, spans, wanted);
      const found = new TakenStretches(spans).free(wall, wanted);
      const apart = (place: number | null) => (place === null ? null : Math.abs(place - wanted.offset));
      // Of half a millimetre either whole one may come.
      const [expected, got] = [apart(slow), apart(found)];
      if (expected === null || got === null) expect(got).toBe(expected);
      else expect(Math.abs(got - expected)).toBeLessThanOrEqual(0.001 + 1e-9);
      if (found !== null)
        expect(spans.some((span) => overlap({ ...wanted, offset: found }, span))).toBe(false);
    }
  });

  test('a stretch is taken when any opening lies over it', () => {
    for (const { spans, wanted } of cases) {
      const isTaken = spans.some((span) => overlap(wanted, span));
      expect(new TakenStretches(spans).isTaken(wanted)).toBe(isTaken);
    }
  });

  test('those over another one are those that a look at each pair finds', () => {
    for (const { spans } of cases) {
      const slow = spans.filter((span) => spans.some((other) => other !== span && overlap(span, other)));
      expect(crowdedSpans(spans, overlap)).toEqual(new Set(slow));
    }
  });
});

describe('5,000 openings in one wall', () => {
  const count = 5000;
  const wall = record('wall', { id: 1, a: { x: 0, y: 0 }, b: { x: count * 2, y: 0 } });
  const beside = record('wall', { id: 2, a: { x: 0, y: 0 }, b: { x: 0, y: 50 } });
  const openings = Array.from({ length: count }, (_, index) =>
    record('opening', { id: index + 1, wall: wall.id, offset: index * 2 + 0.5, width: 0.9 }),
  );
  const plan = testPlan(wall, beside, ...openings);
  const ids = openings.map(({ id }) => id);
  const by = { x: 0.02, y: 0 };
  const edits = {
    'an end of the wall moves': () => updateRecord(plan, wall.id, { a: { x: -1, y: 0 } }),
    'the wall moves aside': () => moveWithJoints(plan, [wall.id], { x: 0, y: 1 }),
    'what it is joined to moves': () => moveWithJoints(plan, [beside.id], { x: -1, y: 0 }),
    'all slide': () => moveRecords(plan, ids, by),
    'all get another width': () => updateRecords(plan, ids, { width: 0.8 } as FieldsOf<'opening'>),
    'all are copied beside themselves': () =>
      duplicateRecords(plan, ids, { by: { x: 1, y: 0 }, newId: idSource(count + 1) }),
  };

  test.each(Object.entries(edits))('%s in bounded time', (_, change) => {
    const most = 400 * noise();
    expect(change()).toMatchObject({ ok: true });
    expect(leastMs(change, most)).toBeLessThan(most);
  });
});
