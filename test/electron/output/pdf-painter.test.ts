import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { layoutSheet } from '../../../core/drawing/sheet/layout-sheet.ts';
import { POINTS_PER_MM } from '../../../core/drawing/sheet/papers.ts';
import { paintPdf } from '../../../electron/output/pdf-painter.ts';
import { record, testPlan } from '../../support/plan-builder.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';

const choice = {
  sheetId: null,
  scale: 500,
  paper: 'A3',
  orientation: 'landscape',
  floorId: null,
  states: null,
  shown: null,
  day: '2026-11-24',
} as const;

/** A property line of 100 × 60 m, on a sheet at 1:500. */
function sheetPage(paper: string) {
  const ring = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 60 },
    { x: 0, y: 60 },
  ];
  const plan = testPlan(record('propertyLine', { ring }));
  const page = layoutSheet({ plan, planName: 'Plan', siteName: 'Site' }, { ...choice, paper });
  if (!page.ok) throw new Error(page.error.message);
  return page.value;
}

const sheet = (compress: boolean) => paintPdf([sheetPage('A3')], () => null, compress);

test('100 m at 1:500 are 200 mm in the coordinates of the page', async () => {
  const content = Buffer.from(await sheet(false)).toString('latin1');
  expect(content).toContain(`\n${POINTS_PER_MM.toFixed(6)} 0 0 ${POINTS_PER_MM.toFixed(6)} 0 0 cm\n`);
  const points = [...content.matchAll(/([\d.-]+) ([\d.-]+) (?:m|l)\n/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  const corners = points.findIndex(([x, y], index) => {
    const [nextX = 0, nextY = 0] = points[index + 1] ?? [];
    return (
      y === nextY &&
      Math.abs(nextX - x - 200) < 0.05 &&
      Math.abs((points[index + 2]?.[1] ?? 0) - y + 120) < 0.05
    );
  });
  expect(corners).toBeGreaterThanOrEqual(0);
});

test('the page is exactly A3, its fonts embedded, without a picture, and sound', async () => {
  const file = path.join(temporaryFolder(), 'sheet.pdf');
  writeFileSync(file, await sheet(true));
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, [...args, file], { encoding: 'utf8' });
  expect(run('pdfinfo')).toMatch(/Page size: +1190\.55 x 841\.89 pts/);
  const fonts = run('pdffonts').trim().split('\n').slice(2);
  expect(fonts.length).toBe(2);
  for (const font of fonts) expect(font).toMatch(/Inter.* yes yes yes/);
  expect(run('pdfimages', '-list').trim().split('\n')).toHaveLength(2);
  expect(run('qpdf', '--check')).toMatch(/No syntax or stream encoding errors/);
});

test('a set is one file with a page of its own size for each sheet', async () => {
  const file = path.join(temporaryFolder(), 'set.pdf');
  writeFileSync(file, await paintPdf([sheetPage('A3'), sheetPage('ANSI B')], () => null));
  const pages = execFileSync('pdfinfo', ['-f', '1', '-l', '9', file], { encoding: 'utf8' });
  expect(pages).toMatch(/Page +1 size: +1190\.55 x 841\.89 pts/);
  expect(pages).toMatch(/Page +2 size: +1224 x 792 pts/);
  expect(pages).toMatch(/Pages: +2\n/);
  expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toMatch(/No syntax/);
});

test('the same page gives the same bytes', async () => {
  expect(Buffer.compare(await sheet(true), await sheet(true))).toBe(0);
});
