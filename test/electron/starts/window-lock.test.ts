import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { takeWindowLock } from '../../../electron/starts/window-lock.ts';
import { mountedFolder, temporaryFolder } from '../../support/temporary-store.ts';

const source = path.resolve(import.meta.dirname, '../../../electron/starts/window-lock.ts');
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** A process that tries to take the lock of a folder and stays; gives what it said. */
async function taker(folder: string): Promise<{ child: ChildProcess; said: string }> {
  const script = `import { takeWindowLock } from ${JSON.stringify(source)};
    process.stdout.write(takeWindowLock(${JSON.stringify(folder)}).type);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const [said] = await once(child.stdout, 'data');
  return { child, said: String(said) };
}

test('of processes that try at once one has the lock; killed, it leaves it to the next', async () => {
  const folder = path.join(temporaryFolder(), `O'Brien "data" – Übersicht`);
  const takers = await Promise.all(Array.from({ length: 6 }, () => taker(folder)));
  expect(takers.map(({ said }) => said).sort()).toEqual(['held', ...takers.slice(1).map(() => 'other')]);
  expect(takeWindowLock(folder)).toEqual({ type: 'other' });
  const holder = takers.find(({ said }) => said === 'held')?.child;
  const ended = once(holder ?? process, 'exit');
  holder?.kill('SIGKILL');
  await ended;
  expect((await taker(folder)).said).toBe('held');
});

test('a lock file of anything is emptied, never removed', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'window.lock');
  fs.writeFileSync(file, 'no database at all, and long enough to be read as one'.repeat(100));
  const { ino } = fs.statSync(file);
  expect((await taker(folder)).said).toBe('held');
  expect(fs.statSync(file)).toMatchObject({ size: 0, ino });
});

test('where no lock can be kept it says why', () => {
  const folder = temporaryFolder();
  fs.mkdirSync(path.join(folder, 'window.lock'));
  expect(takeWindowLock(folder)).toMatchObject({
    type: 'none',
    why: expect.stringContaining('unable to open'),
  });
  expect(takeWindowLock(mountedFolder('size=1m,ro'))).toMatchObject({ type: 'none' });
});
