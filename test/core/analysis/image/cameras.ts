import fc from 'fast-check';
import type { CameraOptics } from '../../../../core/analysis/image/counted-views.ts';
import type { DensityModel } from '../../../../core/analysis/image/density-models.ts';
import type { Mounting, Optics } from '../../../../core/analysis/image/optics.ts';
import { reachViewOf, type View, viewOf } from '../../../../core/analysis/image/view.ts';
import { type Point, polar } from '../../../../core/geometry/point.ts';
import type { Result } from '../../../../core/result.ts';
import { fromDegrees } from '../../../../core/units.ts';
import { angle, between } from '../../geometry/arbitraries.ts';

/** The default camera of a plan: 1/2.8", 2 MP, 2.8 mm. */
export const optics: Optics = {
  focalLengthMm: 2.8,
  sensorWidthMm: 5.568,
  sensorHeightMm: 3.132,
  widthPx: 1920,
  heightPx: 1080,
  fieldOfView: null,
};

export const mounting: Mounting = {
  at: { x: 0, y: 0 },
  direction: 0,
  height: 3,
  tilt: fromDegrees(15),
  roll: 0,
};

export const camera: CameraOptics = {
  ...mounting,
  ...optics,
  type: 'fixed',
  range: null,
  sensors: [],
  presets: [],
  tiltRange: null,
  minimumLux: null,
  infraredRange: null,
};

export const sheet = (horizontal: number, vertical: number) => ({
  horizontal: fromDegrees(horizontal),
  vertical: fromDegrees(vertical),
});

/** The value of a result that must be one. */
export function valueIn<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The reason of a result that must be a refusal. */
export function refusalIn<T, E>(result: Result<T, E>): E {
  if (result.ok) throw new Error('There is no refusal.');
  return result.error;
}

export const viewed = (mounted: Partial<Mounting>, seen: Partial<Optics> = {}): View =>
  valueIn(viewOf({ ...mounting, ...mounted }, { ...optics, ...seen }));

/** Whether numbers are there and none of them is NaN, all the way down. */
export function isSound(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isNaN(value);
  return value === null || typeof value !== 'object' || Object.values(value).every(isSound);
}

const mountings: fc.Arbitrary<Mounting> = fc.record({
  at: fc.record({ x: between(-500, 500), y: between(-500, 500) }),
  direction: angle,
  height: fc.oneof(between(0, 12), fc.constantFrom(0, 1.7, 3)),
  tilt: fc.oneof(between(-0.3, 1.6), angle, fc.constantFrom(0, Math.PI / 2, -Math.PI / 2, Math.PI)),
  roll: fc.oneof(fc.constant(0), angle),
});

const sizes = fc.record({
  focalLengthMm: between(1, 50),
  sensorWidthMm: between(3, 13),
  sensorHeightMm: between(2, 10),
  widthPx: fc.integer({ min: 320, max: 8000 }),
  heightPx: fc.integer({ min: 240, max: 6000 }),
});

const frustums: fc.Arbitrary<Optics> = fc
  .tuple(
    sizes,
    fc.option(fc.record({ horizontal: between(0.05, 3.1), vertical: between(0.05, 2.9) }), { nil: null }),
  )
  .map(([size, fieldOfView]) => ({ ...size, fieldOfView }));

const panoramas: fc.Arbitrary<Optics> = fc
  .tuple(
    sizes,
    fc.oneof(between(Math.PI, 2 * Math.PI), fc.constantFrom(Math.PI, 2 * Math.PI, 6.283185)),
    fc.oneof(between(0.2, 3.8), between(0.2, 2 * Math.PI), fc.constant(2 * Math.PI)),
  )
  .map(([size, horizontal, vertical]) => ({ ...size, fieldOfView: { horizontal, vertical } }));

const tiltRanges = fc
  .tuple(between(-Math.PI / 2, Math.PI / 2), between(-Math.PI / 2, Math.PI / 2))
  .map(([one, other]) => ({ least: Math.min(one, other), most: Math.max(one, other) }));

export const frustumViews: fc.Arbitrary<View> = fc
  .tuple(mountings, frustums)
  .map(([mounted, lens]) => valueIn(viewOf(mounted, lens)));

export const panoramaViews: fc.Arbitrary<View> = fc
  .tuple(mountings, panoramas)
  .map(([mounted, lens]) => valueIn(viewOf(mounted, lens)));

export const reachViews: fc.Arbitrary<View> = fc
  .tuple(mountings, frustums, tiltRanges)
  .map(([mounted, lens, tilts]) => valueIn(reachViewOf(mounted, lens, tilts)));

export const anyView = fc.oneof(frustumViews, panoramaViews, reachViews);

export const models: fc.Arbitrary<DensityModel> = fc.constantFrom('flat', 'arc', 'centre');

/** Heights of targets, among them that of the lens itself and above it. */
export const targetOf = (view: View): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constantFrom(0, 1, 1.7, view.height, view.height + 2),
    between(0, 8).filter((height) => Math.abs(height - view.height) > 0.01),
  );

/** Places around a camera, near ones as many as far ones, and more of them ahead. */
export const around = ({ at, direction }: View): fc.Arbitrary<Point> =>
  fc.tuple(fc.oneof(angle, between(-0.6, 0.6)), between(-2, 5.5)).map(([turn, exponent]) => {
    const offset = polar(direction + turn, Math.exp(exponent));
    return { x: at.x + offset.x, y: at.y + offset.y };
  });
