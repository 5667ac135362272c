import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeBackup } from '../../../electron/storage/safekeeping/make-backup.ts';
import { backupFolderOf } from '../../../electron/storage/safekeeping/offers.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { commit, smallDisk, testDatabase, testStore } from '../../support/temporary-store.ts';

const DISK = 'size=1m';
const fullDisk = {
  ok: false,
  error: {
    code: 'not-written',
    message: 'The disk is full, so nothing was written. Free some space on it.',
  },
};

test('a save on a full disk says so, loses nothing, and succeeds once there is space', () => {
  const disk = smallDisk(DISK);
  const { plans, siteId, db } = testDatabase(path.join(disk.folder, 'sallyport.db'));
  const wall = record('wall');
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan: testPlan(wall), receivedFrom: null }));
  disk.fill();
  const after = { ...wall, notes: 'n'.repeat(10_000) };
  const save = { baseVersion: 1, commits: [commit('s1', [[wall, after]])] };
  expect(plans.save('p1', save)).toEqual(fullDisk);
  expect(plans.save('p1', save)).toEqual(fullDisk);
  expect(granted(plans.load('p1')).plan.tables.wall.get(wall.id)).toEqual(wall);
  expect(plans.history('p1', 10)).toEqual([]);
  disk.makeRoom();
  expect(granted(plans.save('p1', save)).version).toBe(2);
  expect(granted(plans.load('p1')).plan.tables.wall.get(wall.id)).toEqual(after);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('a database that cannot be opened on a full disk says so, and opens once there is space', () => {
  const disk = smallDisk(DISK);
  const file = path.join(disk.folder, 'sallyport.db');
  const first = testStore(file);
  granted(granted(first.store.repositories()).sites.create('Harbour Street 12'));
  first.store.close();
  disk.fill();
  const { store, troubles } = testStore(file);
  const message =
    'The database sallyport.db cannot be opened: the disk is full. Free some space on it, then start Sallyport again.';
  expect(store.status()).toMatchObject({ state: 'unavailable', message, backups: [] });
  expect(troubles).toEqual([expect.stringContaining(message)]);
  disk.makeRoom();
  store.open();
  expect(granted(store.repositories()).sites.list()).toHaveLength(1);
});

test('a backup on a full disk says so and leaves the earlier ones', () => {
  const disk = smallDisk('size=2m');
  const { plans, siteId, file } = testDatabase(path.join(disk.folder, 'sallyport.db'));
  const first = granted(makeBackup({ file, at: '2026-11-24T09:00:00.000Z' }));
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan: testPlan(), receivedFrom: null }));
  disk.fill();
  const made = makeBackup({ file, at: '2026-11-24T10:00:00.000Z' });
  expect(made).toMatchObject({ ok: false, error: { code: 'not-written' } });
  expect(fs.readdirSync(backupFolderOf(file))).toEqual([first.name]);
});

test('a session ends on a full disk, with what kept the backup from being made', () => {
  const disk = smallDisk(DISK);
  const { store, notices } = testStore(path.join(disk.folder, 'sallyport.db'));
  granted(granted(store.repositories()).sites.create('Harbour Street 12'));
  disk.fill();
  store.close();
  expect(notices).toEqual([
    expect.stringMatching(/^The backup could not be written \(ENOSPC\)|^The disk is full/),
  ]);
  // What could not be moved into the database file stays in its log and is read from there.
  store.open();
  expect(granted(store.repositories()).sites.list()).toHaveLength(1);
  disk.makeRoom();
  granted(granted(store.repositories()).sites.create('Airport Road 3'));
});
