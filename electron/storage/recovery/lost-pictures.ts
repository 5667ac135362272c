import path from 'node:path';
import type Database from 'better-sqlite3';
import { type Plan, recordsOf } from '../../../core/plan/plan.ts';
import { AttachmentRepository } from '../attachment-repository.ts';
import { namesIn } from '../damaged-file.ts';
import { giveParts, type IncomingPicture, type PicturePart } from '../picture-parts.ts';
import { backupsAmong } from '../safekeeping/backup-name.ts';
import { readDatabase } from '../safekeeping/copy-contents.ts';

/** A picture that a plan names and its database does not give; the backup that has it, null where none has. */
export type LostPicture = { readonly sha256: string; readonly backup: string | null };

const pictureIn = (backup: string, sha256: string) =>
  readDatabase(backup, (db) => new AttachmentRepository(db).get(sha256));

/** The pictures that a plan names, by their hashes. */
export function picturesIn(plan: Plan): ReadonlySet<string> {
  return new Set([...recordsOf(plan, 'underlay')].map(({ attachment }) => attachment));
}

/**
 * Those of some pictures that are not in a database as they were stored, each with the newest backup in the folder
 * `backups` that has it.
 */
export function lostPictures(
  db: Database.Database,
  named: ReadonlySet<string>,
  backups: string,
): readonly LostPicture[] {
  const attachments = new AttachmentRepository(db);
  const lost = [...named].filter((sha256) => attachments.get(sha256) === null);
  if (lost.length === 0) return [];
  const places = backupsAmong(namesIn(backups)).map(({ name }) => path.join(backups, name));
  return lost.map((sha256) => ({
    sha256,
    backup: places.find((place) => pictureIn(place, sha256) !== null) ?? null,
  }));
}

/** Hands over the bytes of the pictures that a backup has; gives what came. */
export async function givePictures(
  lost: readonly LostPicture[],
  give: (part: PicturePart) => Promise<void>,
): Promise<readonly IncomingPicture[]> {
  const given: IncomingPicture[] = [];
  for (const { sha256, backup } of lost) {
    const picture = backup === null ? null : pictureIn(backup, sha256);
    if (!picture) continue;
    const parts = await giveParts(sha256, picture.bytes, give);
    given.push({ sha256, mediaType: picture.mediaType, parts });
  }
  return given;
}
