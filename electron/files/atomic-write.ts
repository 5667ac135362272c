import fs from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../core/result.ts';

export type WriteError = { readonly code: 'exists' | 'not-written'; readonly message: string };

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'it is a folder',
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

/** Writes a file so that it is there whole or not at all; what stood there is replaced only when asked. */
export async function writeAtomically(
  file: string,
  bytes: Uint8Array,
  { replace }: { readonly replace: boolean },
): Promise<Result<null, WriteError>> {
  const name = path.basename(file);
  if (!replace && (await exists(file))) {
    return err({
      code: 'exists',
      message: `${name} exists already. Choose another name, or allow it to be replaced.`,
    });
  }
  const temporary = `${file}.${process.pid}.part`;
  try {
    // Half a file is nobody else's to read; the whole one is as the person's system makes files.
    const handle = await fs.open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.chmod(0o666 & ~process.umask()).catch(passWithoutModes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temporary, file);
    return ok(null);
  } catch (error) {
    const why = whyOf(error);
    await removeIfThere(temporary);
    return err({
      code: 'not-written',
      message: `${name} could not be written: ${why}. Choose another place.`,
    });
  }
}

/** A disk whose files have no modes, such as a stick or a share, is no less good for it. */
function passWithoutModes(error: unknown): void {
  if (!WITHOUT_MODES.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
}

async function removeIfThere(file: string): Promise<void> {
  try {
    await fs.rm(file, { force: true });
  } catch (error) {
    // Where a file stands in the place of the folder there is nothing to remove.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
  }
}

async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}
