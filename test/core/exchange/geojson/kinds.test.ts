import { expect, test } from 'vitest';
import { writeGeojson } from '../../../../core/codec/geojson/write-geojson.ts';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import { samePlan } from '../../../../core/plan/diff.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { record, testId, testPlan } from '../../../support/plan-builder.ts';

const setup = { name: 'Test', newId: () => '00000000-0000-4000-8000-0000000000ff' };
const path = [
  { x: 1, y: 2 },
  { x: 11.5, y: 2 },
  { x: 14, y: 8.25 },
];

test.each<readonly [string, readonly PlanRecord[]]>([
  ['a route', [record('route', { path, use: 'egress' })]],
  ['a patrol that goes round', [record('patrol', { path, closed: true, period: 'every 2 h' })]],
  ['a light', [record('light', { range: 25, illuminanceLux: 2 })]],
  ['a sensor at a place', [record('sensor', { range: 12, angle: 1.5 })]],
  ['a sensor along a line', [record('sensor', { at: null, path, type: 'buried' })]],
  [
    'a reader with the door that it controls',
    [record('wall'), record('opening'), record('reader', { controls: testId('opening') })],
  ],
  ['screening', [record('screening', { type: 'x-ray', direction: 1 })]],
  ['a sign', [record('sign', { text: 'Two\nlines' })]],
  ['equipment', [record('equipment', { name: 'Key safe', cost: 900 })]],
  ['an asset within an outline', [record('asset', { name: 'Server room', criticality: 'very-high' })]],
  ['an asset at a place', [record('asset', { at: { x: 3, y: 4 }, ring: null, standoff: 25 })]],
  ['an approach', [record('approach', { path, vehicleMassKg: 6800, designSpeedKmh: 64.5 })]],
  ['a coverage zone', [record('coverageZone', { task: 'Recognise who comes in', level: 'recognise' })]],
])('%s comes back equal', (_, records) => {
  const plan = testPlan(...records);
  const read = planOfGeojson(writeGeojson(plan), setup);
  expect(read.ok && read.value.remarks).toEqual([]);
  expect(read.ok && samePlan(read.value.plan, plan)).toBe(true);
});

test('a collection of geometries is read part by part, and what does not fit is counted', () => {
  const ring = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 0],
  ];
  const geometry = {
    type: 'GeometryCollection',
    geometries: [
      { type: 'Polygon', coordinates: [ring] },
      { type: 'Point', coordinates: [9, 9] },
      { type: 'MultiPolygon', coordinates: [[ring.map(([x = 0, y = 0]) => [x + 10, y])]] },
    ],
  };
  const features = [{ type: 'Feature', properties: { kind: 'area' }, geometry }];
  let last = 0;
  const newId = () => `00000000-0000-4000-8000-${String(++last).padStart(12, '0')}`;
  const text = JSON.stringify({ type: 'FeatureCollection', coordinates: 'plan-metres', features });
  const read = planOfGeojson(text, { name: 'Test', newId });
  expect(read.ok && [read.value.plan.tables.area.size, read.value.remarks]).toEqual([
    2,
    ['Not understood: point in the geometry of area (1 ×).'],
  ]);
});
