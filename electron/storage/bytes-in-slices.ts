import { createHash } from 'node:crypto';
import { Slices } from './journal/slices.ts';
import { readable } from './storage-error.ts';

/** What gives one part of some bytes after the other; null after the last. */
export type PartSource = { readonly next: () => Uint8Array | null };

/**
 * The bytes that come in parts, read a part at a time so that others have their turn; null where they are not there,
 * or not those of a hash.
 */
export async function bytesInSlices(parts: PartSource | null, sha256: string): Promise<Uint8Array | null> {
  if (!parts) return null;
  const slices = new Slices();
  const hash = createHash('sha256');
  const read: Uint8Array[] = [];
  for (let part = readable(() => parts.next()); part; part = readable(() => parts.next())) {
    hash.update(part);
    read.push(part);
    await slices.pause();
  }
  return hash.digest('hex') === sha256 ? Buffer.concat(read) : null;
}
