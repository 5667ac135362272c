import fs from 'node:fs';
import path from 'node:path';
import type { AppError } from '../../../core/contract/method.ts';
import type { StoredCopy } from '../../../core/contract/shapes.ts';
import type { Result } from '../../../core/result.ts';
import { namesIn } from '../damaged-file.ts';
import { missingAmong, missingText, readSavedNote } from './acknowledged.ts';
import { compareAside } from './aside-name.ts';
import { backupsAmong } from './backup-name.ts';
import { type CopyContents, contentsOf } from './copy-contents.ts';

/** A sound copy that can be put in the place of the database. */
export type Offer = StoredCopy;
type OfferKind = StoredCopy['kind'];
/** The copies that can be offered, or why they could not be looked at. */
export type Offers = Result<readonly Offer[], AppError>;

/** Most copies that are opened and checked to be offered; the others stay where they are. */
const MOST_OPENED = 60;

const KINDS: readonly (readonly [rest: RegExp, kind: OfferKind])[] = [
  [/^\.replaced-/, 'replaced'],
  [/^\.damaged-/, 'damaged'],
  [/^\.rescued-/, 'rescued'],
  [/^\.version-\d+-/, 'before-update'],
  [/^\.draft(-again)*$/, 'unfinished'],
];

const isCompanion = (name: string): boolean => /-(wal|shm|journal)$/.test(name);

/** The folder of the backups of a database. */
export function backupFolderOf(file: string): string {
  return path.join(path.dirname(file), 'backups');
}

/** The names beside a database of files that were set aside or left behind, with what they are. */
export function setAsideBeside(file: string): readonly { name: string; kind: OfferKind }[] {
  const base = path.basename(file);
  return namesIn(path.dirname(file)).flatMap((name) => {
    if (!name.startsWith(base) || isCompanion(name)) return [];
    const kind = KINDS.find(([rest]) => rest.test(name.slice(base.length)))?.[1];
    return kind ? [{ name, kind }] : [];
  });
}

/** Where an offered copy lies; null for a name that is none of them. */
export function placeOfOffer(file: string, name: string): string | null {
  const folder = backupFolderOf(file);
  if (backupsAmong(namesIn(folder)).some((backup) => backup.name === name)) return path.join(folder, name);
  if (setAsideBeside(file).some((each) => each.name === name)) return path.join(path.dirname(file), name);
  return null;
}

type Candidate = {
  readonly name: string;
  readonly kind: OfferKind;
  readonly place: string;
  readonly at: string | null;
};
type Found = Candidate & CopyContents;

function candidatesFor(file: string): readonly Candidate[] {
  const folder = backupFolderOf(file);
  const backups = backupsAmong(namesIn(folder)).map(({ name, at }) => ({
    name,
    at,
    kind: 'backup' as const,
    place: path.join(folder, name),
  }));
  const aside = setAsideBeside(file)
    .map(({ name, kind }) => ({ name, kind, at: null, place: path.join(path.dirname(file), name) }))
    .sort((first, second) => compareAside(second.name, first.name));
  return [...aside.slice(0, MOST_OPENED / 2), ...backups.slice(0, MOST_OPENED / 2)];
}

/**
 * The sound copies of a database, the newest state first: backups, and what was set aside or left behind.
 *
 * Which is newer is told by the number of the backup that each knows of, then by how much was saved in it.
 */
export function offersFor(file: string): Offer[] {
  const saved = readSavedNote(file);
  const found = candidatesFor(file).flatMap((candidate): Found[] => {
    const contents = contentsOf(candidate.place);
    return contents ? [{ ...candidate, ...contents }] : [];
  });
  return found
    .filter(({ kind, plans }) => kind === 'backup' || plans > 0)
    .sort(byState)
    .map(({ name, kind, at, plans, versions, changedAt, isStrange, place }) => ({
      name,
      kind: isStrange ? 'cleaned' : kind,
      at: at ?? changedAt ?? fs.statSync(place).mtime.toISOString(),
      plans,
      lacks: saved && missingText(missingAmong(versions, saved)),
    }));
}

function byState(first: Found, second: Found): number {
  if (first.backups !== second.backups) return second.backups - first.backups;
  // Both are from before there were numbers, or made after one backup: then what was saved later is newer.
  const [one, other] = [first.changedAt ?? '', second.changedAt ?? ''];
  if (first.backups === 0 && one !== other) return one < other ? 1 : -1;
  if (first.saves !== second.saves) return second.saves - first.saves;
  const isBackup = [first.kind === 'backup', second.kind === 'backup'];
  if (isBackup[0] !== isBackup[1]) return isBackup[0] ? 1 : -1;
  return compareAside(second.name, first.name);
}
