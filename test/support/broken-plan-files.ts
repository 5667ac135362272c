import yazl from 'yazl';
import { type Entry, encodePlan, hashOf } from '../../core/codec/plan-file.ts';
import { FORMAT } from '../../core/plan/format.ts';
import { referencePlan } from '../../core/reference/reference-plan.ts';
import { packArchive } from '../../electron/files/plan-archive.ts';

const { plan, planId } = referencePlan('typical', 5);

/** What the whole file holds that the broken ones are made of. */
export const wholeParcel = {
  planId,
  planName: 'Plan',
  siteName: 'Site',
  plan,
  attachments: new Map<string, Uint8Array>(),
};
export const wholeEntries = encodePlan(wholeParcel, '0.1.0');

const toBytes = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;
const toText = (entry: Entry | undefined) => new TextDecoder().decode(entry?.bytes);

/** The whole file with one part changed; its manifest knows the new hash only when that is asked for. */
export function alteredEntries(
  name: string,
  change: (content: string) => string | Uint8Array,
  hashes: 'right' | 'wrong',
): readonly Entry[] {
  const changed = wholeEntries.map((entry) =>
    entry.name === name ? { name, bytes: toBytes(change(toText(entry))) } : entry,
  );
  if (hashes === 'wrong') return changed;
  const manifest = JSON.parse(toText(wholeEntries.find((entry) => entry.name === 'manifest.json')));
  for (const listed of manifest.entries) {
    const bytes = changed.find((entry) => entry.name === listed.path)?.bytes ?? new Uint8Array();
    Object.assign(listed, { size: bytes.length, sha256: hashOf(bytes) });
  }
  return changed.map((entry) =>
    entry.name === 'manifest.json' ? { ...entry, bytes: toBytes(JSON.stringify(manifest)) } : entry,
  );
}

async function bomb(): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.alloc(60 * 1024 * 1024), 'plan.json', { compressionLevel: 9 });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const inManifest = (from: string, to: string) =>
  packArchive(alteredEntries('manifest.json', (content) => content.replace(from, to), 'wrong'));
const inPlan = (from: string | RegExp, to: string, hashes: 'right' | 'wrong') =>
  packArchive(alteredEntries('plan.json', (content) => content.replace(from, to), hashes));

/** A plan file for each way in which one can be broken. */
export const brokenPlanFiles = {
  empty: async () => new Uint8Array(),
  truncated: async () => (await packArchive(wholeEntries)).subarray(0, 5000),
  'not a container': async () => toBytes('hello'),
  'another zip': () => packArchive([{ name: 'readme.txt', bytes: toBytes('hello') }]),
  'no manifest': () => packArchive(wholeEntries.filter(({ name }) => name !== 'manifest.json')),
  bomb,
  newer: () => inManifest(`"format": ${FORMAT}`, '"format": 99'),
  'wrong hash': () => inPlan('"C-1"', '"C-9999"', 'wrong'),
  'broken record': () => inPlan('"material":"opaque"', '"material":"paper"', 'right'),
  'dangling reference': () =>
    inPlan(/"wall":"wall:[0-9a-f-]{36}"/, '"wall":"wall:00000000-0000-4000-8000-000000000001"', 'right'),
  'unlisted part': () =>
    packArchive([...wholeEntries, { name: `attachments/${'0'.repeat(64)}`, bytes: toBytes('x') }]),
} as const;
