import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeGeojson } from '../../core/codec/geojson/write-geojson.ts';
import { planOfGeojson } from '../../core/exchange/geojson/plan-of-geojson.ts';
import { samePlan } from '../../core/plan/diff.ts';
import { planBounds } from '../../core/plan/shape.ts';
import { sample } from '../support/samples.ts';

const setup = { name: 'Sample', newId: randomUUID };

test('the site in Hamburg is read by its tags, every feature accounted for', () => {
  const read = planOfGeojson(
    readFileSync(sample('geojson', 'osm_hamburg_stellingen_small.geojson'), 'utf8'),
    setup,
  );
  if (!read.ok) throw new Error(read.error.message);
  const { plan, remarks } = read.value;
  const gates = [...plan.tables.gate.values()];
  const obstacles = [...plan.tables.obstacle.values()];
  const rows = [...plan.tables.bollards.values()];
  expect({
    buildings: plan.tables.building.size,
    fences: plan.tables.fence.size,
    hedges: obstacles.filter(({ type }) => type === 'hedge').length,
    // One wall of three points and one retaining wall of two.
    walls: plan.tables.wall.size,
    gates: gates.filter(({ type }) => type !== 'lift').length,
    liftGates: gates.filter(({ type }) => type === 'lift').length,
    bollards: rows.filter(({ path }) => path.length === 1).length,
  }).toEqual({ buildings: 104, fences: 15, hedges: 7, walls: 3, gates: 4, liftGates: 2, bollards: 8 });
  expect(remarks).toEqual([
    'Not understood: point start=yes (1 ×).',
    'Not understood: point destination=yes (1 ×).',
    'Not understood and not used: fence_type of fence, such as "wire" (10 ×).',
  ]);
  const box = planBounds(plan);
  expect(Math.abs((box ? box.maxX - box.minX : 0) / 346.7 - 1)).toBeLessThan(0.001);
  expect(Math.abs((box ? box.maxY - box.minY : 0) / 430.49 - 1)).toBeLessThan(0.001);
  const again = planOfGeojson(writeGeojson(plan), setup);
  expect(again.ok && samePlan(again.value.plan, plan)).toBe(true);
});

test('every other GeoJSON sample is read or refused with a sentence', () => {
  const files = readdirSync(sample('geojson')).filter((name) => name.endsWith('.geojson'));
  expect(files.length).toBeGreaterThan(10);
  for (const name of files) {
    const read = planOfGeojson(readFileSync(sample('geojson', name), 'utf8'), setup);
    const said = read.ok ? read.value.remarks : [read.error.message];
    for (const sentence of said) expect(sentence, name).toMatch(/\.$/);
  }
});
