import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { err } from '../../../../core/result.ts';
import { withStore } from '../../../../electron/ipc/handlers/store-access.ts';
import { finishMoves, moveAside } from '../../../../electron/storage/damaged-file.ts';
import { shapeAs } from '../../../../electron/storage/safekeeping/expected-schema.ts';
import {
  checkDatabase,
  type StorageWork,
  workHere,
} from '../../../../electron/storage/safekeeping/storage-work.ts';
import { Store } from '../../../../electron/storage/store.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';
import { overwriteRecords, storeCopy, temporaryFolder, testStore } from '../../../support/temporary-store.ts';

const at = new Date('2026-11-24T09:30:00Z');

function usedFile(): string {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const { store } = testStore(file);
  const { sites, plans } = granted(store.repositories());
  const siteId = granted(sites.create('Depot')).id;
  const plan = testPlan(record('wall'), record('underlay'));
  granted(plans.create({ id: 'p1', siteId, name: 'x', plan, receivedFrom: null }));
  store.close();
  return file;
}

function storeWith(file: string, work: Partial<StorageWork>) {
  const told: string[] = [];
  const tell = (sentence: string) => void told.push(sentence);
  const store = new Store({
    file,
    onSlow: () => undefined,
    onNotice: tell,
    onTrouble: tell,
    work: { ...workHere, ...work },
  });
  store.open();
  return { store, told };
}

describe('a backup that fails', () => {
  const full = err({ code: 'not-written', message: 'The disk is full.' } as const);

  test('is told by the status, and again at the next start', async () => {
    const file = usedFile();
    const { store } = storeWith(file, { backUp: async () => full });
    expect(await store.backUpNow()).toEqual(full);
    expect(store.status().backup).toMatchObject({ failed: 'The disk is full.', isRunning: false });
    store.close({ backup: false });
    const later = testStore(file);
    expect(later.notices).toEqual(['The last session ended without a backup. The disk is full.']);
    granted(await later.store.backUpNow());
    expect(later.store.status().backup).toMatchObject({ failed: null, at: expect.stringContaining('Z') });
    later.store.close();
    expect(testStore(file).notices).toEqual([]);
  });

  test('that left no note behind is known by what the newest one lacks', () => {
    const file = usedFile();
    const { store } = testStore(file);
    storeCopy(granted(store.repositories()).plans, 'p1', 'Option B');
    store.close({ backup: false });
    expect(testStore(file).notices).toEqual(['The last session ended without a backup.']);
  });

  test('and was damaged since is made again at the next start', async () => {
    const file = usedFile();
    const folder = path.join(path.dirname(file), 'backups');
    const place = path.join(folder, fs.readdirSync(folder)[0] ?? '');
    // What it held is still told by the other pages.
    overwriteRecords(place);
    const { store } = testStore(file);
    await store.lookAfter();
    expect(fs.readdirSync(folder)).toHaveLength(2);
    await store.lookAfter();
    expect(fs.readdirSync(folder)).toHaveLength(2);
  });

  test('is waited for: there is one at a time', async () => {
    const file = usedFile();
    let running = 0;
    const { store } = storeWith(file, {
      backUp: async (request) => {
        running += 1;
        expect(running).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 30));
        running -= 1;
        return workHere.backUp(request);
      },
    });
    const both = await Promise.all([store.backUpNow(), store.backUpNow()]);
    expect(both.map(({ ok: isDone }) => isDone)).toEqual([true, true]);
    store.close();
  });
});

describe('damage that is found while the database is open', () => {
  // Above the size up to which a database is checked before it is used.
  const LARGE = 40 * 1024 * 1024;

  test('is told, and the next start checks before anything else', async () => {
    const file = usedFile();
    const db = new Database(file);
    db.prepare("INSERT INTO attachment VALUES ('0', 'image/png', ?)").run(Buffer.alloc(LARGE));
    db.close();
    fs.writeFileSync(file, fs.readFileSync(file).fill(0x5a, LARGE / 2, LARGE / 2 + 8));
    const { store, told } = storeWith(file, { check: async (request) => checkDatabase(request) });
    expect(store.status()).toMatchObject({ state: 'ready', message: null });
    await store.lookAfter();
    expect(told.at(-1)).toContain('A part of the database is damaged.');
    expect(store.status().message).toContain('it then offers the backups');
    store.close({ backup: false });
    expect(testStore(file).store.status()).toMatchObject({ state: 'damaged', backups: [{ kind: 'backup' }] });
  });
});

/** What SQLite says when the versions of the plans are read, which is done once the database is open. */
function versionsFailWith(code: string) {
  const prepare = Database.prototype.prepare;
  const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (
    this: Database.Database,
    sql,
  ) {
    if (sql.startsWith('SELECT id, name, version, site_id'))
      throw new Database.SqliteError('disk I/O error', code);
    return prepare.call(this, sql) as never;
  });
  onTestFinished(() => spy.mockRestore());
}

describe('a database that was opened and then cannot be compared with what was saved', () => {
  test('is no damaged one where the disk cannot be read: it stays, and the copies are offered', () => {
    const file = usedFile();
    versionsFailWith('SQLITE_IOERR_READ');
    const { store } = testStore(file);
    expect(store.status()).toMatchObject({ state: 'unavailable', backups: [{ kind: 'backup' }] });
    expect(fs.existsSync(file)).toBe(true);
  });

  test('is waited for where another program holds it', () => {
    const file = usedFile();
    versionsFailWith('SQLITE_BUSY');
    const { store } = testStore(file);
    expect(store.status()).toMatchObject({ state: 'unavailable', backups: [] });
    expect(store.status().message).toContain('another program is using it');
    expect(fs.existsSync(file)).toBe(true);
  });

  test('is set aside where it is damaged', () => {
    const file = usedFile();
    versionsFailWith('SQLITE_CORRUPT');
    const { store } = testStore(file);
    expect(store.status()).toMatchObject({
      state: 'damaged',
      message: expect.stringContaining('The database sallyport.db is damaged. It was kept as'),
    });
    expect(fs.existsSync(file)).toBe(false);
  });
});

describe('while another program holds the database', () => {
  test('a call is tried again until it lets go, and nothing else waits', async () => {
    const file = usedFile();
    const { store } = testStore(file);
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    setTimeout(() => other.exec('ROLLBACK'), 300);
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 10);
    granted(await withStore(store, ({ sites }) => sites.create('Another')));
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(3);
    other.close();
  });

  test('and does not let go, a call says so within moments', async () => {
    const file = usedFile();
    const { store } = testStore(file);
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    expect(await withStore(store, ({ sites }) => sites.create('Another'))).toEqual(
      err({
        code: 'busy',
        message: 'Another program is using the database, so nothing was written. Close that program.',
      }),
    );
    other.exec('ROLLBACK');
    other.close();
  });

  test('a database is opened as soon as it lets go', async () => {
    const file = usedFile();
    const other = new Database(file);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    const { store } = testStore(file);
    expect(store.status()).toMatchObject({ state: 'unavailable', backups: [] });
    expect(store.status().message).toContain('another program is using it');
    other.exec('ROLLBACK');
    other.close();
    await expect.poll(() => store.status().state, { timeout: 5000 }).toBe('ready');
  });
});

describe('moving a database aside', () => {
  test('that is cut off after its file is finished with its log', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'sallyport.db');
    const target = `${file}.damaged-2026-11-24T09-30-00-000Z`;
    fs.writeFileSync(target, 'database');
    fs.writeFileSync(`${target}.moving`, '');
    fs.writeFileSync(`${file}-wal`, 'log');
    finishMoves(file);
    expect(fs.readFileSync(`${target}-wal`, 'utf8')).toBe('log');
    expect(fs.readdirSync(folder).sort()).toEqual([path.basename(target), `${path.basename(target)}-wal`]);
  });

  /** A file with a plan in the shape of a version. */
  function fileOfVersion(version: number): string {
    const file = path.join(temporaryFolder(), 'sallyport.db');
    const db = new Database(file);
    shapeAs(db, version);
    db.close();
    return file;
  }

  test('that an older program cut off after the log is finished with its file', () => {
    const file = fileOfVersion(3);
    const target = `${file}.replaced-2026-11-24T09-30-00-000Z`;
    fs.writeFileSync(`${target}-wal`, 'log');
    finishMoves(file);
    expect(fs.existsSync(target)).toBe(true);
    expect(fs.existsSync(file)).toBe(false);
  });

  test.each([
    ['of a program that moves the file first', 4, 'log'],
    ['beside a log without bytes', 3, ''],
  ])('was never begun on a file %s', (_, version, log) => {
    const file = fileOfVersion(version);
    fs.writeFileSync(`${file}.damaged-2026-11-24T09-30-00-000Z-wal`, log);
    finishMoves(file);
    expect(fs.existsSync(file)).toBe(true);
  });

  test('keeps a log without its database apart from all others', () => {
    const file = path.join(temporaryFolder(), 'sallyport.db');
    fs.writeFileSync(`${file}-wal`, 'log');
    expect(moveAside(file, 'replaced', at)).toBe(null);
    expect(fs.readFileSync(`${file}.orphaned-000001-2026-11-24T09-30-00-000Z-wal`, 'utf8')).toBe('log');
    finishMoves(file);
    expect(fs.existsSync(`${file}-wal`)).toBe(false);
  });
});

test('what is left of a file that was set aside and deleted does no harm to the database that is there', async () => {
  const file = usedFile();
  fs.writeFileSync(file, fs.readFileSync(file).fill(0x5a, 4096, 8192));
  const { store } = testStore(file);
  const { state, message, backups } = store.status();
  expect(state).toBe('damaged');
  const aside = path.join(path.dirname(file), /kept as (\S+)\. /.exec(message ?? '')?.[1] ?? '');
  // To look at it leaves nothing beside it.
  expect(fs.existsSync(aside)).toBe(true);
  expect(fs.readdirSync(path.dirname(file)).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]);
  granted(await store.restoreBackup(backups[0]?.name ?? ''));
  for (let number = 1; number <= 5; number += 1)
    storeCopy(granted(store.repositories()).plans, 'p1', `Option ${number}`);
  store.close();
  fs.rmSync(aside);
  // As an earlier Sallyport left them there, with what another program wrote into one.
  fs.writeFileSync(`${aside}-wal`, 'log');
  fs.writeFileSync(`${aside}-shm`, '');
  const later = testStore(file).store;
  expect(later.status()).toMatchObject({ state: 'ready', message: null });
  const { sites, plans } = granted(later.repositories());
  expect(plans.list(sites.list()[0]?.id ?? '')).toHaveLength(6);
});

test('a folder of data is for its owner alone after every start', () => {
  const file = usedFile();
  const folder = path.dirname(file);
  const backups = fs.readdirSync(path.join(folder, 'backups')).map((name) => path.join('backups', name));
  for (const name of ['sallyport.db', ...backups]) fs.chmodSync(path.join(folder, name), 0o664);
  for (const name of ['', 'backups']) fs.chmodSync(path.join(folder, name), 0o755);
  fs.writeFileSync(path.join(folder, 'a person’s own.txt'), '', { mode: 0o644 });
  testStore(file);
  const modeOf = (name: string) => (fs.statSync(path.join(folder, name)).mode & 0o777).toString(8);
  expect(['', 'backups'].map(modeOf)).toEqual(['700', '700']);
  const own = fs.readdirSync(folder).filter((name) => name.startsWith('sallyport'));
  expect([...new Set([...own, ...backups].map(modeOf))]).toEqual(['600']);
  expect(modeOf('a person’s own.txt')).toBe('644');
});

test('which file was set aside last is told by its number, whatever the clock said', async () => {
  const file = usedFile();
  let now = new Date('2100-01-02T00:00:00Z');
  const opened = () => {
    const store = new Store({
      file,
      onSlow: () => undefined,
      onNotice: () => undefined,
      onTrouble: () => undefined,
      now: () => now,
    });
    store.open();
    onTestFinished(() => store.close({ backup: false }));
    return store;
  };
  const first = opened();
  const backup =
    fs
      .readdirSync(path.join(path.dirname(file), 'backups'))
      .sort()
      .at(-1) ?? '';
  granted(await first.restoreBackup(backup));
  first.close({ backup: false });
  now = new Date(0);
  overwriteRecords(file);
  const damaged = opened();
  const { message } = damaged.status();
  expect(message).toContain('sallyport.db.damaged-000002-1970-01-01T00-00-00-000Z');
  damaged.close({ backup: false });
  expect(opened().status()).toMatchObject({
    state: 'damaged',
    message: expect.stringContaining('was damaged. It was kept as sallyport.db.damaged-000002-1970'),
  });
});

test('what is half of an import is no plan of the copy that has it', async () => {
  const file = usedFile();
  const { store } = testStore(file);
  const plans = () =>
    granted(store.repositories())
      .sites.list()
      .flatMap((site) => site.plans).length;
  const before = plans();
  granted(
    granted(store.repositories()).intake.begin(
      { id: 'half', name: 'Half', records: 9, receivedFrom: null },
      { siteName: 'New' },
    ),
  );
  granted(await store.backUpNow());
  store.close({ backup: false });
  overwriteRecords(file);
  store.open();
  const [newest] = store.status().backups;
  expect(newest).toMatchObject({ kind: 'backup', plans: before, lacks: '' });
  granted(await store.restoreBackup(newest?.name ?? ''));
  expect([plans(), store.status().message]).toEqual([before, null]);
});
