import Database from 'better-sqlite3';
import type { AppError } from '../../../core/contract/method.ts';
import type { PlanState } from '../../../core/contract/shapes.ts';
import { FORMAT } from '../../../core/plan/format.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { allRecords, kindOf, type Plan, planOf, recordCount } from '../../../core/plan/plan.ts';
import { type Tally, tallyOf } from '../../../core/plan/tally.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { isWritable, openForReading } from '../database.ts';
import type { IncomingPicture, PicturePart } from '../picture-parts.ts';
import type { IncomingRow } from '../plan-intake.ts';
import { checksumOf } from '../plan-rows.ts';
import type { BackupName } from '../safekeeping/backup-name.ts';
import { backupFolderOf } from '../safekeeping/offers.ts';
import { planNotFound, storageError } from '../storage-error.ts';
import { type ChangesSince, changesSince } from './changes-since.ts';
import { givePictures, type LostPicture, lostPictures, picturesIn } from './lost-pictures.ts';
import { soundBackup } from './sound-backup.ts';
import { type PresentPlan, presentPlan, type SoundPlan } from './stored-plan-rows.ts';

export type PlanRequest = {
  readonly file: string;
  readonly planId: string;
};

/** `from`: the name of the backup that is to give the state. */
export type RowsRequest = PlanRequest & { readonly from: string };

/** What has to be written so that a plan has the good state that was found. */
export type RecoveredRows = {
  /** Of the plan in the database that was read. */
  readonly version: number;
  readonly rows: readonly IncomingRow[];
  /** Whether the rows are all of the plan: what is there goes before. */
  readonly areAll: boolean;
  /** Ids of rows that go: of a damaged record that no backup has, what is left is in the backup made before. */
  readonly gone: readonly string[];
  /** No edit was made since the backup: undo goes on. */
  readonly isExact: boolean;
  /** Of all records that the plan has then. */
  readonly tally: Tally;
  /** The pictures that were handed over: all that a backup has and the database not, as they were stored. */
  readonly pictures: readonly IncomingPicture[];
};

type Recovered = {
  readonly state: PlanState;
  readonly present: PresentPlan;
  readonly plan: Plan;
  readonly taken: readonly PlanRecord[];
  readonly isExact: boolean;
  readonly pictures: readonly LostPicture[];
};

const STRUCTURE = /^(settings|floor|layer|phase):/;

/** What is lost for sure, as it was last: what the journal since the backup names is as that leaves it. */
function lostRecords(
  { sound, damaged }: PresentPlan,
  backup: SoundPlan,
  since: ChangesSince | null,
): readonly PlanRecord[] {
  const absent = [...allRecords(backup.plan)].filter(({ id }) => !sound.has(id));
  // Whatever else is absent may have been deleted.
  if (since === null) return absent.filter(({ id }) => damaged.has(id) || STRUCTURE.test(id));
  const untouched = absent.filter(({ id }) => !since.has(id));
  return [...untouched, ...[...since.values()].filter((last) => last !== null && !sound.has(last.id))].filter(
    (record) => record !== null,
  );
}

type Found = {
  readonly from: BackupName;
  readonly since: ChangesSince | null;
  readonly picturesOf: (plan: Plan) => readonly LostPicture[];
};

function recover(present: PresentPlan, backup: SoundPlan, { from, since, picturesOf }: Found): Recovered {
  const taken = lostRecords(present, backup, since);
  const mended = planOf([...present.sound.values(), ...taken]);
  const isMended = checkIntegrity(mended).length === 0;
  const plan = isMended ? mended : backup.plan;
  const records = recordCount(plan);
  const pictures = picturesOf(plan);
  const state: PlanState = {
    from: from.name,
    at: from.at,
    kind: isMended ? 'mended' : 'whole',
    records,
    lost: isMended ? Math.max(0, present.row.records - records) : 0,
    lostPictures: pictures.filter((picture) => picture.backup === null).length,
  };
  const isExact = backup.end.seq === present.end.seq && backup.row.version === present.row.version;
  return { state, present, plan, taken, isExact, pictures };
}

/** Reads the plan beside whoever has the database open, and its newest good state, or that of one backup. */
async function recovered(
  { file, planId }: PlanRequest,
  wanted: string | null,
): Promise<Result<Recovered | null, AppError>> {
  const db = isWritable(file)
    ? new Database(file, { readonly: true, fileMustExist: true, timeout: 3000 })
    : openForReading(file);
  try {
    // All that is read is of one moment.
    db.exec('BEGIN');
    const present = presentPlan(db, planId);
    if (!present) return err(planNotFound());
    // Another search may run at the same time.
    const copy = wanted === null ? `${file}.reading` : `${file}.reading-one`;
    const backup = soundBackup({ file, planId, copy }, wanted);
    if (!backup.ok) return backup;
    if (backup.value === null) return ok(null);
    const { from, found } = backup.value;
    const since = await changesSince(db, { id: planId, now: present.end, earlier: found.end });
    const picturesOf = (plan: Plan) => lostPictures(db, picturesIn(plan), backupFolderOf(file));
    return ok(recover(present, found, { from, since, picturesOf }));
  } finally {
    db.close();
  }
}

/** What the disk or the database can cause while it is read comes back as a value; a bug is thrown. */
async function reading<T>(work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  try {
    return await work();
  } catch (error) {
    const known = storageError(error);
    if (known === null) throw error;
    return err(known);
  }
}

/** The newest good state of a damaged plan that a backup can give; null where none has it sound. */
export function newestPlanState(request: PlanRequest): Promise<Result<PlanState | null, AppError>> {
  return reading(async () => {
    const found = await recovered(request, null);
    return found.ok ? ok(found.value?.state ?? null) : found;
  });
}

/**
 * What has to be written for the good state of a damaged plan that the backup `from` gives; pictures that are lost
 * are handed over before, from whichever backup has them.
 */
export function recoveredRows(
  { from, ...request }: RowsRequest,
  give: (part: PicturePart) => Promise<void>,
): Promise<Result<RecoveredRows, AppError>> {
  return reading(async () => {
    const found = await recovered(request, from);
    if (!found.ok) return found;
    if (found.value !== null) {
      const pictures = await givePictures(found.value.pictures, give);
      return ok(rowsOf(found.value, pictures));
    }
    const message = `The backup "${from}" has no good state of the plan. Choose another one.`;
    return err({ code: 'not-found', message });
  });
}

function rowsOf(
  { state, present, plan, taken, isExact }: Recovered,
  pictures: readonly IncomingPicture[],
): RecoveredRows {
  const isMended = state.kind === 'mended';
  // A plan has one format: where it had an older one, what was sound is written again as well.
  const areAll = !isMended || present.row.format !== FORMAT;
  const rows = (areAll ? [...allRecords(plan)] : taken).map((record) => {
    const body = JSON.stringify(record);
    return { id: record.id, kind: kindOf(record.id), body, checksum: checksumOf(body) };
  });
  const written = new Set<string>(taken.map(({ id }) => id));
  const gone = areAll ? [] : [...present.damaged].filter((id) => !written.has(id));
  const tally = tallyOf(allRecords(plan));
  const { version } = present.row;
  return { version, rows, areAll, gone, isExact: isExact && isMended, tally, pictures };
}
