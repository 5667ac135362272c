import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { pagesInLog } from '../../../../electron/storage/safekeeping/log-length.ts';
import { Store } from '../../../../electron/storage/store.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';
import { commit, temporaryFolder, testDatabase } from '../../../support/temporary-store.ts';

/** Which locks this process has on a file of a database: of what sort, from which byte. */
function locksOn(file: string): readonly string[] {
  const inode = String(fs.statSync(file, { bigint: true }).ino);
  const lines = fs.readFileSync('/proc/locks', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, , , access, pid, place, from] = line.trim().split(/\s+/);
    const isOwn = Number(pid) === process.pid && place?.split(':').at(-1) === inode;
    return isOwn ? [`${access} from ${from}`] : [];
  });
}

const silent = () => undefined;

function openStore() {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const store = new Store({ file, onSlow: silent, onNotice: silent, onTrouble: silent });
  store.open();
  onTestFinished(() => store.close({ backup: false }));
  const repositories = granted(store.repositories());
  const siteId = granted(repositories.sites.create('Site')).id;
  const plan = testPlan();
  repositories.plans.create({ id: 'plan', siteId, name: 'Plan', plan, receivedFrom: null });
  return { file, store, plans: repositories.plans };
}

// SQLite's locks are the process's, not the connection's: closing a file of the database anywhere in it lets go of
// them, and the next process that looks at the database cuts the index of its log short under this one.
const PRESENCE = 'READ from 128';

test.runIf(process.platform === 'linux')(
  'an open database stays locked whatever is done with it',
  async () => {
    const { file, store, plans } = openStore();
    const isHeld = () => locksOn(`${file}-shm`).includes(PRESENCE) && locksOn(file).length > 0;
    expect(isHeld()).toBe(true);

    for (let saved = 0; saved < 3; saved += 1) {
      const post = record('post', { id: saved + 1 });
      granted(
        plans.save('plan', { baseVersion: saved + 1, commits: [commit(`step-${saved}`, [[null, post]])] }),
      );
      expect(isHeld()).toBe(true);
    }
    vi.advanceTimersByTime(10_000);
    expect(isHeld()).toBe(true);
    store.status();
    expect(isHeld()).toBe(true);
    granted(await store.backUpNow());
    await store.lookAfter();
    expect(isHeld()).toBe(true);
    granted(plans.open('plan'));
    granted(plans.load('plan'));
    await store.planState('plan');
    expect(isHeld()).toBe(true);
    await store.finish();
    expect(isHeld()).toBe(true);
  },
);

test('the length of the log is told without writing it back', () => {
  const { db, file, sites } = testDatabase();
  db.pragma('wal_autocheckpoint = 0');
  db.pragma('wal_checkpoint(TRUNCATE)');
  const mark = fs.statSync(file, { bigint: true }).mtimeNs;
  const before = pagesInLog(db);
  granted(sites.create('Another'));
  const after = pagesInLog(db);
  expect(before).toBe(0);
  expect(after).toBeGreaterThan(0);
  expect(after).toBeLessThan(50);
  expect(fs.statSync(file, { bigint: true }).mtimeNs).toBe(mark);
  db.pragma('wal_checkpoint(TRUNCATE)');
  expect(pagesInLog(db)).toBe(0);
});
