import fs from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../core/result.ts';
import { z } from '../../../core/schema.ts';
import { type OpenError, openError } from '../database.ts';
import { complete } from '../plan-statements.ts';
import type { Listed } from '../recovery/list-again.ts';
import { readDatabase } from './copy-contents.ts';
import { makePrivateFile, removeFile } from './private-files.ts';
import { systemCode } from './system-error.ts';

// What a later Sallyport notes besides is left out, as is what an earlier one did.
const noteSchema = z.object({
  plans: z.record(
    z.string(),
    z.object({
      name: z.string(),
      version: z.number().int(),
      // Not in notes of earlier Sallyports.
      site: z.string().default(''),
      records: z.number().int().default(0),
    }),
  ),
  sites: z.record(z.string(), z.string()).default({}),
  backupFailed: z.string().nullable(),
  isSuspect: z.boolean(),
});
/**
 * What was acknowledged last: of each plan its version, site and number of records, of each site its name; why the last backup could not be made; whether a check
 * found damage while the database was in use, so that the next start checks before anything else.
 */
export type SavedNote = z.infer<typeof noteSchema>;

/** The small file beside a database that names what was acknowledged. */
export const savedNoteOf = (file: string): string => `${file}.saved`;

/** A plan of which saves are missing in a database; all of them where the plan itself is. */
export type MissingSaves = { readonly name: string; readonly saves: number; readonly isGone: boolean };

/** What an earlier session noted; null where there is none, or where it cannot be read. */
export function readSavedNote(file: string): SavedNote | null {
  try {
    return noteSchema.safeParse(JSON.parse(fs.readFileSync(savedNoteOf(file), 'utf8'))).data ?? null;
  } catch (error) {
    // It only tells of a loss: without it nothing is lost.
    if (!(error instanceof SyntaxError)) systemCode(error);
    return null;
  }
}

const BLOCK = 4096;

/** The note in whole blocks: one of the same size can be written over it on a disk that is full. */
function textOf(note: SavedNote): string {
  const text = JSON.stringify(note);
  const bytes = Buffer.byteLength(text);
  return text + ' '.repeat(Math.ceil(bytes / BLOCK) * BLOCK - bytes);
}

/** Notes what is acknowledged, without waiting for the disk. */
export function writeSavedNote(file: string, note: SavedNote): void {
  const target = savedNoteOf(file);
  const draft = `${target}.new`;
  const text = textOf(note);
  try {
    makePrivateFile(draft);
    fs.writeFileSync(draft, text);
    fs.renameSync(draft, target);
  } catch (error) {
    systemCode(error);
    removeFile(draft);
    writeOver(target, text);
  }
}

function writeOver(target: string, text: string): void {
  try {
    const size = fs.statSync(target, { throwIfNoEntry: false })?.size;
    if (size === Buffer.byteLength(text)) fs.writeFileSync(target, text, { flag: 'r+' });
  } catch (error) {
    // An older note stays: it claims less, never more.
    systemCode(error);
  }
}

type ListedPlan = SavedNote['plans'][string] & { readonly id: string };
type ListedSite = { readonly id: string; readonly name: string };

// What is still coming in was never acknowledged, and may be cleared.
const PLANS = `SELECT id, name, version, site_id AS site, records FROM plan WHERE ${complete}`;
const SITES = `SELECT id, name FROM site WHERE id NOT IN
  (SELECT made_site FROM intake WHERE made_site IS NOT NULL)`;

/** All plans and sites of a database, those in the trash as well. */
export function listedIn(db: Database.Database): Listed {
  const plans = db.prepare<[], ListedPlan>(PLANS).all();
  const sites = db.prepare<[], ListedSite>(SITES).all();
  return {
    plans: Object.fromEntries(plans.map(({ id, ...plan }) => [id, plan])),
    sites: Object.fromEntries(sites.map(({ id, name }) => [id, name])),
  };
}

/** What was acknowledged earlier and is not in an open database: it is older than it was. */
export function missingIn(
  db: Database.Database,
  file: string,
  earlier: SavedNote | null,
): Result<readonly MissingSaves[], OpenError> {
  if (!earlier) return ok([]);
  try {
    const present = Object.entries(listedIn(db).plans).map(([id, { version }]) => [id, version] as const);
    return ok(missingAmong(new Map(present), earlier));
  } catch (error) {
    return err(openError(error, file));
  }
}

/** What was acknowledged earlier and is not among plans of some versions. */
export function missingAmong(
  versions: ReadonlyMap<string, number>,
  { plans }: Pick<SavedNote, 'plans'>,
): readonly MissingSaves[] {
  return Object.entries(plans).flatMap(([id, { name, version }]) => {
    const present = versions.get(id);
    const saves = version - (present ?? 0);
    return saves > 0 ? [{ name, saves, isGone: present === undefined }] : [];
  });
}

/** What is missing as people read it: `"Depot" (12 saves), "Yard" (the whole plan) and 3 more plans`. */
export function missingText(missing: readonly MissingSaves[]): string {
  const shown = missing.slice(0, 3).map(({ name, saves, isGone }) => {
    const what = isGone ? 'the whole plan' : saves === 1 ? '1 save' : `${saves} saves`;
    return `"${name}" (${what})`;
  });
  const more = missing.length - shown.length;
  if (more > 0) shown.push(more === 1 ? '1 more plan' : `${more} more plans`);
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** What is said of a database that lacks what was saved. */
export function olderText(file: string, missing: readonly MissingSaves[]): string {
  return `The database ${path.basename(file)} is older than what was saved: it lacks ${missingText(missing)}. Another program may have put an older copy in its place. Restore a newer state, or go on with this one.`;
}

/** Notes what a database that was put in place holds: what it lacks is known to whoever chose it. */
export function noteAsItIs(file: string): void {
  const listed = readDatabase(file, listedIn);
  if (!listed) return;
  const { plans, sites } = listed;
  writeSavedNote(file, { plans, sites, backupFailed: null, isSuspect: false });
}
