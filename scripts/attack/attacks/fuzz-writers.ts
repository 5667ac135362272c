import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readClipboard, writeClipboard } from '../../../core/codec/clipboard.ts';
import { readPictureInfo } from '../../../core/codec/picture/read-picture-info.ts';
import { hashOf } from '../../../core/codec/plan-file.ts';
import type { ExportFormat } from '../../../core/contract/formats.ts';
import { samePlan } from '../../../core/plan/diff.ts';
import { fragmentOf } from '../../../core/plan/parts/fragment.ts';
import { allRecords, type Plan, planOf } from '../../../core/plan/plan.ts';
import type { Random } from '../../../core/reference/random.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { exportPlan } from '../../../electron/files/export-plan.ts';
import { importFile } from '../../../electron/files/import-plan.ts';
import { suggestedName } from '../../../electron/ipc/handlers/suggested-name.ts';
import type { Attack, AttackRun } from '../attack.ts';
import { fittingSheet } from '../fuzz/fitting-sheet.ts';
import { making } from '../fuzz/making.ts';
import { among } from '../fuzz/mutate.ts';
import { oracleComplaints, written } from '../fuzz/oracles.ts';
import { pillowComplaints, pixelsHarm, soundPngs } from '../fuzz/picture-checks.ts';
import { hostilePng } from '../fuzz/pictures.ts';
import { jpegWithoutTables, pictureOnPage, printingJpeg, turnedHarm } from '../fuzz/sound-jpeg.ts';
import { csvHarm, type Harm, nameHarm, printedHarm, svgHarm } from '../fuzz/writer-checks.ts';
import { mixedPlan } from '../hostile/hostile-plans.ts';

const PLANS = { short: 30, long: 2500 } as const;
/** So many pictures of each form that a PNG can have are decoded. */
const PICTURES = { short: 5, long: 300 } as const;
/** Every so many plans are drawn as PDF and as PNG, which take longest. */
const EVERY = { short: { pdf: 5, png: 15 }, long: { pdf: 2, png: 10 } } as const;
/** So many plans of the long form are read by programs of others at once. */
const BATCH = 25;

const hostileWords = [
  ...['con.txt', 'LPT9', '-rf', ' .', '..', 'a\u202egnp.exe', '\ud800x', '漢'.repeat(200), 'x'.repeat(300)],
  ...['a/../b', 'a\nb', '\x1b[2J', 'nul .x', 'Plan', '👩‍👩‍👧'.repeat(60), 'a\u2028b', 'aux.', '\u2066'],
];

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The plan with pictures of any form that is taken, and names as they come from elsewhere. */
function parcelOf(plan: Plan, random: Random) {
  const attachments = new Map<string, Uint8Array>();
  const records = [...allRecords(plan)].map((record) => {
    if (!('attachment' in record)) return record;
    const picture = takenPicture(random);
    const attachment = hashOf(picture);
    attachments.set(attachment, picture);
    return { ...record, attachment, widthPx: 4, heightPx: 2 };
  });
  const words = () => among(hostileWords, random);
  return { planId: 'p', planName: words(), siteName: words(), plan: planOf(records), attachments };
}

function takenPicture(random: Random): Uint8Array {
  for (;;) {
    const picture = hostilePng(random);
    const read = readPictureInfo(picture);
    if (read.ok && read.value.widthPx <= 4 && read.value.heightPx <= 4) return picture;
  }
}

type Parcel = ReturnType<typeof parcelOf>;

/** Longer than any of these plans takes, also on a busy machine. */
const HANGS_MS = 20_000;

function inTime<T>(work: Promise<T>): Promise<T> {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    clock = setTimeout(() => reject(new Error('it does not end')), HANGS_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(clock));
}

/** The bytes of an export; null where it is refused in a sentence. */
async function exported(parcel: Parcel, format: ExportFormat): Promise<Uint8Array | null> {
  const result = await exportPlan(parcel, { ...fittingSheet, format });
  if (!result.ok) return null;
  const value = result.value as Uint8Array | { readonly bytes: Uint8Array };
  return value instanceof Uint8Array ? value : value.bytes;
}

async function planHarm(bytes: Uint8Array, plan: Plan): Promise<Harm> {
  const read = await importFile(bytes, 'plan.json', () => '00000000-0000-4000-9000-000000000001');
  if (!read.ok) return `its own reader refuses it: ${read.error.message}`;
  return samePlan(read.value.plan, plan) ? null : 'its own reader finds another plan';
}

const checks: {
  readonly [F in Exclude<ExportFormat, 'pdf-set' | 'camera-sheet'>]: (
    bytes: Uint8Array,
    plan: Plan,
  ) => Harm | Promise<Harm>;
} = {
  csv: (bytes) => csvHarm(text(bytes)),
  svg: (bytes) => svgHarm(text(bytes)),
  geojson: planHarm,
  plan: planHarm,
  pdf: (bytes) =>
    /^%PDF-1[\s\S]*%%EOF\s*$/.test(Buffer.from(bytes).toString('latin1')) ? null : 'it is cut short',
  png: (bytes) => (readPictureInfo(bytes).ok ? null : 'its own reader refuses it'),
};

type Formats = readonly (keyof typeof checks)[];

function formatsOf(number: number, { form }: AttackRun): Formats {
  const every = EVERY[form];
  return [
    ...(['csv', 'svg', 'geojson', 'plan'] as const),
    ...(number % every.pdf === 0 ? (['pdf'] as const) : []),
    ...(number % every.png === 0 ? (['png'] as const) : []),
  ];
}

function copyHarm({ plan }: Parcel): Harm {
  const fragment = fragmentOf(
    plan,
    [...allRecords(plan)].map(({ id }) => id),
  );
  const copied = writeClipboard(fragment);
  if (!copied.ok) return null;
  const read = readClipboard(copied.value);
  return read.ok && read.value.records.length === fragment.records.length ? null : 'a copy cannot be pasted';
}

/** What the command line prints of a plan file. */
async function infoHarm(file: string): Promise<Harm> {
  let printed = '';
  const say = (words: string) => {
    printed += words;
  };
  await runCli(['info', file], { out: say, error: say, version: '1', defaultDatabase: () => '' });
  return printedHarm(printed);
}

type Job = { readonly number: number; readonly run: AttackRun; readonly folder: string };

/** Writes a plan in all its forms; the files that programs of others are to read. */
async function writeAll(parcel: Parcel, { number, run, folder }: Job): Promise<readonly string[]> {
  const judge = (what: string, harm: Harm) => {
    run.tried();
    if (harm) run.failed(`plan ${number}, ${what}: ${harm}`);
  };
  const files: string[] = [];
  for (const format of formatsOf(number, run)) {
    try {
      const bytes = await inTime(exported(parcel, format));
      judge(format, bytes && (await checks[format](bytes, parcel.plan)));
      if (bytes) files.push(written(folder, `${number}.${format}`, bytes));
    } catch (error) {
      judge(format, `it threw ${String(error).slice(0, 200)}`);
    }
  }
  judge('clipboard', copyHarm(parcel));
  judge('name', nameHarm(suggestedName([parcel.siteName, parcel.planName], 'sallyport')));
  const file = files.find((each) => each.endsWith('.plan'));
  if (file) judge('info', await infoHarm(file));
  return files;
}

/** Sound pictures of every form: what is painted has to be what they were made of, in the long form to Pillow too. */
async function decodePictures(folder: string, run: AttackRun): Promise<void> {
  for (let round = 0; round < PICTURES[run.form]; round += 1) {
    const pictures = soundPngs(run.random);
    for (const picture of pictures) {
      run.tried();
      const harm = await pixelsHarm(picture);
      if (harm) run.failed(harm);
    }
    if (run.form === 'long')
      for (const complaint of pillowComplaints(folder, pictures)) run.failed(complaint);
  }
}

/** Photographs that say how they are to be turned, and what cannot be drawn: each is drawn right, or said. */
async function drawPhotographs({ tried, failed }: AttackRun): Promise<void> {
  for (let orientation = 1; orientation <= 8; orientation += 1) {
    tried();
    const harm = await turnedHarm(orientation);
    if (harm) failed(harm);
  }
  for (const [name, bytes, formats] of [
    ['in colours of printing', printingJpeg(), ['png', 'svg', 'pdf']],
    ['without tables', jpegWithoutTables(), ['png', 'svg', 'pdf']],
  ] as const)
    for (const format of formats) {
      tried();
      const drawn = await pictureOnPage(bytes, { format, widthPx: 8, heightPx: 8 });
      if (!drawn.ok || drawn.value.remarks.length !== 1)
        failed(`a JPEG ${name} is left out of a ${format} without a word`);
    }
}

/**
 * Hostile but valid plans in every form, and pictures of every form: read again by checks of one's own, in the
 * long form by other programs.
 */
export const fuzzWriters: Attack = {
  name: 'fuzz-writers',
  forms: ['short', 'long'],
  failedOn: '59a65ef',
  run: async (run) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'sallyport-writers-'));
    // pdfkit reads pictures where nobody awaits it.
    const onLost = (error: unknown) =>
      run.failed(`something was thrown where nobody caught it: ${String(error)}`);
    process.on('uncaughtException', onLost);
    await decodePictures(folder, run);
    await drawPhotographs(run);
    let files: string[] = [];
    for (let number = 0; number < PLANS[run.form]; number += 1) {
      const plan = mixedPlan(12, making(run.random.below(1e9), 8));
      files.push(...(await writeAll(parcelOf(plan, run.random), { number, run, folder })));
      if (run.form === 'long' && (number + 1) % BATCH === 0) {
        for (const complaint of oracleComplaints(files)) run.failed(complaint);
        run.tried(files.length);
        files = [];
      }
    }
    process.off('uncaughtException', onLost);
    rmSync(folder, { recursive: true });
  },
};
