import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { samePlan } from '../../../core/plan/diff.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { HeldPages } from '../../../electron/ipc/handlers/held-pages.ts';
import { holdPlan } from '../../../renderer/storage/hold-plan.ts';
import { firstPage } from '../../support/first-page.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { planInFile } from '../../support/plan-in-file.ts';
import { bridgeOf, windowCalls } from '../../support/window-calls.ts';

const page = {
  planId: 'p1',
  format: 'plan',
  ...firstPage,
  heading: null,
};
const facts = { planName: 'Proposed', siteName: 'Depot', marking: null, sheet: null, pictures: [] };
const stored = testPlan(record('wall'));
const shown = testPlan(record('wall'), record('post'));

/** A window whose plan is not what is stored, and a person who exports it to a file. */
function unsaved(receivedFrom: string | null = null) {
  const calls = windowCalls();
  const { sites, plans } = granted(calls.store.repositories());
  const siteId = granted(sites.create('Depot')).id;
  granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan: stored, receivedFrom }));
  const file = path.join(calls.folder, 'unsaved.sallyport');
  calls.chosen.push(file);
  const exportHeld = async (plan: Plan, more: object = {}) => {
    const held = granted(await holdPlan(plan, { hold: bridgeOf(calls)['files.hold'], id: 'e1' }));
    return calls.call('files.export', { ...page, held: { ...facts, ...held, ...more } });
  };
  return { ...calls, file, exportHeld };
}

const lost = {
  ok: false,
  error: {
    code: 'refused',
    message: 'Another export was begun meanwhile, so nothing was written. Export again.',
  },
};

describe('an export of what the window holds', () => {
  test('has that, under the names of the window, and comes in beside what is stored', async () => {
    const { call, chosen, file, exportHeld, heard, store } = unsaved();
    expect(granted(await exportHeld(shown))).toEqual({ fileName: 'unsaved.sallyport', remarks: [] });
    const { plan, ...names } = await planInFile(file);
    expect(names).toMatchObject({ planId: 'p1', name: 'Proposed', siteName: 'Depot' });
    expect(samePlan(plan, shown)).toBe(true);
    expect(heard).toEqual([['offered', 'Depot Proposed.sallyport']]);
    chosen.push(file);
    const { known, planId } = granted(await call('files.import', { siteId: null }));
    const { plans } = granted(store.repositories());
    expect(known).toBe(false);
    expect(samePlan(granted(plans.load(planId)).plan, shown)).toBe(true);
    expect(samePlan(granted(plans.load('p1')).plan, stored)).toBe(true);
  });

  test('names the plan that other files of it name', async () => {
    const { file, exportHeld } = unsaved('p0');
    granted(await exportHeld(shown));
    expect((await planInFile(file)).planId).toBe('p0');
  });

  test.each([
    ['pdf', 'Depot Proposed S-03.pdf'],
    ['pdf-set', 'Depot Proposed.pdf'],
    ['camera-sheet', 'Depot Proposed Cameras.pdf'],
  ])('as a %s is offered as %s', async (format, name) => {
    const { call, heard, ...calls } = unsaved();
    const held = granted(
      await holdPlan(shown, { hold: bridgeOf({ call, heard, ...calls })['files.hold'], id: 'e1' }),
    );
    calls.chosen.splice(0, 1, null);
    await call('files.export', { ...page, format, held: { ...facts, ...held, sheet: 'S-03' } });
    expect(heard).toEqual([['offered', name]]);
  });

  test('of a marked plan is offered with its marking', async () => {
    const { exportHeld, heard } = unsaved();
    await exportHeld(shown, { marking: 'CUI' });
    expect(heard).toEqual([['offered', 'CUI Depot Proposed.sallyport']]);
  });

  test('goes on without a database, and without the pictures that it does not give', async () => {
    const { folder, file, store, exportHeld, chosen } = unsaved();
    const attachments = granted(store.repositories()).attachments;
    const kept = granted(attachments.add('image/png', Buffer.from('picture')));
    const damaged = granted(attachments.add('image/png', Buffer.from('another')));
    const other = new Database(path.join(folder, 'database', 'sallyport.db'));
    other.prepare("UPDATE attachment SET bytes = x'00' WHERE sha256 = ?").run(damaged);
    const plan = testPlan(
      record('underlay', { id: 1, attachment: kept, name: 'Ground floor' }),
      record('underlay', { id: 2, attachment: damaged, name: 'Roof' }),
    );
    const said = (name: string) =>
      `The picture "${name}" could not be read and is left out. Add it again from where it came.`;
    const pictures = [kept, damaged];
    expect(granted(await exportHeld(plan, { pictures })).remarks).toEqual([said('Roof')]);
    // Then it has no such table at all.
    other.exec('DROP TABLE attachment');
    other.close();
    chosen.push(file);
    const both = [said('Ground floor'), said('Roof')];
    expect(granted(await exportHeld(plan, { pictures })).remarks).toEqual(both);
    store.close({ backup: false });
    chosen.push(file);
    expect(granted(await exportHeld(plan, { pictures })).remarks).toEqual(both);
    expect((await planInFile(file)).planId).toBe('p1');
  });

  test('of what is no plan writes nothing and says why', async () => {
    const { call, file } = unsaved();
    granted(await call('files.hold', { id: 'e1', from: 0, pages: ['[{"id":"wall:1"}]'] }));
    const answer = await call('files.export', { ...page, held: { ...facts, id: 'e1', pages: 1 } });
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'refused',
        message: expect.stringContaining('What the window holds cannot be exported'),
      },
    });
    expect(fs.existsSync(file)).toBe(false);
  });
});

describe('held pages', () => {
  const held = { ...facts, id: 'e1', pages: 1 };
  const ground = JSON.stringify([...stored.tables.settings.values()]);

  test('are gone after the export, however it ended', async () => {
    const { call, chosen } = unsaved();
    const hold = () => call('files.hold', { id: 'e1', from: 0, pages: [ground] });
    chosen.splice(0, 1, null);
    granted(await hold());
    expect(await call('files.export', { ...page, held })).toMatchObject({ error: { code: 'cancelled' } });
    expect(await call('files.export', { ...page, held })).toEqual(lost);
    granted(await hold());
    await call('files.export', { ...page, held: null });
    expect(await call('files.export', { ...page, held })).toEqual(lost);
    granted(await hold());
    expect(await call('files.export', { ...page, held: { ...held, id: 'e2' } })).toEqual(lost);
    expect(await call('files.export', { ...page, held })).toEqual(lost);
  });

  test('are never those of two exports, nor some of them', async () => {
    const { call } = unsaved();
    const hold = (id: string, from: number) => call('files.hold', { id, from, pages: [ground] });
    granted(await hold('e1', 0));
    granted(await hold('e1', 1));
    granted(await hold('e2', 0));
    expect(await hold('e1', 2)).toEqual(lost);
    expect(await hold('e2', 2)).toEqual(lost);
    expect(await call('files.export', { ...page, held: { ...held, id: 'e2', pages: 2 } })).toEqual(lost);
  });

  test('are bounded in number and length', () => {
    const tooMuch = 'The plan is larger than one that can be exported.';
    const pages = new HeldPages({ lost: lost.error.message, tooLarge: tooMuch });
    const long = 'x'.repeat(30_000_000);
    const tooLarge = {
      ok: false,
      error: { code: 'too-large', message: tooMuch },
    };
    for (let from = 0; from < 8; from += 1) granted(pages.add({ id: 'e1', from, pages: [long] }));
    expect(pages.add({ id: 'e1', from: 8, pages: [long] })).toEqual(tooLarge);
    expect(pages.take({ id: 'e1', pages: 9 })).toEqual(lost);
    const many = new Array<string>(10_000).fill('');
    for (let from = 0; from < 300_000; from += 10_000) granted(pages.add({ id: 'e1', from, pages: many }));
    expect(pages.add({ id: 'e1', from: 300_000, pages: [''] })).toEqual(tooLarge);
  });

  test.each([
    ['files.hold', { id: 'e1', from: 0, pages: [] }],
    ['files.hold', { id: 'e1', from: 0, pages: new Array(10_001).fill('') }],
    ['files.hold', { id: 'e1', from: 0, pages: ['x'.repeat(32 * 1024 * 1024 + 1)] }],
    ['files.hold', { id: 'e1', from: 0, pages: [['[]']] }],
    ['files.hold', { id: 'e1', from: -1, pages: ['[]'] }],
    ['files.hold', { id: 'e1', from: 300_001, pages: ['[]'] }],
    ['files.hold', { id: '', from: 0, pages: ['[]'] }],
    ['files.export', { ...page, held: { ...held, plan: {} } }],
    ['files.export', { ...page, held: { ...held, pictures: ['x'] } }],
    ['files.export', { ...page, held: { ...held, pictures: new Array(10_001).fill('a'.repeat(64)) } }],
    ['files.export', { ...page, held: { ...held, siteName: 'x'.repeat(1001) } }],
    ['files.export', { ...page, held: { ...held, pages: 0.5 } }],
    ['files.export', { ...page, planId: '', held }],
  ] as const)('%s refuses argument %#', async (name, args) => {
    expect(await windowCalls().call(name, args)).toMatchObject({
      ok: false,
      error: {
        code: 'bad-request',
        message: expect.stringMatching(`^The request ${name} \\(.*is not valid`),
      },
    });
  });
});
