import { readPictureInfo } from '../../core/codec/picture/read-picture-info.ts';
import { decodePlan } from '../../core/codec/plan-file.ts';
import { nameFrom } from '../../core/plan/names.ts';
import { type Plan, recordsOf } from '../../core/plan/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { planOfMap, readMap } from './import-map.ts';
import { type ImportError, type ImportedPlan, missingPictures, type Pictures } from './imported-plan.ts';
import { beginsAsMap, firstCharacter } from './map-text.ts';
import { unpackArchive } from './plan-archive.ts';

/**
 * The plan in a file's bytes. Content decides what the file is; its name only names the plan.
 *
 * @param newId makes a UUID each time it is called
 */
export async function importFile(
  bytes: Uint8Array,
  fileName: string,
  newId: () => string,
): Promise<Result<ImportedPlan, ImportError>> {
  const name = nameOfFile(fileName);
  if (beginsAsMap(bytes)) {
    const map = readMap(bytes);
    return map.ok ? planOfMap(map.value, { name, newId }) : map;
  }
  if (bytes.length > 0 && firstCharacter(bytes) !== 'P') {
    return err({
      code: 'unreadable',
      message: 'This is neither a Sallyport plan file nor GeoJSON. Choose a .sallyport or .geojson file.',
    });
  }
  const entries = await unpackArchive(bytes);
  if (!entries.ok) return entries;
  const parcel = decodePlan(entries.value);
  if (!parcel.ok) return parcel;
  const { planId, planName, siteName, plan, attachments } = parcel.value;
  const problem = pictureProblem(attachments, plan);
  if (problem) return err({ code: 'damaged', message: problem });
  const remarks = missingPictures(plan, attachments);
  return ok({
    planId,
    name: nameFrom(planName) || name,
    siteName: nameFrom(siteName) || name,
    plan,
    attachments,
    remarks,
  });
}

/** What a plan is called that has no name but that of its file. */
export function nameOfFile(fileName: string): string {
  return nameFrom(fileName.replace(/^.*[\\/]/s, '').replace(/\.[^.]*$/s, '')) || 'Imported';
}

/** Which picture in the file cannot be shown, or null: they are held to the limits of every picture. */
function pictureProblem(pictures: Pictures, plan: Plan): string | null {
  for (const { attachment, name } of recordsOf(plan, 'underlay')) {
    const bytes = pictures.get(attachment);
    if (bytes && !readPictureInfo(bytes).ok)
      return `The picture "${name}" in this plan file is damaged, or larger than a picture may be. Ask for the file again.`;
  }
  return null;
}
