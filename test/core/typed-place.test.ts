import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAngle, formatLength } from '../../core/quantity.ts';
import { isPlaceText, parsePlace, pointOfPlace } from '../../core/typed-place.ts';

const settings = { seed: 20_261_124, numRuns: 500 };
const from = { x: 10, y: 20 };

const pointOf = (text: string, unit: 'm' | 'ft-in' = 'm') => {
  const place = parsePlace(text, unit);
  return place.ok ? pointOfPlace(place.value, from) : place.error;
};

describe('a typed place', () => {
  test.each([
    ['12,3', { x: 12, y: 3 }],
    ['#12,3', { x: 12, y: 3 }],
    ['-12, -3', { x: -12, y: -3 }],
    ['12,5;3,2', { x: 12.5, y: 3.2 }],
    ['@3,4', { x: 13, y: 24 }],
    [' @ -3 , 400cm ', { x: 7, y: 24 }],
    ['@1+2, 12/3', { x: 13, y: 24 }],
    ['@12<90', { x: 10, y: 32 }],
    ['12<180', { x: -2, y: 20 }],
    ['@2*1m<30+60', { x: 10, y: 22 }],
    [`@12'6" + 3 m,0`, { x: 16.81, y: 20 }],
  ])('%s', (text, point) => {
    expect([isPlaceText(text), pointOf(text)]).toEqual([true, point]);
  });

  test('plain numbers are in the unit of the plan', () => {
    expect(pointOf('@10,0', 'ft-in')).toEqual({ x: 13.048, y: 20 });
  });

  test.each([
    ['1,2,3', 'not-a-place'],
    ['@', 'not-a-place'],
    ['@3', 'not-a-place'],
    ['1<2<3', 'not-a-place'],
    ['@3,', 'empty'],
    ['@a,3', 'not-a-length'],
    ['@1e400,3', 'not-a-length'],
    ['@10000000,0', 'too-large'],
    ['@3<north', 'not-an-angle'],
    [`${'9'.repeat(400)},1`, 'not-a-length'],
  ])('%s is refused', (text, reason) => {
    expect(pointOf(text)).toBe(reason);
  });

  test('what is shown can be typed again, to the millimetre in either unit', () => {
    const metres = fc.double({ min: -500, max: 500, noNaN: true });
    fc.assert(
      fc.property(metres, metres, fc.constantFrom('m' as const, 'ft-in' as const), (x, y, unit) => {
        const [across, up] = [formatLength(x, unit), formatLength(y, unit)];
        const shown = pointOf(`@${across},${up}`, unit);
        const polar = pointOf(`@${across}<${formatAngle(y, 4)}`, unit);
        expect(shown).toEqual({ x: expect.closeTo(10 + x, 2.69), y: expect.closeTo(20 + y, 2.69) });
        expect(polar).toEqual({
          x: expect.closeTo(10 + x * Math.cos(y), 2.4),
          y: expect.closeTo(20 + x * Math.sin(y), 2.4),
        });
      }),
      settings,
    );
  });
});
