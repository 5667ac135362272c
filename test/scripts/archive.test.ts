import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { untar, unzip } from '../../scripts/runtime/archive.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'archive-'));
});
afterEach(() => rmSync(root, { recursive: true }));

async function zipOf(entries: Record<string, { text: string; mode: number }>): Promise<string> {
  const zip = new ZipFile();
  for (const [name, { text, mode }] of Object.entries(entries))
    zip.addBuffer(Buffer.from(text), name, { mode });
  zip.end();
  const file = path.join(root, 'test.zip');
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

test('unpacks what is wanted, under its new name, with its mode', async () => {
  const file = await zipOf({
    'App/App': { text: 'run', mode: 0o100755 },
    'App/lib/a.so': { text: 'lib', mode: 0o100644 },
    'App/unwanted': { text: 'no', mode: 0o100644 },
  });
  const names: Record<string, string | null> = { 'App/App': 'electron', 'App/lib/a.so': 'lib/a.so' };
  const target = path.join(root, 'out');
  expect(await unzip(file, target, (name) => names[name] ?? null)).toBe(2);
  expect((await fs.readdir(target, { recursive: true })).sort()).toEqual([
    'electron',
    'lib',
    path.join('lib', 'a.so'),
  ]);
  expect((await fs.stat(path.join(target, 'electron'))).mode & 0o777).toBe(0o755);
  expect(await fs.readFile(path.join(target, 'lib', 'a.so'), 'utf8')).toBe('lib');
});

test('refuses a name that leads outside', async () => {
  const file = await zipOf({ a: { text: '', mode: 0o100644 } });
  await expect(unzip(file, path.join(root, 'out'), () => '../outside')).rejects.toThrow(/leads outside/);
});

test('says so when a package is no archive', async () => {
  const file = path.join(root, 'no.tgz');
  await fs.writeFile(file, 'not an archive');
  await expect(untar(file, root)).rejects.toThrow(/tar could not unpack/);
});
