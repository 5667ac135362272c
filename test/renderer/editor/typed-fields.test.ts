import { describe, expect, test } from 'vitest';
import { comesTo, fieldWays, holdOf, meaningOf } from '../../../renderer/editor/typed-fields.ts';
import { driver } from '../../support/editor-driver.ts';
import { record } from '../../support/plan-builder.ts';

const QUARTER = Math.PI / 2;

describe('what the fields at the pointer mean', () => {
  test.each([
    ['12.345', '30', { length: 12.345, angle: Math.PI / 6 }],
    ['12.345', null, { length: 12.345, angle: null }],
    ['', 'N 0 E', { length: null, angle: QUARTER }],
    ['1+2', '180/2', { length: 3, angle: QUARTER }],
  ])('%s and %s', (length, angle, hold) => {
    expect(meaningOf({ length, angle }, 'm')).toEqual({ ok: true, value: { type: 'parts', hold } });
  });

  test.each([
    [{ length: '0', angle: null }, 'length', 'not-positive'],
    [{ length: '-4', angle: null }, 'length', 'not-positive'],
    [{ length: '1e400', angle: null }, 'length', 'not-a-length'],
    [{ length: '10000000', angle: null }, 'length', 'too-large'],
    [{ length: '4', angle: 'left' }, 'angle', 'not-an-angle'],
    [{ length: '@4', angle: null }, 'length', 'not-a-place'],
  ])('%o is refused', (texts, field, reason) => {
    expect(meaningOf(texts, 'm')).toEqual({ ok: false, error: { field, reason } });
  });

  test('with a unit behind the last number a comma is a decimal one', () => {
    const hold = { length: 3.5, angle: null };
    expect(meaningOf({ length: '3,5 m', angle: null }, 'm')).toEqual({
      ok: true,
      value: { type: 'parts', hold },
    });
    expect(meaningOf({ length: '12,3', angle: null }, 'm')).toEqual({
      ok: true,
      value: { type: 'place', place: { type: 'absolute', x: 12, y: 3 } },
    });
  });

  test('where only a length is asked for, 3,5 is one', () => {
    const typed = { length: '3,5', angle: null };
    const hold = { length: 3.5, angle: null };
    expect(meaningOf(typed, 'm', 'length')).toEqual({ ok: true, value: { type: 'parts', hold } });
    expect(meaningOf({ length: '@3,5', angle: null }, 'm', 'length').ok).toBe(false);
  });

  test('what has several meanings says how each is typed', () => {
    const ways = (length: string | null, angle: string | null, asked: 'point' | 'length' = 'point') =>
      fieldWays({ length, angle }, angle === null ? 'length' : 'angle', { unit: 'ft-in', asked });
    expect(ways('12-3', null)).toEqual([`12'-3"`, `12' - 3'`]);
    expect(ways('12-3;4', null)).toEqual([`12'-3"; 4`, `12' - 3'; 4`]);
    expect(ways('1,500', null, 'length')).toEqual(['1500', '1.500']);
    expect(ways('4', '45-30')).toEqual([`45°30'`, '45° - 30°']);
    expect(meaningOf({ length: '4', angle: '45-30' }, 'm')).toMatchObject({
      error: { field: 'angle', reason: 'unclear' },
    });
  });

  test('what arithmetic comes to is said', () => {
    const said = (length: string) =>
      comesTo({ length, angle: null }, 'length', { unit: 'm', asked: 'point' });
    expect([said('1+2'), said('3'), said('@1+2, 3'), said('2*3<45'), said('2<90-45'), said('12,3')]).toEqual([
      ...['3.000 m', null, '3.000 m; 3.000 m', '6.000 m < 45.0°', null, null],
    ]);
  });

  test('what can be read holds before all can', () => {
    expect(holdOf({ length: '3+', angle: '90' }, 'm')).toEqual({ length: null, angle: QUARTER });
    expect(holdOf({ length: '@0,2', angle: null }, 'm')).toEqual({ length: 2, angle: QUARTER });
  });
});

describe('typed while drawing', () => {
  test('a wall by typing alone', () => {
    const drawn = driver('draw-wall');
    drawn.editor.dispatch({ type: 'place', place: { type: 'absolute', x: 1, y: 2 } });
    drawn.editor.dispatch({
      type: 'place',
      place: { type: 'polar', length: 12.345, angle: Math.PI / 6 },
    });
    expect(drawn.only('wall')).toMatchObject({ a: { x: 1, y: 2 }, b: { x: 11.691, y: 8.172 } });
  });

  test('a held length leaves the direction to the pointer, and a press uses it up', () => {
    const drawn = driver('draw-wall').click(0, 0).move(3, 0);
    drawn.editor.dispatch({ type: 'hold', length: 5, angle: null });
    drawn.click(0.03, 2).click(3, 8);
    expect(drawn.all('wall').map(({ b }) => b)).toEqual([
      { x: 0.075, y: 4.999 },
      { x: 3, y: 8 },
    ]);
  });

  test('a held angle leaves the length to the pointer, which stops level with an end', () => {
    const drawn = driver('draw-wall', [record('wall', { a: { x: 6, y: 3 }, b: { x: 9, y: 3 } })]);
    drawn.click(0, 0).move(3, 0.4);
    drawn.editor.dispatch({ type: 'hold', length: null, angle: 0 });
    expect(drawn.shown('wall')?.b).toEqual({ x: 3, y: 0 });
    drawn.move(5.96, 3.02);
    expect(drawn.shown('wall')?.b).toEqual({ x: 6, y: 0 });
    drawn.move(-4, 2);
    expect(drawn.shown('wall')).toBe(null);
  });

  test('a first place, and relative to what was placed last', () => {
    const drawn = driver('place-camera');
    drawn.editor.dispatch({ type: 'place', place: { type: 'absolute', x: 7, y: 7 } });
    drawn.editor.dispatch({ type: 'place', place: { type: 'relative', x: 3, y: 4 } });
    expect(drawn.all('camera').map(({ at }) => at)).toEqual([
      { x: 7, y: 7 },
      { x: 10, y: 11 },
    ]);
  });

  test('a dragged record goes to a typed place or by a typed way from where it was', () => {
    const drawn = driver('select', [record('camera', { at: { x: 1, y: 1 } })]);
    drawn.move(1, 1).down(1, 1).move(2, 2);
    drawn.editor.dispatch({ type: 'place', place: { type: 'relative', x: 3, y: 4 } });
    drawn.up(2, 2);
    expect([drawn.only('camera').at, drawn.undoDepth]).toEqual([{ x: 4, y: 5 }, 1]);
  });

  test('points a few millimetres apart are not one place when typed', () => {
    const drawn = driver('draw-fence', [], {});
    drawn.editor.dispatch({ type: 'place', place: { type: 'absolute', x: 0, y: 0 } });
    drawn.editor.dispatch({ type: 'place', place: { type: 'relative', x: 0.004, y: 0 } });
    drawn.key('Enter');
    expect(drawn.only('fence').path).toEqual([
      { x: 0, y: 0 },
      { x: 0.004, y: 0 },
    ]);
  });

  test('no length and places off the plan are refused, and nothing that was drawn is lost', () => {
    const drawn = driver('draw-wall').click(0, 0).move(3, 0);
    drawn.editor.dispatch({ type: 'place', place: { type: 'relative', x: 0, y: 0 } });
    expect(drawn.refusal).toBe('no-length');
    drawn.editor.dispatch({ type: 'place', place: { type: 'absolute', x: 1e7, y: 0 } });
    expect(drawn.refusal).toBe('outside-plan');
    drawn.editor.dispatch({ type: 'place', place: { type: 'absolute', x: Number.NaN, y: 0 } });
    expect(drawn.refusal).toBe('outside-plan');
    drawn.click(3, 0);
    expect(drawn.only('wall').b).toEqual({ x: 3, y: 0 });
  });
});
