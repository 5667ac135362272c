import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ExportFormat } from '../../../core/contract/formats.ts';
import { exportPlan } from '../../../electron/files/export-plan.ts';
import { fittingSheet } from '../../../scripts/attack/fuzz/fitting-sheet.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';

/** What an export of a plan with one text gives, as a file too. */
async function exported(text: string, format: ExportFormat, planName = 'Plan') {
  const plan = testPlan(record('text', { text }), record('post', { tag: text.slice(0, 20) }));
  const parcel = { planId: 'p', planName, siteName: 'Site', plan, attachments: new Map() };
  const { bytes, remarks } = granted(await exportPlan(parcel, { ...fittingSheet, scale: 100, format }));
  const file = path.join(temporaryFolder(), `drawing.${format}`);
  writeFileSync(file, bytes);
  return { file, remarks, content: new TextDecoder().decode(bytes) };
}

const NO_LETTER =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}|\uffff/u;
const wordsIn = (file: string) => execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });

test('a letter that all fonts lack is a square in the PDF and the PNG, and that is said', async () => {
  const said =
    'The fonts of the drawing have no letters for ა ཀ: □ stands for each. Export as SVG where they must be read.';
  const { file, remarks } = await exported('AაB ཀ C', 'pdf');
  expect(remarks).toEqual([said]);
  expect(wordsIn(file)).toContain('A□B □ C');
  expect((await exported('AაB ཀ C', 'png')).remarks).toEqual([said]);
  const svg = await exported('AაB ཀ C', 'svg');
  expect(svg.remarks).toEqual([]);
  expect(svg.content).toContain('AაB ཀ C');
});

test('of very many letters the first are named', async () => {
  const { remarks } = await exported('அஆஇஈஉஊஎஏஐஒ', 'pdf');
  expect(remarks[0]).toContain('no letters for அ ஆ இ ஈ உ ஊ எ ஏ and 2 more: □');
});

test('a letter of two parts is the one that the font has, and what nobody sees is left out', async () => {
  const { file, remarks } = await exported('e\u0301a\u00adb\u200dc\u202ed', 'pdf');
  expect(remarks).toEqual([]);
  expect(wordsIn(file)).toContain('éabcd');
});

test('what is no letter is in no drawing', async () => {
  const hostile = 'a\0b\x1bc\ud800d\uffffe\u202ef\r\ng\u2028h<&"\'>]]>';
  const svg = await exported(hostile, 'svg', `Plan${hostile}`);
  expect(svg.content).not.toMatch(NO_LETTER);
  expect(svg.content).toContain('a\ufffdb\ufffdc\ufffdd\ufffdef</text>');
  expect(svg.content).toContain('h&lt;&amp;&quot;');
  const { file } = await exported(hostile, 'pdf', `Plan${hostile}`);
  expect(wordsIn(file)).toContain('a□b□c□d□ef');
  expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toMatch(/No syntax/);
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toContain(
    'Title:           Site · Plana\ufffdb',
  );
});
