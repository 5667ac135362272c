import { cameraFieldsOf, type FieldsOfCamera } from '../../catalogue/cameras/camera-fields.ts';
import type { CatalogueCamera } from '../../catalogue/cameras/catalogue-camera.ts';
import { err, ok, type Result } from '../../result.ts';
import { levelDistance, modelFor } from './density-models.ts';
import { flawOfTask, type LensTask } from './lens-wizard.ts';
import { fieldOfViewOfOptics, type OpticsFlaw } from './optics.ts';

/** A camera of the catalogue that does a task, at the shortest focal length at which it does. */
export type CatalogueLens = FieldsOfCamera & {
  readonly camera: CatalogueCamera;
  /** Null where no lens is stated. */
  readonly focalLengthMm: number | null;
  /** Width of its picture at the distance, metres: across a plane, of a round picture along the circle. */
  readonly width: number;
};

/**
 * The cameras of a list that do a task, in its order: by the flat model, those with round pictures by the arc model.
 *
 * @returns the flaw of the task where it is none
 */
export function camerasFor(
  cameras: readonly CatalogueCamera[],
  task: LensTask,
): Result<readonly CatalogueLens[], OpticsFlaw> {
  const flaw = flawOfTask(task);
  return flaw ? err(flaw) : ok(cameras.flatMap((camera) => lensFor(camera, task) ?? []));
}

function lensFor(camera: CatalogueCamera, task: LensTask): CatalogueLens | null {
  const focalLengthMm = shortestFor(camera, task);
  if (focalLengthMm === 'none') return null;
  const { fields, remarks } = fieldsAt(camera, focalLengthMm);
  const { horizontal } = fieldOfViewOfOptics(fields);
  const width = task.distance * (horizontal >= Math.PI ? horizontal : 2 * Math.tan(horizontal / 2));
  return task.width !== null && width < task.width ? null : { camera, focalLengthMm, fields, remarks, width };
}

const fieldsAt = (camera: CatalogueCamera, focalLengthMm: number | null): FieldsOfCamera =>
  cameraFieldsOf(camera, { focalLengthMm: focalLengthMm ?? undefined });

/** A tenth of a millimetre is as fine as a lens is set. */
const STEPS_PER_MM = 10;

/** The shortest focal length of a camera with which it has the density at the distance, the next tenth of a millimetre. */
function shortestFor(camera: CatalogueCamera, task: LensTask): number | null | 'none' {
  const reaches = (focalLengthMm: number | null): boolean => {
    const { fields } = fieldsAt(camera, focalLengthMm);
    const fieldOfView = fieldOfViewOfOptics(fields);
    const model = modelFor(fieldOfView, 'flat');
    return levelDistance(fields, fieldOfView, task.pixelsPerMetre, model) >= task.distance;
  };
  const { wide, tele } = camera;
  if (reaches(wide.focalLengthMm)) return wide.focalLengthMm;
  if (!tele || wide.focalLengthMm === null || !reaches(tele.focalLengthMm)) return 'none';
  let [short, long] = [wide.focalLengthMm, tele.focalLengthMm];
  for (let step = 0; step < 40; step++) {
    const middle = (short + long) / 2;
    if (reaches(middle)) long = middle;
    else short = middle;
  }
  return Math.min(Math.ceil(long * STEPS_PER_MM - 1e-6) / STEPS_PER_MM, tele.focalLengthMm);
}
