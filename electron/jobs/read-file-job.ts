import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { readPictureInfo } from '../../core/codec/picture/read-picture-info.ts';
import type { AppError } from '../../core/contract/method.ts';
import { allRecords, kindOf, recordCount } from '../../core/plan/plan.ts';
import { type Tally, tallyOf } from '../../core/plan/tally.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type ImportedPlan, importFile } from '../files/import-plan.ts';
import { readSource } from '../files/read-source.ts';
import type { IncomingPicture, IncomingRow } from '../storage/plan-intake.ts';
import { checksumOf } from '../storage/plan-rows.ts';
import type { ReceivedPlan } from '../storage/receive-plan.ts';
import { storedEqual } from '../storage/stored-equal.ts';
import type { JobContext, Work } from './job.ts';

export type ReadFileRequest = {
  readonly file: string;
  /** What is wanted of it; 'either' is decided by its content. */
  readonly wants: 'plan' | 'picture' | 'either';
  /** The database in which an equal plan may be stored already. */
  readonly database: string;
};

/** What a file holds, in parts of a bounded size. */
export type FilePart =
  | { readonly type: 'plan'; readonly plan: ReceivedPlan }
  | { readonly type: 'bytes'; readonly sha256: string; readonly part: number; readonly bytes: Uint8Array }
  | { readonly type: 'picture'; readonly picture: IncomingPicture }
  | { readonly type: 'rows'; readonly rows: readonly IncomingRow[] };

/** What was read, after all its parts. */
export type ReadFile =
  | { readonly type: 'plan'; readonly remarks: readonly string[]; readonly tally: Tally }
  | {
      readonly type: 'picture';
      readonly sha256: string;
      readonly widthPx: number;
      readonly heightPx: number;
    };

// Each is synced to the disk by itself: small enough for a step of main, and large enough to be few.
const BYTES_A_PART = 512 * 1024;
const CHARACTERS_A_PART = 256 * 1024;
/** How far a plan is once it is read and checked, before its rows are handed over. */
const READ = 0.5;

type Context = JobContext<FilePart>;

/** Reads a file that a person gave: a plan file, GeoJSON or a picture. Errors say its name where they need it. */
export const readFileJob: Work<ReadFileRequest, ReadFile, FilePart> = async (request, context) => {
  const name = path.basename(request.file);
  context.progress(0, 'reading');
  const bytes = await readSource(request.file);
  if (!bytes.ok) return bytes;
  const isPicture =
    request.wants === 'picture' || (request.wants === 'either' && looksLikePicture(bytes.value, name));
  return isPicture ? readPicture(bytes.value, name, context) : readPlan(bytes.value, request, context);
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
  name: string,
  context: Context,
): Promise<Result<ReadFile, AppError>> {
  const info = readPictureInfo(bytes);
  if (!info.ok) return err({ code: 'unreadable', message: `${name} ${info.error.message}` });
  const { mediaType, widthPx, heightPx } = info.value;
  const sha256 = await givePicture(bytes, mediaType, {
    ...context,
    give: async (part) => {
      if (part.type === 'bytes') context.progress((part.part * BYTES_A_PART) / bytes.length, 'storing');
      await context.give(part);
    },
  });
  return ok({ type: 'picture', sha256, widthPx, heightPx });
}

async function givePicture(bytes: Uint8Array, mediaType: string, { give }: Context): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  for (let part = 0; part * BYTES_A_PART < bytes.length; part += 1) {
    // A copy: what crosses of a view is all that it is a view of.
    const piece = new Uint8Array(bytes.subarray(part * BYTES_A_PART, (part + 1) * BYTES_A_PART));
    await give({ type: 'bytes', sha256, part, bytes: piece });
  }
  await give({ type: 'picture', picture: { sha256, mediaType } });
  return sha256;
}

async function readPlan(
  bytes: Uint8Array,
  { file, database }: ReadFileRequest,
  context: Context,
): Promise<Result<ReadFile, AppError>> {
  const imported = await importFile(bytes, path.basename(file), randomUUID);
  if (!imported.ok) {
    const { code, message } = imported.error;
    const isKnown = code === 'too-new' || code === 'too-large' || code === 'damaged';
    return err({ code: isKnown ? code : 'unreadable', message });
  }
  const { planId, name, siteName, plan, remarks } = imported.value;
  const knownAs = planId === null ? null : storedEqual(database, planId, plan);
  const records = recordCount(plan);
  context.progress(READ, 'storing');
  await context.give({ type: 'plan', plan: { planId, name, siteName, records, knownAs } });
  await giveContent(imported.value, records, context);
  return ok({ type: 'plan', remarks, tally: tallyOf(allRecords(plan)) });
}

async function giveContent(
  { plan, attachments }: ImportedPlan,
  records: number,
  context: Context,
): Promise<void> {
  for (const bytes of attachments.values()) {
    const info = readPictureInfo(bytes);
    await givePicture(bytes, info.ok ? info.value.mediaType : 'application/octet-stream', context);
  }
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
