import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import yazl from 'yazl';
import { decodePlan, encodePlan, hashOf } from '../../../core/codec/plan-file.ts';
import { samePlan } from '../../../core/plan/diff.ts';
import { FORMAT } from '../../../core/plan/format.ts';
import { importFile } from '../../../electron/files/import-plan.ts';
import { packArchive, unpackArchive } from '../../../electron/files/plan-archive.ts';
import { brokenPlanFiles, wholeEntries, wholeParcel } from '../../support/broken-plan-files.ts';
import { record, testId, testPlan } from '../../support/plan-builder.ts';

const uuid = () => '00000000-0000-4000-8000-000000000001';
const read = (bytes: Uint8Array) => importFile(bytes, 'test.sallyport', uuid);

test('a plan comes back equal, and equal plans are equal bytes', async () => {
  const bytes = await packArchive(wholeEntries);
  expect(Buffer.compare(await packArchive(encodePlan(wholeParcel, '0.1.0')), bytes)).toBe(0);
  expect(new TextDecoder().decode(bytes.subarray(30, 38))).toBe('mimetype');
  const unpacked = await unpackArchive(bytes);
  const decoded = unpacked.ok ? decodePlan(unpacked.value) : unpacked;
  if (!decoded.ok) throw new Error(decoded.error.message);
  const { plan, planId, planName, siteName } = decoded.value;
  expect(samePlan(plan, wholeParcel.plan)).toBe(true);
  expect([planId, planName, siteName]).toEqual([wholeParcel.planId, 'Plan', 'Site']);
});

test.each([
  ['empty', 'not-a-plan-file', 'The file is empty. Ask for it again.'],
  ['truncated', 'damaged', 'The plan file is damaged or cut short. Ask for it again.'],
  [
    'not a container',
    'unreadable',
    'This is neither a Sallyport plan file nor GeoJSON. Choose a .sallyport or .geojson file.',
  ],
  [
    'another zip',
    'not-a-plan-file',
    'This is not a Sallyport plan file. Choose a file that Sallyport exported.',
  ],
  [
    'no manifest',
    'not-a-plan-file',
    'This is not a Sallyport plan file: it has no manifest. Choose a file that Sallyport exported.',
  ],
  ['bomb', 'too-large', 'The plan file unpacks to far more than it should hold. Do not use it.'],
  [
    'newer',
    'too-new',
    `This file was made by a newer version (format 99; this version reads up to ${FORMAT}). Update, or ask for an export in format ${FORMAT}.`,
  ],
  [
    'wrong hash',
    'damaged',
    'The plan file is damaged or was altered: plan.json does not match its hash. Ask for the file again.',
  ],
  [
    'broken record',
    'invalid-records',
    expect.stringMatching(
      /^The record wall:\S+ is not valid in "material": .*"opaque".*\. Ask for the file again\.$/,
    ),
  ],
  [
    'dangling reference',
    'broken-references',
    expect.stringMatching(
      /^The record opening:\S+ refers to a record that does not exist \(field "wall"\)\. Ask for the file again\.$/,
    ),
  ],
  [
    'unlisted part',
    'damaged',
    `The plan file is damaged or was altered: attachments/${'0'.repeat(64)} is not in the manifest. Ask for the file again.`,
  ],
] as const)('%s: refused with a code and one sentence', async (name, code, message) => {
  expect(await read(await brokenPlanFiles[name]())).toEqual({ ok: false, error: { code, message } });
});

test('no change of single bytes makes reading throw', async () => {
  const bytes = await packArchive(wholeEntries);
  for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
    const copy = Uint8Array.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    const imported = await read(copy);
    if (!imported.ok) expect(imported.error.message.length).toBeGreaterThan(10);
  }
});

test('a GeoJSON file over 64 MB is refused before it is read', async () => {
  const bytes = new Uint8Array(64 * 1024 * 1024 + 1).fill(0x20);
  bytes[0] = 0x7b;
  expect(await read(bytes)).toEqual({
    ok: false,
    error: {
      code: 'too-large',
      message: 'This GeoJSON file is larger than 64 MB. Cut it to the site first.',
    },
  });
});

test('parts that are plausible each are a bomb together', async () => {
  // About a hundred and fifty times as large as they are packed.
  const part = (index: number) => {
    const bytes = Buffer.alloc(1024 * 1024, index);
    bytes.set(randomBytes(6000));
    return { name: `attachments/${index.toString(16).padStart(64, '0')}`, bytes };
  };
  const few = await packedAll(Array.from({ length: 3 }, (_, index) => part(index)));
  const many = await packedAll(Array.from({ length: 40 }, (_, index) => part(index)));
  expect((await unpackArchive(few)).ok).toBe(true);
  expect(await unpackArchive(many)).toEqual({
    ok: false,
    error: {
      code: 'too-large',
      message: 'The plan file unpacks to far more than it should hold. Do not use it.',
    },
  });
});

async function packedAll(parts: readonly { name: string; bytes: Uint8Array }[]): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  for (const { name, bytes } of parts) zip.addBuffer(Buffer.from(bytes), name);
  zip.end();
  const chunks: Buffer[] = [];
  zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(zip.outputStream, 'end');
  return Buffer.concat(chunks);
}

async function withPicture(bytes: Uint8Array, travels: boolean) {
  const underlay = record('underlay', { attachment: hashOf(bytes), name: 'floor.png' });
  const plan = testPlan(underlay);
  const attachments = new Map(travels ? [[hashOf(bytes), bytes] as const] : []);
  return read(await packArchive(encodePlan({ ...wholeParcel, plan, attachments }, '0.1.0')));
}

test('a plan whose texts say the same very often is packed so that it can be read again', async () => {
  const notes = 'Look here. '.repeat(900);
  const many = Array.from({ length: 2000 }, (_, index) => ({
    ...record('post'),
    id: testId('post', index + 1),
    notes,
  }));
  const parcel = { ...wholeParcel, plan: testPlan(...many), attachments: new Map() };
  const read = await unpackArchive(await packArchive(encodePlan(parcel, '0.1.0')));
  const decoded = read.ok ? decodePlan(read.value) : read;
  if (!decoded.ok) throw new Error(decoded.error.message);
  expect(samePlan(decoded.value.plan, parcel.plan)).toBe(true);
});

test('a picture in a plan file is held to the limits of every picture', async () => {
  expect(await withPicture(new TextEncoder().encode('no picture'), true)).toEqual({
    ok: false,
    error: {
      code: 'damaged',
      message:
        'The picture "floor.png" in this plan file is damaged, or larger than a picture may be. Ask for the file again.',
    },
  });
});

test('a plan whose picture never travelled is read, and says so', async () => {
  expect(await withPicture(new TextEncoder().encode('elsewhere'), false)).toMatchObject({
    ok: true,
    value: {
      remarks: ['The picture "floor.png" is not in this file: it is shown only where it is stored already.'],
    },
  });
});
