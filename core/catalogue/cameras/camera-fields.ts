import type { FieldOfView } from '../../geometry/camera-footprint.ts';
import { planKinds, type RecordOf } from '../../plan/kinds/index.ts';
import { fromDegrees, quantiseLength, toDegrees } from '../../units.ts';
import { type CatalogueCamera, isWideByBending, keptFigure } from './catalogue-camera.ts';
import { nominalSize } from './sensor-formats.ts';

type Camera = RecordOf<'camera'>;

/** The fields of a record that its model governs: those that devices of the catalogue set. */
export type CameraFields = Pick<
  Camera,
  | 'type'
  | 'focalLengthMm'
  | 'sensorWidthMm'
  | 'sensorHeightMm'
  | 'widthPx'
  | 'heightPx'
  | 'fieldOfView'
  | 'range'
  | 'minimumLux'
  | 'infraredRange'
>;

export type FieldsOfCamera = {
  readonly fields: CameraFields;
  /** One sentence for each figure that the source does not state and that was taken from somewhere else. */
  readonly remarks: readonly string[];
};

type Said<T> = { readonly value: T; readonly remarks: readonly string[] };
const said = <T>(value: T, ...remarks: readonly string[]): Said<T> => ({ value, remarks });

/** Two digits, without those that say nothing. */
const shown = (value: number): string => String(Math.round(value * 100) / 100);

/**
 * The fields that a record gets when it becomes a camera of the catalogue, with a remark for each that was not read in
 * its source. Angles in radians, rounded as records keep them.
 *
 * Sensor: its size as stated, else pixels times pitch, else the nominal size of its format, else what angle and focal
 * length come to. Field of view: as stated; between the ends of a lens, tan of half the angle is linear in 1 / f, as it
 * is for a lens without distortion; null where the figures were computed from lens and sensor anyway, or where nothing
 * is stated: then the formula of the record holds. The reach of infrared light is no range: that stays open. No infrared
 * light at all is none known: neither counts anything in the dark.
 *
 * @param choice.focalLengthMm of a lens that can be set, its shortest unless given; beyond the lens, its nearest end
 */
export function cameraFieldsOf(
  camera: CatalogueCamera,
  choice: { readonly focalLengthMm?: number | undefined } = {},
): FieldsOfCamera {
  const type = typeOf(camera);
  const focal = focalLengthOf(camera, choice.focalLengthMm);
  const sensor = sensorOf(camera);
  const lens = focal.value === null ? lensOfAngle(camera, sensor.value) : focal;
  const view = viewOf(camera, focal.value);
  return {
    fields: {
      type: type.value,
      focalLengthMm: keptFigure(lens.value ?? usual.focalLengthMm),
      sensorWidthMm: keptFigure(sensor.value.widthMm),
      sensorHeightMm: keptFigure(sensor.value.heightMm),
      widthPx: camera.widthPx,
      heightPx: camera.heightPx,
      fieldOfView: view.value,
      range: null,
      minimumLux: camera.minimumLux,
      infraredRange: quantiseLength(camera.infraredRange ?? 0) || null,
    },
    remarks: [...new Set([type, focal, lens, sensor, view].flatMap(({ remarks }) => remarks))],
  };
}

const usual = planKinds.camera.defaults;

function typeOf({ type }: CatalogueCamera): Said<Camera['type']> {
  if (type === 'fisheye') return said('panoramic', 'A fisheye camera is placed as a panoramic one.');
  if (type === 'licence-plate') return said('fixed', 'A camera for licence plates is placed as a fixed one.');
  return said(type);
}

/** Null where the source says none. */
function focalLengthOf({ wide, tele }: CatalogueCamera, wanted: number | undefined): Said<number | null> {
  const least = wide.focalLengthMm;
  if (least === null)
    return wanted === undefined ? said(null) : said(null, `${shown(wanted)} mm not set: no lens is stated.`);
  const most = tele?.focalLengthMm ?? least;
  if (wanted === undefined) return said(least);
  if (wanted >= least && wanted <= most) return said(wanted);
  const taken = wanted > most ? most : least;
  const lens = most === least ? `is of ${shown(least)} mm` : `goes from ${shown(least)} to ${shown(most)} mm`;
  return said(taken, `${shown(wanted)} mm not set: the lens ${lens}, of which ${shown(taken)} mm was taken.`);
}

type Size = { readonly widthMm: number; readonly heightMm: number };

function sensorOf(camera: CatalogueCamera): Said<Size> {
  const { sensorWidthMm, sensorHeightMm, pixelPitchUm, sensorFormat, widthPx, heightPx } = camera;
  if (sensorWidthMm !== null && sensorHeightMm !== null)
    return said({ widthMm: sensorWidthMm, heightMm: sensorHeightMm });
  if (sensorWidthMm !== null)
    return said(
      { widthMm: sensorWidthMm, heightMm: (sensorWidthMm * heightPx) / widthPx },
      'Height of the sensor not stated: by its width and the pixels.',
    );
  if (pixelPitchUm !== null)
    return said({ widthMm: (widthPx * pixelPitchUm) / 1000, heightMm: (heightPx * pixelPitchUm) / 1000 });
  if (sensorFormat === null) return sensorOfAngle(camera);
  const size = nominalSize(sensorFormat, widthPx, heightPx);
  const nominal = `${shown(size.widthMm)} × ${shown(size.heightMm)} mm`;
  return said(size, `Size of the sensor not stated: ${nominal}, the nominal one of ${sensorFormat}″.`);
}

/** What the angle needs at the wide end, where neither the sensor nor its format is known. */
function sensorOfAngle(camera: CatalogueCamera): Said<Size> {
  const { wide, widthPx, heightPx } = camera;
  const across = acrossAtOneMm(camera);
  const focalLengthMm = wide.focalLengthMm ?? usual.focalLengthMm;
  const widthMm = across === null ? usual.sensorWidthMm : across * focalLengthMm;
  const size = { widthMm, heightMm: (widthMm * heightPx) / widthPx };
  if (across === null)
    return said(size, 'Neither sensor nor angle is stated: the usual size of a sensor was taken.');
  const needed = `${shown(widthMm)} mm across, as the angle needs it at ${shown(focalLengthMm)} mm`;
  return said(size, `Size of the sensor not stated: ${needed}.`);
}

/** Millimetres on the sensor that the angle at the wide end takes for each of focal length; null where none is stated. */
function acrossAtOneMm(camera: CatalogueCamera): number | null {
  if (camera.wide.horizontalDeg === null) return null;
  const angle = fromDegrees(camera.wide.horizontalDeg);
  return isWideByBending(camera) || angle >= Math.PI ? angle : 2 * Math.tan(angle / 2);
}

function lensOfAngle(camera: CatalogueCamera, { widthMm }: Size): Said<number | null> {
  const across = acrossAtOneMm(camera);
  if (across === null)
    return said(null, 'Neither lens nor angle is stated: the usual focal length was taken.');
  const focalLengthMm = widthMm / across;
  return said(focalLengthMm, `Focal length not stated: ${shown(focalLengthMm)} mm, as the angle needs it.`);
}

/** Radians; smaller ones no record takes. */
const LEAST_ANGLE = 0.001;
const inRadians = (degrees: number): number => Math.max(LEAST_ANGLE, keptFigure(fromDegrees(degrees)));

function viewOf(camera: CatalogueCamera, focalLengthMm: number | null): Said<FieldOfView | null> {
  // It would be what the formula of the record gives, rounded.
  if (camera.figures === 'computed' && !isWideByBending(camera)) return said(null);
  const [across, up] = anglesAt(camera, focalLengthMm);
  if (across.value === null) return said(null, 'No angle is stated: it follows from lens and sensor.');
  const horizontal = inRadians(across.value);
  if (up.value !== null) return said({ horizontal, vertical: inRadians(up.value) }, ...across.remarks);
  const upDeg = (across.value * camera.heightPx) / camera.widthPx;
  const remark = `Vertical angle not stated: ${shown(upDeg)}°, the horizontal one times height over width of the picture.`;
  return said({ horizontal, vertical: inRadians(Math.min(upDeg, 360)) }, ...across.remarks, remark);
}

/** Across and up, degrees. */
function anglesAt({ wide, tele }: CatalogueCamera, focalLengthMm: number | null) {
  const { focalLengthMm: least } = wide;
  const fixed = (end: Ends) => [said(end.horizontalDeg), said(end.verticalDeg)] as const;
  if (!tele || least === null || focalLengthMm === null || focalLengthMm === least) return fixed(wide);
  const { focalLengthMm: most } = tele;
  if (focalLengthMm === most) return fixed(tele);
  // How far from the short end to the long one, over 1 / f.
  const part = (1 / least - 1 / focalLengthMm) / (1 / least - 1 / most);
  const remark = `Angles at ${shown(focalLengthMm)} mm: between those stated at ${shown(least)} and ${shown(most)} mm.`;
  const between = (first: number | null, last: number | null): Said<number | null> =>
    first === null || last === null || first >= 180
      ? said(null)
      : said(toDegrees(2 * Math.atan(halfTan(first) * (1 - part) + halfTan(last) * part)), remark);
  return [
    between(wide.horizontalDeg, tele.horizontalDeg),
    between(wide.verticalDeg, tele.verticalDeg),
  ] as const;
}

type Ends = Pick<CatalogueCamera['wide'], 'horizontalDeg' | 'verticalDeg'>;

const halfTan = (degrees: number): number => Math.tan(fromDegrees(degrees) / 2);
