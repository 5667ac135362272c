import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { layoutSheet } from '../../../core/drawing/sheet/layout-sheet.ts';
import { exportPlan } from '../../../electron/files/export-plan.ts';
import { fontsRead } from '../../../electron/output/letter-fonts.ts';
import { lineSetter } from '../../../electron/output/set-lines.ts';
import { fittingSheet } from '../../../scripts/attack/fuzz/fitting-sheet.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';

const parcelOf = (text: string) => ({
  planId: 'p',
  planName: 'Plan',
  siteName: 'Site',
  plan: testPlan(record('text', { text })),
  attachments: new Map(),
});
const choice = { ...fittingSheet, scale: 100 };

// One test: what was read stays read.
test('a plan in Latin, Greek or Cyrillic letters loads Inter alone, one in Hebrew its own family too', async () => {
  const latin = parcelOf('Main gate 12 → Größe Ελληνικά Кириллица ½″');
  for (const format of ['svg', 'pdf', 'png'] as const)
    granted(await exportPlan(latin, { ...choice, format }));
  expect(await lineSetter([granted(layoutSheet(latin, choice))])).toBeNull();
  expect(new Set(fontsRead())).toEqual(new Set(['inter regular', 'inter semibold']));

  granted(await exportPlan(parcelOf('שער'), { ...choice, format: 'pdf' }));
  expect(new Set(fontsRead())).toEqual(new Set(['inter regular', 'inter semibold', 'hebrew regular']));
});

test('nothing that the program begins with asks for the shaper', () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const setLines = readFileSync(path.join(root, 'electron', 'output', 'set-lines.ts'), 'utf8');
  expect(setLines).not.toMatch(/^import [^;]*'harfbuzzjs'/m);
});
