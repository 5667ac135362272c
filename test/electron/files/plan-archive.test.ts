import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import yazl from 'yazl';
import { decodePlan, type Entry, encodePlan, hashOf } from '../../../core/codec/plan-file.ts';
import { samePlan } from '../../../core/plan/plan-json.ts';
import { referencePlan } from '../../../core/reference/reference-plan.ts';
import { importFile } from '../../../electron/files/import-plan.ts';
import { packArchive, unpackArchive } from '../../../electron/files/plan-archive.ts';

const { plan, planId } = referencePlan('typical', 5);
const parcel = {
  planId,
  planName: 'Plan',
  siteName: 'Site',
  plan,
  attachments: new Map<string, Uint8Array>(),
};
const entries = encodePlan(parcel, '0.1.0');
const text = (content: string) => new TextEncoder().encode(content);
const uuid = () => '00000000-0000-4000-8000-000000000001';

/** The entries with some replaced, and the manifest's hashes set right again where wanted. */
function altered(name: string, change: (content: string) => string, rehash: 'rehash' | 'keep'): Entry[] {
  const changed = entries.map((entry) =>
    entry.name === name ? { name, bytes: text(change(new TextDecoder().decode(entry.bytes))) } : entry,
  );
  if (rehash === 'keep') return changed;
  const manifest = JSON.parse(
    new TextDecoder().decode(entries.find((entry) => entry.name === 'manifest.json')?.bytes),
  );
  for (const listed of manifest.entries) {
    const bytes = changed.find((entry) => entry.name === listed.path)?.bytes ?? new Uint8Array();
    Object.assign(listed, { size: bytes.length, sha256: hashOf(bytes) });
  }
  return changed.map((entry) =>
    entry.name === 'manifest.json' ? { ...entry, bytes: text(JSON.stringify(manifest)) } : entry,
  );
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const imported = await importFile(bytes, 'test.sallyport', uuid);
  if (!imported.ok) expect(imported.error.message).toMatch(/\.$/);
  return imported.ok ? 'read' : imported.error.code;
}

test('a plan comes back equal, and equal plans are equal bytes', async () => {
  const bytes = await packArchive(entries);
  expect(Buffer.compare(await packArchive(encodePlan(parcel, '0.1.0')), bytes)).toBe(0);
  expect(new TextDecoder().decode(bytes.subarray(30, 38))).toBe('mimetype');
  const unpacked = await unpackArchive(bytes);
  const decoded = unpacked.ok ? decodePlan(unpacked.value) : unpacked;
  if (!decoded.ok) throw new Error(decoded.error.message);
  expect(samePlan(decoded.value.plan, plan)).toBe(true);
  expect([decoded.value.planId, decoded.value.planName, decoded.value.siteName]).toEqual([
    planId,
    'Plan',
    'Site',
  ]);
});

describe('a broken file is refused', () => {
  test('empty', async () => expect(await codeOf(new Uint8Array())).toBe('not-a-plan-file'));
  test('cut short', async () =>
    expect(await codeOf((await packArchive(entries)).subarray(0, 5000))).toBe('damaged'));
  test('not a container', async () => expect(await codeOf(text('hello'))).toBe('unreadable'));
  test('some other zip', async () => {
    expect(await codeOf(await packArchive([{ name: 'readme.txt', bytes: text('hello') }]))).toBe(
      'not-a-plan-file',
    );
  });
  test('without a manifest', async () => {
    expect(await codeOf(await packArchive(entries.filter(({ name }) => name !== 'manifest.json')))).toBe(
      'not-a-plan-file',
    );
  });
  test('of a newer format', async () => {
    const newer = altered(
      'manifest.json',
      (content) => content.replace('"format": 1', '"format": 99'),
      'keep',
    );
    expect(await codeOf(await packArchive(newer))).toBe('too-new');
  });
  test('with a hash that does not match', async () => {
    const changed = altered('plan.json', (content) => content.replace('"C-1"', '"C-9999"'), 'keep');
    expect(await codeOf(await packArchive(changed))).toBe('damaged');
  });
  test('with a record that breaks its schema', async () => {
    const changed = altered(
      'plan.json',
      (content) => content.replace('"material":"opaque"', '"material":"paper"'),
      'rehash',
    );
    expect(await codeOf(await packArchive(changed))).toBe('invalid-records');
  });
  test('with a record that refers to nothing', async () => {
    const gone = /"wall":"wall:[0-9a-f-]{36}"/;
    const changed = altered(
      'plan.json',
      (content) => content.replace(gone, `"wall":"wall:${uuid()}"`),
      'rehash',
    );
    expect(await codeOf(await packArchive(changed))).toBe('broken-references');
  });
  test('with a part that the manifest does not list', async () => {
    const more = [...entries, { name: `attachments/${'0'.repeat(64)}`, bytes: text('x') }];
    expect(await codeOf(await packArchive(more))).toBe('damaged');
  });
  test('a bomb', async () => {
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.alloc(60 * 1024 * 1024), 'plan.json', { compressionLevel: 9 });
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    expect(deflateRawSync(Buffer.alloc(1024)).length).toBeLessThan(64);
    expect(await codeOf(Buffer.concat(chunks))).toBe('too-large');
  });
});

test('no change of single bytes makes reading throw', async () => {
  const bytes = await packArchive(entries);
  for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
    const copy = Uint8Array.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    const imported = await importFile(copy, 'test.sallyport', uuid);
    if (!imported.ok) expect(imported.error.message.length).toBeGreaterThan(10);
  }
});
