import { createWriteStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise } from 'yauzl';
import { Refusal } from './log.ts';
import { lastLines, run } from './run.ts';

/** Unpacks a gzipped tar file with the system's tar. */
export async function untar(file: string, into: string): Promise<void> {
  const result = await run('tar', ['-xzf', file, '-C', into]);
  if (result.code !== 0) throw new Refusal(`tar could not unpack the package: ${lastLines(result.errors)}`);
}

/** File mode stored by a Unix zip, or the usual one. */
function modeOf(entry: Entry): number {
  return (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
}

/**
 * Unpacks the entries for which `nameOf` gives a path below `into`, keeping file modes.
 *
 * Folders are made as needed; symbolic links are written as plain files. Gives the number of files.
 */
export async function unzip(
  file: string,
  into: string,
  nameOf: (name: string) => string | null,
): Promise<number> {
  const zip = await openPromise(file, { lazyEntries: true });
  let count = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.endsWith('/') ? null : nameOf(entry.fileName);
    if (name === null) continue;
    const target = path.join(into, name);
    if (path.relative(into, target).startsWith('..')) {
      throw new Refusal(`the archive holds a name that leads outside: ${entry.fileName}`);
    }
    await fs.mkdir(path.dirname(target), { recursive: true });
    await pipeline(
      await zip.openReadStreamPromise(entry),
      createWriteStream(target, { mode: modeOf(entry) }),
    );
    count += 1;
  }
  return count;
}
