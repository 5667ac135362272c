import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bollardPlaces } from '../../../../core/geometry/bollard-places.ts';
import { distanceBetween } from '../../../../core/geometry/point.ts';
import { bollardsAlong } from '../../../../core/operations/arrays/bollards-along.ts';
import { applyDiff, samePlan } from '../../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../../core/plan/integrity.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { invertDiff } from '../../../../core/records/diff.ts';
import { firstLayer, granted, idSource, record, testPlan } from '../../../support/plan-builder.ts';

const ring = [
  { x: 0, y: 0 },
  { x: 60, y: 0 },
  { x: 60, y: 40 },
  { x: 0, y: 40 },
];
const property = record('propertyLine', { ring });
const fence = record('fence', { path: ring, closed: true });

function gateAt(id: number, x: number, y: number, width: number): RecordOf<'gate'> {
  return record('gate', { id, at: { x, y }, direction: 0, width, fence: null });
}

function rows(plan: Plan, host: RecordOf<'fence'> | RecordOf<'propertyLine'>, spacing = 1.2) {
  const fields = { layer: firstLayer };
  const diff = granted(bollardsAlong(plan, host.id, { spacing, fields, newId: idSource() }));
  const after = applyDiff(plan, diff);
  expect(checkIntegrity(after)).toEqual([]);
  expect(samePlan(applyDiff(after, invertDiff(diff)), plan)).toBe(true);
  return [...after.tables.bollards.values()];
}

const placesOf = ({ path, spacing }: RecordOf<'bollards'>) => bollardPlaces(path, spacing) ?? [];

describe('bollardsAlong', () => {
  test('around a closed line no gap is wider than asked for, and no two stand on one another', () => {
    const [row, ...others] = rows(testPlan(property), property);
    expect(others).toEqual([]);
    const places = row ? placesOf(row) : [];
    const gaps = places.map((place, index) =>
      distanceBetween(place, places[(index + 1) % places.length] ?? place),
    );
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1.2 + 0.002);
    expect(Math.min(...gaps)).toBeGreaterThan(0.5);
  });

  test('gates keep their clear opening between the faces of the bollards beside them', () => {
    const gates = [gateAt(1, 30, 0, 6), gateAt(2, 20, 40, 4)];
    const made = rows(testPlan(fence, ...gates), fence);
    expect(made).toHaveLength(2);
    expect(made.map(({ tag }) => tag)).toEqual(['B-1', 'B-2']);
    const centres = made.flatMap(placesOf);
    for (const { at, width } of gates) {
      const nearest = Math.min(...centres.map((centre) => distanceBetween(centre, at)));
      expect(nearest).toBeCloseTo(width / 2 + 0.125, 2);
    }
  });

  test('a gate over the beginning of a closed line is left out as any other', () => {
    const made = rows(testPlan(fence, gateAt(1, 1, 0, 4)), fence);
    expect(made).toHaveLength(1);
    const centres = made.flatMap(placesOf);
    // On the line, one and a bit of the two metres lie before the corner.
    expect(centres.filter(({ x, y }) => Math.abs(y) < 0.001 && x < 3).length).toBe(0);
    expect(centres.filter(({ x, y }) => Math.abs(x) < 0.001 && y < 1.1).length).toBe(0);
  });

  test('any gates, any spacing: rows are sound and stand clear of every opening', () => {
    const gate = fc.record({
      along: fc.double({ min: 0, max: 60, noNaN: true }),
      width: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(
        fc.array(gate, { maxLength: 4 }),
        fc.double({ min: 0.5, max: 5, noNaN: true }),
        (given, spacing) => {
          const gates = given.map(({ along, width }, index) =>
            gateAt(index + 1, Math.round(along * 1000) / 1000, 0, width),
          );
          const made = rows(testPlan(fence, ...gates), fence, spacing);
          for (const centre of made.flatMap(placesOf)) {
            if (Math.abs(centre.y) > 0.001) continue;
            for (const { at, width } of gates) {
              expect(Math.abs(centre.x - at.x)).toBeGreaterThan(width / 2 + 0.12);
            }
          }
        },
      ),
      { seed: 4, numRuns: 150 },
    );
  });

  test('refuses what has no line, and a line that its gates use up', () => {
    const short = record('fence', {
      path: [
        { x: 0, y: 0 },
        { x: 5, y: 0 },
      ],
    });
    const plan = testPlan(short, gateAt(1, 2.5, 0, 8), record('camera', { id: 5 }));
    const given = { spacing: 1.2, fields: { layer: firstLayer }, newId: idSource() };
    expect(bollardsAlong(plan, short.id, given)).toEqual({ ok: false, error: 'no-places' });
    const [camera] = plan.tables.camera.values();
    expect(camera && bollardsAlong(plan, camera.id, given)).toEqual({ ok: false, error: 'no-path' });
  });
});
