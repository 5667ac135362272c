import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { err, ok } from '../../../../core/result.ts';
import { Jobs } from '../../../../electron/jobs/jobs.ts';
import { type Offers, offersFor } from '../../../../electron/storage/safekeeping/offers.ts';
import { workHere } from '../../../../electron/storage/safekeeping/storage-work.ts';
import { Store } from '../../../../electron/storage/store.ts';
import { startNodeChild } from '../../../support/node-child.ts';
import { granted, testPlan } from '../../../support/plan-builder.ts';
import { overwriteRecords, temporaryFolder, testStore } from '../../../support/temporary-store.ts';

/** A damaged database that has a backup. */
function damagedFile(): string {
  const file = path.join(temporaryFolder(), 'sallyport.db');
  const { store } = testStore(file);
  const { sites, plans } = granted(store.repositories());
  const siteId = granted(sites.create('Depot')).id;
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan: testPlan(), receivedFrom: null }));
  store.close();
  overwriteRecords(file);
  return file;
}

/** A store whose copies are looked at until `found` is called, opened. */
function lookingStore(file: string) {
  let found: (offers: Offers) => void = () => undefined;
  const heard: string[] = [];
  const store = new Store({
    file,
    onSlow: () => undefined,
    onNotice: () => undefined,
    onTrouble: (sentence) => heard.push(sentence),
    onChange: () => heard.push('changed'),
    work: {
      ...workHere,
      offers: () =>
        new Promise((resolve) => {
          found = resolve;
        }),
    },
  });
  store.open();
  onTestFinished(() => store.close({ backup: false }));
  const end = async (offers: Offers) => {
    found(offers);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { store, heard, end };
}

test('while copies are looked at elsewhere it says so, and what they are once that is known', async () => {
  const file = damagedFile();
  const { store, heard, end } = lookingStore(file);
  expect(store.status()).toMatchObject({
    state: 'damaged',
    isLooking: true,
    message: expect.stringMatching(
      /It was kept as .* Its copies are being looked at, to see what each has\.$/,
    ),
    backups: [],
  });
  expect(heard).toHaveLength(1);
  await end(ok(offersFor(file)));
  expect(store.status()).toMatchObject({
    state: 'damaged',
    isLooking: false,
    message: expect.stringMatching(/Restore the newest state, or another one\.$/),
    backups: [{ kind: 'backup', plans: 1 }],
  });
  expect(heard.at(-1)).toBe('changed');
  granted(await store.restoreBackup(store.status().backups[0]?.name ?? ''));
  expect(store.status()).toMatchObject({ state: 'ready', isLooking: false });
});

test('copies that could not be looked at are not called none', async () => {
  const { store, end } = lookingStore(damagedFile());
  await end(err({ code: 'failed', message: 'It took too long.' }));
  const { message, backups, isLooking } = store.status();
  expect(message).toMatch(
    /Its copies could not be looked at\. Start Sallyport again to try once more\. It took too long\.$/,
  );
  expect([backups, isLooking]).toEqual([[], false]);
  expect(message).not.toContain('no good copy');
});

test('what is found too late changes nothing', async () => {
  const file = damagedFile();
  const { store, heard, end } = lookingStore(file);
  granted(store.startEmpty());
  heard.length = 0;
  await end(ok(offersFor(file)));
  expect(store.status()).toMatchObject({ state: 'ready', isLooking: false });
  expect(heard).toEqual([]);
});

test('a process of its own finds the same copies', async () => {
  const file = damagedFile();
  const jobs = new Jobs(startNodeChild);
  onTestFinished(() => jobs.cancelAll());
  const found = granted(await jobs.run('storage.offers', { file }));
  expect(found).toEqual(offersFor(file));
  expect(found.length).toBeGreaterThan(0);
});
