import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlace } from '../../../core/query/parse-place.ts';
import { parseQuery, type QueryTerm, queryOperators } from '../../../core/query/parse-query.ts';

const seed = 4107;

const term = (from: number, to: number, own: Partial<QueryTerm>): QueryTerm => ({
  isNegated: false,
  field: null,
  operator: ':',
  values: [],
  from,
  to,
  ...own,
});

describe('parseQuery', () => {
  test('reads words, fields, quotes, several values and what is turned round', () => {
    expect(parseQuery('gate -kind:camera,post height < 3 layer:"Inner fence"')).toEqual({
      ok: true,
      value: [
        term(0, 4, { values: ['gate'] }),
        term(5, 22, { isNegated: true, field: 'kind', values: ['camera', 'post'] }),
        term(23, 33, { field: 'height', operator: '<', values: ['3'] }),
        term(34, 53, { field: 'layer', values: ['Inner fence'] }),
      ],
    });
  });

  test('keeps the marks of inches in a value', () => {
    expect(parseQuery('height<=10\'6"')).toMatchObject({ value: [{ operator: '<=', values: ['10\'6"'] }] });
    expect(parseQuery('height>"10\' 6 1/2""')).toMatchObject({ value: [{ values: ['10\' 6 1/2"'] }] });
  });

  test.each([
    ['tag:', 'missing-value', 0, 4],
    ['camera tag: x', 'missing-value', 7, 11],
    ['layer:"Inner', 'unclosed-quote', 6, 12],
    ['x'.repeat(1001), 'too-long', 1000, 1001],
  ])('refuses %s at its place', (typed, reason, from, to) => {
    expect(parseQuery(typed)).toMatchObject({ ok: false, error: { reason, from, to } });
  });

  test('a colon after something that is no name is text', () => {
    expect(parseQuery('12:30')).toMatchObject({ value: [{ field: null, values: ['12:30'] }] });
  });

  const value = fc.stringMatching(/^[\p{L}\d .'*-]{1,12}$/u).filter((text) => text.trim() === text);
  const written = fc.record({
    isNegated: fc.boolean(),
    field: fc.option(fc.stringMatching(/^[a-z]{1,10}$/)),
    operator: fc.constantFrom(...queryOperators),
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
  });

  test('reads back what is written in full', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 5 }), (terms) => {
        const wanted = terms.map((each) =>
          each.field === null ? { ...each, operator: ':' as const, values: each.values.slice(0, 1) } : each,
        );
        const text = wanted.map(({ isNegated, field, operator, values }) => {
          const quoted = values.map((each) => `"${each}"`).join();
          return `${isNegated ? '-' : ''}${field === null ? '' : field + operator}${quoted}`;
        });
        const read = parseQuery(text.join('  '));
        expect(read.ok && read.value.map(({ from: _from, to: _to, ...rest }) => rest)).toEqual(wanted);
      }),
      { seed, numRuns: 300 },
    );
  });

  test('never throws, and its places lie within the text and do not overlap', () => {
    const characters = fc.constantFrom(...'ab1:=<>-",* \t\n\'é');
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 60 }), (letters) => {
        const typed = letters.join('');
        const read = parseQuery(typed);
        const places = read.ok ? read.value : [read.error];
        let last = 0;
        for (const { from, to } of places) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(typed.length);
          last = to;
        }
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe('parsePlace', () => {
  test.each([
    ['12.5,30', { x: 12.5, y: 30 }],
    ['12.5, -30', { x: 12.5, y: -30 }],
    ['12,5;30', { x: 12.5, y: 30 }],
    ['12,5 30,25', { x: 12.5, y: 30.25 }],
    ['x=1 y=2', { x: 1, y: 2 }],
    ['350 cm, 2 m', { x: 3.5, y: 2 }],
    ["10'; 1'6\"", { x: 3.048, y: 0.4572 }],
    ['12.5', null],
    ['camera C-07', null],
    ['1,2,3', null],
    ['1e400,2', null],
    ['10000000,0', null],
  ])('%s', (typed, point) => {
    expect(parsePlace(typed, 'm')).toEqual(point);
  });

  test('plain numbers are feet where feet are shown', () => {
    expect(parsePlace('10, 20', 'ft-in')).toEqual({ x: 3.048, y: 6.096 });
  });
});
