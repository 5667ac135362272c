import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodePlan } from '../../../core/codec/plan-file.ts';
import { FORMAT } from '../../../core/plan/format.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { packArchive } from '../../../electron/files/plan-archive.ts';
import { record, testPlan } from '../../support/plan-builder.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sallyport cli "ü" '));
const file = (name: string) => path.join(folder, name);
beforeAll(() => run('new', '--out', file('no-sheets.sallyport')));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]) {
  let out = '';
  let error = '';
  const io = {
    out: (text: string) => {
      out += text;
    },
    error: (text: string) => {
      error += text;
    },
    version: '0.1.0',
    defaultDatabase: () => file('none.db'),
  };
  return { code: await runCli(argv, io), out, error };
}

test('a reference plan is made, told about and written in every form', async () => {
  expect(
    (await run('new', '--reference', 'typical', '--seed', '4', '--out', file('plan.sallyport'))).code,
  ).toBe(0);
  const info = JSON.parse((await run('info', file('plan.sallyport'), '--json')).out);
  expect([info.records, info.kinds.camera, info.format]).toEqual([1994, 60, FORMAT]);
  expect(Object.values<number>(info.states).reduce((sum, count) => sum + count)).toBe(info.records);
  const forms = ['pdf', 'svg', 'png', 'csv', 'geojson'].flatMap((form) => [
    `--${form}`,
    file(`plan.${form}`),
  ]);
  const exported = await run('export', file('plan.sallyport'), ...forms, '--size', 'A1');
  expect(exported).toMatchObject({ code: 0, error: '' });
  expect(readFileSync(file('plan.svg'), 'utf8')).toContain('width="841mm" height="594mm"');
  const back = await run('import', file('plan.geojson'), '--out', file('back.sallyport'));
  expect(back).toMatchObject({ code: 0, error: '' });
  expect(JSON.parse((await run('info', file('back.sallyport'), '--json')).out).hash).toBe(info.hash);
}, 60_000);

test('the same seed gives the same bytes', async () => {
  await run('new', '--reference', 'typical', '--seed', '9', '--out', file('one.sallyport'));
  await run('new', '--reference', 'typical', '--seed', '9', '--out', file('two.sallyport'));
  expect(readFileSync(file('one.sallyport')).equals(readFileSync(file('two.sallyport')))).toBe(true);
});

test('an output that exists is replaced only when that is asked for', async () => {
  writeFileSync(file('there.sallyport'), 'mine');
  const refused = await run('new', '--out', file('there.sallyport'));
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.error).toMatch(/exists already\. Choose another name, or add --replace\.\n$/);
  expect(readFileSync(file('there.sallyport'), 'utf8')).toBe('mine');
  expect((await run('new', '--out', file('there.sallyport'), '--replace')).code).toBe(0);
});

test('all sheets are written as one PDF', async () => {
  const sample = path.resolve('resources/sample-site/harbor-street.sallyport');
  const { code, out, error } = await run('export', sample, '--pdf-set', file('sheets.pdf'));
  expect([code, error]).toEqual([0, '']);
  expect(out).toContain(
    `holds: ${file('sheets.pdf')}: all sheets (3), each with its own floor, layers and states.\n`,
  );
  const pages = execFileSync('pdfinfo', [file('sheets.pdf')], { encoding: 'utf8' });
  expect(pages).toMatch(/Pages: +3\n/);
}, 60_000);

test('all cameras are written as one PDF', async () => {
  const sample = path.resolve('resources/sample-site/harbor-street.sallyport');
  const { code, out, error } = await run('export', sample, '--camera-sheet', file('cameras.pdf'));
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(/cameras\.pdf: all cameras of all floors \(\d+\), as proposed\.\n/);
  const words = execFileSync('pdftotext', [file('cameras.pdf'), '-'], { encoding: 'utf8' });
  expect(words).toContain('Camera sheet');
  expect(words).toMatch(/Page 1 of \d+/);
}, 60_000);

test('what of the plan is in a file is said of every form, beside the result, and in the help', async () => {
  const sample = path.resolve('resources/sample-site/harbor-street.sallyport');
  const forms = ['svg', 'csv', 'plan'].flatMap((form) => [`--${form}`, file(`held.${form}`)]);
  const { out, error } = await run('export', sample, ...forms, '--json');
  expect(error).toBe('');
  const whole = 'the whole plan, with all floors, layers and states.';
  expect(JSON.parse(out)).toMatchObject({
    written: expect.objectContaining({ length: 3 }),
    holds: expect.arrayContaining([
      `${file('held.plan')}: ${whole}`,
      `${file('held.csv')}: ${whole}`,
      expect.stringMatching(/held\.svg: the sheet \S+, with its own floor, layers and states\.$/),
    ]),
  });
  const typical = file('typical.sallyport');
  await run('new', '--reference', 'typical', '--out', typical);
  const alone = await run('export', typical, '--svg', file('typical.svg'));
  expect(alone.out).toContain('typical.svg: the floor Site alone, since the plan has no sheets.');
  const { out: help } = await run('--help');
  expect(help).toMatch(
    /--plan, --csv and --geojson hold the whole plan, with all floors, layers and states\./,
  );
  expect(help).toMatch(/--pdf, --png and --svg hold one sheet/);
}, 60_000);

test.each([
  [2, ['dance'], /no command "dance"/],
  [2, ['new'], /--out PLAN is missing/],
  [2, ['new', '--unknown'], /--help/],
  [2, ['export', 'x'], /Nothing to export/],
  [2, ['new', '--out', 'x', '--name', 'n'.repeat(201)], /one line of at most 200 letters/],
  [2, ['new', '--out', 'x', '--name', 'two\nlines'], /one line of at most 200 letters/],
  [1, ['export', file('no-sheets.sallyport'), '--pdf-set', file('set.pdf')], /The plan has no sheets\./],
  [1, ['info', 'no-such-file'], /does not exist/],
  [1, ['db', 'check'], /There is no database/],
  [2, ['db', 'dance'], /db check/],
])('exit %i for %j', async (code, argv, sentence) => {
  const result = await run(...(argv as string[]));
  expect([result.code, result.out]).toEqual([code, '']);
  expect(result.error).toMatch(sentence as RegExp);
});

test('what could not be written leaves nothing behind', async () => {
  const result = await run('new', '--out', path.join(folder, 'missing', 'plan.sallyport'));
  expect(result.code).toBe(1);
  expect(existsSync(path.join(folder, 'missing'))).toBe(false);
});

test('names from a file steer no terminal and write no lines of their own', async () => {
  const hostile = 'A\n\x1b[2Jplans: 9\u202ex\u009b';
  const plan = testPlan(record('settings', { name: hostile }));
  const parcel = { planId: 'p1', planName: hostile, siteName: hostile, plan, attachments: new Map() };
  writeFileSync(file('hostile.sallyport'), await packArchive(encodePlan(parcel, '1')));
  const { out, code } = await run('info', file('hostile.sallyport'));
  expect(code).toBe(0);
  expect(out).toMatch(/^name: A .*plans: 9/m);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those that steer a terminal
  expect(out).not.toMatch(/^plans|[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/m);
  const { error } = await run('info', file('no\x1b[2J\nfile'));
  expect(error).toMatch(/no\ufffd\[2J file does not exist\. Check the name\.\n$/);
});
