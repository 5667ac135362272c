import { cameraName } from '../../../../core/catalogue/cameras/catalogue-camera.ts';
import { MOST_OWN_CAMERAS } from '../../../../core/contract/shapes.ts';
import { type cameraTable, withCameras } from '../../../hooks/camera-table.ts';
import { text } from '../../../messages/text.ts';

type Table = Pick<typeof cameraTable, 'own' | 'read' | 'keep'>;

/** Sentences on what became of a file; the refusal is why nothing did. */
export type Taken = { readonly said: readonly string[]; readonly refusal: string | null };

/** Asks for a table of cameras and keeps them among the person's own; null when no file was chosen. */
export async function importCameras(table: Table): Promise<Taken | null> {
  const read = await table.read();
  if (!read.ok) return read.error.code === 'cancelled' ? null : { said: [], refusal: read.error.message };
  const { name, cameras, remarks } = read.value;
  const before = new Set(table.own().map(cameraName));
  const next = withCameras(table.own(), cameras);
  if (next.length > MOST_OWN_CAMERAS) {
    const refusal = text('cameras.tooMany', { name, count: next.length, most: MOST_OWN_CAMERAS });
    return { said: [], refusal };
  }
  const refusal = await table.keep(next);
  if (refusal !== null) return { said: [], refusal };
  const replaced = cameras.filter((camera) => before.has(cameraName(camera))).length;
  return {
    refusal: null,
    said: [
      cameras.length === 1
        ? text('cameras.readOne', { name })
        : text('cameras.readOf', { count: cameras.length, name }),
      ...(replaced > 0 ? [text('cameras.replaced', { count: replaced })] : []),
      ...remarks,
    ],
  };
}
