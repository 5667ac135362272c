import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { suggestedName } from '../../../electron/ipc/handlers/suggested-name.ts';
import { firstPage } from '../../support/first-page.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { mountedFolder, smallDisk } from '../../support/temporary-store.ts';
import { fileWith, windowCalls } from '../../support/window-calls.ts';

const page = {
  held: null,
  ...firstPage,
  heading: null,
};
const cancelled = { ok: false, error: { code: 'cancelled', message: 'Nothing was chosen.' } };

async function withSample() {
  const calls = windowCalls();
  const { planId } = granted(await calls.call('files.openSample', {}));
  return { ...calls, planId };
}

async function exported(format: string) {
  const calls = await withSample();
  const file = path.join(calls.folder, `Plan "one" – ü.${format}`);
  calls.chosen.push(file);
  const answer = await calls.call('files.export', { planId: calls.planId, format, ...page });
  return { ...calls, file, answer };
}

describe('export', () => {
  test.each([
    ['plan', 'PK'],
    ['svg', '<svg'],
    ['geojson', '{'],
    ['pdf', '%PDF-'],
  ])('writes a %s where the person chose, and tells its name alone', async (format, start) => {
    const { answer, file } = await exported(format);
    expect(answer).toEqual({ ok: true, value: { fileName: path.basename(file), remarks: [] } });
    expect(fs.readFileSync(file, 'latin1').slice(0, 200)).toContain(start);
  });

  test('a plan file opens as the plan that is stored', async () => {
    const { call, chosen, file, planId } = await exported('plan');
    chosen.push(file);
    expect(await call('files.import', { siteId: null })).toEqual({
      ok: true,
      value: { planId, known: true, remarks: [] },
    });
  });

  test('leaves out a picture that is no longer what was stored, says so, and can be read', async () => {
    const { call, chosen, folder, store } = windowCalls();
    const { sites, plans, attachments } = granted(store.repositories());
    const attachment = granted(attachments.add('image/png', Buffer.from('picture')));
    const plan = testPlan(record('underlay', { attachment, name: 'Ground floor' }));
    const [planId, siteId] = ['p1', granted(sites.create('Depot')).id];
    granted(plans.create({ id: planId, siteId, name: 'Existing', plan, receivedFrom: null }));
    const db = new Database(path.join(folder, 'database', 'sallyport.db'));
    db.exec("UPDATE attachment SET bytes = x'00'");
    db.close();
    const file = path.join(folder, 'plan.sallyport');
    chosen.push(file, path.join(folder, 'plan.csv'), file);
    const remarks = ['The picture "Ground floor" is damaged and left out. Add it again from where it came.'];
    const value = { fileName: 'plan.sallyport', remarks };
    expect(await call('files.export', { planId, format: 'plan', ...page })).toMatchObject({ value });
    expect(await call('files.export', { planId, format: 'csv', ...page })).toMatchObject({
      value: { remarks: [] },
    });
    expect(await call('files.import', { siteId: null })).toMatchObject({ ok: true });
  });

  test.each([
    ['CUI', 'CUI Depot Existing.csv'],
    ['CUI//SP-PHYS', 'CUI--SP-PHYS Depot Existing.csv'],
    [null, 'Depot Existing.csv'],
  ])('of a plan that is marked %s is offered as %s', async (marking, offered) => {
    const { call, chosen, heard, store } = windowCalls();
    const { sites, plans } = granted(store.repositories());
    const siteId = granted(sites.create('Depot')).id;
    const plan = testPlan(record('settings', { marking }), record('camera'));
    granted(plans.create({ id: 'p1', siteId, name: 'Existing', plan, receivedFrom: null }));
    chosen.push(null);
    await call('files.export', { planId: 'p1', format: 'csv', ...page });
    expect(heard).toEqual([['offered', offered]]);
  });

  test('of a plan with the longest name still has its marking', async () => {
    const { call, chosen, heard, store } = windowCalls();
    const { sites, plans } = granted(store.repositories());
    const siteId = granted(sites.create('D'.repeat(200))).id;
    const plan = testPlan(record('settings', { marking: 'CUI' }));
    granted(plans.create({ id: 'p1', siteId, name: 'E'.repeat(200), plan, receivedFrom: null }));
    chosen.push(null);
    await call('files.export', { planId: 'p1', format: 'geojson', ...page });
    expect(heard).toEqual([['offered', `CUI ${'D'.repeat(116)}.geojson`]]);
  });

  test('of a sheet is offered under its number, of the plan under its names alone', async () => {
    const { call, planId, heard } = await withSample();
    const sheetId = 'sheet:94d8805e-b035-4089-8996-c0053bbb38f9';
    for (const format of ['pdf', 'svg', 'pdf-set', 'csv'])
      await call('files.export', { planId, format, ...page, sheetId });
    const names = 'Harbor Street Federal Building Perimeter upgrade';
    expect(heard).toEqual([
      ['offered', `${names} S-03.pdf`],
      ['offered', `${names} S-03.svg`],
      ['offered', `${names}.pdf`],
      ['offered', `${names}.csv`],
    ]);
  });

  test('says in its dialog which sheet it is', async () => {
    const { call, planId, heard } = await withSample();
    const heading = 'Sheet S-01, Upper\u202e\nfloor, 1:500 on A3';
    await call('files.export', { planId, format: 'pdf', ...page, heading });
    expect(heard.at(-1)).toEqual(['titled', 'Export: Sheet S-01, Upper floor, 1:500 on A3']);
    await call('files.export', { planId, format: 'csv', ...page });
    expect(heard.at(-1)).toEqual(['offered', 'Harbor Street Federal Building Perimeter upgrade.csv']);
  });

  test('nothing is written when the dialog is cancelled', async () => {
    const { call, planId, folder } = await withSample();
    expect(await call('files.export', { planId, format: 'plan', ...page })).toEqual(cancelled);
    expect(fs.readdirSync(folder)).toEqual(['database']);
  });

  test('a folder that cannot be written is named', async () => {
    const { call, planId, chosen } = await withSample();
    chosen.push(path.join(mountedFolder('size=1m,ro'), 'plan.sallyport'));
    expect(await call('files.export', { planId, format: 'plan', ...page })).toEqual({
      ok: false,
      error: {
        code: 'not-written',
        message: 'plan.sallyport could not be written: the disk is read-only. Choose another place.',
      },
    });
  });

  test('a full disk is named, and nothing half written stays', async () => {
    const { call, planId, chosen } = await withSample();
    const { folder } = smallDisk('size=8k');
    chosen.push(path.join(folder, 'plan.geojson'));
    expect(await call('files.export', { planId, format: 'geojson', ...page })).toEqual({
      ok: false,
      error: {
        code: 'not-written',
        message: 'plan.geojson could not be written: the disk is full. Choose another place.',
      },
    });
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('a file in the place of the folder is named without its path', async () => {
    const { call, planId, chosen, folder } = await withSample();
    chosen.push(path.join(fileWith(folder, 'file', ''), 'plan.csv'));
    expect(await call('files.export', { planId, format: 'csv', ...page })).toEqual({
      ok: false,
      error: {
        code: 'not-written',
        message: 'plan.csv could not be written: what should be its folder is a file. Choose another place.',
      },
    });
  });

  test('a running export can be ended, and a second one waits for it', async () => {
    const { call, planId, chosen, folder, heardProgress } = await withSample();
    chosen.push(path.join(folder, 'first.pdf'), path.join(folder, 'second.pdf'));
    const running = call('files.export', { planId, format: 'pdf', ...page });
    expect(await call('files.export', { planId, format: 'pdf', ...page })).toEqual({
      ok: false,
      error: {
        code: 'busy',
        message: 'Another export is still running. Wait for it, or cancel it.',
      },
    });
    // The progress stays that of the first: it has begun once, and not come to its end.
    const exported = () => heardProgress.flatMap(({ job, done }) => (job === 'export.write' ? [done] : []));
    expect(exported().filter((done) => done === 0 || done === 1)).toEqual([0]);
    granted(await call('jobs.cancel', { job: 'export.write' }));
    expect(await running).toEqual({
      ok: false,
      error: { code: 'cancelled', message: 'The export was cancelled. Nothing was written.' },
    });
    expect(exported().at(-1)).toBe(1);
    expect(fs.readdirSync(folder)).toEqual(['database']);
  });
});

describe('import', () => {
  test('content decides, not the name; the plan lies in the site it was imported into', async () => {
    const { file } = await exported('plan');
    const { call, chosen, folder } = windowCalls();
    const site = granted(await call('sites.create', { name: 'Airport Road 3' }));
    chosen.push(fileWith(folder, 'drawing.geojson', fs.readFileSync(file)));
    const { planId, known } = granted(await call('files.import', { siteId: site.id }));
    expect(known).toBe(false);
    const sites = granted(await call('sites.list', {}));
    expect(sites.map(({ plans }) => plans.map(({ id }) => id))).toEqual([[planId]]);
  });

  test.each([
    ['empty.sallyport', '', 'unreadable'],
    ['other.zip', 'PK\u0003\u0004 and nothing more', 'damaged'],
    ['text.geojson', 'plain text', 'unreadable'],
  ])('%s is refused with its name and leaves nothing behind', async (name, content, code) => {
    const { call, chosen, folder } = windowCalls();
    chosen.push(fileWith(folder, name, content));
    const answer = await call('files.import', { siteId: null });
    expect(answer).toEqual({
      ok: false,
      error: { code, message: expect.stringMatching(`^${name}: .*\\.$`) },
    });
    expect(granted(await call('sites.list', {}))).toEqual([]);
  });

  test('a file that went away is named without its path', async () => {
    const { call, chosen, folder } = windowCalls();
    chosen.push(path.join(folder, 'gone.sallyport'));
    expect(await call('files.import', { siteId: null })).toEqual({
      ok: false,
      error: {
        code: 'unreadable',
        message: 'gone.sallyport cannot be read (ENOENT). Check that it exists and that you may read it.',
      },
    });
  });

  test('a file over 200 MB, a folder and a device are refused before they are read', async () => {
    const { call, chosen, folder } = windowCalls();
    const large = fileWith(folder, 'large.sallyport', 'PK');
    fs.truncateSync(large, 200 * 1024 * 1024 + 1);
    const refusals = [];
    for (const file of [large, folder, '/dev/zero']) {
      chosen.push(file);
      refusals.push(await call('files.import', { siteId: null }));
    }
    expect(refusals.map((answer) => (answer.ok ? null : answer.error.message))).toEqual([
      'large.sallyport is larger than 200 MB. Choose a smaller file.',
      `${path.basename(folder)} is a folder or a device. Choose a file.`,
      'zero is a folder or a device. Choose a file.',
    ]);
  });

  test('a dropped file is read like a chosen one', async () => {
    const { file } = await exported('plan');
    const { call } = windowCalls();
    const { plan, picture } = granted(await call('files.takeDropped', { path: file, name: 'a.sallyport' }));
    expect(picture).toBeNull();
    expect(granted(await call('plans.open', { planId: plan?.planId })).siteName).not.toBe('');
  });

  test('nothing happens when the dialog is cancelled', async () => {
    const { call } = windowCalls();
    expect(await call('files.import', { siteId: null })).toEqual(cancelled);
    expect(await call('files.choosePicture', {})).toEqual(cancelled);
  });
});

describe('pictures', () => {
  test('are stored and told by their content, whatever they are called', async () => {
    const { call, chosen, folder, store } = windowCalls();
    const sample = granted(await call('files.addSamplePicture', {}));
    const bytes = granted(store.repositories()).attachments.get(sample.sha256)?.bytes ?? new Uint8Array();
    chosen.push(fileWith(folder, 'plan.jpg', bytes));
    expect(granted(await call('files.choosePicture', {}))).toEqual({ ...sample, name: 'plan.jpg' });
    const dropped = await call('files.takeDropped', { path: fileWith(folder, 'b.png', bytes), name: '' });
    expect(granted(dropped)).toEqual({ plan: null, picture: { ...sample, name: 'b.png' } });
  });

  test('that are none are refused by name', async () => {
    const { call, folder } = windowCalls();
    const file = fileWith(folder, 'notes.png', 'not a picture');
    expect(await call('files.takeDropped', { path: file, name: 'notes.png' })).toEqual({
      ok: false,
      error: {
        code: 'unreadable',
        message: 'notes.png is not a picture this program reads. Choose a PNG or a JPEG file.',
      },
    });
  });
});

test.each([
  [['Site', 'Plan'], 'Site Plan.pdf'],
  [['A/B\\C:D', '*?"<>|'], 'A-B-C-D ------.pdf'],
  [['..', ''], 'Plan.pdf'],
  [['CON', ''], 'Plan CON.pdf'],
  [['x'.repeat(300), 'y'], `${'x'.repeat(120)}.pdf`],
  [['con.txt'], 'Plan con.txt.pdf'],
  [['Lpt1 .x'], 'Plan Lpt1 .x.pdf'],
  [['COM²'], 'Plan COM².pdf'],
  [['console'], 'console.pdf'],
  [['-rf', '--all'], 'rf --all.pdf'],
  [[' .hidden. . '], 'hidden.pdf'],
  [['. - .a . b. . -. ', ' '], 'a . b. . -.pdf'],
  [['a\u202egpj.exe'], 'agpj.exe.pdf'],
  [['a\u200bb\u2066c'], 'abc.pdf'],
  [['a\ud800b\ude00'], 'a-b-.pdf'],
  [['a\0b\x1b[31m\nc\u2028d'], 'a-b-[31m c d.pdf'],
  [['漢'.repeat(150)], `${'漢'.repeat(66)}.pdf`],
  [['x'.repeat(119), '. y'], `${'x'.repeat(119)}.pdf`],
  [['👨‍👩‍👧‍👦'.repeat(40)], `${'👨👩👧👦'.repeat(12)}👨👩.pdf`],
])('%j is suggested as %s', (words, expected) => {
  expect(suggestedName(words, 'pdf')).toBe(expected);
});
