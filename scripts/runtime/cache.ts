import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Files below this are hashed on each check; larger ones only when their size or time differs from the stamp. */
const ALWAYS_HASHED_BYTES = 2_000_000;
const ABANDONED_MS = 3_600_000;
export const STAMP = 'runtime.json';

type FileStamp = { readonly size: number; readonly mtimeMs: number; readonly sha256: string };
type Stamp = { readonly files: Readonly<Record<string, FileStamp>> };

/** The user's cache folder for this project (XDG base directory specification 0.8). */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  const xdg = env.XDG_CACHE_HOME ?? '';
  return path.join(path.isAbsolute(xdg) ? xdg : path.join(os.homedir(), '.cache'), 'sallyport');
}

/** Hash of a file, streamed. */
export async function hashFile(
  file: string,
  algorithm: 'sha256' | 'sha512' = 'sha256',
  encoding: 'hex' | 'base64' = 'hex',
): Promise<string> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest(encoding);
}

async function stampFile(file: string): Promise<FileStamp> {
  const { size, mtimeMs } = await fs.stat(file);
  return { size, mtimeMs, sha256: await hashFile(file) };
}

/** Writes the sizes, times and hashes of every file in the folder into it. */
export async function writeStamp(folder: string): Promise<void> {
  const files: Record<string, FileStamp> = {};
  for (const entry of await fs.readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files[path.relative(folder, file).split(path.sep).join('/')] = await stampFile(file);
  }
  await fs.writeFile(path.join(folder, STAMP), `${JSON.stringify({ files }, null, 1)}\n`);
}

async function matches(file: string, stamp: FileStamp): Promise<boolean> {
  const { size, mtimeMs } = await fs.stat(file);
  if (size !== stamp.size) return false;
  if (size > ALWAYS_HASHED_BYTES && mtimeMs === stamp.mtimeMs) return true;
  return (await hashFile(file)) === stamp.sha256;
}

/** Whether the folder still is what `writeStamp` saw; false also when it is missing or its stamp is unreadable. */
export async function isIntact(folder: string): Promise<boolean> {
  try {
    const stamp = JSON.parse(await fs.readFile(path.join(folder, STAMP), 'utf8')) as Stamp;
    for (const [name, file] of Object.entries(stamp.files)) {
      if (!(await matches(path.join(folder, name), file))) return false;
    }
    return true;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return false;
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Runs `work` in a fresh folder beside the cached ones (so a rename into place is atomic) and removes it. */
export async function inTemporaryFolder<T>(root: string, work: (folder: string) => Promise<T>): Promise<T> {
  await fs.mkdir(root, { recursive: true });
  const folder = await fs.mkdtemp(path.join(root, 'tmp-'));
  try {
    return await work(folder);
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

/** Stamps `from` and renames it to `to`; when another run was faster its folder is kept. */
export async function publish(from: string, to: string): Promise<void> {
  await writeStamp(from);
  if (await isIntact(to)) return;
  await fs.rm(to, { recursive: true, force: true });
  try {
    await fs.rename(from, to);
  } catch (error) {
    if (!(await isIntact(to))) throw error;
  }
}

/** Removes temporary folders that a killed run left behind more than an hour ago. */
export async function sweep(root: string): Promise<void> {
  const names = await fs.readdir(root).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const name of names.filter((each) => each.startsWith('tmp-'))) {
    const folder = path.join(root, name);
    const age = Date.now() - (await fs.stat(folder).then((stat) => stat.mtimeMs, Date.now));
    if (age > ABANDONED_MS) await fs.rm(folder, { recursive: true, force: true });
  }
}

/** Bytes below a folder at this moment; what vanishes while counting counts as nothing. */
export async function folderBytes(folder: string): Promise<number> {
  let bytes = 0;
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    bytes += await fs.stat(path.join(entry.parentPath, entry.name)).then(
      (stat) => stat.size,
      () => 0,
    );
  }
  return bytes;
}
