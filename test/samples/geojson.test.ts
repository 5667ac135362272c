import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeGeojson } from '../../core/codec/geojson/write-geojson.ts';
import { planOfGeojson } from '../../core/exchange/geojson/plan-of-geojson.ts';
import { ringArea } from '../../core/geometry/polygon.ts';
import { samePlan } from '../../core/plan/diff.ts';
import type { Kind, PlanRecord } from '../../core/plan/kinds/index.ts';
import { ringsOf } from '../../core/plan/parts/rings.ts';
import { planBounds } from '../../core/plan/shape.ts';
import { textOfMap } from '../../electron/files/map-text.ts';
import { placedKinds } from '../support/plan-builder.ts';
import { sample } from '../support/samples.ts';
import { expectedReports } from './expected-reports.ts';

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
    'Not understood and not used: layer of building, such as "1" (1 ×).',
    expect.stringMatching(/^Not used: roof:shape of building \(79 ×\), .* and 16 others \(34 ×\)\.$/),
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

/** What the table of expectations asks of a record: one of its fields in degrees or metres, or what follows from its outline. */
function askedOf(record: PlanRecord, field: string): unknown {
  const fields = record as Readonly<Record<string, unknown>>;
  if (field === 'direction') return Math.round((Number(fields.direction) * 180) / Math.PI);
  const rings = ringsOf(record);
  if (field === 'corners') return rings.map(({ length }) => length);
  const [outline = 0, ...holes] = rings.map((ring) => Math.abs(ringArea(ring)));
  return field === 'area' ? Math.round(holes.reduce((left, hole) => left - hole, outline)) : fields[field];
}

/** What is read of a file from its bytes, as far as the table of expectations says it. */
function readingOf(file: string, asked: readonly string[]) {
  const text = textOfMap(readFileSync(sample('reports', file)));
  const read = text.ok ? planOfGeojson(text.value.text, setup) : text;
  if (!text.ok || !read.ok) return { refused: read.ok ? '' : read.error.message };
  const { plan } = read.value;
  const counts = Object.fromEntries(
    placedKinds.flatMap((kind) => (plan.tables[kind].size > 0 ? [[kind, plan.tables[kind].size]] : [])),
  );
  const box = planBounds(plan);
  const tenth = (metres: number) => Math.round(metres * 10) / 10;
  const size = box && [tenth(box.maxX - box.minX), tenth(box.maxY - box.minY)];
  const remarks = [...text.value.remarks, ...read.value.remarks];
  if (asked.length === 0) return { counts, size, remarks };
  const values = asked.map((path) => {
    const [kind, field = ''] = path.split('.');
    return [path, [...plan.tables[kind as Kind].values()].map((record) => askedOf(record, field))] as const;
  });
  return { counts, size, remarks, values: Object.fromEntries(values) };
}

test.each(expectedReports)('$file: $why', ({ file, why: _why, ...expected }) => {
  expect(readingOf(file, Object.keys('values' in expected ? (expected.values ?? {}) : {}))).toEqual(expected);
});

test('every odd GeoJSON file stands in the table', () => {
  const isMap = (name: string) => name.includes('.geojson');
  const files = [
    ...readdirSync(sample('reports')).filter(isMap),
    ...readdirSync(sample('reports', 'one-bad-feature')).map((name) => `one-bad-feature/${name}`),
  ];
  expect(new Set(expectedReports.map(({ file }) => file))).toEqual(new Set(files));
});
