import path from 'node:path';
import type { Args, Handlers, Value } from '../../../core/contract/contract.ts';
import type { Answer } from '../../../core/contract/method.ts';
import { type Plan, recordsOf } from '../../../core/plan/plan.ts';
import type { IdOf } from '../../../core/plan/records/index.ts';
import { err, ok } from '../../../core/result.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import type { Exported } from '../../files/export-plan.ts';
import { resourcesFolder } from '../../files/resources-folder.ts';
import type { FileReading } from '../../jobs/file-reading.ts';
import type { RequestOf } from '../../jobs/job-table.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import { damagedPicture } from '../../output/damaged-picture.ts';
import type { Repositories, Store } from '../../storage/store.ts';
import type { Dialogs } from '../../windows/dialogs.ts';
import { suggestedName } from './suggested-name.ts';

export type FileHandlersSetup = {
  readonly store: Store;
  readonly dialogs: Dialogs;
  readonly version: string;
  readonly jobs: Pick<Jobs, 'run' | 'cancel' | 'isRunning'>;
  readonly reading: FileReading;
  /** Hears how far a running export is, 0 to 1. */
  readonly onExportProgress: (done: number) => void;
};

const cancelled = err({ code: 'cancelled', message: 'Nothing was chosen.' } as const);

const extensions = {
  plan: 'sallyport',
  pdf: 'pdf',
  'pdf-set': 'pdf',
  svg: 'svg',
  png: 'png',
  csv: 'csv',
  geojson: 'geojson',
} as const;
// Content decides what a file is, so one of another name can be chosen too.
const allFiles = { name: 'All files', extensions: ['*'] };
const importFilters = [
  { name: 'Plan file or GeoJSON', extensions: ['sallyport', 'geojson', 'json'] },
  allFiles,
];
const pictureFilters = [{ name: 'Picture', extensions: ['png', 'jpg', 'jpeg'] }, allFiles];

const notOnDisk = err({
  code: 'refused',
  message: 'That is no file of a disk. Save it first, then drop it from its folder.',
} as const);

async function exportStored(
  setup: FileHandlersSetup,
  args: Args<'files.export'>,
): Promise<Answer<Value<'files.export'>>> {
  const { store, dialogs, version } = setup;
  const repositories = store.repositories();
  if (!repositories.ok) return repositories;
  const { plans, attachments } = repositories.value;
  const stored = plans.load(args.planId);
  if (!stored.ok) return stored;
  const { plan, siteName, summary, fileId } = stored.value;
  const { pictures, remarks } = picturesIn(plan, attachments);
  const extension = extensions[args.format];
  const fileName = suggestedName([siteName, summary.name, ...sheetWords(plan, args)], extension);
  const place = await dialogs.choosePlace({
    title: 'Export',
    fileName,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  });
  if (place === null) return cancelled;
  const parcel = { planId: fileId, planName: summary.name, siteName, plan, attachments: pictures };
  const choice = { ...args, appVersion: version, day: new Date().toISOString().slice(0, 10) };
  const exported = await runExport(setup, { parcel, choice });
  if (!exported.ok) return exported;
  // The save dialog has asked before an existing file is replaced.
  const written = await writeAtomically(place, exported.value.bytes, { replace: true });
  if (!written.ok) return err({ code: 'not-written', message: written.error.message });
  return ok({
    fileName: path.basename(place),
    remarks: [...(holdsPictures(args.format) ? remarks : []), ...exported.value.remarks],
  });
}

const holdsPictures = (format: Args<'files.export'>['format']) => format !== 'csv' && format !== 'geojson';

/** The stored pictures of a plan, and one sentence about each that is no longer what was stored. */
function picturesIn(
  plan: Plan,
  attachments: Repositories['attachments'],
): { readonly pictures: ReadonlyMap<string, Uint8Array>; readonly remarks: readonly string[] } {
  const pictures = new Map<string, Uint8Array>();
  const damaged = new Set<string>();
  for (const { attachment, name } of recordsOf(plan, 'underlay')) {
    const found = attachments.get(attachment);
    if (found) pictures.set(attachment, found.bytes);
    else if (attachments.has(attachment)) damaged.add(damagedPicture(name));
  }
  return { pictures, remarks: [...damaged] };
}

async function runExport(
  { jobs, onExportProgress }: FileHandlersSetup,
  request: RequestOf<'export'>,
): Promise<Answer<Exported>> {
  // Refused; what the window shows is the progress of the one that runs.
  if (jobs.isRunning('export')) return jobs.run('export', request);
  onExportProgress(0);
  try {
    return await jobs.run('export', request, { onProgress: onExportProgress });
  } finally {
    onExportProgress(1);
  }
}

/** The number of the sheet that an export is of, so that the files of a set do not have the same name. */
function sheetWords(plan: Plan, { format, sheetId }: Args<'files.export'>): readonly string[] {
  if (format !== 'pdf' && format !== 'png' && format !== 'svg') return [];
  const sheet = sheetId === null ? undefined : plan.tables.sheet.get(sheetId as IdOf<'sheet'>);
  return sheet ? [sheet.number || sheet.name] : [];
}

const sample = (...names: string[]): string => path.join(resourcesFolder(), 'sample-site', ...names);

export function fileHandlers(setup: FileHandlersSetup) {
  const { dialogs, jobs, reading } = setup;
  return {
    'files.import': async ({ siteId }) => {
      const file = await dialogs.chooseFile({ title: 'Import', filters: importFilters });
      return file === null ? cancelled : reading.plan(file, siteId);
    },
    'files.takeDropped': async ({ path: file }) => (file === '' ? notOnDisk : reading.either(file)),
    'files.cancelReading': async () => {
      reading.cancel();
      return ok(null);
    },
    'files.openSample': () => reading.plan(sample('harbor-street.sallyport'), null),
    'files.choosePicture': async () => {
      const file = await dialogs.chooseFile({ title: 'Add a picture', filters: pictureFilters });
      return file === null ? cancelled : reading.picture(file);
    },
    'files.addSamplePicture': () => reading.picture(sample('floor-plan.png')),
    'files.export': (args) => exportStored(setup, args),
    'files.cancelExport': async () => {
      jobs.cancel('export');
      return ok(null);
    },
  } satisfies Partial<Handlers>;
}
