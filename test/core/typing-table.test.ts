import { expect, test } from 'vitest';
import {
  angleWays,
  type DisplayUnit,
  formatAngle,
  formatArea,
  formatBearing,
  formatLength,
  lengthWays,
  numberWays,
  parseAngle,
  parseArea,
  parseBearing,
  parseLength,
  parseNumber,
} from '../../core/quantity.ts';
import type { Result } from '../../core/result.ts';
import { isPlaceText, parsePlace, placeWays, type TypedPlace } from '../../core/typed-place.ts';
import { type TypedMeaning, type TypedSort, typingTable } from '../../core/typing-table.ts';

type Read = (text: string, unit: DisplayUnit) => TypedMeaning;

/** What is shown for a text, or the ways in which it is typed clearly. */
function said<E>(
  read: Result<number, E>,
  show: (value: number) => string,
  ways: readonly string[],
): TypedMeaning {
  if (read.ok) return show(read.value);
  return read.error === 'unclear' ? ways : String(read.error);
}

function placeInWords(place: TypedPlace, unit: DisplayUnit): string {
  if (place.type === 'polar') return `@ ${formatLength(place.length, unit)} < ${formatAngle(place.angle)}`;
  const at = `${formatLength(place.x, unit)}, ${formatLength(place.y, unit)}`;
  return place.type === 'relative' ? `@ ${at}` : at;
}

const length: Read = (text, unit) =>
  said(parseLength(text, unit), (metres) => formatLength(metres, unit), lengthWays(text, unit));

const pointer: Read = (text, unit) => {
  if (!isPlaceText(text)) return length(text, unit);
  const place = parsePlace(text, unit);
  if (place.ok) return placeInWords(place.value, unit);
  return place.error === 'unclear' ? placeWays(text, unit) : place.error;
};

const readers: { readonly [S in TypedSort]: Read } = {
  length,
  pointer,
  angle: (text) => said(parseAngle(text), (radians) => formatAngle(radians), angleWays(text)),
  bearing: (text) => said(parseBearing(text), (direction) => formatBearing(direction), angleWays(text)),
  number: (text) => said(parseNumber(text), String, numberWays(text)),
  surface: (text, unit) =>
    said(parseArea(text, unit), (squareMetres) => formatArea(squareMetres, unit), numberWays(text)),
};

test.each(typingTable)('$sort $typed: $metres, $feet', ({ sort, typed, metres, feet }) => {
  expect([readers[sort](typed, 'm'), readers[sort](typed, 'ft-in')]).toEqual([metres, feet]);
});

// Beside those that the help shows: each is a sibling of one of them.
test.each<[TypedSort, string, string, string]>([
  // Feet, a dash, inches below 12; a whole inch, a dash and a fraction.
  ['length', `4'2-1/4"`, '1.276 m', `4'-2 1/4"`],
  ['length', `5' 6-1/2"`, '1.689 m', `5'-6 1/2"`],
  ['length', `5'-6-1/2"`, '1.689 m', `5'-6 1/2"`],
  ['length', `5' - 6 - 1/2"`, '1.689 m', `5'-6 1/2"`],
  ['length', `5'6-1/2`, '1.689 m', `5'-6 1/2"`],
  ['length', `5 ft 6-1/2 in`, '1.689 m', `5'-6 1/2"`],
  ['length', `5′ – 6½″`, '1.689 m', `5'-6 1/2"`],
  ['length', `12' - 6"`, '3.810 m', `12'-6"`],
  ['length', `12ft-6in`, '3.810 m', `12'-6"`],
  ['length', `12'-6.5"`, '3.823 m', `12'-6 1/2"`],
  ['length', `12'-11 15/16"`, '3.961 m', `12'-11 15/16"`],
  ['length', '6 - 1/2"', '0.165 m', `0'-6 1/2"`],
  ['length', '1/2"', '0.013 m', `0'-0 1/2"`],
  ['length', `-5'6-1/2"`, '-1.689 m', `-5'-6 1/2"`],
  ['length', '6 1⁄2"', '0.165 m', `0'-6 1/2"`],
  ['length', '2 1/2 ft', '0.762 m', `2'-6"`],
  // Subtractions.
  ['length', `10' - 14"`, '2.692 m', `8'-10"`],
  ['length', `12'-6" - 2"`, '3.759 m', `12'-4"`],
  ['length', `6" - 1/2"`, '0.140 m', `0'-5 1/2"`],
  ['length', `12' - 3 m`, '0.658 m', `2'-1 7/8"`],
  ['length', '12.5 m - 0,5 m', '12.000 m', `39'-4 7/16"`],
  // What is asked for.
  ['length', '5m-20cm', '? 5m - 20cm', '? 5m - 20cm'],
  ['length', '5 m -20 cm', '? 5 m - 20 cm', '? 5 m - 20 cm'],
  ['length', '3.2 m - 40', '? 3.2 m - 40 m', `? 3.2 m - 40'`],
  ['length', '3.2 - 40 cm', '? 3.2 m - 40 cm', `? 3.2' - 40 cm`],
  ['length', `10'-2'`, `? 10' - 2'`, `? 10' - 2'`],
  ['length', `12'-3 m`, `? 12' - 3 m`, `? 12' - 3 m`],
  ['length', `12' - 6`, `? 12'-6" | 12' - 6 m`, `? 12'-6" | 12' - 6'`],
  ['length', `12.5'-6"`, `? 12.5' 6" | 12.5' - 6"`, `? 12.5' 6" | 12.5' - 6"`],
  ['length', '6"-1/2"', '? 6-1/2" | 6" - 1/2"', '? 6-1/2" | 6" - 1/2"'],
  ['length', '12-6"', `? 12'-6" | 12 m - 6"`, `? 12'-6"`],
  ['length', '12 - 3', '9.000 m', `? 12'-3" | 12' - 3'`],
  ['length', `3' - 2 9/16`, '0.979 m', `3'-2 9/16"`],
  ['length', '12-3-1/2', '8.500 m', `? 12'-3-1/2"`],
  ['length', '3-2 + 1 m', '? 3 m - 2 m + 1 m', `? 3' - 2' + 1 m`],
  ['length', `12'6/2`, `? 12'6" / 2`, `? 12'6" / 2`],
  ['length', '1,500 mm', '? 1500 mm | 1.500 mm', '? 1500 mm | 1.500 mm'],
  ['length', '2 m + 1,250 m', '? 2 m + 1250 m | 2 m + 1.250 m', '? 2 m + 1250 m | 2 m + 1.250 m'],
  ['length', `10'000`, `? 10000 | 10' 000"`, `? 10000 | 10' 000"`],
  ['length', `1'234.5 + 1`, `? 1234.5 + 1 | 1' 234.5" + 1`, `? 1234.5 + 1 | 1' 234.5" + 1`],
  ['length', `1' 234.5"`, '6.261 m', `20'-6 1/2"`],
  ['pointer', `1'500`, `? 1500 | 1' 500"`, `? 1500 | 1' 500"`],
  ['length', '11/24/26', '? 11 / 24 / 26', '? 11 / 24 / 26'],
  // What is none.
  ['length', `6-3/2"`, `? 6 m - 3/2"`, '? '],
  ['length', `6 3/2"`, 'not-a-length', 'not-a-length'],
  ['length', `12'75°`, 'not-a-length', 'not-a-length'],
  // Measures in a row.
  ['length', '3m50cm', '3.500 m', `11'-5 13/16"`],
  ['length', '1 km 200 m', '1200.000 m', `3937'-0 1/8"`],
  ['length', '2 m 5 cm 3 mm', '2.053 m', `6'-8 13/16"`],
  ['length', '3 m 50,5 cm', '3.505 m', `11'-6"`],
  ['length', '-3 m 50 cm', '-3.500 m', `-11'-5 13/16"`],
  ['length', '3 m 50 cm - 20 cm', '3.300 m', `10'-9 15/16"`],
  ['length', '1 yd 2 ft 6 in', '1.676 m', `5'-6"`],
  ['length', '1 mi 200 yd', '1792.224 m', `5880'-0"`],
  ['length', '3 m 99 cm', '3.990 m', `13'-1 1/16"`],
  ['length', '3 m 100 cm', '? 3 m + 100 cm', '? 3 m + 100 cm'],
  ['length', '3.5 m 20 cm', '? 3.5 m + 20 cm', '? 3.5 m + 20 cm'],
  ['length', '3 m 20 mm 5 cm', '? 3 m + 20 mm + 5 cm', '? 3 m + 20 mm + 5 cm'],
  ['length', '3 m 50 m', '? 3 m + 50 m', '? 3 m + 50 m'],
  ['length', '3 m 20 in', '? 3 m + 20 in', '? 3 m + 20 in'],
  ['length', '3 m 50', '? 3 m 50 cm', '? 3 m 50 cm'],
  ['length', '3m50', '? 3 m 50 cm', '? 3 m 50 cm'],
  ['length', '3 m 500', '? 3.500 m', '? 3.500 m'],
  ['length', '2 m 5 x', 'not-a-length', 'not-a-length'],
  ['pointer', '3 m 50 cm; 1 m 5 cm', '3.500 m, 1.050 m', `11'-5 13/16", 3'-5 5/16"`],
  // Units.
  ['length', '2 miles', '3218.688 m', `10560'-0"`],
  ['length', '1 yd', '0.914 m', `3'-0"`],
  ['length', '1,5 km', '1500.000 m', `4921'-3 1/8"`],
  ['length', '3 dm', '0.300 m', `0'-11 13/16"`],
  // Spaces within numbers.
  ['length', '6½', '? 6 1/2 m | 6 1/2"', `? 6 1/2 ft | 6' 1/2"`],
  ['length', '2*(6 1/2)', '? 2*(6 1/2 m) | 2*(6 1/2")', `? 2*(6 1/2 ft) | 2*(6' 1/2")`],
  ['length', '6 3/2', 'not-a-length', 'not-a-length'],
  ['length', '5 6', 'not-a-length', `? 5' 6"`],
  ['length', '5 6 1/2', '? ', `? 5' 6 1/2"`],
  ['length', '5 12', 'not-a-length', 'not-a-length'],
  ['length', '5 6/2', 'not-a-length', 'not-a-length'],
  ['length', '1 000.5', '? 1000.5', '? 1000.5'],
  ['length', '1 000 - 200', '? 1000 - 200', `? 1000' - 200'`],
  ['length', '12 345 678 mm', '12345.678 m', `40504'-2 5/16"`],
  ['length', '1 000 000', '1000000.000 m', `1000000'-0"`],
  ['length', "1 000'", '304.800 m', `1000'-0"`],
  ['length', '1\u00a0000', '1000.000 m', `1000'-0"`],
  ['length', '1\u2009000', '1000.000 m', `1000'-0"`],
  ['length', '12\u202f345,6 mm', '12.346 m', `40'-6 1/16"`],
  ['length', '1\u2007234\u2007567 mm', '1234.567 m', `4050'-5"`],
  ['length', '1\u00a00000', 'not-a-length', 'not-a-length'],
  ['length', '1 00', 'not-a-length', 'not-a-length'],
  ['length', '5 11', 'not-a-length', `? 5' 11"`],
  ['length', '1 0000', 'not-a-length', 'not-a-length'],
  ['length', '1,500 + 1,500', '? 1500 + 1500 | 1.500 + 1.500', '? 1500 + 1500 | 1.500 + 1.500'],
  ['pointer', '1 000', '? 1000', '? 1000'],
  ['pointer', '1 000;2', '? 1000; 2', '? 1000; 2'],
  ['pointer', '5 6;2', 'not-a-length', `? 5' 6"; 2`],
  ['number', '12 345 678,5', '12345678.5', '12345678.5'],
  ['number', '6½', '6.5', '6.5'],
  ['number', '2 1/2 + 1', '3.5', '3.5'],
  ['number', '1,500 1/2', '? 1500 1/2', '? 1500 1/2'],
  ['number', '1 000/4', 'not-a-number', 'not-a-number'],
  ['number', '2 100/400', 'not-a-number', 'not-a-number'],
  ['number', '12 30', 'not-a-number', 'not-a-number'],
  ['number', '1 000 m', 'not-a-number', 'not-a-number'],
  ['surface', '1 200 m²', '1200.0 m²', '12916.7 ft²'],
  ['surface', '20 1/2', '20.5 m²', '20.5 ft²'],
  ['angle', '12 1/2', '12.5°', '12.5°'],
  ['angle', '12½°', '12.5°', '12.5°'],
  ['angle', '45 30 15', `? 45°30'15"`, `? 45°30'15"`],
  ['angle', '12 75', 'not-an-angle', 'not-an-angle'],
  ['bearing', '132 30', `? 132°30'`, `? 132°30'`],
  // At the pointer.
  ['pointer', '12, 3 m', '12.000 m, 3.000 m', `12'-0", 9'-10 1/8"`],
  ['pointer', `12'6",3'`, '3.810 m, 0.914 m', `12'-6", 3'-0"`],
  ['pointer', `12,3'`, '3.749 m', `12'-3 5/8"`],
  ['pointer', '12,5 m,3,2 m', '12.500 m, 3.200 m', `41'-0 1/8", 10'-6"`],
  ['pointer', '.5,.25', '0.500 m, 0.250 m', `0'-6", 0'-3"`],
  ['pointer', '1.234,5 m', '1234.500 m', `4050'-2 3/8"`],
  ['pointer', '2 m + 3,5 m', '5.500 m', `18'-0 9/16"`],
  ['pointer', '2 m + 12,5', '? 2 m + 12; 5 | 2 m + 12.5', '? 2 m + 12; 5 | 2 m + 12.5'],
  ['pointer', '1,500 m', '? 1500 m | 1.500 m', '? 1500 m | 1.500 m'],
  ['pointer', '12,5<45', '@ 12.500 m < 45.0°', `@ 12'-6" < 45.0°`],
  ['pointer', '@12<45,5', '@ 12.000 m < 45.5°', `@ 12'-0" < 45.5°`],
  ['pointer', '@12<45-30', `? @12<45°30' | @12<45° - 30°`, `? @12<45°30' | @12<45° - 30°`],
  ['pointer', '12-3;4', '9.000 m, 4.000 m', `? 12'-3"; 4 | 12' - 3'; 4`],
  ['pointer', '12,5,3', 'not-a-place', 'not-a-place'],
  // Angles and bearings.
  ['angle', '45-30-15', `? 45°30'15" | 45° - 30° - 15°`, `? 45°30'15" | 45° - 30° - 15°`],
  ['angle', `12d30'36"`, '12.5°', '12.5°'],
  ['angle', `12° - 30'`, '12.5°', '12.5°'],
  ['angle', '90°-45°', '? 90° - 45°', '? 90° - 45°'],
  ['angle', `90 - 45°`, `? 90° - 45°`, `? 90° - 45°`],
  ['angle', `90° - 12°30'`, '77.5°', '77.5°'],
  ['angle', '1,250', '? 1250 | 1.250', '? 1250 | 1.250'],
  ['angle', `12.5°30'`, 'not-an-angle', 'not-an-angle'],
  ['bearing', 'S45-30-36W', '225.5°', '225.5°'],
  ['bearing', 'N 45 30 E', '45.5°', '45.5°'],
  ['bearing', `N 45°-30' W`, '314.5°', '314.5°'],
  ['bearing', 'N 60+15 E', 'not-an-angle', 'not-an-angle'],
  ['bearing', 'N 45-75 E', 'not-an-angle', 'not-an-angle'],
  ['bearing', 'N 90-30 E', 'not-an-angle', 'not-an-angle'],
  // Numbers and surfaces.
  ['number', '2026 - 11 - 24', '1991', '1991'],
  ['number', '1,500', '? 1500 | 1.500', '? 1500 | 1.500'],
  ['number', '12m', 'not-a-number', 'not-a-number'],
  ['surface', '215,3 sq ft', '20.0 m²', '215.3 ft²'],
  ['surface', '20 m', 'not-a-number', 'not-a-number'],
])('%s %s: %s, %s', (sort, typed, metres, feet) => {
  const shown = (unit: DisplayUnit) => {
    const meaning = readers[sort](typed, unit);
    return typeof meaning === 'string' ? meaning : `? ${meaning.join(' | ')}`;
  };
  expect([shown('m'), shown('ft-in')]).toEqual([metres, feet]);
});

test('every way that is offered is clear, and no two of a text mean the same', () => {
  const unclear = typingTable.filter(({ sort, feet }) => sort === 'length' && typeof feet !== 'string');
  expect(unclear.length).toBeGreaterThan(5);
  for (const { typed } of unclear) {
    const values = lengthWays(typed, 'ft-in').map((way) => parseLength(way, 'ft-in'));
    expect(values.every(({ ok }) => ok)).toBe(true);
    expect(new Set(values.map((value) => value.ok && value.value)).size).toBe(values.length);
  }
});
