import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceBetween, length, rotate } from '../../../core/geometry/point.ts';
import { type LonLat, projectionAround } from '../../../core/geometry/projection.ts';
import { fromDegrees, toBearing } from '../../../core/units.ts';
import { angle, between, settings } from './arbitraries.ts';

const origin = { x: 0, y: 0 };
const A = 6_378_137;
const F = 1 / 298.257_223_563;
const E2 = F * (2 - F);

/** Earth-centred coordinates on WGS 84, metres: the definition of longitude and latitude. */
function toSpace({ lon, lat }: LonLat): readonly [number, number, number] {
  const [phi, lambda] = [fromDegrees(lat), fromDegrees(lon)];
  const radius = A / Math.sqrt(1 - E2 * Math.sin(phi) ** 2);
  return [
    radius * Math.cos(phi) * Math.cos(lambda),
    radius * Math.cos(phi) * Math.sin(lambda),
    radius * (1 - E2) * Math.sin(phi),
  ];
}

/** Length of the straight line through the ground; over 1 km shorter than the geodesic by a micrometre. */
function chord(first: LonLat, second: LonLat): number {
  const [a, b] = [toSpace(first), toSpace(second)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Metres along the meridian from the equator, by Simpson's rule. */
function meridian(lat: number): number {
  const pieces = 2000;
  const radiusAt = (phi: number) => (A * (1 - E2)) / (1 - E2 * Math.sin(phi) ** 2) ** 1.5;
  const step = fromDegrees(lat) / pieces;
  let sum = 0;
  for (let index = 0; index <= pieces; index += 1) {
    const weight = index === 0 || index === pieces ? 1 : index % 2 === 1 ? 4 : 2;
    sum += weight * radiusAt(index * step);
  }
  return (sum * step) / 3;
}

const site = fc.record({ lon: between(-180, 180), lat: between(-89, 89) });
const offset = fc.record({ x: between(-2000, 2000), y: between(-2000, 2000) });

describe('the projection around an origin', () => {
  test('has the known geodesics', () => {
    // GeographicLib, GeodSolve: 40.6 -73.8 to 51.6 -0.5, azimuth 51.19888284557, 5551759.400319 m.
    const london = projectionAround({ lon: -73.8, lat: 40.6 }).toPlan({ lon: -0.5, lat: 51.6 }) ?? origin;
    expect(Math.abs(length(london) - 5_551_759.400_319)).toBeLessThan(0.001);
    expect(toBearing(Math.atan2(london.y, london.x))).toBeCloseTo(51.198_882_845_57, 8);
    // T. Vincenty's line from Flinders Peak to Buninyong: 54972.271 m, 306°52'05.37" (GRS 80, as good as WGS 84).
    const degrees = (whole: number, minutes: number, seconds: number) =>
      whole + minutes / 60 + seconds / 3600;
    const flinders = { lon: degrees(144, 25, 29.5244), lat: -degrees(37, 57, 3.7203) };
    const buninyong = { lon: degrees(143, 55, 35.3839), lat: -degrees(37, 39, 10.1561) };
    const line = projectionAround(flinders).toPlan(buninyong) ?? origin;
    expect(Math.abs(length(line) - 54_972.271)).toBeLessThan(0.001);
    expect(Math.abs(toBearing(Math.atan2(line.y, line.x)) - degrees(306, 52, 5.37))).toBeLessThan(
      0.01 / 3600,
    );
  });

  test('measures the equator and the meridian', () => {
    const { toPlan } = projectionAround({ lon: 0, lat: 0 });
    expect(Math.abs((toPlan({ lon: 1, lat: 0 })?.x ?? 0) - fromDegrees(A))).toBeLessThan(0.001);
    expect(Math.abs((toPlan({ lon: 0, lat: 1 })?.y ?? 0) - meridian(1))).toBeLessThan(0.001);
    const north = projectionAround({ lon: 10, lat: 53.5 }).toPlan({ lon: 10, lat: 53.6 });
    expect(Math.abs((north?.y ?? 0) - (meridian(53.6) - meridian(53.5)))).toBeLessThan(0.0001);
    expect(Math.abs(north?.x ?? 1)).toBeLessThan(1e-6);
  });

  test('keeps the distances of a site to a millimetre in a kilometre', () => {
    fc.assert(
      fc.property(site, offset, offset, (at, a, b) => {
        const { toLonLat } = projectionAround(at);
        const metres = distanceBetween(a, b);
        expect(Math.abs(chord(toLonLat(a), toLonLat(b)) - metres)).toBeLessThan(1e-5 + metres * 1e-6);
        expect(Math.abs(chord(at, toLonLat(a)) - length(a))).toBeLessThan(1e-4);
      }),
      settings,
    );
  });

  test('goes there and back within a hundredth of a millimetre, with north turned or not', () => {
    fc.assert(
      fc.property(site, offset, angle, (at, point, north) => {
        const { toPlan, toLonLat } = projectionAround(at, north);
        const place = toLonLat(point);
        expect(Math.abs(place.lon)).toBeLessThanOrEqual(180);
        expect(distanceBetween(toPlan(place) ?? { x: 9e9, y: 0 }, point)).toBeLessThan(1e-5);
      }),
      settings,
    );
  });

  test('turns with north', () => {
    const at = { lon: 9.93, lat: 53.58 };
    const place = { lon: 9.94, lat: 53.59 };
    const straight = projectionAround(at).toPlan(place) ?? origin;
    const turned = projectionAround(at, 0.3).toPlan(place) ?? origin;
    expect(distanceBetween(turned, rotate(straight, 0.3))).toBeLessThan(1e-9);
    // True north is at the settings' angle anticlockwise from +y.
    const north = projectionAround(at, 0.3).toPlan({ ...at, lat: 53.59 }) ?? origin;
    expect(toBearing(Math.atan2(north.y, north.x), 0.3) % 360).toBeCloseTo(0, 5);
  });

  test('has its origin at zero, also at a pole and across the antimeridian', () => {
    for (const at of [
      { lon: 9.93, lat: 53.58 },
      { lon: 0, lat: 90 },
      { lon: 20, lat: -90 },
      { lon: 180, lat: 0 },
    ]) {
      const { toPlan, toLonLat } = projectionAround(at);
      expect(toPlan(at)).toEqual(origin);
      expect(toLonLat(origin).lat).toBeCloseTo(at.lat, 9);
    }
    const across = projectionAround({ lon: 179.9999, lat: -45 });
    const west = across.toPlan({ lon: -179.9999, lat: -45 });
    expect(
      west && Math.abs(length(west) - chord({ lon: 179.9999, lat: -45 }, { lon: -179.9999, lat: -45 })),
    ).toBeLessThan(1e-4);
    expect(across.toLonLat({ x: 50, y: 0 }).lon).toBeLessThan(-179.99);
  });

  test('has no place for what is not on the globe', () => {
    const { toPlan } = projectionAround({ lon: 0, lat: 0 });
    const nowhere = [
      { lon: 0, lat: 91 },
      { lon: Number.NaN, lat: 0 },
      { lon: Number.POSITIVE_INFINITY, lat: 0 },
      { lon: 0, lat: Number.NaN },
      { lon: 179.9, lat: 0.1 },
    ];
    expect(nowhere.map(toPlan)).toEqual([null, null, null, null, null]);
  });
});
