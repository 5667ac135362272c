import { catalogueCameraSchema } from '../catalogue/cameras/catalogue-camera.ts';
import { mappingSchema } from '../mapping/mapping.ts';
import { surveySchema } from '../mapping/survey.ts';
import { LARGEST_LENGTH, stateViews } from '../plan/kinds/parts/fields.ts';
import { coverageSchema } from '../plan/kinds/sheet.ts';
import { nameFrom } from '../plan/names.ts';
import { planLimits } from '../plan/plan-limits.ts';
import { idOf } from '../records/schemas.ts';
import { z } from '../schema.ts';
import { exportFormats } from './formats.ts';
import { type Answer, method } from './method.ts';
import {
  commitSchema,
  depthsSchema,
  importReportSchema,
  journalRowSchema,
  ownCamerasSchema,
  partRefusals,
  planStateSchema,
  planSummarySchema,
  readCamerasSchema,
  readProfileSchema,
  siteSummarySchema,
  stackSchema,
  stepTroubles,
  storageStatusSchema,
  storedStepSchema,
  templateSchema,
} from './shapes.ts';
import { shownJobs } from './shown-jobs.ts';

const nothing = z.strictObject({});
const done = z.null();
const planId = z.strictObject({ planId: z.string().max(100) });
const siteId = z.strictObject({ siteId: z.string().max(100) });
/** Kept as one line without what is no letter, and not without any. */
const name = z.string().min(1).max(200).overwrite(nameFrom).min(1);
const page = z.number().int().min(0).max(planLimits.records);
/** A coordinate of the plan, metres. */
const place = z.number().min(-LARGEST_LENGTH).max(LARGEST_LENGTH);
/** Longest text of copied records, characters. */
const LARGEST_COPY = 32 * 1024 * 1024;

/**
 * Some pages of a plan as the window holds it, JSON arrays of records. `id` is that of the work that they are for;
 * `from` is how many of them went before, and 0 lets go of those of every other.
 */
const heldPart = z.strictObject({
  id: z.string().min(1).max(100),
  from: page,
  pages: z.array(z.string().max(LARGEST_COPY)).min(1).max(10_000),
});
const held = z.strictObject({ id: z.string().min(1).max(100), pages: page });

const picture = z.strictObject({
  sha256: z.string(),
  name: z.string(),
  widthPx: z.number(),
  heightPx: z.number(),
});
const openedPlan = z.strictObject({
  planId: z.string(),
  /** True when the file's plan was already stored with the same content. */
  known: z.boolean(),
  /** Sentences about what was not understood or changed on the way in. */
  remarks: z.array(z.string()),
});

/** Every method the window may call on the main process. The page never names a file by its path, nor learns one. */
export const contract = {
  'app.info': method(
    nothing,
    z.strictObject({
      version: z.string(),
      versions: z.record(z.string(), z.string()),
      platform: z.string(),
      /** Set when the application was started to open a plan file. */
      openPlanId: z.string().nullable(),
    }),
  ),
  'app.settings': method(nothing, z.record(z.string(), z.string())),
  'app.setSetting': method(z.strictObject({ key: z.string().max(100), value: z.string().max(20_000) }), done),
  'app.quit': method(nothing, done),
  'sites.list': method(nothing, z.array(siteSummarySchema)),
  'sites.create': method(z.strictObject({ name }), siteSummarySchema),
  'sites.rename': method(z.strictObject({ siteId: z.string().max(100), name }), done),
  'sites.moveToTrash': method(siteId, done),
  'sites.restore': method(siteId, done),
  'plans.create': method(
    z.strictObject({ siteId: z.string().max(100), name, displayUnit: z.enum(['m', 'ft-in']) }),
    planSummarySchema,
  ),
  /** What a plan is; its records follow by `plans.records`, the steps that undo and redo take by `plans.steps`. */
  'plans.open': method(
    planId,
    z.strictObject({
      plan: planSummarySchema,
      siteName: z.string(),
      version: z.number(),
      stretches: z.array(z.strictObject({ after: z.number(), upTo: z.number() })),
      steps: depthsSchema,
    }),
  ),
  /**
   * One page of a stretch of a plan's records as the JSON text of an array: as one text they cross into
   * the window in a tenth of the time that they take as objects. `next` is the `after` of the page after it.
   */
  'plans.records': method(
    z.strictObject({
      planId: z.string().max(100),
      version: z.number().int().min(0),
      after: z.number().int().min(-1),
      upTo: z.number().int().min(0),
    }),
    z.strictObject({ records: z.string(), next: z.number().nullable() }),
  ),
  /**
   * The steps of a stack beneath a height, the uppermost first: `upTo` of the whole stack is its depth.
   *
   * As many as lie within `characters`; the first one comes without its rows when it alone is larger.
   */
  'plans.steps': method(
    z.strictObject({
      planId: z.string().max(100),
      stack: stackSchema,
      upTo: z.number().int().min(0),
      characters: z.number().int().min(0).max(LARGEST_COPY),
    }),
    z.strictObject({ steps: z.array(storedStepSchema) }),
  ),
  /** The pages of one commit from one of them on, as many as make a message; `next` is the one after them. */
  'plans.changes': method(
    z.strictObject({
      planId: z.string().max(100),
      seq: z.number().int().min(1),
      from: z.number().int().min(0),
    }),
    z.strictObject({
      pages: z.array(z.string()),
      next: z.number().nullable(),
      trouble: z.enum(stepTroubles).nullable(),
    }),
  ),
  'plans.save': method(
    z.strictObject({
      planId: z.string().max(100),
      baseVersion: z.number().int().min(0),
      commits: z.array(commitSchema).min(1).max(10_000),
    }),
    z.strictObject({ version: z.number(), savedAt: z.string() }),
  ),
  /** The journal, newest first: what was done, when and by whom. */
  'plans.history': method(
    z.strictObject({ planId: z.string().max(100), most: z.number().int().min(1).max(10_000) }),
    z.array(journalRowSchema),
  ),
  /** Also writes the name into the plan's settings record, as one commit. */
  'plans.rename': method(z.strictObject({ planId: z.string().max(100), name }), done),
  'plans.duplicate': method(z.strictObject({ planId: z.string().max(100), name }), planSummarySchema),
  'plans.moveToTrash': method(planId, done),
  'plans.restore': method(planId, done),
  /**
   * Shows the open dialog for a plan file or a GeoJSON file and stores it as a plan. Of a map with features that are not
   * understood nothing is stored: 'not-understood', and `import.foreign` tells what they say of themselves.
   */
  'files.import': method(z.strictObject({ siteId: z.string().max(100).nullable() }), openedPlan),
  /**
   * Takes a file that was dropped on the window: a plan to be stored, or a picture; a map as `files.import` does.
   * `path` is empty for a file that lies on no disk. The page gives the file itself; only the preload script can make a path of it.
   */
  'files.takeDropped': method(
    z.strictObject({ path: z.string().max(32_768), name: z.string().max(1000) }),
    z.strictObject({ plan: openedPlan.nullable(), picture: picture.nullable() }),
  ),
  'files.openSample': method(nothing, openedPlan),
  /** Shows the open dialog for a picture and stores its bytes as an attachment. */
  'files.choosePicture': method(nothing, picture),
  /** The bundled floor-plan picture that belongs to the sample site. */
  'files.addSamplePicture': method(nothing, picture),
  /** Keeps pages of a plan as the window holds it for an export of what is not saved. */
  'files.hold': method(heldPart, done),
  /**
   * Shows the save dialog and writes a plan in a format: what is stored, or the `held` pages of `files.hold`.
   * However it ends, no pages are kept after it.
   */
  'files.export': method(
    z.strictObject({
      planId: z.string().min(1).max(100),
      held: z
        .strictObject({
          id: z.string().min(1).max(100),
          pages: page,
          /** Cut in the file where they are longer than names may be: they may be stored so. */
          planName: z.string().max(1000),
          siteName: z.string().max(1000),
          /** What its files are marked with. */
          marking: z.string().max(200).nullable(),
          /** What the sheet is called in the name of its file. */
          sheet: z.string().max(200).nullable(),
          /** The hashes of its pictures. */
          pictures: z.array(z.string().length(64)).max(10_000),
        })
        .nullable(),
      format: z.enum(exportFormats),
      sheetId: z.string().max(100).nullable(),
      /** N of 1:N, or null for the largest usual scale that fits. */
      scale: z.number().min(1).max(1_000_000).nullable(),
      paper: z.string().max(20).nullable(),
      orientation: z.enum(['landscape', 'portrait']).nullable(),
      floorId: z.string().max(100).nullable(),
      /** What is shown of today and of the proposal; null for the sheet's own. */
      states: z.enum(stateViews).nullable(),
      /** What the window shows of that floor, for a page that no sheet describes; null for all that prints. */
      shown: z
        .strictObject({
          layers: z.array(z.string().max(100)).max(1000),
          coverage: coverageSchema.extend({ camera: idOf('camera').nullable() }).nullable(),
        })
        .nullable(),
      /** Which sheet of which floor it is, as the save dialog says it; null for what is no sheet. */
      heading: z.string().max(300).nullable(),
    }),
    z.strictObject({ fileName: z.string(), remarks: z.array(z.string()) }),
  ),
  /** Ends long work that is running: whoever waits for it is answered 'cancelled', and nothing comes of it. */
  'jobs.cancel': method(z.strictObject({ job: z.enum(shownJobs) }), done),
  /** Shows the open dialog for a file that is to come into the open plan; `id` stands for it in what follows. */
  'import.choose': method(nothing, z.strictObject({ id: z.string(), name: z.string() })),
  /** Keeps pages of the open plan as the window holds it, for the file that is to come into it. */
  'import.hold': method(heldPart, done),
  /**
   * Reads the chosen file and makes an edit of the `held` plan of it, of which `import.changes` gives the pages.
   *
   * `refusal` is why nothing of it can be taken by the plan, whatever the report says besides. Without a mapping a file
   * with features that are not understood is answered 'not-understood'; it stays chosen, and is begun again with one.
   */
  'import.begin': method(
    z.strictObject({
      id: z.string().max(100),
      held,
      floorId: z.string().max(100),
      layerId: z.string().max(100),
      middle: z.strictObject({ x: place, y: place }),
      mapping: mappingSchema.nullable(),
    }),
    z.strictObject({ refusal: z.enum(partRefusals).nullable(), report: importReportSchema }),
  ),
  /** What the features of the file say of themselves that was answered 'not-understood' last, by the road that it came. */
  'import.foreign': method(
    z.strictObject({ road: z.enum(['plan', 'part']) }),
    z.strictObject({ id: z.string(), name: z.string(), survey: surveySchema }),
  ),
  /** Stores the map of `import.foreign` as a plan; what no rule of the mapping fits is read by its own tags. */
  'import.asPlan': method(z.strictObject({ id: z.string().max(100), mapping: mappingSchema }), openedPlan),
  /** Pages of the edit from one of them on, as many as make a message; `next` is the one after them, null at the end. */
  'import.changes': method(
    z.strictObject({ id: z.string().max(100), from: page }),
    z.strictObject({ pages: z.array(z.string()), next: z.number().nullable() }),
  ),
  'storage.status': method(nothing, storageStatusSchema),
  /** Puts a sound copy (its name from `storage.status`) in the place of the database; nothing is deleted. */
  'storage.restoreBackup': method(z.strictObject({ backup: z.string().max(200) }), done),
  /** Begins an empty database after one was damaged or is gone; refused in any other state. */
  'storage.startEmpty': method(nothing, done),
  /** Goes on with a database that is older than what was saved; refused in any other state. */
  'storage.useOlder': method(nothing, done),
  /** Makes a verified backup now, unless the newest one holds the same; answers when the newest was made. */
  'storage.backUp': method(nothing, z.strictObject({ at: z.string() })),
  /** The newest good state of a damaged plan that a backup can give; null where none has it sound. */
  'storage.planState': method(planId, planStateSchema.nullable()),
  /** Restores a damaged plan alone from a backup (`from` of `storage.planState`). */
  'storage.restorePlan': method(
    z.strictObject({ planId: z.string().max(100), from: z.string().max(200) }),
    done,
  ),
  /** Puts copied records on the clipboard: a text of `writeClipboard`. */
  'clipboard.write': method(z.strictObject({ text: z.string().max(LARGEST_COPY) }), done),
  /**
   * What is on the clipboard when it claims to be copied records; whatever else is there stays there. Short
   * ones come as their text, to be read with care; many as pages of records, JSON arrays that were checked.
   */
  'clipboard.read': method(
    nothing,
    z.strictObject({ text: z.string().nullable(), pages: z.array(z.string()) }),
  ),
  /** The person's own templates in the order of their names; each text is to be read as copied records. */
  'templates.list': method(nothing, z.array(templateSchema)),
  /** Keeps copied records (a text of `writeClipboard`) under a name; refused when the text is not sound. */
  'templates.save': method(z.strictObject({ name, text: z.string().max(LARGEST_COPY) }), templateSchema),
  'templates.rename': method(z.strictObject({ id: z.string().max(100), name }), done),
  'templates.remove': method(z.strictObject({ id: z.string().max(100) }), done),
  /** The person's own cameras, beside the bundled ones. */
  'cameras.list': method(nothing, ownCamerasSchema),
  /** Keeps all of the person's own cameras as they are then; refused where one is not sound, or stands there twice. */
  'cameras.save': method(ownCamerasSchema, done),
  /** Shows the open dialog for a table of cameras, comma-separated, and reads it; nothing is kept. */
  'cameras.read': method(nothing, readCamerasSchema),
  /** Shows the save dialog and writes cameras as a table, comma-separated. */
  'cameras.write': method(
    z.strictObject({ cameras: z.array(catalogueCameraSchema).max(10_000) }),
    z.strictObject({ fileName: z.string() }),
  ),
  /** Shows the open dialog for a level profile and reads it; nothing is kept. */
  'levels.read': method(nothing, readProfileSchema),
  'window.setMenu': method(
    z.strictObject({
      items: z
        .array(
          z.strictObject({
            menu: z.enum(['file', 'edit', 'modify', 'view', 'draw', 'place', 'help']),
            command: z.string().max(100),
            title: z.string().max(100),
            shortcut: z.string().max(40).nullable(),
            enabled: z.boolean(),
            separatorBefore: z.boolean(),
          }),
        )
        .max(300),
    }),
    done,
  ),
  /** Tells main whether edits wait to be written, so that closing waits for them. */
  'window.setUnsaved': method(z.strictObject({ unsaved: z.boolean() }), done),
  /** Shows everything in the window as many percent of its usual size. */
  'window.setZoom': method(z.strictObject({ percent: z.number().min(100).max(200) }), done),
  'window.closeNow': method(nothing, done),
} as const;

export type MethodName = keyof typeof contract;
export type Args<M extends MethodName> = z.infer<(typeof contract)[M]['args']>;
export type Value<M extends MethodName> = z.infer<(typeof contract)[M]['value']>;
export type Handlers = { readonly [M in MethodName]: (args: Args<M>) => Promise<Answer<Value<M>>> };

/** What main tells the window without being asked. */
export const events = {
  'command.run': z.strictObject({ id: z.string() }),
  'window.closing': z.strictObject({}),
  'plan.openRequested': z.strictObject({ planId: z.string(), remarks: z.array(z.string()) }),
  'app.message': z.strictObject({ message: z.string(), tone: z.enum(['normal', 'fail']) }),
  /** How far long work is, 0 to 1, and what it is doing; of the reading of a file with its name. */
  'job.progressed': z.strictObject({
    job: z.enum(shownJobs),
    name: z.string().nullable(),
    done: z.number(),
    doing: z.string().nullable(),
  }),
  /** `storage.status` says something else now. */
  'storage.changed': z.strictObject({}),
} as const;
export type EventName = keyof typeof events;
export type EventOf<E extends EventName> = z.infer<(typeof events)[E]>;
export type JobProgress = EventOf<'job.progressed'>;

/** The methods that the page calls with a file, of which the preload script makes the argument. */
export type FileMethodName = 'files.takeDropped';

/** The same contract seen from the window. */
export type Bridge = {
  readonly [M in Exclude<MethodName, FileMethodName>]: (args: Args<M>) => Promise<Answer<Value<M>>>;
} & {
  readonly [M in FileMethodName]: (file: unknown) => Promise<Answer<Value<M>>>;
} & {
  readonly on: <E extends EventName>(event: E, listener: (payload: EventOf<E>) => void) => () => void;
};
