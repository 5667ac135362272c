import fc from 'fast-check';
import { expect, test } from 'vitest';
import { devices } from '../../../core/catalogue/devices.ts';
import { impactEnergyKj, parseRating } from '../../../core/catalogue/ratings.ts';

const SEED = 20_656;

test.each([
  ['M50-P1', 'ASTM F2656', 'M', 6800, 80, { class: 'P1', atMost: 1 }],
  ['M30/P2', 'ASTM F2656', 'M', 6800, 50, { class: 'P2', atMost: 7 }],
  ['C40-P1', 'ASTM F2656', 'C', 1100, 65, { class: 'P1', atMost: 1 }],
  ['PU60-P1', 'ASTM F2656', 'PU', 2300, 100, { class: 'P1', atMost: 1 }],
  ['C750-P3', 'ASTM F2656', 'C7', 7200, 80, { class: 'P3', atMost: 30 }],
  ['H30-P4', 'ASTM F2656', 'H', 29_500, 50, { class: 'P4', atMost: null }],
  [' m50-p1 ', 'ASTM F2656', 'M', 6800, 80, { class: 'P1', atMost: 1 }],
  ['K12-L3', 'SD-STD-02.01', 'K', 6800, 80, { class: 'L3', atMost: 1 }],
  ['K4-L1', 'SD-STD-02.01', 'K', 6800, 50, { class: 'L1', atMost: 15 }],
  ['V/7200[N2B]/80/90:0.7', 'IWA 14-1 / ISO 22343-1', 'N2B', 7200, 80, { class: null, atMost: 0.7 }],
  ['V/7200[N3C]/80/90:1.1', 'IWA 14-1 / ISO 22343-1', 'N3C', 7200, 80, { class: null, atMost: 1.1 }],
] as const)('%s is read', (written, standard, vehicleClass, massKg, speedKmh, penetration) => {
  expect(parseRating(written)).toMatchObject({
    ok: true,
    value: { standard, vehicleClass, massKg, speedKmh, penetration },
  });
});

test('a second figure is the debris of PAS 68', () => {
  expect(parseRating('V/7500[N3]/48/90:28.1/18.0')).toMatchObject({
    ok: true,
    value: { standard: 'PAS 68', angleDeg: 90, penetration: { atMost: 28.1, debris: 18 } },
  });
});

test.each([
  ['', 'not-a-rating'],
  ['not rated', 'not-a-rating'],
  ['M50', 'not-a-rating'],
  ['K12', 'not-a-rating'],
  ['M50-P1 or so', 'not-a-rating'],
  ['M55-P1', 'unknown-speed'],
  ['K5-L3', 'unknown-speed'],
  ['M50-P9', 'unknown-penetration'],
  ['K12-L4', 'unknown-penetration'],
  ['V/7200[N2B]/80/0:0.7', 'not-a-rating'],
  ['V/7200[N2B]/80/91:0.7', 'not-a-rating'],
  ['V/7200[N2B]/80/90', 'not-a-rating'],
] as const)('%s is refused', (written, error) => {
  expect(parseRating(written)).toEqual({ ok: false, error });
});

test('no text makes it throw', () => {
  const near = fc.stringMatching(/^[VMKCPUHL0-9[\]/:. -]{0,30}$/);
  fc.assert(
    fc.property(fc.oneof(near, fc.string()), (text) => typeof parseRating(text).ok === 'boolean'),
    { seed: SEED },
  );
});

// Published kinetic energies of ASTM F2656 for the medium truck, kJ.
test.each([
  ['M30-P1', 656],
  ['M40-P1', 1110],
  ['M50-P1', 1680],
] as const)('the energy of %s is within 0.3 % of the published %d kJ', (written, published) => {
  const rating = parseRating(written);
  const energy = rating.ok ? impactEnergyKj(rating.value) : Number.NaN;
  expect(Math.abs(energy / published - 1)).toBeLessThan(0.003);
});

test('every rating in the catalogue can be read', () => {
  const unread = devices.filter(
    ({ fields: { rating } }) => typeof rating === 'string' && !parseRating(rating).ok,
  );
  expect(unread).toEqual([]);
});
