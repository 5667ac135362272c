import type { FieldOfView } from '../../geometry/camera-footprint.ts';
import type { Optics } from './optics.ts';

/**
 * How pixel density (px/m across) follows from distance.
 *
 * `flat` and `centre` go with one over the depth along the optical axis, `arc` with one over the distance itself.
 */
export const densityModels = {
  flat: {
    title: 'Flat, from the angle of view',
    formula: 'N / (2 · tan(HFOV / 2) · z)',
    source: 'EN/IEC 62676-4:2014, figure 4: width of the picture on a plane square to the optical axis',
  },
  arc: {
    title: 'Arc, from the angle of view',
    formula: 'N / (HFOV · d)',
    source: 'Pixels evenly over the angle, on a circle around the lens (as Axis Site Designer computes)',
  },
  centre: {
    title: 'Centre, from focal length and pixel pitch',
    formula: 'f / (p · z)',
    source: 'Middle of the picture, where a wide lens packs its pixels closest; makers tend to quote it',
  },
} as const;

export type DensityModel = keyof typeof densityModels;

/** The model that is used unless another is chosen: the lower, safer figure where there is a choice. */
export const DEFAULT_MODEL: DensityModel = 'flat';

/** The model that an angle of view can have of the one that is wanted: from half a turn on no plane holds it. */
export function modelFor({ horizontal }: FieldOfView, wanted: DensityModel): DensityModel {
  return wanted === 'flat' && horizontal >= Math.PI ? 'arc' : wanted;
}

/**
 * By model, pixels: density times distance. Flat N / (2 tan(HFOV / 2)), that of the arc from half a turn on; arc
 * N / HFOV; centre f / p, with the pixel pitch p of the sensor across.
 */
export function focalLengthsPx(
  { focalLengthMm, sensorWidthMm, widthPx }: Omit<Optics, 'fieldOfView'>,
  fieldOfView: FieldOfView,
): Readonly<Record<DensityModel, number>> {
  const { horizontal } = fieldOfView;
  const arc = widthPx / horizontal;
  const flat = widthPx / (2 * Math.tan(horizontal / 2));
  return {
    flat: modelFor(fieldOfView, 'flat') === 'flat' ? flat : arc,
    arc,
    centre: (focalLengthMm * widthPx) / sensorWidthMm,
  };
}

/** Distance in metres at which a density is met, along the optical axis: the distance that data sheets quote. */
export function levelDistance(
  optics: Optics,
  fieldOfView: FieldOfView,
  pixelsPerMetre: number,
  model: DensityModel,
): number {
  return focalLengthsPx(optics, fieldOfView)[model] / pixelsPerMetre;
}
