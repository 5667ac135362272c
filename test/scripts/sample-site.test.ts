import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { devices } from '../../core/catalogue/devices.ts';
import { decodePlan, type PlanParcel } from '../../core/codec/plan-file.ts';
import { writeSvg } from '../../core/codec/svg.ts';
import { checkIntegrity } from '../../core/plan/integrity.ts';
import { type Kind, planKinds } from '../../core/plan/kinds/index.ts';
import { states } from '../../core/plan/kinds/parts/fields.ts';
import { allRecords, isPlaced, kindOf, settingsOf } from '../../core/plan/plan.ts';
import { unpackArchive } from '../../electron/files/plan-archive.ts';
import { paintPng } from '../../electron/output/png-painter.ts';
import { floorPlanPage, harborStreet, sampleEntries } from '../../scripts/sample-site/harbor-street.ts';

const folder = path.resolve(import.meta.dirname, '../../resources/sample-site');
const shippedFile = readFileSync(path.join(folder, 'harbor-street.sallyport'));

async function shippedEntries() {
  const entries = await unpackArchive(shippedFile);
  if (!entries.ok) throw new Error(entries.error.message);
  return entries.value;
}

async function shipped(): Promise<PlanParcel> {
  const parcel = decodePlan(await shippedEntries());
  if (!parcel.ok) throw new Error(parcel.error.message);
  return parcel.value;
}

describe('the shipped sample site', () => {
  test('holds what its script makes: run scripts/make-sample-site.ts after a change', async () => {
    const made = sampleEntries(harborStreet());
    expect(await shippedEntries()).toEqual(
      made.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes) })),
    );
  });

  test('comes with the floor plan that its script paints', async () => {
    const page = floorPlanPage(harborStreet());
    const painted = await paintPng(
      writeSvg(page, () => null),
      page,
    );
    expect(Buffer.from(painted).equals(readFileSync(path.join(folder, 'floor-plan.png')))).toBe(true);
  });

  test('is sound', async () => {
    expect(checkIntegrity((await shipped()).plan)).toEqual([]);
  });

  test('has the size of a small real site', async () => {
    const count = [...allRecords((await shipped()).plan)].length;
    expect(count).toBeGreaterThanOrEqual(290);
    expect(count).toBeLessThanOrEqual(350);
  });

  test('uses every kind but the picture beneath the drawing', async () => {
    const used = new Set([...allRecords((await shipped()).plan)].map(({ id }) => kindOf(id)));
    expect(Object.keys(planKinds).filter((kind) => !used.has(kind as Kind))).toEqual(['underlay']);
  });

  test('shows things of every state', async () => {
    const placed = [...allRecords((await shipped()).plan)].filter(isPlaced);
    expect(new Set(placed.map(({ state }) => state))).toEqual(new Set(states));
  });

  test('places devices of the catalogue only, each of its own kind', async () => {
    const placed = [...allRecords((await shipped()).plan)].filter((record) => 'device' in record);
    const kinds = new Map(devices.map(({ key, kind }) => [key, kind]));
    const strangers = placed.filter(
      ({ id, device }) => kinds.get(device ?? '') !== id.slice(0, id.indexOf(':')),
    );
    expect(placed.length).toBeGreaterThanOrEqual(120);
    expect(strangers).toEqual([]);
  });

  test('has one tag for each device and a filled-in title block', async () => {
    const { plan } = await shipped();
    const tags = [...allRecords(plan)].flatMap((record) => ('device' in record ? [record.tag] : []));
    expect(tags).not.toContain(null);
    expect(new Set(tags).size).toBe(tags.length);
    expect(Object.values(settingsOf(plan).titleBlock)).not.toContain('');
  });
});
