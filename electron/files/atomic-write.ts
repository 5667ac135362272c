import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../core/result.ts';
import { shownName } from './shown-name.ts';

export type WriteError = { readonly code: 'exists' | 'not-written'; readonly message: string };

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a link that leads back to itself',
  EBUSY: 'another program uses it',
  ENAMETOOLONG: 'its name is too long',
};

const WITHOUT_MODES: readonly string[] = ['ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM'];

function whyOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || code.startsWith('ERR_')) throw error;
  // Not the system's own sentence: it holds the path, which stays in this process.
  return reasons[code] ?? code;
}

/**
 * Writes a file so that it is there whole or not at all; what stood there is replaced only when asked.
 *
 * A file that is replaced keeps its mode. What a link leads to is replaced, and the link stays.
 */
export async function writeAtomically(
  file: string,
  bytes: Uint8Array,
  { replace }: { readonly replace: boolean },
): Promise<Result<null, WriteError>> {
  const name = shownName(file);
  if (!replace && (await exists(file))) {
    return err({
      code: 'exists',
      message: `${name} exists already. Choose another name, or allow it to be replaced.`,
    });
  }
  try {
    const target = await targetOf(file);
    const mode = await modeFor(target);
    if (typeof mode === 'string') return refused(name, mode);
    // A name of its own: with something behind it, the longest names that a system takes would be too long.
    const draft = path.join(path.dirname(target), `.${randomUUID()}.part`);
    const handle = await fs.open(draft, 'wx', 0o600);
    return await fill({ handle, draft, target, mode }, bytes, name);
  } catch (error) {
    return refused(name, whyOf(error));
  }
}

type Draft = {
  readonly handle: fs.FileHandle;
  readonly draft: string;
  readonly target: string;
  readonly mode: number;
};

async function fill(
  { handle, draft, target, mode }: Draft,
  bytes: Uint8Array,
  name: string,
): Promise<Result<null, WriteError>> {
  try {
    try {
      // Half a file is nobody else's to read.
      await handle.writeFile(bytes);
      await handle.chmod(mode).catch(passWithoutModes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(draft, target);
    return ok(null);
  } catch (error) {
    const why = whyOf(error);
    const left = await removed(draft);
    return refused(name, left ? why : `${why}, and what was written of it stays as ${path.basename(draft)}`);
  }
}

function refused(name: string, why: string): Result<never, WriteError> {
  const message = `${name} could not be written: ${why}. Choose another place.`;
  return err({ code: 'not-written', message });
}

/** Where a link leads to, whether or not a file lies there; the path itself where it is none. */
async function targetOf(file: string): Promise<string> {
  const found = await fs.lstat(file).catch(absent);
  if (!found?.isSymbolicLink()) return file;
  const real = await fs.realpath(file).catch(absent);
  // One that leads nowhere yet may do so by way of another.
  return real ?? targetOf(path.resolve(path.dirname(file), await fs.readlink(file)));
}

/** The mode that a file is to have: that of the one it replaces, else as the system makes files; or why it may not. */
async function modeFor(target: string): Promise<number | string> {
  const found = await fs.stat(target).catch(absent);
  if (found === null) return 0o666 & ~process.umask();
  if (found.isFile()) return found.mode & 0o777;
  return found.isDirectory() ? 'it is a folder' : 'it is no file of a disk';
}

/** Null for what is not there; any other error is thrown again. */
function absent(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  return null;
}

/** Whether a draft could be removed. */
async function removed(draft: string): Promise<boolean> {
  try {
    await fs.rm(draft, { force: true });
    return true;
  } catch (error) {
    whyOf(error);
    return false;
  }
}

/** A disk whose files have no modes, such as a stick or a share, is no less good for it. */
function passWithoutModes(error: unknown): void {
  if (!WITHOUT_MODES.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
}

async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}
