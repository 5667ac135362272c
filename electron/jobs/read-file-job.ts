import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { readPictureInfo } from '../../core/codec/picture/read-picture-info.ts';
import type { AppError } from '../../core/contract/method.ts';
import { hasForeign, surveyOf } from '../../core/exchange/mapping/survey-of.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import type { Survey } from '../../core/mapping/survey.ts';
import { allRecords, kindOf, type Plan, recordCount, recordsOf } from '../../core/plan/plan.ts';
import { type Tally, tallyOf } from '../../core/plan/tally.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { planOfMap, readMap } from '../files/import-map.ts';
import { importFile, nameOfFile } from '../files/import-plan.ts';
import type { ImportedPlan } from '../files/imported-plan.ts';
import { beginsAsMap } from '../files/map-text.ts';
import { readSource } from '../files/read-source.ts';
import { shownName } from '../files/shown-name.ts';
import { giveParts, type IncomingPicture, type PicturePart } from '../storage/picture-parts.ts';
import type { IncomingRow } from '../storage/plan-intake.ts';
import { checksumOf } from '../storage/plan-rows.ts';
import type { ReceivedPlan } from '../storage/receive-plan.ts';
import { hasPicture, lostPicture, storedEqual } from '../storage/stored-equal.ts';
import type { JobContext, Work } from './job.ts';

export type ReadFileRequest = {
  readonly file: string;
  /** What is wanted of it; 'either' is decided by its content. */
  readonly wants: 'plan' | 'picture' | 'either';
  /** The database in which an equal plan may be stored already. */
  readonly database: string;
  /** What a person says the features of a map are; 'unsaid' where one is to be asked. Absent, it is read as it is. */
  readonly mapping?: Mapping | 'unsaid' | undefined;
};

/** What a file holds, in parts of a bounded size. */
export type FilePart =
  | { readonly type: 'plan'; readonly plan: ReceivedPlan }
  | { readonly type: 'bytes'; readonly part: PicturePart }
  | { readonly type: 'picture'; readonly picture: IncomingPicture }
  | { readonly type: 'rows'; readonly rows: readonly IncomingRow[] };

/** What was read, after all its parts. */
export type ReadFile =
  | { readonly type: 'plan'; readonly remarks: readonly string[]; readonly tally: Tally }
  /** A map of which nothing was handed over: a person has to say what its features are. */
  | { readonly type: 'foreign'; readonly survey: Survey }
  | {
      readonly type: 'picture';
      readonly sha256: string;
      readonly mediaType: string;
      readonly widthPx: number;
      readonly heightPx: number;
    };

// Small enough for a step of main, and large enough to be few.
const CHARACTERS_A_PART = 256 * 1024;
/** How far a plan is once it is read and checked, before its rows are handed over. */
const READ = 0.5;

type Context = JobContext<FilePart>;

/** Reads a file that a person gave: a plan file, GeoJSON or a picture. Errors say its name where they need it. */
export const readFileJob: Work<ReadFileRequest, ReadFile, FilePart> = async (request, context) => {
  const name = shownName(request.file);
  context.progress(0, 'reading');
  const bytes = await readSource(request.file);
  if (!bytes.ok) return bytes;
  const isPicture =
    request.wants === 'picture' || (request.wants === 'either' && looksLikePicture(bytes.value, name));
  return isPicture ? readPicture(bytes.value, request, context) : readPlan(bytes.value, request, context);
};

/** The name counts only for what is neither: then it decides which of the two sentences is told. */
function looksLikePicture(bytes: Uint8Array, name: string): boolean {
  const info = readPictureInfo(bytes);
  if (info.ok || info.error.reason !== 'not-a-picture') return true;
  const beginsLikePlan = ['P', '{', '['].includes(String.fromCharCode(bytes[0] ?? 0));
  return /\.(png|jpe?g|gif|webp|bmp|tiff?|svg|heic)$/i.test(name) && !beginsLikePlan;
}

async function readPicture(
  bytes: Uint8Array,
  { file, database }: ReadFileRequest,
  context: Context,
): Promise<Result<ReadFile, AppError>> {
  const { uprightPicture } = await import('../pictures/upright-picture.ts');
  const picture = await uprightPicture(bytes);
  if (!picture.ok) return err({ code: 'unreadable', message: `${shownName(file)} ${picture.error.message}` });
  const { mediaType, widthPx, heightPx, bytes: upright } = picture.value;
  const giving: Giving = {
    database,
    give: async (part) => context.give(part),
    progress: (done) => context.progress(done, 'storing'),
  };
  // Earlier versions stored pictures as they came: one that is damaged here is mended by the same file.
  if (lostPicture(database, hashOf(bytes))) await givePicture(bytes, mediaType, giving);
  const { sha256 } = await givePicture(upright, mediaType, giving);
  return ok({ type: 'picture', sha256, mediaType, widthPx, heightPx });
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Giving = Pick<Context, 'give' | 'progress'> & { readonly database: string };

/** Hands over a picture, its bytes only where the database does not have them as they were stored. */
async function givePicture(
  bytes: Uint8Array,
  mediaType: string,
  { database, give, progress }: Giving,
): Promise<{ readonly sha256: string; readonly isNew: boolean }> {
  const sha256 = hashOf(bytes);
  const parts = hasPicture(database, sha256)
    ? null
    : await giveParts(sha256, bytes, async (part, done) => {
        progress(done);
        await give({ type: 'bytes', part });
      });
  await give({ type: 'picture', picture: { sha256, mediaType, parts } });
  return { sha256, isNew: parts !== null };
}

async function readPlan(
  bytes: Uint8Array,
  { file, database, mapping }: ReadFileRequest,
  context: Context,
): Promise<Result<ReadFile, AppError>> {
  const map = mapping !== undefined && beginsAsMap(bytes) ? readMap(bytes) : null;
  if (mapping === 'unsaid' && map?.ok && hasForeign(map.value.drawing))
    return ok({ type: 'foreign', survey: surveyOf(map.value.drawing) });
  const imported = map
    ? planIn(map, { file, mapping })
    : await importFile(bytes, path.basename(file), randomUUID);
  if (!imported.ok) {
    const { code, message } = imported.error;
    const isKnown = code === 'too-new' || code === 'too-large' || code === 'damaged';
    return err({ code: isKnown ? code : 'unreadable', message });
  }
  const { planId, name, siteName, plan, remarks, attachments } = imported.value;
  const knownAs = planId === null ? null : storedEqual(database, planId, plan);
  const records = recordCount(plan);
  context.progress(READ, 'storing');
  await context.give({ type: 'plan', plan: { planId, name, siteName, records, knownAs } });
  const { give } = context;
  const isNew = await givePictures(attachments, { database, give, progress: () => undefined });
  // Its records are stored; of its pictures one may not be, or no longer as it was.
  if (knownAs !== null) return ok({ type: 'plan', remarks: storedAgain(plan, isNew), tally: tallyOf([]) });
  await giveRows(plan, records, context);
  return ok({ type: 'plan', remarks, tally: tallyOf(allRecords(plan)) });
}

function planIn(
  map: ReturnType<typeof readMap>,
  { file, mapping }: Pick<ReadFileRequest, 'file' | 'mapping'>,
): ReturnType<typeof planOfMap> {
  const said = mapping === 'unsaid' ? undefined : mapping;
  return map.ok
    ? planOfMap(map.value, { name: nameOfFile(path.basename(file)), newId: randomUUID, mapping: said })
    : map;
}

/** Hands over the pictures of a plan; gives the hashes of those that were not stored as they are. */
async function givePictures(
  pictures: ImportedPlan['attachments'],
  giving: Giving,
): Promise<ReadonlySet<string>> {
  const isNew = new Set<string>();
  for (const bytes of pictures.values()) {
    const info = readPictureInfo(bytes);
    const mediaType = info.ok ? info.value.mediaType : 'application/octet-stream';
    const given = await givePicture(bytes, mediaType, giving);
    if (given.isNew) isNew.add(given.sha256);
  }
  return isNew;
}

function storedAgain(plan: Plan, isNew: ReadonlySet<string>): readonly string[] {
  const names = [...recordsOf(plan, 'underlay')].filter(({ attachment }) => isNew.has(attachment));
  return names.map(
    ({ name }) =>
      `The picture "${name}" was missing or damaged here and is stored again: open the plan anew to see it.`,
  );
}

async function giveRows(plan: Plan, records: number, context: Context): Promise<void> {
  let rows: IncomingRow[] = [];
  let [characters, given] = [0, 0];
  for (const record of allRecords(plan)) {
    const body = JSON.stringify(record);
    rows.push({ id: record.id, kind: kindOf(record.id), body, checksum: checksumOf(body) });
    characters += body.length;
    given += 1;
    if (characters < CHARACTERS_A_PART) continue;
    await context.give({ type: 'rows', rows });
    context.progress(READ + ((1 - READ) * given) / records, 'storing');
    rows = [];
    characters = 0;
  }
  await context.give({ type: 'rows', rows });
}
