import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Store } from '../../../../electron/storage/store.ts';
import { granted } from '../../../support/plan-builder.ts';
import { smallDisk, temporaryFolder } from '../../../support/temporary-store.ts';

const LOOK_MS = 3000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** An open store, with what its status said whenever it told that it says something else. */
function watched(folder = temporaryFolder()) {
  const file = path.join(folder, 'sallyport.db');
  const said: (string | null)[] = [];
  const silent = () => undefined;
  const store = new Store({
    file,
    onSlow: silent,
    onNotice: silent,
    onTrouble: silent,
    onChange: () => said.push(`${store.status().state}: ${store.status().message}`),
  });
  store.open();
  onTestFinished(() => store.close({ backup: false }));
  return { file, store, said };
}

test('a database that is taken away is told once, rescued, and told again when it is back', () => {
  const { file, said } = watched();
  vi.advanceTimersByTime(LOOK_MS * 2);
  expect(said).toEqual([]);
  fs.renameSync(file, `${file}.away`);
  vi.advanceTimersByTime(LOOK_MS - 1);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(LOOK_MS * 3);
  expect(said).toEqual([
    'out-of-place: The database sallyport.db was moved, deleted or replaced by another program, so nothing is saved any more. Put it back, or export the plan as a plan file, close the window and start Sallyport again: it then offers what was saved.',
  ]);
  expect(fs.readdirSync(path.dirname(file)).filter((name) => name.includes('.rescued-'))).toHaveLength(1);
  fs.renameSync(`${file}.away`, file);
  vi.advanceTimersByTime(LOOK_MS);
  expect(said.slice(1)).toEqual(['ready: null']);
});

test('a database that another program wrote into is told, and that is never taken back', () => {
  const { file, store, said } = watched();
  const copy = fs.readFileSync(file);
  fs.writeFileSync(file, copy);
  vi.advanceTimersByTime(LOOK_MS);
  expect(said).toEqual([
    'out-of-place: Another program wrote into the database sallyport.db while it was open, so nothing is saved any more. Before you close the window, export the plan as a plan file; the next start shows what is there now and what it lacks.',
  ]);
  vi.advanceTimersByTime(LOOK_MS * 3);
  expect(said).toHaveLength(1);
  expect(store.status().state).toBe('out-of-place');
});

test('what somebody else finds before the next look is told then, and so is that it is back', () => {
  const { file, store, said } = watched();
  const { sites } = granted(store.repositories());
  fs.renameSync(file, `${file}.away`);
  expect(sites.create('Depot').ok).toBe(false);
  expect(said).toHaveLength(1);
  fs.renameSync(`${file}.away`, file);
  vi.advanceTimersByTime(LOOK_MS);
  expect(said.slice(1)).toEqual(['ready: null']);
});

test('its own writing is nothing to tell', () => {
  const { store, said } = watched();
  const { attachments, sites } = granted(store.repositories());
  for (let save = 0; save < 20; save += 1) {
    granted(attachments.add('image/png', Buffer.alloc(400_000, save)));
    granted(sites.create('Depot'));
    vi.advanceTimersByTime(LOOK_MS);
  }
  expect(said).toEqual([]);
});

test('nobody looks after a database that is closed, or that nothing is saved to', () => {
  const disk = smallDisk('size=16m');
  const { store } = watched(disk.folder);
  expect(vi.getTimerCount()).toBe(1);
  store.close({ backup: false });
  expect(vi.getTimerCount()).toBe(0);
  disk.makeReadOnly();
  store.open();
  expect([store.status().state, vi.getTimerCount()]).toEqual(['read-only', 0]);
});
