import { constants } from 'node:fs';
import fs from 'node:fs/promises';
import type { AppError } from '../../core/contract/method.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { mostRead } from './most-read.ts';
import { shownName } from './shown-name.ts';

/**
 * The bytes of a file that a person chose, at most 200 MB of them.
 *
 * What is no file is not read at all, and one that changes meanwhile is refused. Sentences begin with its name.
 */
export function readSource(file: string): Promise<Result<Uint8Array, AppError>> {
  return tellingErrors(file, async (name) => {
    // Looked at before it is opened: opening a pipe waits for its other end, and some devices act on it.
    const found = refusalOf(name, await fs.stat(file));
    return found ?? readOpened(file, name);
  });
}

/** Refuses, without reading any of it, what is not there, is no file, or is too large. */
export function lookAtSource(file: string): Promise<Result<null, AppError>> {
  return tellingErrors(file, async (name) => refusalOf(name, await fs.stat(file)) ?? ok(null));
}

async function tellingErrors<T>(
  file: string,
  work: (name: string) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  const name = shownName(file);
  try {
    return await work(name);
  } catch (error) {
    // Not the system's own sentence: it holds the path, which the window never learns.
    const { code = null } = error as NodeJS.ErrnoException;
    if (code === null) throw error;
    const message = `${name} cannot be read (${code}). Check that it exists and that you may read it.`;
    return err({ code: 'unreadable', message });
  }
}

type Found = { readonly isFile: () => boolean; readonly size: number };

function refusalOf(name: string, found: Found): Result<never, AppError> | null {
  if (!found.isFile())
    return err({ code: 'unreadable', message: `${name} is a folder or a device. Choose a file.` });
  return found.size > mostRead.file
    ? err({ code: 'too-large', message: `${name} is larger than 200 MB. Choose a smaller file.` })
    : null;
}

async function readOpened(file: string, name: string): Promise<Result<Uint8Array, AppError>> {
  // Something else may stand there by now; a pipe then does not hold up the opening. Windows has no such flag.
  const handle = await fs.open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const before = await handle.stat();
    const refusal = refusalOf(name, before);
    if (refusal) return refusal;
    // One more than it has: that byte is read only when the file has grown.
    const bytes = Buffer.allocUnsafe(before.size + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
      length += bytesRead;
      if (bytesRead === 0 || length === bytes.length) break;
    }
    const after = await handle.stat();
    const isSame = length === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs;
    if (isSame) return ok(bytes.subarray(0, length));
    const message = `${name} was changed while it was read. Wait until it is complete, then try again.`;
    return err({ code: 'unreadable', message });
  } finally {
    await handle.close();
  }
}
