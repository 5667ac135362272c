import { type CatalogueLens, camerasFor } from '../../../../core/analysis/image/catalogue-lenses.ts';
import { type LensTask, lensesOfCamera } from '../../../../core/analysis/image/lens-wizard.ts';
import { withFocalLength } from '../../../../core/analysis/image/optics.ts';
import { bundledCameras } from '../../../../core/catalogue/cameras/bundled-cameras.ts';
import type { CatalogueCamera } from '../../../../core/catalogue/cameras/catalogue-camera.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import type { Result } from '../../../../core/result.ts';
import type { Fields } from '../try-change.ts';

type Camera = RecordOf<'camera'>;

let known: readonly CatalogueCamera[] | null = null;

/** The bundled cameras, read once. */
function catalogue(): readonly CatalogueCamera[] {
  if (known) return known;
  const cameras = bundledCameras();
  if (!cameras.ok) throw new Error(cameras.error);
  known = cameras.value;
  return known;
}

/** The focal length that a camera is to be set to for a task, or the sentence why none does. */
export type OwnLens = {
  /** The shortest that does it, up to the next hundredth of a millimetre. */
  readonly focalLengthMm: number;
  /** Null where any longer one does it, too. */
  readonly mostMm: number | null;
  /** Metres across at the distance. */
  readonly width: number;
  /** What of the record is set. */
  readonly fields: Fields;
};

/** What lens before its own sensor lets a camera do a task. */
export function ownLens(camera: Camera, task: LensTask): Result<OwnLens, string> {
  const range = lensesOfCamera(camera, task);
  if (!range.ok) return { ok: false, error: range.error.message };
  const { leastMm, mostMm } = range.value;
  const up = Math.ceil(leastMm * 100 - 1e-6) / 100;
  const focalLengthMm = mostMm === null ? up : Math.min(up, mostMm);
  const optics = withFocalLength(camera, focalLengthMm);
  if (!optics.ok) return { ok: false, error: optics.error.message };
  const { fieldOfView } = optics.value;
  return {
    ok: true,
    value: {
      focalLengthMm,
      mostMm,
      width: (range.value.widestPicture * leastMm) / focalLengthMm,
      fields: { focalLengthMm, fieldOfView },
    },
  };
}

/** The cameras of the catalogue that do a task, or the sentence what is wrong with it. */
export function catalogueLenses(task: LensTask): Result<readonly CatalogueLens[], string> {
  const lenses = camerasFor(catalogue(), task);
  return lenses.ok ? lenses : { ok: false, error: lenses.error.message };
}

/** How many cameras the catalogue has. */
export const catalogueSize = (): number => catalogue().length;

export const cameraTitle = ({ maker, model }: CatalogueCamera): string => `${maker} ${model}`;

/** What of a record is set when it becomes a camera of the catalogue: its range stays, it is no figure of a model. */
export function fieldsOfChoice({ camera, fields }: CatalogueLens): Fields {
  const { range: _, ...own } = fields;
  return {
    ...own,
    minimumLux: camera.minimumLux,
    // A camera without infrared light of its own says 0, a record says nothing.
    infraredRange: camera.infraredRange || null,
    device: cameraTitle(camera),
  };
}
