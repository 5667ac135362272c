import { parseBounded, smallJsonLimits } from '../../../core/bounded-json.ts';
import { parseCameraTable } from '../../../core/catalogue/cameras/bundled-cameras.ts';
import type { CatalogueCamera } from '../../../core/catalogue/cameras/catalogue-camera.ts';
import { writeCameraCsv } from '../../../core/codec/camera-csv.ts';
import type { Handlers } from '../../../core/contract/contract.ts';
import type { Answer } from '../../../core/contract/method.ts';
import { MOST_OWN_CAMERAS } from '../../../core/contract/shapes.ts';
import { err, ok } from '../../../core/result.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import { shownName } from '../../files/shown-name.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import { namedRefusal } from '../../jobs/named-refusal.ts';
import type { ReadCatalogue } from '../../jobs/read-catalogue-job.ts';
import { OWN_CAMERAS_KEY } from '../../storage/setting-repository.ts';
import type { Store } from '../../storage/store.ts';
import type { Dialogs } from '../../windows/dialogs.ts';
import { allFiles } from './file-filters.ts';
import { withStore } from './store-access.ts';

export type CatalogueHandlersSetup = {
  readonly store: Store;
  readonly jobs: Pick<Jobs, 'run'>;
  readonly dialogs: Dialogs;
};

const tables = [{ name: 'Table of cameras', extensions: ['csv', 'tsv', 'txt'] }, allFiles];
const profiles = [{ name: 'Level profile', extensions: ['json'] }, allFiles];
const cancelled = err({ code: 'cancelled', message: 'Nothing was chosen.' } as const);

/** The person's own cameras, tables of cameras and level profiles; files are read in a process of their own. */
export function catalogueHandlers({ store, jobs, dialogs }: CatalogueHandlersSetup) {
  const read = async (
    holds: ReadCatalogue['holds'],
    asked: Parameters<Dialogs['chooseFile']>[0],
  ): Promise<Answer<{ readonly name: string; readonly found: ReadCatalogue }>> => {
    const file = await dialogs.chooseFile(asked);
    if (file === null) return cancelled;
    const name = shownName(file);
    const found = await jobs.run('catalogue.read', { file, holds });
    return found.ok ? ok({ name, found: found.value }) : namedRefusal(found, name);
  };
  return {
    'cameras.list': () => withStore(store, ({ settings }) => camerasIn(settings.get(OWN_CAMERAS_KEY))),
    'cameras.save': async ({ cameras }) => {
      const sound = parseCameraTable(cameras);
      if (!sound.ok) return err({ code: 'refused', message: sound.error });
      return withStore(store, ({ settings }) => settings.set(OWN_CAMERAS_KEY, JSON.stringify(cameras)));
    },
    'cameras.read': async () => {
      const table = await read('cameras', { title: 'Import cameras', filters: tables });
      if (!table.ok) return table;
      const { name, found } = table.value;
      if (found.holds !== 'cameras') throw new Error('A table of cameras was read as something else.');
      const { cameras, remarks } = found;
      return ok({ name, cameras, remarks });
    },
    'cameras.write': async ({ cameras }) => {
      const place = await dialogs.choosePlace({
        title: 'Export cameras',
        fileName: 'cameras.csv',
        filters: [{ name: 'Table of cameras', extensions: ['csv'] }],
      });
      if (place === null) return cancelled;
      const bytes = new TextEncoder().encode(writeCameraCsv(cameras));
      // The save dialog has asked before an existing file is replaced.
      const written = await writeAtomically(place, bytes, { replace: true });
      if (!written.ok) return err({ code: 'not-written', message: written.error.message });
      return ok({ fileName: shownName(place) });
    },
    'levels.read': async () => {
      const file = await read('levels', { title: 'Import a level profile', filters: profiles });
      if (!file.ok) return file;
      const { name, found } = file.value;
      if (found.holds !== 'levels') throw new Error('A level profile was read as something else.');
      return ok({ name, profile: found.profile });
    },
  } satisfies Partial<Handlers>;
}

const damaged = err({
  code: 'damaged',
  message:
    'Your own cameras are damaged in the database and are not shown. Restore a backup, or import their table again.',
} as const);

/** The cameras in what is stored; none where nothing is. */
function camerasIn(stored: string | null): Answer<{ cameras: CatalogueCamera[] }> {
  if (stored === null) return ok({ cameras: [] });
  const json = parseBounded(stored, smallJsonLimits);
  const table = json.ok ? parseCameraTable(json.value) : null;
  if (!table?.ok || table.value.length > MOST_OWN_CAMERAS) return damaged;
  return ok({ cameras: [...table.value] });
}
