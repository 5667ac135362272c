import { fields, nullable, oneOf, rounded, textLike, whole } from '../../records/schemas.ts';
import type { z } from '../../schema.ts';
import { sensorFormatIn } from './sensor-formats.ts';

/** What a camera of the catalogue is by its way of seeing; the kind `camera` of plans has fewer words. */
export const catalogueCameraTypes = [
  'fixed',
  'ptz',
  'fisheye',
  'panoramic',
  'multisensor',
  'thermal',
  'licence-plate',
] as const;
export const cameraHousings = ['bullet', 'dome', 'turret', 'box'] as const;
/** Whether a source states the figures, or they were computed here from a lens and a sensor that nobody makes. */
export const figureOrigins = ['stated', 'computed'] as const;

/** Least and largest values of figures, in the unit of their name. Beyond them a figure is a slip of the unit. */
export const cameraLimits = {
  focalLengthMm: [0.1, 5000],
  angleDeg: [0.1, 360],
  sensorMm: [0.3, 100],
  pixelPitchUm: [0.3, 100],
  pixels: [1, 100_000],
  lux: [0, 100_000],
  infraredRange: [0, 10_000],
} as const;
type Figure = keyof typeof cameraLimits;

/** Six digits after the point, in which a number is written without an exponent. */
export const keptFigure = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;

const figure = (name: Figure) => nullable(rounded(cameraLimits[name][0], cameraLimits[name][1], keptFigure));
const pixels = whole(...cameraLimits.pixels);
/** One line that every reader of a file gives back as it is: see `plainLine`. */
const lineOf = (most: number) =>
  textLike(
    new RegExp(
      String.raw`^(?!\s)[^\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2028\u2029]{1,${most}}(?<!\s)$`,
      'u',
    ),
  );

/** One end of a lens, all of it for a fixed one; degrees. What no source says is null. */
const lensEnd = {
  horizontalDeg: figure('angleDeg'),
  verticalDeg: figure('angleDeg'),
};

/** A model of camera with one lens: what its source says of it, null for what it does not say. */
export const catalogueCameraSchema = fields({
  maker: lineOf(100),
  model: lineOf(200),
  type: oneOf(catalogueCameraTypes),
  housing: nullable(oneOf(cameraHousings)),
  figures: oneOf(figureOrigins),
  /** The nominal size of the sensor in inches as makers write it, without a mark: 1/2.8. */
  sensorFormat: nullable(textLike(/^\d{1,2}(\/\d{1,2}(\.\d{1,2})?)?$/)),
  sensorWidthMm: figure('sensorMm'),
  sensorHeightMm: figure('sensorMm'),
  pixelPitchUm: figure('pixelPitchUm'),
  widthPx: pixels,
  heightPx: pixels,
  /** At the shortest focal length. */
  wide: fields({ focalLengthMm: figure('focalLengthMm'), ...lensEnd }),
  /** At the longest one; null for a fixed lens. */
  tele: nullable(fields({ focalLengthMm: rounded(...cameraLimits.focalLengthMm, keptFigure), ...lensEnd })),
  /** Least illuminance for a picture in colour, lux. */
  minimumLux: figure('lux'),
  /** How far its own infrared light reaches, metres; 0 where it has none. It does not end what is seen by day. */
  infraredRange: figure('infraredRange'),
  /** Where the figures were read, and under which licence. */
  source: nullable(lineOf(1000)),
  note: nullable(lineOf(1000)),
});
export type CatalogueCamera = z.infer<typeof catalogueCameraSchema>;

/** Cameras whose angle does not follow from focal length and sensor: their pictures are bent, or several. */
export const isWideByBending = ({ type }: Pick<CatalogueCamera, 'type'>): boolean =>
  type === 'fisheye' || type === 'panoramic' || type === 'multisensor';

/** Maker and model without regard to letter case and spaces: of two cameras with the same one is said twice. */
export const cameraName = ({ maker, model }: Pick<CatalogueCamera, 'maker' | 'model'>): string =>
  [maker, model].map((each) => each.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ')).join('\n');

/**
 * What in the figures of a camera cannot be, or not be used, as the rest of a sentence that begins with "left out";
 * null where nothing is wrong. Each figure for itself is held by the schema.
 */
export function contradictionIn(camera: CatalogueCamera): string | null {
  const { wide, tele, sensorFormat } = camera;
  if (sensorFormat !== null && sensorFormatIn(sensorFormat) !== sensorFormat)
    return `${sensorFormat} is no format of a sensor`;
  if (tele && wide.focalLengthMm === null) return 'it has a longest focal length and no shortest one';
  if (tele && tele.focalLengthMm <= (wide.focalLengthMm ?? 0))
    return 'its longest focal length is not longer than its shortest one';
  if (
    tele &&
    (isWider(tele.horizontalDeg, wide.horizontalDeg) || isWider(tele.verticalDeg, wide.verticalDeg))
  )
    return 'it does not see narrower at its longest focal length';
  if (wide.horizontalDeg !== null) return null;
  if (isWideByBending(camera)) return 'no horizontal angle is said, which a lens of its type needs';
  return wide.focalLengthMm === null || !saysSensor(camera)
    ? 'neither an angle nor a lens with its sensor says how wide it sees'
    : null;
}

const isWider = (tele: number | null, wide: number | null): boolean =>
  tele !== null && wide !== null && tele >= wide;

const saysSensor = ({ sensorWidthMm, pixelPitchUm, sensorFormat }: CatalogueCamera): boolean =>
  sensorWidthMm !== null || pixelPitchUm !== null || sensorFormat !== null;
