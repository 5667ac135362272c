import { parseRecord } from '../plan/parse-record.ts';
import type { PlanRecord } from '../plan/records/index.ts';
import { z } from '../schema.ts';

const time = z.string().max(40);

export const planSummarySchema = z.strictObject({
  id: z.string(),
  siteId: z.string(),
  name: z.string(),
  records: z.number(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});
export type PlanSummary = z.infer<typeof planSummarySchema>;

export const siteSummarySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  updatedAt: time,
  plans: z.array(planSummarySchema),
});
export type SiteSummary = z.infer<typeof siteSummarySchema>;

/** One record of any kind, chosen by the kind in front of its id. */
const recordSchema = z.looseObject({ id: z.string().max(100) }).transform((value, context): PlanRecord => {
  const parsed = parseRecord(value);
  if (parsed.ok) return parsed.value;
  const { record, what } = parsed.error;
  const message = `holds ${record === null ? 'a record' : `the record ${record}`} in which ${what}`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** A diff as it travels and is stored: one entry a record, in any order. */
export const diffSchema = z
  .array(
    z.strictObject({
      id: z.string().max(100),
      before: recordSchema.nullable(),
      after: recordSchema.nullable(),
    }),
  )
  .max(200_000);
export type StoredDiff = z.infer<typeof diffSchema>;

/** One commit: what changed, the undo step it belongs to, and the step it takes back, if it does. */
export const commitSchema = z.strictObject({
  label: z.string().max(100),
  author: z.string().max(200),
  at: time,
  step: z.string().max(100),
  undoes: z.string().max(100).nullable(),
  diff: diffSchema,
});
export type StoredCommit = z.infer<typeof commitSchema>;

/**
 * A step that undo or redo can take: all commits of it composed into one diff.
 *
 * An undo is stored as a commit whose `undoes` is the step it takes back; a redo as a commit whose
 * `undoes` is the step of that undo, and the redone edit then stands under the redo's own step.
 * `undoneBy` is the step of the undo while the step waits to be redone, else null.
 */
export type StoredStep = {
  readonly step: string;
  readonly undoneBy: string | null;
  readonly label: string;
  readonly at: string;
  readonly diff: StoredDiff;
};

/** One commit in the journal of a plan. */
export const journalRowSchema = z.strictObject({
  seq: z.number(),
  step: z.string(),
  undoes: z.string().nullable(),
  at: time,
  author: z.string(),
  label: z.string(),
});
export type JournalRow = z.infer<typeof journalRowSchema>;

/** A copy of the database: a backup, or what was set aside or left behind when something happened. */
const copySchema = z.strictObject({
  name: z.string(),
  kind: z.enum(['backup', 'replaced', 'damaged', 'cleaned', 'rescued', 'unfinished', 'before-update']),
  at: time,
  plans: z.number(),
});

/**
 * Whether plans can be read and written, and why not.
 *
 * 'damaged': the database was moved aside; 'missing': there was one, and it is gone or empty; both wait for
 * `storage.restoreBackup` or `storage.startEmpty`. 'older': it lacks what was saved, and waits for
 * `storage.restoreBackup` or `storage.useOlder`. 'read-only': plans open, saving answers 'not-written'.
 */
export const storageStatusSchema = z.strictObject({
  state: z.enum(['ready', 'damaged', 'missing', 'older', 'too-new', 'read-only', 'unavailable']),
  message: z.string().nullable(),
  /** Sound copies, the newest state first; looked for only while the database cannot be used. */
  backups: z.array(copySchema),
  /** When the last good backup was made, why the last attempt failed, and whether one is being made. */
  backup: z.strictObject({ at: time.nullable(), failed: z.string().nullable(), isRunning: z.boolean() }),
});
export type StoredCopy = z.infer<typeof copySchema>;
export type StorageStatus = z.infer<typeof storageStatusSchema>;

/** A good state of a damaged plan: what is sound of it with what a backup still has, or all from the backup. */
export const planStateSchema = z.strictObject({
  from: z.string(),
  at: time,
  kind: z.enum(['mended', 'whole']),
  records: z.number(),
  /** Records of the plan that are in neither. */
  lost: z.number(),
});
export type PlanState = z.infer<typeof planStateSchema>;

/** A template of the person's own; its text is in the form of copied records. */
export const templateSchema = z.strictObject({ id: z.string(), name: z.string(), text: z.string() });
export type StoredTemplate = z.infer<typeof templateSchema>;
