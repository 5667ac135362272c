import type { OpenSession } from './open-session.ts';
import { namesOf } from './real-file.ts';

const HARD_LINK =
  'The database file has another name on this disk (a hard link). Open it by this name alone: what is saved by way of the other one can get lost.';

/** What a start that went well has to tell, one sentence each; `ofBackup` of the last session's backup. */
export function startNotices(
  file: string,
  { afterUncleanEnd }: Pick<OpenSession, 'afterUncleanEnd'>,
  ofBackup: string | null,
): readonly string[] {
  const notices = namesOf(file) > 1 ? [HARD_LINK] : [];
  if (afterUncleanEnd) notices.push('The last session did not end properly; the database is sound.');
  if (ofBackup) notices.push(ofBackup);
  return notices;
}
