import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeBackup } from '../../../electron/storage/backup.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { commit, mountedFolder, testDatabase, testStore } from '../../support/temporary-store.ts';

const DISK = 1024 * 1024;
const fullDisk = {
  ok: false,
  error: {
    code: 'not-written',
    message: 'The disk is full, so nothing was written. Free some space on it.',
  },
};

function fill(file: string): void {
  const descriptor = fs.openSync(file, 'w');
  try {
    for (;;) fs.writeSync(descriptor, new Uint8Array(4096));
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
  } finally {
    fs.closeSync(descriptor);
  }
}

test('a save on a full disk says so, loses nothing, and succeeds once there is space', () => {
  const folder = mountedFolder(`size=${DISK}`);
  const { plans, siteId, db } = testDatabase(path.join(folder, 'sallyport.db'));
  const wall = record('wall');
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan: testPlan(wall), receivedFrom: null }));
  const ballast = path.join(folder, 'ballast');
  fill(ballast);
  const after = { ...wall, notes: 'n'.repeat(10_000) };
  const save = { baseVersion: 1, commits: [commit('s1', [[wall, after]])] };
  expect(plans.save('p1', save)).toEqual(fullDisk);
  expect(plans.save('p1', save)).toEqual(fullDisk);
  expect(granted(plans.load('p1')).plan.tables.wall.get(wall.id)).toEqual(wall);
  expect(plans.history('p1', 10)).toEqual([]);
  fs.rmSync(ballast);
  expect(granted(plans.save('p1', save)).version).toBe(2);
  expect(granted(plans.load('p1')).plan.tables.wall.get(wall.id)).toEqual(after);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('a database that cannot be opened on a full disk says so, and opens once there is space', () => {
  const folder = mountedFolder(`size=${DISK}`);
  const file = path.join(folder, 'sallyport.db');
  const first = testStore(file);
  granted(granted(first.store.repositories()).sites.create('Harbour Street 12'));
  first.store.close();
  const ballast = path.join(folder, 'ballast');
  fill(ballast);
  const { store, troubles } = testStore(file);
  const message =
    'The database sallyport.db cannot be opened: the disk is full. Free some space on it, then start Sallyport again.';
  expect(store.status()).toEqual({ state: 'unavailable', message, backups: [] });
  expect(troubles).toEqual([expect.stringContaining(message)]);
  fs.rmSync(ballast);
  store.open();
  expect(granted(store.repositories()).sites.list()).toHaveLength(1);
});

test('a backup on a full disk says so and leaves the earlier ones', () => {
  const folder = mountedFolder(`size=${DISK}`);
  const { plans, siteId, db } = testDatabase();
  const backups = path.join(folder, 'backups');
  const first = granted(makeBackup(db, backups, new Date('2026-11-24T09:00:00Z')));
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan: testPlan(), receivedFrom: null }));
  const ballast = path.join(folder, 'ballast');
  fill(ballast);
  const made = makeBackup(db, backups, new Date('2026-11-24T10:00:00Z'));
  expect(made).toMatchObject({ ok: false, error: { code: 'not-written' } });
  expect(fs.readdirSync(backups)).toEqual([first]);
});

test('a session ends on a full disk, with what kept the backup from being made', () => {
  const folder = mountedFolder(`size=${DISK}`);
  const { store, notices } = testStore(path.join(folder, 'sallyport.db'));
  granted(granted(store.repositories()).sites.create('Harbour Street 12'));
  const ballast = path.join(folder, 'ballast');
  fill(ballast);
  store.close();
  expect(notices).toEqual([
    expect.stringMatching(/^The backup could not be written \(ENOSPC\)|^The disk is full/),
  ]);
  // What could not be moved into the database file stays in its log and is read from there.
  store.open();
  expect(granted(store.repositories()).sites.list()).toHaveLength(1);
  fs.rmSync(ballast);
  granted(granted(store.repositories()).sites.create('Airport Road 3'));
});
