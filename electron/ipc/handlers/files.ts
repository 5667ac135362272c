import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { readPictureInfo } from '../../../core/codec/picture/read-picture-info.ts';
import type { Args, Handlers, Value } from '../../../core/contract/contract.ts';
import type { Answer } from '../../../core/contract/method.ts';
import { type Plan, recordsOf } from '../../../core/plan/plan.ts';
import type { IdOf } from '../../../core/plan/records/index.ts';
import { err, ok } from '../../../core/result.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import { resourcesFolder } from '../../files/resources-folder.ts';
import type { ExportJob } from '../../jobs/export-job.ts';
import { receivePlan } from '../../storage/receive-plan.ts';
import type { Repositories, Store } from '../../storage/store.ts';
import type { Dialogs } from '../../windows/dialogs.ts';
import { withStore } from './store-access.ts';
import { suggestedName } from './suggested-name.ts';

export type FileHandlersSetup = {
  readonly store: Store;
  readonly dialogs: Dialogs;
  readonly version: string;
  readonly job: Pick<ExportJob, 'run' | 'cancel'>;
};

const LARGEST_FILE = 200 * 1024 * 1024;
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

/** The bytes of a file that a person chose. */
async function readChosen(file: string): Promise<Answer<Uint8Array>> {
  const name = path.basename(file);
  try {
    const found = await fs.stat(file);
    if (!found.isFile())
      return err({ code: 'unreadable', message: `${name} is a folder or a device. Choose a file.` });
    if (found.size > LARGEST_FILE)
      return err({ code: 'too-large', message: `${name} is larger than 200 MB. Choose a smaller file.` });
    return ok(await fs.readFile(file));
  } catch (error) {
    // Not the system's own sentence: it holds the path, which stays in this process.
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return err({
      code: 'unreadable',
      message: `${name} cannot be read (${code}). Check that it exists and that you may read it.`,
    });
  }
}

/** Stores the plan in a file's bytes. */
async function receiveFile(
  store: Store,
  file: { readonly bytes: Uint8Array; readonly name: string },
  siteId: string | null,
): Promise<Answer<Value<'files.import'>>> {
  // With the projections of the world in it, which no start of the application should wait for.
  const { importFile } = await import('../../files/import-plan.ts');
  const imported = await importFile(file.bytes, file.name, randomUUID);
  if (!imported.ok) {
    const { code, message } = imported.error;
    const isKnown = code === 'too-new' || code === 'too-large' || code === 'damaged';
    return err({ code: isKnown ? code : 'unreadable', message: `${file.name}: ${message}` });
  }
  const { remarks, attachments, ...plan } = imported.value;
  const pictures = [...attachments.values()].map((bytes) => {
    const info = readPictureInfo(bytes);
    return { bytes, mediaType: info.ok ? info.value.mediaType : 'application/octet-stream' };
  });
  return withStore(store, (repositories) => {
    const received = receivePlan(
      repositories,
      { ...plan, attachments: pictures },
      { siteId, at: new Date() },
    );
    return received.ok ? ok({ ...received.value, remarks: [...remarks] }) : received;
  });
}

/** Stores the plan in a file of the disk. */
export async function receivePath(store: Store, file: string): Promise<Answer<Value<'files.import'>>> {
  const bytes = await readChosen(file);
  return bytes.ok ? receiveFile(store, { name: path.basename(file), bytes: bytes.value }, null) : bytes;
}

function storePicture(
  { attachments }: Repositories,
  name: string,
  bytes: Uint8Array,
): Answer<Value<'files.addPicture'>> {
  const info = readPictureInfo(bytes);
  if (!info.ok) return err({ code: 'unreadable', message: `${name} ${info.error.message}` });
  const added = attachments.add(info.value.mediaType, bytes);
  if (!added.ok) return added;
  const { widthPx, heightPx } = info.value;
  return ok({ sha256: added.value, name, widthPx, heightPx });
}

async function readResource(...names: string[]): Promise<{ bytes: Uint8Array; name: string }> {
  const file = path.join(resourcesFolder(), ...names);
  return { bytes: await fs.readFile(file), name: path.basename(file) };
}

async function exportStored(
  setup: FileHandlersSetup,
  args: Args<'files.export'>,
): Promise<Answer<Value<'files.export'>>> {
  const { store, dialogs, version, job } = setup;
  const repositories = store.repositories();
  if (!repositories.ok) return repositories;
  const { plans, attachments } = repositories.value;
  const stored = plans.load(args.planId);
  if (!stored.ok) return stored;
  const { plan, siteName, summary, fileId } = stored.value;
  const pictures = new Map<string, Uint8Array>();
  for (const { attachment } of recordsOf(plan, 'underlay')) {
    const found = attachments.get(attachment);
    if (found) pictures.set(attachment, found.bytes);
  }
  const extension = extensions[args.format];
  const fileName = suggestedName([siteName, summary.name, ...sheetWords(plan, args)], extension);
  const place = await dialogs.choosePlace({
    title: 'Export',
    fileName,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  });
  if (place === null) return cancelled;
  const parcel = { planId: fileId, planName: summary.name, siteName, plan, attachments: pictures };
  const exported = await job.run(parcel, {
    ...args,
    appVersion: version,
    day: new Date().toISOString().slice(0, 10),
  });
  if (!exported.ok) return exported;
  // The save dialog has asked before an existing file is replaced.
  const written = await writeAtomically(place, exported.value.bytes, { replace: true });
  if (!written.ok) return err({ code: 'not-written', message: written.error.message });
  return ok({ fileName: path.basename(place), remarks: [...exported.value.remarks] });
}

/** The number of the sheet that an export is of, so that the files of a set do not have the same name. */
function sheetWords(plan: Plan, { format, sheetId }: Args<'files.export'>): readonly string[] {
  if (format !== 'pdf' && format !== 'png' && format !== 'svg') return [];
  const sheet = sheetId === null ? undefined : plan.tables.sheet.get(sheetId as IdOf<'sheet'>);
  return sheet ? [sheet.number || sheet.name] : [];
}

export function fileHandlers(setup: FileHandlersSetup) {
  const { store, dialogs, job } = setup;
  const choose = async (title: string, filters: typeof importFilters) => {
    const file = await dialogs.chooseFile({ title, filters });
    if (file === null) return cancelled;
    const bytes = await readChosen(file);
    return bytes.ok ? ok({ name: path.basename(file), bytes: bytes.value }) : bytes;
  };
  return {
    'files.import': async ({ siteId }) => {
      const chosen = await choose('Import', importFilters);
      return chosen.ok ? receiveFile(store, chosen.value, siteId) : chosen;
    },
    'files.importDropped': ({ name, bytes }) => receiveFile(store, { name, bytes }, null),
    'files.openSample': async () =>
      receiveFile(store, await readResource('sample-site', 'harbor-street.sallyport'), null),
    'files.choosePicture': async () => {
      const chosen = await choose('Add a picture', pictureFilters);
      return chosen.ok
        ? withStore(store, (found) => storePicture(found, chosen.value.name, chosen.value.bytes))
        : chosen;
    },
    'files.addPicture': ({ name, bytes }) => withStore(store, (found) => storePicture(found, name, bytes)),
    'files.addSamplePicture': async () => {
      const { name, bytes } = await readResource('sample-site', 'floor-plan.png');
      return withStore(store, (found) => storePicture(found, name, bytes));
    },
    'files.export': (args) => exportStored(setup, args),
    'files.cancelExport': async () => {
      job.cancel();
      return ok(null);
    },
  } satisfies Partial<Handlers>;
}
