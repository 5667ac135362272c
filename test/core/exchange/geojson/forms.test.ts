import { describe, expect, test } from 'vitest';
import { writeGeojson } from '../../../../core/codec/geojson/write-geojson.ts';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import type { PlacedKind, PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { tableOf } from '../../../../core/plan/plan.ts';
import { placedKinds, record, testPlan } from '../../../support/plan-builder.ts';

type Form = 'Point' | 'LineString' | 'Polygon';

/** As what each kind goes out, and from which other forms one is read as well. */
const forms: { readonly [K in Exclude<PlacedKind, 'underlay' | 'opening'>]: readonly [Form, ...Form[]] } = {
  propertyLine: ['Polygon'],
  building: ['Polygon'],
  wall: ['LineString', 'Polygon'],
  // A fence that encloses something is a surface elsewhere; a patrol that comes back encloses nothing.
  fence: ['LineString', 'Polygon'],
  gate: ['Point'],
  road: ['LineString'],
  parking: ['Polygon'],
  area: ['Polygon'],
  route: ['LineString'],
  // A line of it needs the width that it blocks, which no form tells.
  obstacle: ['Polygon'],
  barrier: ['LineString'],
  bollards: ['LineString', 'Point'],
  camera: ['Point'],
  post: ['Point'],
  patrol: ['LineString'],
  light: ['Point'],
  sensor: ['Point', 'LineString'],
  reader: ['Point'],
  screening: ['Point'],
  sign: ['Point'],
  equipment: ['Point'],
  asset: ['Polygon', 'Point'],
  approach: ['LineString'],
  coverageZone: ['Polygon'],
  text: ['Point'],
  dimension: ['LineString', 'Point', 'Polygon'],
  callout: ['Point'],
};

const coordinates: { readonly [F in Form]: unknown } = {
  Point: [3, 4],
  LineString: [
    [0, 0],
    [8, 0],
    [8, 6],
  ],
  Polygon: [
    [
      [0, 0],
      [8, 0],
      [8, 6],
      [0, 0],
    ],
  ],
};

function written(subject: PlanRecord): string | undefined {
  const { features } = JSON.parse(writeGeojson(testPlan(subject))) as {
    features: readonly { id: string; geometry: { type: string } | null }[];
  };
  return features.find(({ id }) => id === subject.id)?.geometry?.type;
}

function readAs(kind: PlacedKind, form: Form): number {
  let last = 0;
  const newId = () => `00000000-0000-4000-8000-${String(++last).padStart(12, '0')}`;
  const geometry = { type: form, coordinates: coordinates[form] };
  const features = [{ type: 'Feature', properties: { kind }, geometry }];
  const text = JSON.stringify({ type: 'FeatureCollection', coordinates: 'plan-metres', features });
  const read = planOfGeojson(text, { name: 'Test', newId });
  return read.ok ? tableOf(read.value.plan, kind).size : 0;
}

describe.each(Object.entries(forms) as [keyof typeof forms, readonly Form[]][])(
  '%s',
  (kind, [own, ...others]) => {
    test('goes out in its own form', () => {
      expect(written(record(kind))).toBe(own);
    });

    test('is read from that and from no other form than these', () => {
      const read = (['Point', 'LineString', 'Polygon'] as const).filter((form) => readAs(kind, form) > 0);
      expect(new Set(read)).toEqual(new Set([own, ...others]));
    });
  },
);

test('every kind with a place is here, but for what needs bytes or a wall', () => {
  expect(new Set([...Object.keys(forms), 'underlay', 'opening'])).toEqual(new Set(placedKinds));
});

test('a closed fence is a surface, a closed patrol a line', () => {
  const path = [
    { x: 0, y: 0 },
    { x: 9, y: 0 },
    { x: 9, y: 9 },
  ];
  expect(written(record('fence', { path, closed: true }))).toBe('Polygon');
  expect(written(record('fence', { path, closed: false }))).toBe('LineString');
  expect(written(record('patrol', { path, closed: true }))).toBe('LineString');
});
