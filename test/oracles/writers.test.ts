import { expect, test } from 'vitest';
import { allRecords, planOf } from '../../core/plan/plan.ts';
import { exportPlan } from '../../electron/files/export-plan.ts';
import { fittingSheet } from '../../scripts/attack/fuzz/fitting-sheet.ts';
import { making } from '../../scripts/attack/fuzz/making.ts';
import { oracleComplaints, written } from '../../scripts/attack/fuzz/oracles.ts';
import { mixedPlan } from '../../scripts/attack/hostile/hostile-plans.ts';
import { granted } from '../support/plan-builder.ts';
import { temporaryFolder } from '../support/temporary-store.ts';

test('other programs read every form of hostile plans: xmllint, qpdf, csv, Pillow, GDAL', async () => {
  const folder = temporaryFolder();
  const files: string[] = [];
  for (let seed = 1; seed <= 3; seed += 1) {
    const plan = planOf(allRecords(mixedPlan(20, making(seed, 10))));
    const words = 'A\0\x1b\ud800\uffff\u202e<&">=1';
    const parcel = { planId: 'p', planName: words, siteName: words, plan, attachments: new Map() };
    for (const format of ['svg', 'pdf', 'csv', 'png', 'geojson'] as const) {
      const { bytes } = granted(await exportPlan(parcel, { ...fittingSheet, format }));
      files.push(written(folder, `${seed}.${format}`, bytes));
    }
  }
  expect(oracleComplaints(files)).toEqual([]);
}, 120_000);

test('they complain about what is none', () => {
  const folder = temporaryFolder();
  const broken = ['svg', 'pdf', 'png', 'geojson'].map((format) =>
    written(folder, `broken.${format}`, new TextEncoder().encode('<svg>&')),
  );
  const formula = written(folder, `formula.csv`, new TextEncoder().encode('a,b\r\nx,"=1+1\ny"\r\n'));
  expect(oracleComplaints([...broken, formula])).toHaveLength(5);
});
