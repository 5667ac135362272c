import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  cacheRoot,
  hashFile,
  inTemporaryFolder,
  isIntact,
  publish,
  sweep,
  writeStamp,
} from '../../scripts/runtime/cache.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'cache-'));
});
afterEach(() => rmSync(root, { recursive: true }));

async function folderWith(name: string, files: Record<string, string>): Promise<string> {
  const folder = path.join(root, name);
  for (const [file, text] of Object.entries(files)) {
    await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await fs.writeFile(path.join(folder, file), text);
  }
  return folder;
}

test('the cache is the XDG one when that is an absolute path', () => {
  expect(cacheRoot({ XDG_CACHE_HOME: '/var/cache' })).toBe(path.join('/var/cache', 'sallyport'));
  expect(cacheRoot({ XDG_CACHE_HOME: 'relative' })).toBe(path.join(os.homedir(), '.cache', 'sallyport'));
});

test('a file’s hash is that of its bytes', async () => {
  const folder = await folderWith('a', { f: 'abc' });
  // FIPS 180-4, the standard's own example for "abc".
  expect(await hashFile(path.join(folder, 'f'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

describe('a stamped folder', () => {
  test('is intact until a file changes, also one of the same size', async () => {
    const folder = await folderWith('a', { f: 'abc', 'below/g': 'def' });
    await writeStamp(folder);
    expect(await isIntact(folder)).toBe(true);
    await fs.writeFile(path.join(folder, 'below/g'), 'deg');
    expect(await isIntact(folder)).toBe(false);
  });

  test('is intact when a large file was only touched, and not when it was changed', async () => {
    const folder = await folderWith('a', { large: 'x'.repeat(2_000_001) });
    await writeStamp(folder);
    await fs.utimes(path.join(folder, 'large'), 1, 1);
    expect(await isIntact(folder)).toBe(true);
    await fs.writeFile(path.join(folder, 'large'), `y${'x'.repeat(2_000_000)}`);
    expect(await isIntact(folder)).toBe(false);
  });

  test('is not intact when a file, the stamp or the folder is missing', async () => {
    const folder = await folderWith('a', { f: 'abc' });
    expect(await isIntact(folder)).toBe(false);
    await writeStamp(folder);
    await fs.rm(path.join(folder, 'f'));
    expect(await isIntact(folder)).toBe(false);
    expect(await isIntact(path.join(root, 'nothing'))).toBe(false);
  });

  test('is not intact when its stamp was cut off', async () => {
    const folder = await folderWith('a', { f: 'abc' });
    await writeStamp(folder);
    await fs.truncate(path.join(folder, 'runtime.json'), 20);
    expect(await isIntact(folder)).toBe(false);
  });
});

describe('publishing', () => {
  test('two runs at once leave one intact folder', async () => {
    const sources = await Promise.all([folderWith('tmp-1', { f: 'abc' }), folderWith('tmp-2', { f: 'abc' })]);
    const target = path.join(root, 'finished');
    await Promise.all(sources.map((each) => publish(each, target)));
    expect(await isIntact(target)).toBe(true);
  });

  test('replaces a folder that is damaged', async () => {
    const target = await folderWith('finished', { f: 'half' });
    await publish(await folderWith('tmp-1', { f: 'abc' }), target);
    expect(await fs.readFile(path.join(target, 'f'), 'utf8')).toBe('abc');
  });
});

test('a temporary folder is gone after the work, also when it fails', async () => {
  let seen = '';
  const work = inTemporaryFolder(root, async (folder) => {
    seen = folder;
    throw new Error('stop');
  });
  await expect(work).rejects.toThrow('stop');
  expect(path.dirname(seen)).toBe(root);
  expect(existsSync(seen)).toBe(false);
});

test('sweeping removes what a killed run left an hour ago, and nothing else', async () => {
  for (const name of ['tmp-old', 'tmp-new', 'electron']) await folderWith(name, { f: '' });
  const longAgo = Date.now() / 1000 - 7200;
  await fs.utimes(path.join(root, 'tmp-old'), longAgo, longAgo);
  await fs.utimes(path.join(root, 'electron'), longAgo, longAgo);
  await sweep(root);
  expect((await fs.readdir(root)).sort()).toEqual(['electron', 'tmp-new']);
});
