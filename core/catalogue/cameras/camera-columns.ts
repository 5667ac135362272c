import { type CatalogueCamera, cameraLimits } from './catalogue-camera.ts';

/** What the cells of a column hold; of figures the unit that they are kept in. */
export type CellSort =
  | 'line'
  | 'choice'
  | 'format'
  | 'size'
  | 'pixels'
  | 'millimetres'
  | 'micrometres'
  | 'metres'
  | 'degrees'
  | 'lux';

/** The figures and words of a camera side by side, as a row of a table has them. */
export type CameraRow = {
  readonly [K in Exclude<keyof CatalogueCamera, 'wide' | 'tele'>]: CatalogueCamera[K];
} & {
  readonly focalLengthMm: number | null;
  readonly horizontalDeg: number | null;
  readonly verticalDeg: number | null;
  readonly teleFocalLengthMm: number | null;
  readonly teleHorizontalDeg: number | null;
  readonly teleVerticalDeg: number | null;
};
export type ColumnKey = keyof CameraRow;

export type CameraColumn = {
  readonly key: ColumnKey | 'resolution';
  /** As it is written. */
  readonly header: string;
  readonly sort: CellSort;
  /** As others write it, in small letters, without a unit. */
  readonly names: readonly string[];
  readonly limits: readonly [least: number, most: number];
};

const none = [0, 0] as const;
const { focalLengthMm, angleDeg, sensorMm, pixelPitchUm, pixels, lux, infraredRange } = cameraLimits;

type Limits = CameraColumn['limits'];
const column = (
  key: CameraColumn['key'],
  header: string,
  sort: CellSort,
  names: readonly string[],
  limits: Limits = none,
): CameraColumn => ({ key, header, sort, names, limits });

/** The columns of a table of cameras, in the order in which they are written. */
export const cameraColumns: readonly CameraColumn[] = [
  column('maker', 'maker', 'line', ['manufacturer', 'make', 'brand', 'vendor', 'camera maker']),
  column('model', 'model', 'line', ['camera model', 'model name', 'product']),
  column('type', 'type', 'choice', ['camera type']),
  column('housing', 'housing', 'choice', ['form factor', 'body']),
  column('figures', 'figures', 'choice', []),
  column('sensorFormat', 'sensor format', 'format', ['optical format']),
  column('sensorWidthMm', 'sensor width mm', 'millimetres', ['sensor width'], sensorMm),
  column('sensorHeightMm', 'sensor height mm', 'millimetres', ['sensor height'], sensorMm),
  column('pixelPitchUm', 'pixel pitch µm', 'micrometres', ['pixel pitch', 'pixel size'], pixelPitchUm),
  column(
    'widthPx',
    'pixels across',
    'pixels',
    ['horizontal pixels', 'pixels wide', 'image width', 'resolution width', 'sensor width pixels'],
    pixels,
  ),
  column(
    'heightPx',
    'pixels high',
    'pixels',
    ['vertical pixels', 'image height', 'resolution height', 'sensor height pixels'],
    pixels,
  ),
  column(
    'focalLengthMm',
    'focal length mm',
    'millimetres',
    ['focal length', 'shortest focal length', 'focal length wide', 'lens focal length'],
    focalLengthMm,
  ),
  column(
    'teleFocalLengthMm',
    'longest focal length mm',
    'millimetres',
    ['longest focal length', 'focal length tele'],
    focalLengthMm,
  ),
  column(
    'horizontalDeg',
    'horizontal angle °',
    'degrees',
    ['horizontal angle', 'horizontal fov', 'horizontal field of view', 'horizontal angle of view', 'hfov'],
    angleDeg,
  ),
  column(
    'verticalDeg',
    'vertical angle °',
    'degrees',
    ['vertical angle', 'vertical fov', 'vertical field of view', 'vertical angle of view', 'vfov'],
    angleDeg,
  ),
  column(
    'teleHorizontalDeg',
    'horizontal angle tele °',
    'degrees',
    ['horizontal angle tele', 'horizontal fov tele', 'hfov tele'],
    angleDeg,
  ),
  column(
    'teleVerticalDeg',
    'vertical angle tele °',
    'degrees',
    ['vertical angle tele', 'vertical fov tele', 'vfov tele'],
    angleDeg,
  ),
  column(
    'minimumLux',
    'minimum illuminance lux',
    'lux',
    [
      'minimum illuminance',
      'least illuminance',
      'minimum illumination',
      'min illumination',
      'min lux',
      'minimum lux',
    ],
    lux,
  ),
  column(
    'infraredRange',
    'infrared range m',
    'metres',
    ['infrared range', 'infrared distance', 'ir range', 'ir distance', 'ir reach'],
    infraredRange,
  ),
  column('source', 'source', 'line', ['sources', 'data sheet']),
  column('note', 'note', 'line', ['notes', 'remark', 'remarks', 'comment', 'comments']),
];

/** One column for both numbers of pixels, as others have it: 1920x1080. It is read and never written. */
export const resolutionColumn: CameraColumn = column(
  'resolution',
  'resolution',
  'size',
  ['max resolution', 'maximum resolution', 'pixels'],
  pixels,
);

/** A camera as a row. */
export function rowOf({ wide, tele, ...rest }: CatalogueCamera): CameraRow {
  return {
    ...rest,
    focalLengthMm: wide.focalLengthMm,
    horizontalDeg: wide.horizontalDeg,
    verticalDeg: wide.verticalDeg,
    teleFocalLengthMm: tele?.focalLengthMm ?? null,
    teleHorizontalDeg: tele?.horizontalDeg ?? null,
    teleVerticalDeg: tele?.verticalDeg ?? null,
  };
}

/** What a row says, in the form of a camera; whether it is one is still to be seen. */
export function candidateOf({
  focalLengthMm: shortest,
  horizontalDeg,
  verticalDeg,
  teleFocalLengthMm,
  teleHorizontalDeg,
  teleVerticalDeg,
  ...rest
}: Readonly<Record<ColumnKey, unknown>>): unknown {
  const hasTele = [teleFocalLengthMm, teleHorizontalDeg, teleVerticalDeg].some((each) => each !== null);
  return {
    ...rest,
    wide: { focalLengthMm: shortest, horizontalDeg, verticalDeg },
    tele: hasTele
      ? {
          focalLengthMm: teleFocalLengthMm,
          horizontalDeg: teleHorizontalDeg,
          verticalDeg: teleVerticalDeg,
        }
      : null,
  };
}
