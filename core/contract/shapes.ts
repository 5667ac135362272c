import { catalogueCameraSchema } from '../catalogue/cameras/catalogue-camera.ts';
import type { PlanRecord } from '../plan/kinds/index.ts';
import { planLimits } from '../plan/plan-limits.ts';
import type { IdentifiedChange } from '../records/packed-change.ts';
import { z } from '../schema.ts';

const time = z.string().max(40);

export const planSummarySchema = z.strictObject({
  id: z.string(),
  siteId: z.string(),
  name: z.string(),
  /** Those that are drawn. */
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

/** A diff as main makes it: one entry a record, in any order. */
export type StoredDiff = readonly IdentifiedChange<PlanRecord>[];

/** Most characters of the pages of one commit: all of the largest plan before and after, in one string. */
export const MOST_PAGED = 2 * planLimits.bytes;

const facts = {
  label: z.string().max(100),
  author: z.string().max(200),
  at: time,
  step: z.string().max(100),
  undoes: z.string().max(100).nullable(),
};

/**
 * One commit: what changed, the undo step it belongs to, and the step it takes back, if it does.
 *
 * What changed stands in pages of packed changes: a text crosses to main in a tenth of the time that its
 * records take as objects, and can be written and read a slice at a time.
 */
export const commitSchema = z.strictObject({
  ...facts,
  pages: z
    .array(z.string())
    .max(1_000_000)
    .refine((pages) => pages.reduce((sum, { length }) => sum + length, 0) <= MOST_PAGED, 'is too large'),
});
export type SentCommit = z.infer<typeof commitSchema>;

/** The same commit with its changes as values. */
export type StoredCommit = Omit<SentCommit, 'pages'> & { readonly diff: StoredDiff };

/** Why a step of the journal cannot be taken back: it is not what was written, or a newer program wrote it. */
/** Why a plan takes nothing of a file: what inserting a part refuses. */
export const partRefusals = [
  ...(['covers-existing-wall', 'crosses-itself', 'side-without-length', 'overlaps-opening'] as const),
  ...(['layer-hidden', 'layer-locked', 'openings-need-walls', 'pictures-stay', 'outside-plan'] as const),
  ...(['broken-record', 'groups-too-deep', 'nothing-to-insert'] as const),
] as const;

export const stepTroubles = ['damaged', 'too-new'] as const;
export type StepTrouble = (typeof stepTroubles)[number];

export const stackSchema = z.enum(['done', 'undone']);

/** How many steps undo and redo can take. */
export const depthsSchema = z.strictObject({ done: z.number(), undone: z.number() });

/**
 * A step that undo or redo can take.
 *
 * An undo is stored as a commit whose `undoes` is the step it takes back; a redo as a commit whose
 * `undoes` is the step of that undo, and the redone edit then stands under the redo's own step.
 * `undoneBy` is the step of the undo while the step waits to be redone, else null. `seqs` are its commits in
 * the journal, oldest first, and `rows` the pages of each; null where they were too large to come along:
 * `plans.changes` reads them.
 */
export const storedStepSchema = z.strictObject({
  step: z.string(),
  undoneBy: z.string().nullable(),
  label: z.string(),
  at: time,
  seqs: z.array(z.number()),
  characters: z.number(),
  rows: z.array(z.array(z.string())).nullable(),
  trouble: z.enum(stepTroubles).nullable(),
});
export type StoredStep = z.infer<typeof storedStepSchema>;

/** What became of a file that was brought in: its elements, the records made of them, and what has to be said. */
export const importReportSchema = z.strictObject({
  elements: z.number(),
  records: z.number(),
  remarks: z.array(z.string()),
});
export type ImportReport = z.infer<typeof importReportSchema>;

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
  /** What was saved and is not in it, as people read it; empty where it has all, null where nothing tells. */
  lacks: z.string().nullable(),
});

const storageStates = [
  'ready',
  'damaged',
  'missing',
  'older',
  'too-new',
  'read-only',
  'out-of-place',
  'unavailable',
] as const;

/**
 * Whether plans can be read and written, and why not.
 *
 * 'damaged': the database was moved aside; 'missing': there was one, and it is gone or empty; both wait for
 * `storage.restoreBackup` or `storage.startEmpty`. 'older': it lacks what was saved, and waits for
 * `storage.restoreBackup` or `storage.useOlder`. 'read-only': plans open, saving answers 'not-written'.
 * 'out-of-place': the same, since the open database was taken away, or another program wrote into it.
 */
export const storageStatusSchema = z.strictObject({
  state: z.enum(storageStates),
  message: z.string().nullable(),
  /** Sound copies, the newest state first; looked for only while the database cannot be used. */
  backups: z.array(copySchema),
  /** The copies are still being looked at: `backups` is not yet known. */
  isLooking: z.boolean(),
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
  /** Records of the plan that are in neither, and pictures that no backup has either. */
  lost: z.number(),
  lostPictures: z.number(),
});
export type PlanState = z.infer<typeof planStateSchema>;

/** A template of the person's own; its text is in the form of copied records. */
export const templateSchema = z.strictObject({ id: z.string(), name: z.string(), text: z.string() });
export type StoredTemplate = z.infer<typeof templateSchema>;

/** Most cameras of the person's own: all are read at once. */
export const MOST_OWN_CAMERAS = 1000;

/** Cameras beside the bundled ones, no two with the same maker and model. */
export const ownCamerasSchema = z.strictObject({
  cameras: z.array(catalogueCameraSchema).max(MOST_OWN_CAMERAS),
});

/** What was read in a table of cameras, with what has to be said of it. */
export const readCamerasSchema = z.strictObject({
  name: z.string(),
  cameras: z.array(catalogueCameraSchema),
  remarks: z.array(z.string()),
});
export type ReadCameras = z.infer<typeof readCamerasSchema>;

const readLevel = z.strictObject({
  key: z.string(),
  name: z.string(),
  letter: z.string(),
  pixelsPerMetre: z.number(),
});

/** A level profile in a file, read and checked, with the name of the file. */
export const readProfileSchema = z.strictObject({
  name: z.string(),
  profile: z.strictObject({
    id: z.string(),
    title: z.string(),
    source: z.string(),
    edition: z.string(),
    levels: z.array(readLevel),
  }),
});
export type ReadProfile = z.infer<typeof readProfileSchema>;
