import path from 'node:path';
import type { Args, Handlers, JobProgress, Value } from '../../../core/contract/contract.ts';
import { formatOf, readFormats } from '../../../core/contract/formats.ts';
import type { Answer } from '../../../core/contract/method.ts';
import { plainLine } from '../../../core/plain-text.ts';
import { err, ok } from '../../../core/result.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import { dayOfIssue } from '../../files/day-of-issue.ts';
import type { Exported } from '../../files/export-plan.ts';
import { resourcesFolder } from '../../files/resources-folder.ts';
import { shownName } from '../../files/shown-name.ts';
import type { FileReading } from '../../jobs/file-reading.ts';
import type { RequestOf } from '../../jobs/job-table.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Store } from '../../storage/store.ts';
import type { Dialogs } from '../../windows/dialogs.ts';
import { exportSource, outOfPlace } from './export-source.ts';
import { allFiles, fileFilters } from './file-filters.ts';
import { HeldPages } from './held-pages.ts';
import { suggestedName } from './suggested-name.ts';

export type FileHandlersSetup = {
  readonly store: Store;
  /** The file of the database, which the job of an export reads. */
  readonly database: string;
  readonly dialogs: Dialogs;
  readonly version: string;
  readonly jobs: Pick<Jobs, 'run' | 'isRunning'>;
  readonly reading: FileReading;
  /** Hears how far a running export is. */
  readonly onProgress: (progress: JobProgress) => void;
};

const cancelled = err({ code: 'cancelled', message: 'Nothing was chosen.' } as const);

const pictureFilters = [{ name: 'Picture', extensions: ['png', 'jpg', 'jpeg'] }, allFiles];

const notOnDisk = err({
  code: 'refused',
  message: 'That is no file of a disk. Save it first, then drop it from its folder.',
} as const);

const heldWords = {
  lost: 'Another export was begun meanwhile, so nothing was written. Export again.',
  tooLarge: 'The plan is larger than one that can be exported.',
};

async function exportPlan(
  setup: FileHandlersSetup,
  { held, args }: { readonly held: HeldPages; readonly args: Args<'files.export'> },
): Promise<Answer<Value<'files.export'>>> {
  const { store, database, dialogs, version } = setup;
  const found = await exportSource({ store, database, held }, args);
  if (!found.ok) return found;
  const { source, planName, siteName, marking, sheet } = found.value;
  const { title, extension, holds } = formatOf(args.format);
  // The files of one sheet each would else have the same name. The marking comes first: a long name is cut at its end.
  const words = [
    siteName,
    planName,
    ...(sheet !== null && holds === 'a-sheet' ? [sheet] : []),
    ...(holds === 'all-cameras' ? ['Cameras'] : []),
  ];
  const place = await dialogs.choosePlace({
    title: args.heading === null ? 'Export' : `Export: ${plainLine(args.heading)}`,
    fileName: suggestedName([...(marking === null ? [] : [marking]), ...words], extension),
    filters: [{ name: title, extensions: [extension] }],
  });
  if (place === null) return cancelled;
  const { held: _held, heading: _heading, ...page } = args;
  const choice = { ...page, appVersion: version, day: dayOfIssue() };
  const exported = await runExport(setup, { source, choice });
  if (!exported.ok) return exported;
  // Its job has read what lies at the path of the database.
  const problem = 'pages' in source ? null : outOfPlace(store);
  if (problem) return err(problem);
  // The save dialog has asked before an existing file is replaced.
  const written = await writeAtomically(place, exported.value.bytes, { replace: true });
  if (!written.ok) return err({ code: 'not-written', message: written.error.message });
  return ok({ fileName: shownName(place), remarks: [...exported.value.remarks] });
}

async function runExport(
  { jobs, onProgress }: FileHandlersSetup,
  request: RequestOf<'export.write'>,
): Promise<Answer<Exported>> {
  // Refused; what the window shows is the progress of the one that runs.
  if (jobs.isRunning('export.write')) return jobs.run('export.write', request);
  const tell = (done: number) => onProgress({ job: 'export.write', name: null, done, doing: null });
  tell(0);
  try {
    return await jobs.run('export.write', request, { onProgress: tell });
  } finally {
    tell(1);
  }
}

const sample = (...names: string[]): string => path.join(resourcesFolder(), 'sample-site', ...names);

export function fileHandlers(setup: FileHandlersSetup) {
  const { dialogs, reading } = setup;
  const held = new HeldPages(heldWords);
  return {
    'files.import': async ({ siteId }) => {
      const file = await dialogs.chooseFile({ title: 'Import', filters: fileFilters(readFormats) });
      return file === null ? cancelled : reading.askingPlan(file, siteId);
    },
    'files.takeDropped': async ({ path: file }) => (file === '' ? notOnDisk : reading.either(file)),
    'files.openSample': () => reading.plan(sample('harbor-street.sallyport'), null),
    'files.choosePicture': async () => {
      const file = await dialogs.chooseFile({ title: 'Add a picture', filters: pictureFilters });
      return file === null ? cancelled : reading.picture(file);
    },
    'files.addSamplePicture': () => reading.picture(sample('floor-plan.png')),
    'files.hold': async (args) => held.add(args),
    'files.export': (args) => exportPlan(setup, { held, args }),
  } satisfies Partial<Handlers>;
}
