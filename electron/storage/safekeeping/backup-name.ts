/** What the name of a backup says. */
export type BackupName = {
  readonly name: string;
  /** Rises with every backup; below 1 in names from before there was one, by their time. */
  readonly number: number;
  /** Rises with every day on which a backup was made, by the calendar of that time. */
  readonly day: number;
  /** ISO 8601 in UTC, by the clock of then: for people, never for the order. */
  readonly at: string;
};

const TIME = /(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z/;
const NUMBERED = new RegExp(`^sallyport-(\\d{6,12})-day-(\\d{4,9})-${TIME.source}\\.db$`);
const DATED = new RegExp(`^sallyport-${TIME.source}\\.db$`);

const timeOf = (text: string): string => text.replace(TIME, '$1T$2:$3:$4.$5Z');

/** A time as it stands in file names: `2026-11-24T09-30-00-000Z`; sorts by time, allowed everywhere. */
export function timeInName(at: Date): string {
  return at.toISOString().replaceAll(/[:.]/g, '-');
}

/** The name of a backup: the number and the day order it, the time is for people. */
export function backupName({ number, day, at }: Pick<BackupName, 'number' | 'day'> & { readonly at: Date }) {
  const [numberText, dayText] = [String(number).padStart(6, '0'), String(day).padStart(4, '0')];
  return `sallyport-${numberText}-day-${dayText}-${timeInName(at)}.db`;
}

/** The backups among the names of a folder, newest first; those that only name their time are the oldest. */
export function backupsAmong(names: readonly string[]): readonly BackupName[] {
  const numbered = names.flatMap((name) => {
    const found = NUMBERED.exec(name);
    if (!found) return [];
    const at = timeOf(name.slice(-'2026-11-24T09-30-00-000Z.db'.length, -'.db'.length));
    return [{ name, number: Number(found[1]), day: Number(found[2]), at }];
  });
  const dated = names.filter((name) => DATED.test(name)).sort();
  const days = [...new Set(dated.map(dayIn))];
  const older = dated.map((name, index) => ({
    name,
    number: index - dated.length,
    day: days.indexOf(dayIn(name)) - days.length,
    at: timeOf(name.slice('sallyport-'.length, -'.db'.length)),
  }));
  return [...older, ...numbered].sort((first, second) => second.number - first.number);
}

const dayIn = (name: string): string => name.slice('sallyport-'.length, 'sallyport-2026-11-24'.length);
