import { readPictureInfo } from '../../core/codec/picture/read-picture-info.ts';
import { decodePlan, type PlanFileError } from '../../core/codec/plan-file.ts';
import { planOfGeojson } from '../../core/exchange/geojson/plan-of-geojson.ts';
import { nameFrom } from '../../core/plan/names.ts';
import { type Plan, recordsOf } from '../../core/plan/plan.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { beginsAsMap, firstCharacter, textOfMap } from './map-text.ts';
import { unpackArchive } from './plan-archive.ts';

/** A plan that came from outside, checked. */
export type ImportedPlan = {
  /** The plan the file says it is; null when it names none. */
  readonly planId: string | null;
  readonly name: string;
  readonly siteName: string;
  readonly plan: Plan;
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  /** Sentences about what was not understood. */
  readonly remarks: readonly string[];
};

export type ImportError = { readonly code: PlanFileError['code'] | 'unreadable'; readonly message: string };

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
  const name = nameFrom(fileName.replace(/^.*[\\/]/s, '').replace(/\.[^.]*$/s, '')) || 'Imported';
  if (beginsAsMap(bytes)) return importGeojson(bytes, name, newId);
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

type Pictures = ReadonlyMap<string, Uint8Array>;

/** Which picture in the file cannot be shown, or null: they are held to the limits of every picture. */
function pictureProblem(pictures: Pictures, plan: Plan): string | null {
  for (const { attachment, name } of recordsOf(plan, 'underlay')) {
    const bytes = pictures.get(attachment);
    if (bytes && !readPictureInfo(bytes).ok)
      return `The picture "${name}" in this plan file is damaged, or larger than a picture may be. Ask for the file again.`;
  }
  return null;
}

const MOST_NAMED = 3;

/** A sentence about the pictures that the plan names and the file does not hold; none when it holds them all. */
function missingPictures(plan: Plan, pictures: Pictures): readonly string[] {
  const missing = [...recordsOf(plan, 'underlay')].filter(({ attachment }) => !pictures.has(attachment));
  const [only, ...others] = missing.map(({ name }) => `"${name}"`);
  if (only === undefined) return [];
  if (others.length === 0)
    return [`The picture ${only} is not in this file: it is shown only where it is stored already.`];
  const more = missing.length - MOST_NAMED;
  const named = [only, ...others].slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return [`The pictures ${named} are not in this file: they are shown only where they are stored already.`];
}

function importGeojson(
  bytes: Uint8Array,
  name: string,
  newId: () => string,
): Result<ImportedPlan, ImportError> {
  const text = textOfMap(bytes);
  if (!text.ok) return text;
  const read = planOfGeojson(text.value.text, { name, newId });
  if (!read.ok) return err({ code: 'unreadable', message: read.error.message });
  const { plan } = read.value;
  const attachments = new Map<string, Uint8Array>();
  const remarks = [...text.value.remarks, ...read.value.remarks, ...missingPictures(plan, attachments)];
  return ok({ planId: null, name, siteName: name, plan, attachments, remarks });
}
