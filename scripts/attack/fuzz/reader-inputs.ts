import { createHash } from 'node:crypto';
import { readClipboard, writeClipboard } from '../../../core/codec/clipboard.ts';
import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import { readPictureInfo } from '../../../core/codec/picture/read-picture-info.ts';
import { decodePlan, type Entry, encodePlan } from '../../../core/codec/plan-file.ts';
import { samePlan } from '../../../core/plan/diff.ts';
import { FORMAT } from '../../../core/plan/format.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import { fragmentOf } from '../../../core/plan/parts/fragment.ts';
import { allRecords, type Plan } from '../../../core/plan/plan.ts';
import { parsePlanText, planToJson } from '../../../core/plan/plan-json.ts';
import { Random } from '../../../core/reference/random.ts';
import { importFile } from '../../../electron/files/import-plan.ts';
import { packArchive } from '../../../electron/files/plan-archive.ts';
import { mixedPlan } from '../hostile/hostile-plans.ts';
import { making } from './making.ts';
import { among, mutatedBytes, mutatedJson } from './mutate.ts';
import { hostileJpeg, hostilePng } from './pictures.ts';

/** Why what a reader answered does harm; null when it does none. */
type Reading = (random: Random) => Promise<string | null> | string | null;

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (content: string) => new TextEncoder().encode(content);

const sources = Array.from({ length: 4 }, (_, index) => mixedPlan(8, making(index + 1)));
const parcelOf = (plan: Plan) => ({
  planId: 'plan',
  planName: 'Plan',
  siteName: 'Site',
  plan,
  attachments: new Map<string, Uint8Array>(),
});
const archives = sources.map((plan) => encodePlan(parcelOf(plan), '1'));
const geojson = sources.map((plan) => JSON.parse(writeGeojson(plan)) as unknown);
const copies = sources.flatMap((plan) => {
  const copied = writeClipboard(
    fragmentOf(
      plan,
      [...allRecords(plan)].map(({ id }) => id),
    ),
  );
  return copied.ok ? [JSON.parse(copied.value) as unknown] : [];
});

type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly message: string } };

/** A refusal is a sentence; a plan that was taken is sound and comes back from its own text. */
function harmOf(answer: Answer, plan: Plan | null): string | null {
  if (!answer.ok) return /^.+[.]$/su.test(answer.error.message) ? null : 'a refusal is no sentence';
  if (plan === null) return null;
  if (checkIntegrity(plan).length > 0) return 'an unsound plan was taken';
  const again = parsePlanText(planToJson(plan), FORMAT);
  return again.ok && samePlan(again.value, plan) ? null : 'a plan that was taken does not come back';
}

function readPicture(bytes: Uint8Array): string | null {
  const read = readPictureInfo(bytes);
  if (read.ok) return read.value.widthPx > 0 && read.value.heightPx > 0 ? null : 'a picture without a side';
  return harmOf(read, null);
}

async function readFile(bytes: Uint8Array): Promise<string | null> {
  let next = 0;
  const newId = () => `00000000-0000-4000-9000-${String(++next).padStart(12, '0')}`;
  const read = await importFile(bytes, 'plan.json', newId);
  return harmOf(read, read.ok ? read.value.plan : null);
}

const entryNamed = (entries: readonly Entry[], wanted: string) =>
  entries.find(({ name }) => name === wanted)?.bytes ?? new Uint8Array();

/** A plan file of which one part was changed, with the hashes that belong to it unless those are changed. */
function changedEntries(random: Random): readonly Entry[] {
  const entries = among(archives, random);
  const wanted = among(['plan.json', 'plan.json', 'plan.json', 'site.json', 'manifest.json'], random);
  const json: unknown = JSON.parse(text(entryNamed(entries, wanted)));
  const content =
    random.below(8) === 0
      ? mutatedBytes(entryNamed(entries, wanted), random)
      : bytesOf(JSON.stringify(mutatedJson(json, random)) ?? '');
  const changed = entries.map((entry) => (entry.name === wanted ? { ...entry, bytes: content } : entry));
  return wanted === 'manifest.json' ? changed : withHashes(changed);
}

function withHashes(entries: readonly Entry[]): readonly Entry[] {
  const manifest = JSON.parse(text(entryNamed(entries, 'manifest.json'))) as Record<string, unknown>;
  const listed = entries.filter(({ name }) => name !== 'mimetype' && name !== 'manifest.json');
  const hashes = listed.map(({ name, bytes }) => ({
    path: name,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const bytes = bytesOf(JSON.stringify({ ...manifest, entries: hashes }));
  return entries.map((entry) => (entry.name === 'manifest.json' ? { ...entry, bytes } : entry));
}

const decoded: Reading = (random) => {
  const read = decodePlan(changedEntries(random));
  return harmOf(read, read.ok ? read.value.plan : null);
};

const changedText = (values: readonly unknown[], random: Random): string => {
  const value = among(values, random);
  const content = JSON.stringify(random.below(6) === 0 ? value : mutatedJson(value, random)) ?? '';
  return random.below(6) === 0 ? text(mutatedBytes(bytesOf(content), random)) : content;
};

/** Each reader with how many of a hundred inputs it gets. */
const readings: readonly (readonly [share: number, reading: Reading])[] = [
  [30, (random) => readPicture(hostilePng(random))],
  [15, (random) => readPicture(hostileJpeg(random))],
  [17, decoded],
  [15, (random) => readFile(bytesOf(changedText(geojson, random)))],
  [15, (random) => harmOf(readClipboard(changedText(copies, random)), null)],
  [3, async (random) => readFile(await packArchive(changedEntries(random)))],
  [5, async (random) => readFile(mutatedBytes(await packArchive(among(archives, random)), random))],
];

/** Reads the input of a number, the same for the same seed. */
export async function readInput(seed: number, number: number): Promise<string | null> {
  const random = new Random(seed * 1_000_003 + number);
  let place = random.below(100);
  for (const [share, reading] of readings) {
    if (place < share) return reading(random);
    place -= share;
  }
  return null;
}
