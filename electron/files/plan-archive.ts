import { once } from 'node:events';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import yazl from 'yazl';
import { type Entry, MOST_PARTS, type PlanFileError } from '../../core/codec/plan-file.ts';
import { planLimits } from '../../core/plan/plan-limits.ts';
import { err, ok, type Result } from '../../core/result.ts';

const MEBIBYTE = 1024 * 1024;
/** What a plan file may hold; beyond it the file is refused before it fills the memory. */
export const archiveLimits = {
  entries: MOST_PARTS,
  entryBytes: planLimits.bytes,
  totalBytes: 500 * MEBIBYTE,
  /** Unpacked to packed size of one entry; only counted once the entry is larger than a mebibyte. */
  ratio: 200,
  /** Of all entries to the whole file; only counted once they are larger than 16 mebibytes together. */
  totalRatio: 100,
} as const;

const allowedName =
  /^(mimetype|manifest\.json|site\.json|plan\.json|base\/[\w.-]{1,100}\.json|attachments\/[0-9a-f]{64})$/;

// Zip knows no time zones; a fixed date keeps equal plans equal bytes.
const FIXED_TIME = new Date(Date.UTC(1980, 0, 1));

const isText = ({ name }: Entry): boolean => name !== 'mimetype' && !name.startsWith('attachments/');
const lengthOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { bytes }) => sum + bytes.length, 0);

/**
 * The entries as one zip file, `mimetype` first and stored; the same entries give the same bytes.
 *
 * Texts are packed, but for those that would pack so well that reading them takes them for a bomb.
 */
export async function packArchive(entries: readonly Entry[]): Promise<Uint8Array> {
  const packed = await zipped(entries, isText);
  const texts = entries.filter(isText);
  const packedTexts = packed.length - lengthOf(entries.filter((entry) => !isText(entry)));
  const isPlausible = lengthOf(texts) <= Math.max(MEBIBYTE, archiveLimits.totalRatio * packedTexts);
  return isPlausible ? packed : zipped(entries, () => false);
}

async function zipped(entries: readonly Entry[], isPacked: (entry: Entry) => boolean): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  for (const entry of entries) {
    const { name, bytes } = entry;
    const compress = isPacked(entry);
    zip.addBuffer(Buffer.from(bytes), name, {
      mtime: FIXED_TIME,
      mode: 0o100644,
      compress,
      forceDosTimestamp: true,
    });
  }
  zip.end();
  const chunks: Buffer[] = [];
  zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(zip.outputStream, 'end');
  return Buffer.concat(chunks);
}

class Refusal extends Error {
  readonly reason: PlanFileError;
  constructor(code: PlanFileError['code'], message: string) {
    super(message);
    this.reason = { code, message };
  }
}

const notAPlan = 'This is not a Sallyport plan file. Choose a file that Sallyport exported.';
const bomb = 'The plan file unpacks to far more than it should hold. Do not use it.';
const tooLarge = `The plan file holds more than this version reads (500 MB, ${MOST_PARTS.toLocaleString('en-US')} parts). Ask for a smaller export.`;

/** The entries of a zip file, within the limits; sizes are counted, never believed. */
export async function unpackArchive(bytes: Uint8Array): Promise<Result<readonly Entry[], PlanFileError>> {
  if (bytes.length === 0)
    return err({ code: 'not-a-plan-file', message: 'The file is empty. Ask for it again.' });
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return err({ code: 'not-a-plan-file', message: notAPlan });
  try {
    return ok(await readEntries(bytes));
  } catch (error) {
    if (error instanceof Refusal) return err(error.reason);
    if (!(error instanceof Error)) throw error;
    return err({ code: 'damaged', message: 'The plan file is damaged or cut short. Ask for it again.' });
  }
}

async function readEntries(bytes: Uint8Array): Promise<readonly Entry[]> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true });
  if (zip.entryCount > archiveLimits.entries) throw new Refusal('too-large', tooLarge);
  const plausibleTotal = Math.max(bytes.length * archiveLimits.totalRatio, 16 * MEBIBYTE);
  const entries: Entry[] = [];
  const names = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    checkEntry(entry, names);
    names.add(entry.fileName.toLowerCase());
    const content = await readEntry(zip, entry, { plausible: plausibleTotal - total, total });
    total += content.length;
    entries.push({ name: entry.fileName, bytes: content });
  }
  return entries;
}

function checkEntry(entry: yauzl.Entry, names: ReadonlySet<string>): void {
  const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  const isReadable = entry.compressionMethod === 0 || entry.compressionMethod === 8;
  if (!allowedName.test(entry.fileName) || isLink) throw new Refusal('not-a-plan-file', notAPlan);
  if (entry.isEncrypted() || !isReadable || names.has(entry.fileName.toLowerCase())) {
    throw new Refusal(
      'damaged',
      'The plan file is packed in a way that Sallyport does not write. Ask for it again.',
    );
  }
}

type Unpacked = {
  /** How much more may come before the whole file is a bomb. */
  readonly plausible: number;
  readonly total: number;
};

async function readEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  { plausible, total }: Unpacked,
): Promise<Uint8Array> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const ofEntry = Math.max(entry.compressedSize * archiveLimits.ratio, MEBIBYTE);
  const allowed = Math.min(archiveLimits.entryBytes, archiveLimits.totalBytes - total);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > Math.min(ofEntry, plausible, allowed)) {
      stream.destroy();
      throw new Refusal('too-large', size > allowed ? tooLarge : bomb);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
