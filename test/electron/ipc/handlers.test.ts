import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { writeClipboard } from '../../../core/codec/clipboard.ts';
import { readPlan } from '../../../renderer/storage/read-plan.ts';
import { diffOfRows, sent } from '../../support/journal-steps.ts';
import { granted, record } from '../../support/plan-builder.ts';
import { commit } from '../../support/temporary-store.ts';
import { bridgeOf, windowCalls } from '../../support/window-calls.ts';

async function withPlan() {
  const calls = windowCalls();
  const site = granted(await calls.call('sites.create', { name: 'Harbour Street 12' }));
  const args = { siteId: site.id, name: 'Existing', displayUnit: 'ft-in' };
  const plan = granted(await calls.call('plans.create', args));
  return { ...calls, siteId: site.id, planId: plan.id };
}

describe('plans', () => {
  test('a new plan opens with settings, a floor and layers', async () => {
    const { planId, ...calls } = await withPlan();
    const opened = granted(await readPlan(bridgeOf(calls), planId));
    const records = [...opened.records];
    expect(opened).toMatchObject({ siteName: 'Harbour Street 12', version: 1 });
    expect(opened.steps).toEqual({ done: 0, undone: 0 });
    expect(records.map(({ id }) => id.slice(0, id.indexOf(':')))).toEqual([
      ...['settings', 'floor', 'layer', 'layer', 'layer'],
    ]);
    expect(records[0]).toMatchObject({ name: 'Existing', displayUnit: 'ft-in' });
  });

  test('what is saved is there when it is opened again, with its undo step and in the journal', async () => {
    const { planId, ...calls } = await withPlan();
    const { call } = calls;
    const phase = record('phase', { id: 5 });
    const commits = [commit('s1', [[null, phase]])];
    const saved = granted(await call('plans.save', { planId, baseVersion: 1, commits: commits.map(sent) }));
    expect(saved).toEqual({ version: 2, savedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) });
    const opened = granted(await readPlan(bridgeOf(calls), planId));
    expect(opened.records.find(({ id }) => id === phase.id)).toEqual(phase);
    expect(opened.steps).toEqual({ done: 1, undone: 0 });
    const asked = { planId, stack: 'done', upTo: 1, characters: 1000 };
    const [step] = granted(await call('plans.steps', asked)).steps;
    const { rows, ...outline } = step ?? {};
    expect(outline).toEqual({
      step: 's1',
      undoneBy: null,
      label: 'label of s1',
      at: commits[0]?.at,
      seqs: [1],
      characters: rows?.[0]?.[0]?.length,
      trouble: null,
    });
    expect(diffOfRows(rows ?? [])).toEqual(new Map([[phase.id, { before: null, after: phase }]]));
    const journal = granted(await call('plans.history', { planId, most: 5 }));
    expect(journal.map(({ seq, step, author }) => [seq, step, author])).toEqual([[1, 's1', 'A. Planner']]);
  });

  test('a save that fails is told to whoever holds the window', async () => {
    const { call, planId, heard } = await withPlan();
    const save = { planId, baseVersion: 7, commits: [sent(commit('s1', []))] };
    expect(await call('plans.save', save)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(heard).toEqual([['save failed', expect.stringContaining('was changed elsewhere')]]);
  });

  test('are renamed, duplicated, thrown away and brought back', async () => {
    const { call, planId, siteId } = await withPlan();
    granted(await call('plans.rename', { planId, name: 'Option A' }));
    granted(await call('plans.duplicate', { planId, name: 'Option B' }));
    granted(await call('plans.moveToTrash', { planId }));
    const names = async () => {
      const sites = granted(await call('sites.list', {}));
      return sites
        .find(({ id }) => id === siteId)
        ?.plans.map(({ name }) => name)
        .sort();
    };
    expect(await names()).toEqual(['Option B']);
    granted(await call('plans.restore', { planId }));
    expect(await names()).toEqual(['Option A', 'Option B']);
  });
});

test('sites are renamed, thrown away and brought back', async () => {
  const { call, siteId } = await withPlan();
  granted(await call('sites.rename', { siteId, name: 'Harbour Street 14' }));
  granted(await call('sites.moveToTrash', { siteId }));
  expect(granted(await call('sites.list', {}))).toEqual([]);
  granted(await call('sites.restore', { siteId }));
  expect(granted(await call('sites.list', {}))).toMatchObject([{ name: 'Harbour Street 14' }]);
});

test('a list in a database that was damaged meanwhile says so', async () => {
  const { call, folder, heard } = await withPlan();
  const file = path.join(folder, 'database', 'sallyport.db');
  // What another connection wrote is read anew from the file.
  const other = new Database(file);
  other.exec("INSERT INTO setting VALUES ('theme', 'dark')");
  other.pragma('wal_checkpoint(TRUNCATE)');
  other.close();
  const size = fs.statSync(file).size;
  fs.writeFileSync(file, fs.readFileSync(file).fill(0x5a, 4096, size), { flag: 'r+' });
  expect(await call('sites.list', {})).toMatchObject({ ok: false, error: { code: 'damaged' } });
  expect(heard).toEqual([]);
});

test('the application tells its versions, keeps settings and ends', async () => {
  const { call, heard } = windowCalls();
  expect(granted(await call('app.info', {}))).toMatchObject({ version: '1.2.3', openPlanId: null });
  granted(await call('app.setSetting', { key: 'theme', value: 'dark' }));
  expect(granted(await call('app.settings', {}))).toEqual({ theme: 'dark' });
  granted(await call('app.quit', {}));
  expect(heard).toEqual([['quit']]);
});

test('the window shows its menu, says what is unsaved and closes', async () => {
  const { call, heard } = windowCalls();
  const item = {
    command: 'edit.undo',
    title: 'Undo',
    shortcut: 'CmdOrCtrl+Z',
    enabled: true,
    separatorBefore: false,
  };
  granted(await call('window.setMenu', { items: [{ ...item, menu: 'edit' }] }));
  granted(await call('window.setUnsaved', { unsaved: true }));
  granted(await call('window.setZoom', { percent: 150 }));
  granted(await call('window.closeNow', {}));
  expect(heard).toEqual([['menu', 1], ['unsaved', true], ['zoom', 150], ['close']]);
});

test('storage that is in order has nothing to restore to', async () => {
  const { call } = windowCalls();
  expect(granted(await call('storage.status', {}))).toMatchObject({
    state: 'ready',
    message: null,
    backups: [],
  });
  expect(await call('storage.startEmpty', {})).toMatchObject({ ok: false, error: { code: 'refused' } });
  const restored = await call('storage.restoreBackup', { backup: 'none' });
  expect(restored).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('without a database every method that needs one says why', async () => {
  const { call, store } = windowCalls();
  store.close();
  const answers = [
    await call('sites.list', {}),
    await call('plans.open', { planId: 'p' }),
    await call('app.settings', {}),
    await call('files.addSamplePicture', {}),
  ];
  const error = { code: 'unreadable', message: 'The database is closed.' };
  expect(answers).toEqual(answers.map(() => ({ ok: false, error })));
});

describe('the clipboard', () => {
  const text = granted(writeClipboard({ records: [record('post')], ground: [], groups: [] }));

  test('gives back what was copied', async () => {
    const { call, clipboard } = windowCalls();
    granted(await call('clipboard.write', { text }));
    expect(clipboard.text).toBe(text);
    expect(granted(await call('clipboard.read', {}))).toEqual({ text, pages: [] });
  });

  test('keeps what other programs put there to itself', async () => {
    const { call, clipboard } = windowCalls();
    clipboard.text = 'a secret';
    expect(await call('clipboard.read', {})).toMatchObject({ ok: false, error: { code: 'refused' } });
    clipboard.text = text.padEnd(33 * 1024 * 1024);
    expect(await call('clipboard.read', {})).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });
});
