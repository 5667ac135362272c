import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exportPlan } from '../../../electron/files/export-plan.ts';
import { mostRead, remarksOnSize } from '../../../electron/files/most-read.ts';
import { lookAtSource } from '../../../electron/files/read-source.ts';
import { fittingSheet } from '../../../scripts/attack/fuzz/fitting-sheet.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';

test('a file that is larger than what is read is called so when it is written', () => {
  expect(remarksOnSize('plan', mostRead.file)).toEqual([]);
  expect(remarksOnSize('plan', mostRead.file + 1)).toEqual([
    'The file has 201 MB and cannot be opened again: 200 MB are the most that are read. Take pictures out of the plan, or divide it.',
  ]);
  expect(remarksOnSize('geojson', mostRead.geojson)).toEqual([]);
  expect(remarksOnSize('geojson', mostRead.geojson + 1)).toEqual([
    'The file has 65 MB and cannot be opened again: 64 MB are the most that are read. Divide the plan.',
  ]);
});

test('and what is called readable is not refused for its size', async () => {
  const file = path.join(temporaryFolder(), 'plan.sallyport');
  writeFileSync(file, '');
  truncateSync(file, mostRead.file);
  expect((await lookAtSource(file)).ok).toBe(true);
  truncateSync(file, mostRead.file + 1);
  expect(await lookAtSource(file)).toMatchObject({ ok: false, error: { code: 'too-large' } });
});

test('an export that is too large to be opened again says so', async () => {
  const notes = 'x'.repeat(10_000);
  const posts = Array.from({ length: 6800 }, (_, index) => record('post', { id: index + 1, notes }));
  const parcel = { planId: 'p', planName: 'Plan', siteName: 'Site', attachments: new Map() };
  const exported = async (count: number) =>
    granted(
      await exportPlan(
        { ...parcel, plan: testPlan(...posts.slice(0, count)) },
        { ...fittingSheet, format: 'geojson' },
      ),
    );
  const large = await exported(posts.length);
  expect(large.bytes.length).toBeGreaterThan(mostRead.geojson);
  expect(large.remarks).toEqual([expect.stringContaining('cannot be opened again')]);
  expect((await exported(1)).remarks).toEqual([]);
});
