import { expect, test } from 'vitest';
import { exportFormats } from '../../../core/contract/formats.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { exportPlan } from '../../../electron/files/export-plan.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';

const MARKING = 'CUI Quay';

const planMarked = (marking: string | null) =>
  testPlan(record('settings', { marking }), record('sheet'), record('camera'), record('wall'));

async function bytesOf(plan: Plan, format: (typeof exportFormats)[number]): Promise<Buffer> {
  const parcel = { planId: 'p1', planName: 'Depot', siteName: 'Site', plan, attachments: new Map() };
  const exported = await exportPlan(parcel, {
    format,
    appVersion: '1.0.0',
    sheetId: record('sheet').id,
    scale: null,
    paper: null,
    orientation: null,
    floorId: null,
    states: null,
    shown: null,
    day: '2026-01-01',
  });
  return Buffer.from(granted(exported).bytes);
}

test.each(exportFormats)('%s of a marked plan is marked', async (format) => {
  const marked = await bytesOf(planMarked(MARKING), format);
  const plain = await bytesOf(planMarked(null), format);
  expect(marked.equals(plain)).toBe(false);
  const isText = format === 'csv' || format === 'geojson' || format === 'svg';
  if (isText) expect(marked.toString('utf8')).toContain(MARKING);
  if (isText) expect(plain.toString('utf8')).not.toContain(MARKING);
});

test('GeoJSON says it once for the whole file, beside what it holds', async () => {
  const json = JSON.parse((await bytesOf(planMarked('CUI "A"\n'), 'geojson')).toString('utf8'));
  expect(json.marking).toBe('CUI "A"\n');
  const plain = JSON.parse((await bytesOf(planMarked(null), 'geojson')).toString('utf8'));
  expect(plain).not.toHaveProperty('marking');
});
