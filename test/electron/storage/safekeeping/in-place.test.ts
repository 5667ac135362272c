import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { underneath } from '../../../../scripts/attack/stored/taken-away.ts';
import { granted, record, testPlan } from '../../../support/plan-builder.ts';
import { commit, temporaryFolder, testStore } from '../../../support/temporary-store.ts';

const wall = record('wall');
const commits = [commit('s1', [[wall, { ...wall, tag: 'W-1' }]])];

function openPlan() {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const tested = testStore(file);
  const { sites, plans } = granted(tested.store.repositories());
  const siteId = granted(sites.create('Harbour Street 12')).id;
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan: testPlan(wall), receivedFrom: null }));
  return { file, plans, sites, ...tested };
}

describe('a database that is not in its place any more', () => {
  test.each(underneath)('$name: nothing is called saved, all that was is kept beside it', ({ happen }) => {
    const { file, plans, sites } = openPlan();
    happen(file);
    const refused = {
      ok: false,
      error: { code: 'not-written', message: expect.stringContaining('nothing is saved any more') },
    };
    expect(plans.save('p1', { baseVersion: 1, commits })).toEqual(refused);
    expect(sites.create('Another')).toEqual(refused);
    // What is there can still be looked at and exported.
    expect(granted(plans.load('p1')).summary.version).toBe(1);
    const rescued = fs.readdirSync(path.dirname(file)).filter((name) => name.includes('.rescued-'));
    expect(rescued).toHaveLength(1);
  });

  test('takes saves again once it is back', () => {
    const { file, plans } = openPlan();
    fs.renameSync(file, `${file}.away`);
    expect(plans.save('p1', { baseVersion: 1, commits }).ok).toBe(false);
    fs.renameSync(`${file}.away`, file);
    expect(granted(plans.save('p1', { baseVersion: 1, commits })).version).toBe(2);
  });

  test('is offered at the next start with what was saved', async () => {
    const { file, plans, store } = openPlan();
    granted(plans.save('p1', { baseVersion: 1, commits }));
    for (const ending of ['', '-wal', '-shm']) fs.rmSync(file + ending);
    plans.save('p1', { baseVersion: 2, commits });
    store.close();
    const later = testStore(file).store;
    expect(later.status()).toMatchObject({ state: 'missing', backups: [{ kind: 'rescued', plans: 1 }] });
    granted(await later.restoreBackup(later.status().backups[0]?.name ?? ''));
    expect(granted(granted(later.repositories()).plans.load('p1')).summary.version).toBe(2);
  });
});

describe('a database that is older than what was saved', () => {
  function older() {
    const { file, store } = openPlan();
    store.close();
    fs.copyFileSync(file, `${file}-copy`);
    store.open();
    const again = granted(store.repositories());
    granted(again.plans.save('p1', { baseVersion: 1, commits }));
    granted(again.plans.duplicate('p1', 'Option B'));
    store.close();
    fs.copyFileSync(`${file}-copy`, file);
    return { file, ...testStore(file) };
  }

  test('is said with what is missing, and the newer state offered', async () => {
    const { store } = older();
    expect(store.status()).toMatchObject({
      state: 'older',
      message: expect.stringMatching(
        /it lacks ("Existing" \(1 save\) and "Option B"|"Option B") \(the whole plan\)/,
      ),
      backups: [{ kind: 'backup', plans: 2 }, {}],
    });
    granted(await store.restoreBackup(store.status().backups[0]?.name ?? ''));
    expect(granted(granted(store.repositories()).plans.summary('p1')).version).toBe(2);
  });

  test('is used when that is wanted, and then not spoken of again', () => {
    const { file, store } = older();
    granted(store.useOlder());
    expect(store.status().state).toBe('ready');
    expect(store.useOlder()).toMatchObject({ ok: false, error: { code: 'refused' } });
    store.close();
    expect(testStore(file).store.status().state).toBe('ready');
  });
});
