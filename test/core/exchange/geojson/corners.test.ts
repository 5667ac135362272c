import { expect, test } from 'vitest';
import { writeGeojson } from '../../../../core/codec/geojson/write-geojson.ts';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import { samePlan } from '../../../../core/plan/diff.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { anchorPoint } from '../../../../core/plan/notes/anchor-place.ts';
import { getRecord, type Plan } from '../../../../core/plan/plan.ts';
import { granted, record, testId, testPlan } from '../../../support/plan-builder.ts';

const newId = () => '00000000-0000-4000-8000-0000000000ff';
const read = (text: string) => granted(planOfGeojson(text, { name: 'Test', newId })).plan;

const clockwise = [
  { x: 0, y: 0 },
  { x: 0, y: 10 },
  { x: 20, y: 10 },
  { x: 20, y: 0 },
];
const anticlockwise = [
  { x: 5, y: 2 },
  { x: 9, y: 2 },
  { x: 9, y: 6 },
];
const area = record('area', { ring: clockwise, holes: [anticlockwise] });
const onCorners = record('dimension', {
  type: 'chain',
  anchors: [
    { type: 'attached', record: area.id, place: { type: 'vertex', index: 1 } },
    { type: 'attached', record: area.id, place: { type: 'edge', index: 0, share: 0.2 } },
    { type: 'attached', record: area.id, place: { type: 'vertex', index: 5 } },
    { type: 'attached', record: area.id, place: { type: 'edge', index: 5, share: 0.25 } },
  ],
});

function placesOf(plan: Plan) {
  const dimension = getRecord(plan, testId('dimension')) as RecordOf<'dimension'>;
  return dimension.anchors.map((anchor) => anchorPoint(anchor, (id) => getRecord(plan, id)));
}

test('rings that run the other way keep the order of their corners', () => {
  const plan = testPlan(area, onCorners);
  expect(samePlan(read(writeGeojson(plan)), plan)).toBe(true);
});

test('rings from elsewhere are turned as records keep them, and what is on their corners stays there', () => {
  const plan = testPlan(area, onCorners);
  const elsewhere = writeGeojson(plan).replace('"rings":"as-kept",', '');
  const turned = read(elsewhere);
  expect(turned.tables.area.get(area.id)?.ring).toEqual(clockwise.toReversed());
  expect(placesOf(turned)).toEqual(placesOf(plan));
  expect(samePlan(read(writeGeojson(turned)), turned)).toBe(true);
});

test('rings in longitude and latitude are turned too', () => {
  const degrees = writeGeojson(testPlan(area, onCorners))
    .replace('"coordinates":"plan-metres",', '')
    .replaceAll(/"coordinates":\[.*?\](?=\})/g, (text) =>
      text.replaceAll(/\d+(\.\d+)?/g, (metres) => String(Number(metres) / 1e5)),
    );
  const plan = read(degrees);
  const ring = plan.tables.area.get(area.id)?.ring ?? [];
  expect(placesOf(plan)[0]).toEqual(ring[2]);
});

test('a dimension on a point that its record does not have comes back', () => {
  const centre = { type: 'attached', record: testId('wall'), place: { type: 'centre' } } as const;
  const plan = testPlan(
    record('wall'),
    record('dimension', { type: 'coordinate', anchors: [centre] }),
    record('dimension', { id: 2, type: 'radius', anchors: [centre, centre] }),
  );
  expect(samePlan(read(writeGeojson(plan)), plan)).toBe(true);
});

test('a ring that does not come back to its first corner keeps its last one', () => {
  const ring = [
    [0, 0],
    [8, 0],
    [8, 6],
    [0, 6],
  ];
  const areaOf = (...rings: readonly (readonly number[])[][]) => {
    const geometry = { type: 'Polygon', coordinates: rings };
    const features = [{ type: 'Feature', properties: { kind: 'area' }, geometry }];
    const text = JSON.stringify({ type: 'FeatureCollection', coordinates: 'plan-metres', features });
    return [...read(text).tables.area.values()][0];
  };
  const hole = [...ring.map(([x = 0, y = 0]) => [x / 4 + 1, y / 4 + 1])];
  const [first = []] = ring;
  expect(areaOf(ring, hole)).toMatchObject({ ring: { length: 4 }, holes: [{ length: 4 }] });
  expect(areaOf([...ring, first])).toMatchObject({ ring: { length: 4 } });
});
