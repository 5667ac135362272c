import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { handOver } from '../../../electron/starts/hand-over.ts';
import { notesFolder } from '../../../electron/starts/start-note.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';

const folderOfSource = path.resolve(import.meta.dirname, '../../../electron/starts');
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** A process that holds the lock of a folder, and goes on with a script of its own. */
async function holder(folder: string, script: string): Promise<void> {
  const text = `import { takeWindowLock } from ${JSON.stringify(path.join(folderOfSource, 'window-lock.ts'))};
    import { NotedStarts } from ${JSON.stringify(path.join(folderOfSource, 'noted-starts.ts'))};
    const folder = ${JSON.stringify(folder)};
    process.stdout.write(takeWindowLock(folder).type);
    ${script}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  await once(child.stdout, 'data');
}

const files = ['/a.sallyport'];

test('the process with the window takes the note', async () => {
  const dataFolder = temporaryFolder();
  await holder(
    dataFolder,
    `await new NotedStarts({ dataFolder: folder, onStart: async () => {}, onLost() {}, warn() {} }).begin();
     setInterval(() => {}, 1000);`,
  );
  expect(handOver({ dataFolder, files, waitMs: 10_000 })).toEqual({ type: 'taken' });
});

test('a busy one is left alone, and finds the note later', async () => {
  const dataFolder = temporaryFolder();
  await holder(dataFolder, 'for (;;);');
  expect(handOver({ dataFolder, files, waitMs: 300 })).toMatchObject({ type: 'waiting' });
  expect(fs.readdirSync(notesFolder(dataFolder))).toHaveLength(1);
});

test('one that ends meanwhile leaves window and note to this one', async () => {
  const dataFolder = temporaryFolder();
  await holder(dataFolder, 'setTimeout(() => process.exit(), 400);');
  expect(handOver({ dataFolder, files, waitMs: 10_000 })).toEqual({ type: 'window', lock: { type: 'held' } });
  expect(fs.readdirSync(notesFolder(dataFolder))).toHaveLength(1);
});

test('a note that cannot be written is told', async () => {
  const dataFolder = temporaryFolder();
  fs.writeFileSync(notesFolder(dataFolder), '');
  expect(handOver({ dataFolder, files, waitMs: 10 })).toEqual({
    type: 'failed',
    message: `Sallyport is open already, but what to open could not be handed to it (EEXIST in ${dataFolder}). Open it from the window.`,
  });
});
