import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind, PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { allRecords, isPlaced } from '../../../core/plan/plan.ts';
import { compileQuery } from '../../../core/query/compile-query.ts';
import { queryFields } from '../../../core/query/query-fields.ts';
import { record, testId, testPlan } from '../../support/plan-builder.ts';

const kindName = (kind: Kind): string => (kind === 'post' ? 'Guard post' : kind);
const plan = testPlan(
  record('layer', { id: 2, name: 'Inner perimeter', order: 1 }),
  record('camera', { id: 1, tag: 'C-01', height: 3, notes: 'Über der Rampe', cost: 1200 }),
  record('camera', { id: 2, tag: 'C-10', height: 4.5, state: 'existing', layer: testId('layer', 2) }),
  record('camera', { id: 3, tag: null, height: 2.5, direction: Math.PI / 2 }),
  record('wall', { id: 1, a: { x: 0, y: 0 }, b: { x: 12.4, y: 0 }, material: 'glass', locked: true }),
  record('area', { id: 1, name: 'North lobby', use: 'room' }),
  record('post', { id: 1, tag: 'GP-1', staff: 2, orders: 'Watch the north gate' }),
  record('fence', { id: 1 }),
  record('gate', { id: 1, fence: testId('fence', 1), at: { x: 5, y: 0 } }),
);
const placed = [...allRecords(plan)].filter(isPlaced);

function found(typed: string, on = plan): readonly string[] {
  const test = compileQuery(typed, { plan: on, kindName });
  if (!test.ok) return [`${test.error.reason} ${test.error.from}–${test.error.to} ${test.error.said}`];
  return [...allRecords(on)]
    .filter((each): each is PlacedRecord => isPlaced(each) && test.value(each))
    .map(({ id }) => id.replace(/:0+-0+-4000-8000-0+/, ' '));
}

describe('compileQuery', () => {
  test.each([
    ['', placed.length],
    ['-c-01', placed.length - 1],
  ])('"%s" takes %d records', (typed, count) => {
    expect(found(typed)).toHaveLength(count);
  });

  test.each([
    ['c-01', ['camera 1']],
    ['ÜBER', ['camera 1']],
    ['north', ['area 1']],
    ['guard', ['post 1']],
    ['kind:camera height<3', ['camera 3']],
    ['kind:cam height<=3', ['camera 1', 'camera 3']],
    ['kind:camera,post state:existing', ['camera 2']],
    ['tag:C-*', ['camera 1', 'camera 2']],
    ['tag=c-1*', ['camera 2']],
    ['kind:camera tag:none', ['camera 3']],
    ['layer:"inner peri"', ['camera 2']],
    ['layer=inner', []],
    ['length>12 kind:wall', ['wall 1']],
    ['length=12.4 kind:wall', ['wall 1']],
    ['length:1240cm kind:wall', ['wall 1']],
    ['height=4,5', ['camera 2']],
    ['surface>=100', ['area 1']],
    ['material:glass', ['wall 1']],
    ['locked:yes', ['wall 1']],
    ['cost>1000', ['camera 1']],
    ['staff:2', ['post 1']],
    ['orders:gate', ['post 1']],
    ['evidence:unknown kind:post', ['post 1']],
    ['direction:0 kind:camera', ['camera 3']],
    ['direction<45 kind:camera', ['camera 3']],
    ['fence:none', []],
    ['x>6 kind:wall', ['wall 1']],
    ['name:lobby use:room', ['area 1']],
    ['height<3 m kind:camera', ['camera 3']],
    ['height=4,5 m', ['camera 2']],
    ['height<3 -m kind:camera', []],
    ['height:"4.7 m - 20 cm"', ['camera 2']],
    ['height=4.7 m - 20 cm', ['camera 2']],
    ['direction:N 90 E kind:camera north', []],
    ['surface>=100 m²', ['area 1']],
    ['surface>=1000 sq ft', ['area 1']],
  ])('%s', (typed, records) => {
    expect(found(typed)).toEqual(records);
  });

  test.each([
    ['camera hight<3', 'unknown-field 7–14 hight'],
    ['kind:camra', 'unknown-value 0–10 camra'],
    ['state:done', 'unknown-value 0–10 done'],
    ['height<tall', 'not-a-number 0–11 tall'],
    ['layer<3', 'no-order 0–7 layer'],
    ['kind<3', 'no-order 0–6 kind'],
    ['height<5m-20cm', 'several-meanings 0–14 "5m - 20cm"'],
    ['height<1,500', 'several-meanings 0–12 1500 or 1.500'],
    ['height<2026-11-24', 'several-meanings 0–17 "2026 - 11 - 24"'],
    ['tilt:45-30', 'several-meanings 0–10 45°30\' or "45° - 30°"'],
    ['locked:maybe', 'not-a-flag 0–12 maybe'],
  ])('refuses %s', (typed, error) => {
    expect(found(typed)).toEqual([error]);
  });

  test('lengths are typed in the units that the plan shows', () => {
    const feet = testPlan(record('settings', { displayUnit: 'ft-in' }), record('camera', { height: 3 }));
    expect(found('height<10', feet)).toEqual(['camera 1']);
    expect(found('height<9\'6"', feet)).toEqual([]);
    expect(found('height<9.5 m', feet)).toEqual(['camera 1']);
    expect(found('height<9\' 10"', feet)).toEqual([]);
    expect(found('height<9\' 11"', feet)).toEqual(['camera 1']);
    expect(found('height<12-3', feet)).toEqual(['several-meanings 0–11 12\'-3" or "12\' - 3\'"']);
  });

  const anyQuery = fc
    .array(
      fc.tuple(
        fc.constantFrom('', 'x', ...queryFields.keys()),
        fc.constantFrom(':', '=', '<', '>='),
        fc.constantFrom('1', 'C-0*', 'none', 'yes', 'camera', 'proposed', '**', '3m', '1e400', '-1'),
      ),
      { maxLength: 3 },
    )
    .map((terms) => terms.map(([field, operator, value]) => (field ? field + operator : '') + value));

  test('any query is either refused or splits the records in two with its negation', () => {
    fc.assert(
      fc.property(anyQuery, (terms) => {
        const whole = compileQuery(terms.join(' '), { plan, kindName });
        if (!whole.ok) {
          expect(whole.error.to).toBeGreaterThan(whole.error.from);
          return;
        }
        const each = terms.map((term) => compileQuery(term, { plan, kindName }));
        for (const one of placed)
          expect(whole.value(one)).toBe(each.every((test) => test.ok && test.value(one)));
        const [first] = terms;
        if (!first || first.startsWith('-')) return;
        const not = compileQuery(`-${first}`, { plan, kindName });
        for (const one of placed) expect(not.ok && not.value(one)).toBe(!(each[0]?.ok && each[0].value(one)));
      }),
      { seed: 4108, numRuns: 500 },
    );
  });
});
