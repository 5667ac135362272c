import { createHash } from 'node:crypto';
import { once } from 'node:events';
import yazl from 'yazl';
import { FORMAT } from '../../../core/plan/format.ts';

export type Part = { readonly name: string; readonly bytes: Uint8Array };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** A zip file of parts as they are given, packed or not. */
export async function zipOf(parts: readonly Part[], { isPacked = true } = {}): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  for (const { name, bytes } of parts)
    zip.addBuffer(Buffer.from(bytes), name, { compress: isPacked && name !== 'mimetype' });
  zip.end();
  const chunks: Buffer[] = [];
  zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(zip.outputStream, 'end');
  return Buffer.concat(chunks);
}

/** A plan file whose manifest is right about every part, whatever they hold; `manifest` replaces it. */
export function planFileOf(
  {
    plan,
    more = [],
    site = text('{"name":"Site"}'),
  }: { plan: Uint8Array; more?: readonly Part[]; site?: Uint8Array },
  manifest?: Uint8Array,
): Promise<Uint8Array> {
  const parts = [{ name: 'site.json', bytes: site }, { name: 'plan.json', bytes: plan }, ...more];
  const entries = parts.map(({ name, bytes }) => ({ path: name, size: bytes.length, sha256: sha256(bytes) }));
  const listed = {
    format: FORMAT,
    appVersion: '0.1.0',
    planId: '00000000-0000-4000-8000-0000000000aa',
    planName: 'Hostile',
    revision: null,
    ancestors: [],
    marking: null,
    entries,
  };
  return zipOf([
    { name: 'mimetype', bytes: text('application/vnd.sallyport.plan+zip') },
    { name: 'manifest.json', bytes: manifest ?? text(JSON.stringify(listed)) },
    ...parts,
  ]);
}

/** Some bytes that pack badly, so that what follows them does not look like a bomb by its ratio. */
export function padded(count: number, seed: number): Uint8Array {
  const bytes = Buffer.alloc(count);
  let state = seed >>> 0;
  for (let at = 0; at < count; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = 0x23 + (state >>> 26);
  }
  return bytes;
}
