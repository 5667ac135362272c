import { expect, test } from 'vitest';
import { allRecords, planOf } from '../../core/plan/plan.ts';
import { exportPlan } from '../../electron/files/export-plan.ts';
import { fittingSheet } from '../../scripts/attack/fuzz/fitting-sheet.ts';
import { making } from '../../scripts/attack/fuzz/making.ts';
import { oracleComplaints, written } from '../../scripts/attack/fuzz/oracles.ts';
import { mixedPlan } from '../../scripts/attack/hostile/hostile-plans.ts';
import { granted, record, testPlan } from '../support/plan-builder.ts';
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

/** Texts of all that a text can have: every code point below U+3000, and of those above every 97th and the last of each plane. */
function textsOfAll(length: number): readonly string[] {
  const points: number[] = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    if (
      point < 0x3000 ||
      point % 97 === 0 ||
      (point & 0xffff) > 0xfffc ||
      (point >= 0xd7ff && point <= 0xe000 && point % 7 === 0)
    )
      points.push(point);
  }
  const texts: string[] = [];
  for (let from = 0; from < points.length; from += length) {
    texts.push(
      points
        .slice(from, from + length)
        .map((point) => String.fromCodePoint(point))
        .join(''),
    );
  }
  return texts;
}

test('other programs read a plan with every sort of letter in its texts, tags and names', async () => {
  const texts = textsOfAll(70);
  // Past the door that cleans texts: plans that were kept before have whatever they were given.
  const records = texts.flatMap((text, index) => {
    const at = { x: (index % 40) * 2, y: Math.floor(index / 40) * 2 };
    return [
      { ...record('text', { id: index + 1, at, text: 'x' }), text },
      {
        ...record('camera', { id: index + 1, at, tag: null }),
        tag: `${index} ${text}`.slice(0, 80),
        notes: text,
      },
    ];
  });
  const plan = testPlan(...records);
  const folder = temporaryFolder();
  const files: string[] = [];
  for (const format of ['svg', 'pdf', 'csv', 'png', 'geojson'] as const) {
    const parcel = {
      planId: 'p',
      planName: texts[0] ?? '',
      siteName: texts[1] ?? '',
      plan,
      attachments: new Map(),
    };
    const { bytes } = granted(await exportPlan(parcel, { ...fittingSheet, format }));
    files.push(written(folder, `letters.${format}`, bytes));
  }
  expect(oracleComplaints(files)).toEqual([]);
}, 300_000);

test('they complain about what is none', () => {
  const folder = temporaryFolder();
  const broken = ['svg', 'pdf', 'png', 'geojson'].map((format) =>
    written(folder, `broken.${format}`, new TextEncoder().encode('<svg>&')),
  );
  const formula = written(folder, `formula.csv`, new TextEncoder().encode('a,b\r\nx,"=1+1\ny"\r\n'));
  expect(oracleComplaints([...broken, formula])).toHaveLength(5);
});
