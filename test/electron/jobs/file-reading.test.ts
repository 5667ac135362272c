import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { encodePlan } from '../../../core/codec/plan-file.ts';
import type { JobProgress } from '../../../core/contract/contract.ts';
import { ok } from '../../../core/result.ts';
import { packArchive } from '../../../electron/files/plan-archive.ts';
import { FileIntake } from '../../../electron/jobs/file-intake.ts';
import { FileReading } from '../../../electron/jobs/file-reading.ts';
import { Jobs } from '../../../electron/jobs/jobs.ts';
import { type FilePart, readFileJob } from '../../../electron/jobs/read-file-job.ts';
import { uprightPicture } from '../../../electron/pictures/upright-picture.ts';
import { keptFigures } from '../../support/figures.ts';
import { startNodeChild } from '../../support/node-child.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { rowsOf } from '../../support/received.ts';
import { temporaryFolder, testStore } from '../../support/temporary-store.ts';
import { fileWith } from '../../support/window-calls.ts';

function fileReading() {
  const folder = temporaryFolder();
  const database = path.join(folder, 'data', 'sallyport.db');
  const { store } = testStore(database);
  const jobs = new Jobs(startNodeChild);
  onTestFinished(() => jobs.cancelAll());
  const heard: JobProgress[] = [];
  const reading = new FileReading({ store, jobs, database, onProgress: (progress) => heard.push(progress) });
  const repositories = granted(store.repositories());
  return { folder, database, reading, heard, repositories };
}

const cameras = (count: number) => Array.from({ length: count }, (_, id) => record('camera', { id: id + 1 }));

function planFile(count: number): Promise<Uint8Array> {
  const plan = testPlan(...cameras(count));
  const parcel = { planId: 'p', planName: 'Plan', siteName: 'Site', plan };
  return packArchive(encodePlan({ ...parcel, attachments: new Map() }, '0.1.0'));
}

const messageOf = (answer: { ok: boolean; error?: { message: string } }) => answer.error?.message ?? null;

test('files are read one after the other, each with its progress to the end', async () => {
  const { folder, reading, heard } = fileReading();
  const plan = fileWith(folder, 'plan.sallyport', await planFile(3));
  const both = await Promise.all([reading.plan(plan, null), reading.either(plan)]);
  expect(both).toMatchObject([
    { value: { planId: 'p', known: false } },
    { value: { plan: { planId: 'p', known: true }, picture: null } },
  ]);
  const ends = heard.flatMap(({ done }, index) => (done === 1 ? [index] : []));
  expect(ends).toHaveLength(2);
  expect(ends[1]).toBe(heard.length - 1);
  expect(heard.every(({ name }) => name === 'plan.sallyport')).toBe(true);
});

test('one that is cancelled stores nothing', async () => {
  const { folder, reading, heard, repositories } = fileReading();
  const plan = fileWith(folder, 'plan.sallyport', await planFile(4000));
  const running = reading.plan(plan, null);
  while (!heard.some(({ doing }) => doing === 'storing'))
    await new Promise((resolve) => setTimeout(resolve, 1));
  reading.cancel();
  expect(await running).toEqual({
    ok: false,
    error: { code: 'cancelled', message: 'The reading of the file was cancelled. Nothing was stored.' },
  });
  expect(repositories.sites.list()).toEqual([]);
  expect(granted(repositories.intake.clearSome())).toBe(false);
});

test('one whose last step was cut off is stored when it comes again', async () => {
  const { folder, reading, repositories } = fileReading();
  const plan = fileWith(folder, 'plan.sallyport', await planFile(3));
  const { intake, plans } = repositories;
  const rows = rowsOf(testPlan(...cameras(3)));
  const incoming = { id: 'p', name: 'Plan', records: rows.length, receivedFrom: null };
  granted(intake.begin(incoming, { siteName: 'Site' }));
  // It stops when others must have their turn, which may be at once.
  for (let put = 0; put < rows.length; ) put = granted(intake.put('p', rows, put));
  expect(granted(await reading.plan(plan, null))).toMatchObject({ planId: 'p', known: false });
  expect(granted(plans.load('p')).plan.tables.camera.size).toBe(3);
});

test('what was read is counted where it is read', async () => {
  const { folder, reading, database } = fileReading();
  const site = path.resolve('resources/sample-site/harbor-street.sallyport');
  const map = fileWith(
    folder,
    'map.geojson',
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"camera"},"geometry":{"type":"Point","coordinates":[12.5,41.9]}}]}',
  );
  for (const file of [site, map]) {
    const { planId } = granted(await reading.plan(file, null));
    const db = new Database(database, { readonly: true });
    const { kept, counted } = keptFigures(db, planId);
    db.close();
    expect(kept).toEqual(counted);
    expect(kept.boxes.length).toBeGreaterThan(0);
  }
});

test('what cannot be cleared away is told before a file is read', async () => {
  const { folder, reading, repositories, database } = fileReading();
  const plan = fileWith(folder, 'plan.sallyport', await planFile(3));
  granted(await reading.plan(plan, null));
  granted(
    repositories.intake.begin(
      { id: 'q', name: 'Plan', records: 9, receivedFrom: null },
      { siteName: 'Site' },
    ),
  );
  const other = new Database(database);
  other.exec('BEGIN IMMEDIATE');
  expect(await reading.plan(plan, null)).toMatchObject({ ok: false, error: { code: 'busy' } });
  other.exec('ROLLBACK');
  other.close();
  expect(granted(await reading.plan(plan, null))).toMatchObject({ planId: 'p', known: true });
});

test('its progress comes to an end also where clearing up meets a bug', async () => {
  const { folder, reading, heard, repositories } = fileReading();
  const plan = fileWith(folder, 'plan.sallyport', await planFile(3));
  const clearSome = repositories.intake.clearSome.bind(repositories.intake);
  vi.spyOn(repositories.intake, 'clearSome').mockImplementation(() => {
    if (heard.length > 0) throw new TypeError('a bug');
    return clearSome();
  });
  await expect(reading.plan(plan, null)).rejects.toThrow('a bug');
  expect(heard.at(-1)).toMatchObject({ done: 1 });
});

test('a pipe does not hold it up, and a file that is cut while it is read is refused', async () => {
  const { folder, reading } = fileReading();
  const pipe = path.join(folder, 'pipe.geojson');
  execFileSync('mkfifo', [pipe]);
  expect(messageOf(await reading.plan(pipe, null))).toBe(
    'pipe.geojson is a folder or a device. Choose a file.',
  );
  const cut = fileWith(folder, 'cut.geojson', Buffer.alloc(60_000_000, 0x20));
  const cutting = setInterval(() => fs.truncateSync(cut, fs.statSync(cut).size - 1000), 1);
  const message = messageOf(await reading.plan(cut, null));
  clearInterval(cutting);
  expect(message).toMatch(/^cut\.geojson(: This file is not GeoJSON| was changed while it was read)/);
});

test('the sentence about a file begins with its name, whatever it is about', async () => {
  const { folder, reading } = fileReading();
  const deep = fileWith(folder, 'deep.geojson', '['.repeat(1000));
  expect(messageOf(await reading.plan(deep, null))).toBe(
    'deep.geojson: This file has lists within lists more than 100 deep. Cut it to the site first.',
  );
});

const sample = path.resolve(import.meta.dirname, '../../../resources/sample-site/floor-plan.png');

/** A plan file with the sample picture, and one that lacks it. */
async function picturedFiles(folder: string) {
  const bytes = fs.readFileSync(sample);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const plan = testPlan(record('underlay', { attachment: sha256, name: 'Ground floor' }));
  const parcel = { planId: 'p', planName: 'Plan', siteName: 'Site', plan };
  const packed = async (attachments: ReadonlyMap<string, Uint8Array>) =>
    packArchive(encodePlan({ ...parcel, attachments }, '0.1.0'));
  return {
    bytes,
    sha256,
    whole: fileWith(folder, 'whole.sallyport', await packed(new Map([[sha256, bytes]]))),
    without: fileWith(folder, 'without.sallyport', await packed(new Map())),
  };
}

/** Reads a file into a store of its own, in this process. */
function readingHere() {
  const database = path.join(temporaryFolder(), 'sallyport.db');
  const repositories = granted(testStore(database).store.repositories());
  const read = async (file: string) => {
    const intake = new FileIntake(repositories, null);
    const give = async (part: FilePart) => void granted(await intake.take(part));
    const context = { progress: () => undefined, give };
    const value = granted(await readFileJob({ file, wants: 'either', database }, context));
    return granted(intake.end(ok(value), path.basename(file)));
  };
  return { database, attachments: repositories.attachments, read };
}

const again = (planId: string) => ({
  plan: {
    planId,
    known: true,
    remarks: [
      'The picture "Ground floor" was missing or damaged here and is stored again: open the plan anew to see it.',
    ],
  },
  picture: null,
});

test.each([
  ['a byte of a part', "UPDATE attachment_part SET bytes = x'00'"],
  ['its bytes in one piece', "UPDATE attachment SET bytes = x'00'"],
  ['a part too many', 'INSERT INTO attachment_part SELECT sha256, part + 99, bytes FROM attachment_part'],
  ['a lost row', 'DELETE FROM attachment'],
  ['lost parts', 'DELETE FROM attachment_part'],
])('a picture that is damaged by %s is mended by its own file and by its plan file', async (_, sql) => {
  const { database, attachments, read } = readingHere();
  const { bytes, sha256, whole } = await picturedFiles(path.dirname(database));
  await read(whole);
  const damage = () => {
    const db = new Database(database);
    db.exec(sql);
    db.close();
    expect(attachments.get(sha256)).toBe(null);
  };
  damage();
  // It was stored as it came: its upright form is another picture.
  expect(await read(sample)).toMatchObject({ picture: { sha256: expect.not.stringMatching(sha256) } });
  expect(attachments.get(sha256)?.bytes).toEqual(bytes);
  damage();
  expect(await read(whole)).toEqual(again('p'));
  expect(attachments.get(sha256)?.bytes).toEqual(bytes);
  // The upright form came in twice, and nothing names it.
  expect([granted(attachments.deleteUnplaced()), attachments.has(sha256)]).toEqual([1, true]);
  expect(await read(whole)).toEqual({ plan: { planId: 'p', known: true, remarks: [] }, picture: null });
});

test('a plan that first came without its picture gets it from the whole file', async () => {
  const { folder, reading, repositories } = fileReading();
  const { bytes, sha256, whole, without } = await picturedFiles(folder);
  expect(granted(await reading.plan(without, null))).toMatchObject({ known: false });
  expect(granted(await reading.plan(whole, null))).toEqual(again('p').plan);
  expect(repositories.attachments.get(sha256)?.bytes).toEqual(bytes);
  expect(granted(repositories.attachments.deleteUnplaced())).toBe(0);
});

test('a picture that is stored as it was is not written again', async () => {
  const { database, attachments, read } = readingHere();
  await read(sample);
  const db = new Database(database, { readonly: true });
  const rows = () => db.prepare('SELECT rowid FROM attachment_part').pluck().all();
  // It is the upright form: nobody need make another one to show it.
  expect(db.prepare('SELECT form = sha256 FROM upright_form').pluck().all()).toEqual([1]);
  const before = rows();
  const addPart = vi.spyOn(attachments, 'addPart');
  expect((await read(sample)).picture).not.toBe(null);
  expect([addPart.mock.calls, rows()]).toEqual([[], before]);
  expect(granted(attachments.deleteUnplaced())).toBe(1);
  db.close();
});

test('no part of a picture brings more bytes along than its own', async () => {
  const parts: FilePart[] = [];
  const give = async (part: FilePart) => void parts.push(part);
  const file = path.resolve(import.meta.dirname, '../../../resources/sample-site/floor-plan.png');
  const context = { progress: () => undefined, give };
  const database = path.join(temporaryFolder(), 'none.db');
  granted(await readFileJob({ file, wants: 'picture', database }, context));
  const pieces = parts.flatMap((part) => (part.type === 'bytes' ? [part.part.bytes] : []));
  const upright = granted(await uprightPicture(new Uint8Array(fs.readFileSync(file))));
  expect(Buffer.concat(pieces).equals(upright.bytes)).toBe(true);
  for (const piece of pieces) expect(piece.buffer.byteLength).toBe(piece.byteLength);
});
