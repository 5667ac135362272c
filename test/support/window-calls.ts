import fs from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type Bridge,
  contract,
  type Handlers,
  type JobProgress,
  type MethodName,
  type Value,
} from '../../core/contract/contract.ts';
import type { Answer } from '../../core/contract/method.ts';
import { methodNames } from '../../core/contract/method-names.ts';
import { answer, type CallEvent } from '../../electron/ipc/answer.ts';
import { appHandlers } from '../../electron/ipc/handlers/app.ts';
import { catalogueHandlers } from '../../electron/ipc/handlers/catalogue.ts';
import { clipboardHandlers } from '../../electron/ipc/handlers/clipboard.ts';
import { fileHandlers } from '../../electron/ipc/handlers/files.ts';
import { importHandlers } from '../../electron/ipc/handlers/import.ts';
import { jobHandlers } from '../../electron/ipc/handlers/jobs.ts';
import { planHandlers } from '../../electron/ipc/handlers/plans.ts';
import { siteHandlers } from '../../electron/ipc/handlers/sites.ts';
import { storageHandlers } from '../../electron/ipc/handlers/storage.ts';
import { templateHandlers } from '../../electron/ipc/handlers/templates.ts';
import { windowHandlers } from '../../electron/ipc/handlers/window.ts';
import { BringingIn } from '../../electron/jobs/bringing-in.ts';
import { FileReading } from '../../electron/jobs/file-reading.ts';
import type { StartJobChild } from '../../electron/jobs/job-child.ts';
import { Jobs } from '../../electron/jobs/jobs.ts';
import type { Log } from '../../electron/log.ts';
import type { Store } from '../../electron/storage/store.ts';
import type { Dialogs } from '../../electron/windows/dialogs.ts';
import { startNodeChild } from './node-child.ts';
import { temporaryFolder, testStore } from './temporary-store.ts';

/** The event of a call from the application's own page. */
const ownPage: CallEvent = { senderFrame: { origin: 'app://main', parent: null } };

export type WindowCalls = {
  readonly handlers: Handlers;
  readonly store: Store;
  readonly folder: string;
  /** What the window control, the guard and the log heard. */
  readonly heard: unknown[];
  /** How far long work was said to be. */
  readonly heardProgress: readonly JobProgress[];
  /** What the next dialogs answer: a path, or null for "Cancel". */
  readonly chosen: (string | null)[];
  /** What the clipboard of the system holds. */
  readonly clipboard: { text: string };
  readonly call: <M extends MethodName>(
    name: M,
    args: unknown,
    event?: CallEvent,
  ) => Promise<Answer<Value<M>>>;
};

/** All handlers on a real store, with a person who chooses `chosen` in dialogs; jobs run in processes of Node, or as is said. */
export function windowCalls(startChild: StartJobChild = startNodeChild): WindowCalls {
  const folder = temporaryFolder();
  const database = path.join(folder, 'database', 'sallyport.db');
  const { store } = testStore(database);
  const heard: unknown[] = [];
  const heardProgress: JobProgress[] = [];
  const chosen: (string | null)[] = [];
  const next = async () => chosen.shift() ?? null;
  const say = (...words: unknown[]) => void heard.push(words);
  const clipboard = { text: '' };
  const log: Log = { info: say, warn: say, error: (sentence) => say(sentence) };
  const jobs = new Jobs(startChild);
  onTestFinished(() => jobs.cancelAll());
  const onProgress = (progress: JobProgress) => void heardProgress.push(progress);
  const reading = new FileReading({ store, jobs, database, onProgress });
  const bringing = new BringingIn({ jobs, onProgress });
  const dialogs: Dialogs = {
    chooseFile: next,
    choosePlace: ({ title, fileName }) => {
      say('offered', fileName);
      if (title.startsWith('Export: ')) say('titled', title);
      return next();
    },
    ask: async () => 0,
  };
  const handlers: Handlers = {
    ...appHandlers({ store, version: '1.2.3', takeOpenPlanId: () => null, quit: () => say('quit') }),
    ...siteHandlers(store),
    ...planHandlers({ store, onSaveFailed: (why) => say('save failed', why) }),
    ...fileHandlers({
      store,
      database,
      version: '1.2.3',
      dialogs,
      jobs,
      reading,
      onProgress,
    }),
    ...importHandlers({ dialogs, bringing, reading }),
    ...jobHandlers({ jobs, reading, bringing }),
    ...storageHandlers(store),
    ...templateHandlers(store, jobs),
    ...catalogueHandlers({ store, jobs, dialogs }),
    ...clipboardHandlers({
      jobs,
      readText: async () => clipboard.text,
      writeText: async (text) => {
        clipboard.text = text;
      },
    }),
    ...windowHandlers({
      showMenu: (items) => say('menu', items.length),
      setUnsaved: (unsaved) => say('unsaved', unsaved),
      setZoom: (percent) => say('zoom', percent),
      closeNow: () => say('close'),
    }),
  };
  const call: WindowCalls['call'] = async (name, args, event = ownPage) => {
    const answered = await answer(handlers, { name, event, args }, log);
    if (answered.ok) contract[name].value.parse(answered.value);
    return answered as Answer<never>;
  };
  return { handlers, store, folder, heard, heardProgress, chosen, clipboard, call };
}

/** The calls as the window's own code makes them; nothing is told without being asked. */
export function bridgeOf({ call }: WindowCalls): Bridge {
  const methods = methodNames.map((name) => [name, (args: unknown) => call(name, args)]);
  return { ...Object.fromEntries(methods), on: () => () => undefined };
}

/** A file of the test's own with some bytes. */
export function fileWith(folder: string, name: string, bytes: Uint8Array | string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, bytes);
  return file;
}
