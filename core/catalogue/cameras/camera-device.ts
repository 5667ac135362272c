import type { RecordOf } from '../../plan/kinds/index.ts';
import { type CameraFields, cameraFieldsOf } from './camera-fields.ts';
import { type CatalogueCamera, isWideByBending } from './catalogue-camera.ts';

/** The longest name of a device that a record keeps, characters. */
const LONGEST_DEVICE = 200;

/** What a record names as its device when it is a camera of the catalogue: maker and model, cut where too long. */
export const cameraDeviceName = ({ maker, model }: Pick<CatalogueCamera, 'maker' | 'model'>): string =>
  `${maker} ${model}`.slice(0, LONGEST_DEVICE).trim();

export type DeviceOfCamera = {
  readonly fields: CameraFields & { readonly device: string };
  /** One sentence for each figure that the source does not state and that was taken from somewhere else. */
  readonly remarks: readonly string[];
};

/**
 * The fields of a record that becomes a camera of the catalogue, its name among them; focal length in millimetres, as
 * `cameraFieldsOf` takes it.
 */
export function deviceOfCamera(
  camera: CatalogueCamera,
  choice: { readonly focalLengthMm?: number | undefined } = {},
): DeviceOfCamera {
  const { fields, remarks } = cameraFieldsOf(camera, choice);
  return { fields: { ...fields, device: cameraDeviceName(camera) }, remarks };
}

/** The shortest and longest focal length of a lens that can be set, millimetres; null for one that cannot, or unknown. */
export function lensRange({
  wide,
  tele,
}: CatalogueCamera): { readonly least: number; readonly most: number } | null {
  return tele && wide.focalLengthMm !== null ? { least: wide.focalLengthMm, most: tele.focalLengthMm } : null;
}

/**
 * What changes with the focal length of a record that is a camera of the catalogue: its angles follow the lens. Beyond
 * what the lens has they follow from lens and sensor, since no source states any there; those of fisheyes and of several
 * pictures stay. Millimetres, radians.
 */
export function fieldsAtFocalLength(
  camera: CatalogueCamera,
  focalLengthMm: number,
): Partial<Pick<RecordOf<'camera'>, 'focalLengthMm' | 'fieldOfView'>> {
  if (isWideByBending(camera)) return { focalLengthMm };
  if (focalLengthMm === camera.wide.focalLengthMm) {
    const { fieldOfView } = cameraFieldsOf(camera).fields;
    return { focalLengthMm, fieldOfView };
  }
  const range = lensRange(camera);
  if (!range || focalLengthMm < range.least || focalLengthMm > range.most)
    return { focalLengthMm, fieldOfView: null };
  return { focalLengthMm, fieldOfView: cameraFieldsOf(camera, { focalLengthMm }).fields.fieldOfView };
}

/** Whether the figures of a record are those that its camera of the catalogue has at the record's focal length. */
export function isAsInCatalogue(record: RecordOf<'camera'>, camera: CatalogueCamera): boolean {
  const { fields } = cameraFieldsOf(camera, { focalLengthMm: record.focalLengthMm });
  return Object.entries(fields).every(
    ([name, value]) => JSON.stringify(record[name as keyof CameraFields]) === JSON.stringify(value),
  );
}
