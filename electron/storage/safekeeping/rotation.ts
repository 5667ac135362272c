import type { BackupName } from './backup-name.ts';

/** A backup with the number of plans in it; null where it cannot be read. */
export type CountedBackup = BackupName & { readonly plans: number | null };

/** How many are kept of each class. */
export const KEPT = { newest: 5, days: 7, weeks: 8, empty: 2 } as const;

const DAYS_A_WEEK = 7;

/**
 * The backups that go, of a list that begins with the newest; the clock has no say in it.
 *
 * Kept are the newest few, the newest of each of the last days and weeks on which backups were made, the
 * newest with more plans than there are now, those that something damaged can be had from, and whatever cannot be
 * read: nobody knows what it is. Those of a database without plans stand for themselves and never push others out.
 *
 * `needed` is asked only where one would go: for the names of those that stay, null where that cannot be told. Then
 * none goes.
 */
export function outdatedBackups(
  newestFirst: readonly CountedBackup[],
  plansNow: number,
  needed: () => ReadonlySet<string> | null,
): readonly CountedBackup[] {
  const full = newestFirst.filter(({ plans }) => plans !== null && plans > 0);
  const empty = newestFirst.filter(({ plans }) => plans === 0);
  const larger = full.find(({ plans }) => (plans ?? 0) > plansNow);
  const kept = new Set([
    ...full.slice(0, KEPT.newest),
    ...newestOfEach(full, ({ day }) => day).slice(0, KEPT.days),
    ...newestOfEach(full, ({ day }) => Math.floor(day / DAYS_A_WEEK)).slice(0, KEPT.weeks),
    ...(larger ? [larger] : []),
    ...empty.slice(0, KEPT.empty),
  ]);
  const outdated = newestFirst.filter((backup) => backup.plans !== null && !kept.has(backup));
  const staying = outdated.length === 0 ? null : needed();
  return staying === null ? [] : outdated.filter(({ name }) => !staying.has(name));
}

function newestOfEach(
  newestFirst: readonly CountedBackup[],
  classOf: (backup: CountedBackup) => number,
): readonly CountedBackup[] {
  const classes = new Map<number, CountedBackup>();
  for (const backup of newestFirst) if (!classes.has(classOf(backup))) classes.set(classOf(backup), backup);
  return [...classes.values()];
}
