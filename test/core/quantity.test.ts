import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DisplayUnit,
  formatAngle,
  formatArea,
  formatBearing,
  formatLength,
  parseAngle,
  parseBearing,
  parseLength,
  parseNumber,
} from '../../core/quantity.ts';
import { err, ok } from '../../core/result.ts';
import { fromDegrees, METRES_PER_FOOT, METRES_PER_INCH } from '../../core/units.ts';

const settings = { seed: 20_261_124, numRuns: 1000 };
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const units = ['m', 'ft-in'] as const;

const metresOf = (text: string, unit: DisplayUnit = 'm') => {
  const result = parseLength(text, unit);
  return result.ok ? result.value : result.error;
};

describe('a typed length', () => {
  test.each([
    ...([
      ['3.81', 3.81],
      ['3.81 m', 3.81],
      ['380cm', 3.8],
      ['3810 mm', 3.81],
      ['0.5km', 500],
    ] as const),
    ...([
      ['1,5 m', 1.5],
      ['0,125', 0.125],
      ['.5', 0.5],
      ['3.', 3],
      ['1,234.5 m', 1234.5],
    ] as const),
    ...([
      ['1.234,5 m', 1234.5],
      ['1,234,567mm', 1234.567],
      ['-3', -3],
      ['+3', 3],
      ['  3  ', 3],
    ] as const),
  ])('%s is %s m', (text, metres) => {
    expect(metresOf(text)).toBe(metres);
  });

  test.each([
    ...([
      [`12'6"`, 150],
      [`12' 6 1/2"`, 150.5],
      ['12ft 6in', 150],
      [`12.5'`, 150],
      [`6"`, 6],
    ] as const),
    ...([
      [`12'-6"`, 150],
      [`12'-6 1/2"`, 150.5],
      [`-12'-6"`, -150],
      [`12'6`, 150],
      [`0'-0 1/16"`, 1 / 16],
    ] as const),
    ...([
      ['12 feet 6 inches', 150],
      ['12ft. 6in.', 150],
      ['12FT6IN', 150],
      [`1/2"`, 0.5],
      [`6 1/2 in`, 6.5],
    ] as const),
    ...([
      ['12′ 6½″', 150.5],
      ['12’ 6”', 150],
      [`12''`, 12],
      ['¾"', 0.75],
      ['2 yd', 72],
      [`12' 1/2"`, 144.5],
    ] as const),
  ])('%s is %s inches, whatever is shown', (text, inches) => {
    for (const unit of units) expect(metresOf(text, unit)).toBeCloseTo(inches * METRES_PER_INCH, 9);
  });

  test('without a unit is in the display unit', () => {
    expect([metresOf('10', 'm'), metresOf('10', 'ft-in'), metresOf('2 * (3 + 2)', 'ft-in')]).toEqual([
      10, 3.048, 3.048,
    ]);
    expect(metresOf('10 + 1 m', 'ft-in')).toBe(4.048);
  });

  test.each([
    ...([
      [`12'6" + 3 m`, 6.81],
      ['2 * 3 m', 6],
      ['3 m * 2', 6],
      ['(1 + 2) * 30cm', 0.9],
      ['6 m / 4', 1.5],
    ] as const),
    ...([
      [`12' - 6"`, 3.81],
      [`12' - 3 m`, 0.6576],
      ['5 - -3', 8],
      ['-(2 m + 1)', -3],
      ['5 m - 20 cm', 4.8],
    ] as const),
    ...([
      ['2 × 3 m ÷ 4', 1.5],
      ['10 − 4', 6],
      ['2+3*4', 14],
      ['12/2', 6],
      ['((((1))))', 1],
    ] as const),
  ])('%s comes to %s m', (text, metres) => {
    expect(metresOf(text)).toBe(metres);
  });

  test.each([...['', '   ', '\t']])('%j is empty', (text) => {
    expect(parseLength(text, 'm')).toEqual(err('empty'));
  });

  test.each([
    ...['abc', '3 furlong', '12.345.6', '1 2', '3 m * 2 m', '6 / 2 m', '6/0', '1/0"'],
    ...['3 +', '* 3', '(3', '3)', '()', '1e3', '0x10', 'NaN', 'Infinity', '12 constructor', '--', "'", '"'],
    ...[`6" 12'`, '$3', '3;', '١٢', '9'.repeat(400), '('.repeat(150)],
  ])('%s is not a length', (text) => {
    expect(parseLength(text, 'm')).toEqual(err('not-a-length'));
  });

  test.each(['1,500', '1,500 m', '5m-20cm', '1,500 + 1', `10'-14"`])('%s is asked for', (text) => {
    expect(parseLength(text, 'm')).toEqual(err('unclear'));
  });

  test('has a largest size', () => {
    expect(parseLength('1000000', 'm')).toEqual(ok(1_000_000));
    expect(parseLength('1000.001 km', 'm')).toEqual(err('too-large'));
    expect(parseLength('-1000001', 'm')).toEqual(err('too-large'));
    expect(parseLength('1000001', 'ft-in')).toEqual(ok(304_800.3048));
  });

  test('is never minus zero', () => {
    expect([metresOf('-0'), metresOf(`-0'-0"`), metresOf('0 * -1')]).toEqual([0, 0, 0]);
  });

  test('of any characters at all is a length or refused', () => {
    const characters = fc.constantFrom(...`0123456789.,'"-+*/() mcftinydk½′″\u2044٣é`);
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 24 }), fc.constantFrom(...units), (text, unit) => {
        const result = parseLength(text, unit);
        expect(result.ok ? Math.abs(result.value) <= 1e6 : result.error !== 'too-large' || text !== '').toBe(
          true,
        );
      }),
      { ...settings, numRuns: 3000 },
    );
  });

  test('is refused soon, however it is made', () => {
    const began = performance.now();
    for (const piece of [`1'`, '1 ', ' ', '1/', '1,', `1'-`, '½', '-', 'a'])
      parseLength(piece.repeat(50_000), 'm');
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('a shown length', () => {
  test('in metres has three digits, or as many as wanted', () => {
    expect([3.81, -2, 0, -0.0001, 1e6].map((metres) => formatLength(metres, 'm'))).toEqual([
      ...['3.810 m', '-2.000 m', '0.000 m', '0.000 m', '1000000.000 m'],
    ]);
    expect([formatLength(3.85, 'm', 1), formatLength(12.6, 'm', 0)]).toEqual(['3.9 m', '13 m']);
  });

  test('in feet and inches is to the nearest sixteenth', () => {
    const inches = [150, 150.5, 6, 0, 11.97, -150.0625, 0.25, -0.01, 3 / 8, 15 / 16];
    expect(inches.map((each) => formatLength(each * METRES_PER_INCH, 'ft-in'))).toEqual([
      ...[`12'-6"`, `12'-6 1/2"`, `0'-6"`, `0'-0"`, `1'-0"`, `-12'-6 1/16"`],
      ...[`0'-0 1/4"`, `0'-0"`, `0'-0 3/8"`, `0'-0 15/16"`],
    ]);
  });

  test('without end is said so', () => {
    expect(formatLength(Number.POSITIVE_INFINITY, 'ft-in')).toBe('∞');
  });

  test('typed again is the same: within half a millimetre, or a thirty-second of an inch', () => {
    fc.assert(
      fc.property(
        between(-99_999, 99_999),
        fc.constantFrom(...units),
        fc.constantFrom(...units),
        (metres, unit, typed) => {
          const again = parseLength(formatLength(metres, unit), typed);
          const tolerance = unit === 'm' ? 0.000_500_1 : METRES_PER_INCH / 32 + 1e-9;
          expect(again.ok && Math.abs(again.value - metres) <= tolerance).toBe(true);
        },
      ),
      settings,
    );
  });

  test('that is whole in its steps is exactly the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (steps) => {
        expect(parseLength(formatLength(steps / 1000, 'm'), 'ft-in')).toEqual(ok(steps / 1000));
        const metres = (steps / 16) * METRES_PER_INCH;
        const again = parseLength(formatLength(metres, 'ft-in'), 'm');
        expect(again.ok && Math.abs(again.value - metres)).toBeLessThan(1e-9);
      }),
      settings,
    );
  });
});

describe('angles', () => {
  const degreesOf = (text: string) => {
    const result = parseAngle(text);
    return result.ok ? Number(((result.value * 180) / Math.PI).toFixed(9)) : result.error;
  };

  test.each([
    ...([
      ['12.5', 12.5],
      ['12.5°', 12.5],
      [`12°30'`, 12.5],
      [`12° 30' 36"`, 12.51],
      ['-5 deg', -5],
    ] as const),
    ...([
      ['12°30′36″', 12.51],
      ['370', 370],
      ['90 degrees', 90],
      ['12,5', 12.5],
      ['−30', -30],
    ] as const),
    ...([
      ['0.5 rad', 28.647_889_757],
      ['0', 0],
    ] as const),
  ])('%s is %s°', (text, degrees) => {
    expect(degreesOf(text)).toBe(degrees);
  });

  test.each([
    ...([
      ['', 'empty'],
      ['  ', 'empty'],
      ['north', 'not-an-angle'],
      [`12 30'`, 'not-an-angle'],
    ] as const),
    ...([
      [`12°75'`, 'not-an-angle'],
      ['1°2', 'not-an-angle'],
      ['1.2.3', 'not-an-angle'],
    ] as const),
    ...([
      ['36001', 'too-large'],
      ['1'.repeat(300), 'not-an-angle'],
      ['3 m', 'not-an-angle'],
    ] as const),
  ])('%j is refused as %s', (text, reason) => {
    expect(parseAngle(text)).toEqual(err(reason));
  });

  test('are shown in degrees', () => {
    expect([formatAngle(Math.PI / 4), formatAngle(-1e-9), formatAngle(fromDegrees(12.345), 2)]).toEqual([
      ...['45.0°', '0.0°', '12.35°'],
    ]);
  });
});

describe('bearings', () => {
  const shown = (text: string, north = 0) => {
    const result = parseBearing(text, north);
    return result.ok ? formatBearing(result.value, north) : result.error;
  };

  test('run clockwise from north', () => {
    expect(parseBearing('90')).toEqual(ok(0));
    expect(parseBearing('0')).toEqual(ok(Math.PI / 2));
    expect(['132', '-10', '360', '720.5'].map((text) => shown(text))).toEqual([
      '132.0°',
      '350.0°',
      '0.0°',
      '0.5°',
    ]);
  });

  test('may be a surveyor’s quadrant', () => {
    expect([`N 45°30' E`, 'S45W', 's 10 e', 'N 90 W', 'n0e'].map((text) => shown(text))).toEqual([
      ...['45.5°', '225.0°', '170.0°', '270.0°', '0.0°'],
    ]);
    expect(['N 100 E', 'N E', 'N -5 E', 'N 45', 'E'].map((text) => shown(text))).toEqual([
      ...['not-an-angle', 'empty', 'not-an-angle', 'not-an-angle', 'not-an-angle'],
    ]);
  });

  test('just below north are shown as north', () => {
    expect(formatBearing(fromDegrees(90.01))).toBe('0.0°');
    expect(formatBearing(fromDegrees(90.01), 0, 2)).toBe('359.99°');
  });

  test('shown and typed again are the same direction, from any north', () => {
    fc.assert(
      fc.property(between(-4, 4), between(-Math.PI, Math.PI), (angle, north) => {
        const again = parseBearing(formatBearing(angle, north, 4), north);
        expect(again.ok && Math.abs(Math.sin((again.value - angle) / 2))).toBeLessThan(1e-6);
      }),
      settings,
    );
  });
});

test('a typed number has no unit', () => {
  expect(['12', '1,5', '2 * (3 + 4)', '-0'].map(parseNumber)).toEqual([ok(12), ok(1.5), ok(14), ok(0)]);
  expect(['3 m', 'x', '1/0', '6"'].map(parseNumber)).toEqual(Array(4).fill(err('not-a-number')));
  expect(parseNumber(' ')).toEqual(err('empty'));
});

test('an area is shown in square metres or feet', () => {
  expect([
    formatArea(19.84, 'm'),
    formatArea(METRES_PER_FOOT ** 2 * 213.14, 'ft-in'),
    formatArea(-0.01, 'm', 0),
  ]).toEqual([...['19.8 m²', '213.1 ft²', '0 m²']]);
});

test('an angle shown and typed again is the same to half of its last digit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -3_141_592, max: 3_141_592 }),
      fc.integer({ min: 1, max: 4 }),
      (micro, digits) => {
        const radians = micro / 1_000_000;
        const again = parseAngle(formatAngle(radians, digits));
        const degrees = again.ok ? (Math.abs(again.value - radians) * 180) / Math.PI : Number.NaN;
        expect(degrees).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9);
      },
    ),
    { seed: 20_261_124, numRuns: 500 },
  );
});
