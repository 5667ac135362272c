import table from '../../../resources/cameras/cameras.json' with { type: 'json' };
import { err, ok, type Result } from '../../result.ts';
import { type CatalogueCamera, cameraName } from './catalogue-camera.ts';
import { soundCamera } from './sound-camera.ts';

/**
 * The cameras of a table as the bundled one is: a list of objects with every field of a camera, no model twice. The
 * error names the first camera that is none, by its place in the list.
 */
export function parseCameraTable(value: unknown): Result<readonly CatalogueCamera[], string> {
  if (!Array.isArray(value)) return err('The table of cameras is no list.');
  const cameras = new Map<string, CatalogueCamera>();
  for (const [index, each] of value.entries()) {
    const camera = soundCamera(each);
    if (!camera.ok) return err(`Camera ${index + 1} of the table is not valid: ${camera.error}.`);
    const name = cameraName(camera.value);
    if (cameras.has(name))
      return err(`Camera ${index + 1} of the table is there before: ${camera.value.model}.`);
    cameras.set(name, camera.value);
  }
  return ok([...cameras.values()]);
}

/** The bundled cameras: generic ones first, then real models as their sources state them. */
export const bundledCameras = (): Result<readonly CatalogueCamera[], string> => parseCameraTable(table);
