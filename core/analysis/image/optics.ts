import { angleOfView, type FieldOfView } from '../../geometry/camera-footprint.ts';
import type { Point } from '../../geometry/point.ts';
import { LARGEST_LENGTH } from '../../plan/kinds/parts/fields.ts';
import { err, ok, type Result } from '../../result.ts';
import { toDegrees } from '../../units.ts';

/** Lens and sensor of one picture. */
export type Optics = {
  readonly focalLengthMm: number;
  readonly sensorWidthMm: number;
  readonly sensorHeightMm: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Radians, from the data sheet; null derives it from lens and sensor. */
  readonly fieldOfView: FieldOfView | null;
};

/** Where a lens is and how it is turned: metres and radians. */
export type Mounting = {
  readonly at: Point;
  /** Of the optical axis on the plan, anticlockwise from +x. */
  readonly direction: number;
  /** Of the lens above the floor. */
  readonly height: number;
  /** Of the optical axis below the horizontal. */
  readonly tilt: number;
  /** Of the camera about its optical axis: anticlockwise as seen from behind it, so that its right side rises. */
  readonly roll: number;
};

/** What is wrong with the figures of a camera: the field, and a sentence for whoever typed it. */
export type OpticsFlaw = { readonly field: string; readonly message: string };

type Bounds = {
  readonly called: string;
  readonly least: number;
  readonly most: number;
  readonly unit: 'mm' | 'm' | 'px' | '°' | 'lx' | 'px/m';
};

const lens = { least: 0.01, most: 10_000, unit: 'mm' } as const;
const pixelCount = { least: 1, most: 100_000, unit: 'px' } as const;
const turn = { least: -1000, most: 1000, unit: '°' } as const;

const opticsBounds = {
  focalLengthMm: { called: 'focal length', ...lens },
  sensorWidthMm: { called: 'sensor width', ...lens },
  sensorHeightMm: { called: 'sensor height', ...lens },
  widthPx: { called: 'number of pixels across', ...pixelCount },
  heightPx: { called: 'number of pixels from top to bottom', ...pixelCount },
} as const satisfies Readonly<Record<string, Bounds>>;

const mountingBounds = {
  direction: { called: 'direction', ...turn },
  height: { called: 'height of the lens', least: 0, most: LARGEST_LENGTH, unit: 'm' },
  tilt: { called: 'tilt', ...turn },
  roll: { called: 'roll', ...turn },
} as const satisfies Readonly<Record<string, Bounds>>;

const sheetAngle = { least: 0.001, most: 2 * Math.PI, unit: '°' } as const;
/** Angles are kept to a millionth: a full turn may come as a little more. */
const ANGLE_STEP = 1e-6;

const shown = (value: number, unit: Bounds['unit']): string =>
  unit === '°' ? `${Number(toDegrees(value).toFixed(2))}°` : `${value} ${unit}`;

/** What is wrong with a figure, or null. */
export function flawOfFigure(field: string, value: number, bounds: Bounds): OpticsFlaw | null {
  const { called, least, most, unit } = bounds;
  if (!Number.isFinite(value)) return { field, message: `The ${called} is not a number.` };
  const isWhole = unit !== 'px' || Number.isInteger(value);
  const slack = unit === '°' ? ANGLE_STEP : 0;
  if (isWhole && value >= least - slack && value <= most + slack) return null;
  const what = unit === 'px' ? 'a whole number' : '';
  const allowed = [what, `from ${shown(least, unit)} to ${shown(most, unit)}`].filter(Boolean).join(' ');
  return { field, message: `The ${called} is ${shown(value, unit)}; it must be ${allowed}.` };
}

function firstFlaw<F extends string>(
  figures: Readonly<Record<NoInfer<F>, number>>,
  bounds: Readonly<Record<F, Bounds>>,
): OpticsFlaw | null {
  for (const field in bounds) {
    const flaw = flawOfFigure(field, figures[field], bounds[field]);
    if (flaw) return flaw;
  }
  return null;
}

/** The figures of lens and sensor as they are, or the first that no picture can have. */
export function checkedOptics<O extends Optics>(optics: O): Result<O, OpticsFlaw> {
  const flaw = firstFlaw(optics, opticsBounds) ?? sheetFlaw(optics.fieldOfView);
  return flaw ? err(flaw) : ok(optics);
}

function sheetFlaw(sheet: FieldOfView | null): OpticsFlaw | null {
  if (!sheet) return null;
  const { horizontal, vertical } = sheet;
  return (
    flawOfFigure('fieldOfView.horizontal', horizontal, {
      called: 'horizontal angle of view',
      ...sheetAngle,
    }) ?? flawOfFigure('fieldOfView.vertical', vertical, { called: 'vertical angle of view', ...sheetAngle })
  );
}

/** The figures of a mounting as they are, or the first that none can have. */
export function checkedMounting<M extends Mounting>(mounting: M): Result<M, OpticsFlaw> {
  const { x, y } = mounting.at;
  if (!(Number.isFinite(x) && Number.isFinite(y)))
    return err({ field: 'at', message: 'The place of the camera is not a number.' });
  const flaw = firstFlaw(mounting, mountingBounds);
  return flaw ? err(flaw) : ok(mounting);
}

/**
 * Field of view of sound optics, radians: from the data sheet, else 2·atan(size / 2f) of lens and sensor; a full turn
 * that was kept to a millionth is one.
 */
export function fieldOfViewOfOptics(optics: Optics): FieldOfView {
  const { fieldOfView, sensorWidthMm, sensorHeightMm, focalLengthMm } = optics;
  if (!fieldOfView) {
    return {
      horizontal: angleOfView(sensorWidthMm, focalLengthMm),
      vertical: angleOfView(sensorHeightMm, focalLengthMm),
    };
  }
  const { horizontal, vertical } = fieldOfView;
  return { horizontal: wholeTurn(horizontal), vertical: wholeTurn(vertical) };
}

const wholeTurn = (angle: number): number => (angle > 2 * Math.PI - 1e-5 ? 2 * Math.PI : angle);

/**
 * The same camera with another focal length. An angle from the data sheet is that of the lens it was given with: the
 * tangent of its half goes with one over the focal length, so that the sensor stays the one that the sheet implies.
 */
export function withFocalLength<O extends Optics>(optics: O, focalLengthMm: number): Result<O, OpticsFlaw> {
  const { fieldOfView } = optics;
  if (focalLengthMm === optics.focalLengthMm || !fieldOfView)
    return checkedOptics({ ...optics, focalLengthMm });
  if (!(fieldOfView.horizontal < Math.PI && fieldOfView.vertical < Math.PI))
    return err({
      field: 'focalLengthMm',
      message: 'Another focal length needs angles of view below 180°: this lens has none of the usual kind.',
    });
  const narrowed = (angle: number) =>
    2 * Math.atan((Math.tan(angle / 2) * optics.focalLengthMm) / focalLengthMm);
  const { horizontal, vertical } = fieldOfView;
  const zoomed = { horizontal: narrowed(horizontal), vertical: narrowed(vertical) };
  return checkedOptics({ ...optics, focalLengthMm, fieldOfView: zoomed });
}
