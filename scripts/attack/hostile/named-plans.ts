import type { Point } from '../../../core/geometry/point.ts';
import type { Kind, PlanRecord, RecordOf } from '../../../core/plan/kinds/index.ts';
import { makeRecord, type NewRecord } from '../../../core/plan/parse-record.ts';
import { type Plan, planOf } from '../../../core/plan/plan.ts';
import { Random } from '../../../core/reference/random.ts';
import { hostilePoints, type Layout } from './hostile-points.ts';
import { hostileId } from './hostile-records.ts';

/** A plan that is made so that one thing costs as much as it can. */
export type NamedPlan = { readonly name: string; readonly make: () => Plan };

type Given<K extends Kind> = Partial<Omit<RecordOf<K>, 'id'>>;

const origin = { x: 0, y: 0 };

/** A record with the given fields on the first floor and layer. */
export function made<K extends Kind>(kind: K, number: number, fields: Given<K>): PlanRecord {
  const place = { floor: hostileId('floor'), layer: hostileId('layer') };
  const isPlaced = !['settings', 'floor', 'layer', 'sheet'].includes(kind);
  const all = { ...(isPlaced ? place : {}), ...fields, id: hostileId(kind, number) };
  const record = makeRecord(kind, all as unknown as NewRecord<K>);
  if (!record.ok) throw new Error(record.error.message);
  return record.value as unknown as PlanRecord;
}

export const many = (count: number, make: (index: number) => PlanRecord) =>
  Array.from({ length: count }, (_, index) => make(index));

/** A plan with a floor, a layer, and records on them. */
export function onGround(records: readonly PlanRecord[]): Plan {
  const ground = [made('settings', 1, { name: 'Hostile' }), made('floor', 1, { name: 'Site' })];
  return planOf(ground.concat(made('layer', 1, { name: 'Layer' }), records));
}

const plan = (...records: readonly PlanRecord[]): Plan => onGround(records);

const laid = (layout: Layout, count: number, size = 200, around: Point = origin) =>
  hostilePoints(layout, { count, size, around }, new Random(1));

const turned = (angle: number, reach: number): Point => ({
  x: Math.round(Math.cos(angle) * reach * 1000) / 1000,
  y: Math.round(Math.sin(angle) * reach * 1000) / 1000,
});

const free = (at: Point) => ({ type: 'free', at }) as const;

/** Records of one kind side by side in rows of 100 m. */
const spread = (index: number): Point => ({ x: (index % 50) * 2, y: Math.floor(index / 50) * 2 });

/** The examples of work without bound, each sound and within what every schema allows. */
export const namedPlans: readonly NamedPlan[] = [
  {
    name: 'bollard rows of 20,000 corners and 10,000 bollards',
    make: () =>
      plan(
        ...many(3, (index) =>
          made('bollards', index + 1, {
            path: laid('circle', 20_000, 4000 + index),
            spacing: 0.001,
            tag: 'B',
          }),
        ),
      ),
  },
  {
    name: 'rings that cross themselves 200 million times',
    make: () =>
      plan(
        made('propertyLine', 1, { ring: laid('star', 20_000) }),
        made('area', 1, { ring: laid('scatter', 20_000), name: 'Area' }),
        made('parking', 1, { ring: laid('comb', 20_000), stalls: 100_000, stallWidth: 0.001 }),
        made('building', 1, { ring: laid('needles', 20_000), name: 'Building' }),
      ),
  },
  {
    name: '4,000 walls that meet in one point',
    make: () =>
      plan(
        ...many(4000, (index) =>
          made('wall', index + 1, { a: origin, b: turned((index / 4000) * 2 * Math.PI, 100) }),
        ),
      ),
  },
  {
    name: 'chain dimensions of 20,000 points',
    make: () =>
      plan(
        made('dimension', 1, { type: 'chain', anchors: laid('straight', 20_000).map(free), tag: 'D' }),
        made('dimension', 2, { type: 'chain', anchors: laid('scatter', 20_000).map(free), state: 'removed' }),
      ),
  },
  {
    name: 'a chain dimension on 20,000 corners of one building',
    make: () =>
      plan(
        made('building', 1, { ring: laid('circle', 20_000), name: 'Building' }),
        made('dimension', 1, {
          type: 'chain',
          anchors: many(20_000, () => made('floor', 1, {})).map((_, index) => ({
            type: 'attached',
            record: hostileId('building') as `building:${string}`,
            place: { type: 'vertex', index },
          })),
        }),
      ),
  },
  {
    name: '100,000 tags on one point',
    make: () =>
      plan(...many(100_000, (index) => made('post', index + 1, { at: origin, tag: `GP-${index}` }))),
  },
  {
    name: 'fences and routes of 10 km',
    make: () =>
      plan(
        made('fence', 1, { path: laid('needles', 10_000, 100), topping: 'wire' }),
        made('fence', 2, { path: [origin, { x: 10_000, y: 0 }], tag: 'F-1', state: 'removed' }),
        made('route', 1, { path: laid('circle', 20_000, 4000), use: 'egress', name: 'Way' }),
        made('patrol', 1, { path: laid('circle', 20_000, 4000), closed: true, name: 'Way' }),
        made('barrier', 1, { path: laid('circle', 20_000, 4000), type: 'boulder', width: 0.001 }),
        made('road', 1, { path: laid('scatter', 20_000, 4000), name: 'Road' }),
        made('sensor', 1, { path: laid('circle', 20_000, 4000), type: 'beam' }),
      ),
  },
  {
    name: 'hatched areas and dashed lines over 2,000 km',
    make: () =>
      plan(
        made('area', 1, { ring: laid('circle', 4, 2_000_000), use: 'clear-zone' }),
        made('area', 2, {
          ring: laid('circle', 20_000, 2_000_000),
          use: 'public-assembly',
          state: 'removed',
        }),
        made('propertyLine', 1, { ring: laid('star', 20_000, 2_000_000) }),
        made('approach', 1, { path: laid('needles', 20_000, 2_000_000), state: 'removed' }),
        made('coverageZone', 1, { ring: laid('star', 20_000, 2_000_000) }),
      ),
  },
  {
    name: 'walls bent as far as can be',
    make: () =>
      plan(
        ...many(4000, (index) =>
          made('wall', index + 1, {
            a: spread(index),
            b: { x: 1_000_000 - index, y: 1_000_000 },
            bulge: [1000, -1000, 0.000_001, 1][index % 4] ?? 0,
            thickness: index % 3 === 0 ? 1_000_000 : 0.2,
          }),
        ),
      ),
  },
  {
    name: 'notes of 10,000 lines',
    make: () =>
      plan(
        ...many(200, (index) => made('text', index + 1, { at: spread(index), text: 'x\n'.repeat(5000) })),
        ...many(200, (index) =>
          made('callout', index + 1, { at: spread(index), anchor: free(origin), text: '\n'.repeat(10_000) }),
        ),
        ...many(200, (index) =>
          made('sign', index + 1, { at: spread(index), text: 'W'.repeat(10_000), tag: 'S' }),
        ),
      ),
  },
  {
    name: 'holes in holes',
    make: () =>
      plan(
        ...many(20, (index) =>
          made(index % 2 === 0 ? 'area' : 'building', index + 1, {
            ring: laid('circle', 2000, 100),
            holes: many(1000, () => made('floor', 1, {})).map((_, hole) =>
              laid('circle', 20, 99 - hole / 11),
            ),
            name: 'Name',
          }),
        ),
      ),
  },
  {
    name: '20,000 openings in one wall',
    make: () =>
      plan(
        made('wall', 1, { a: origin, b: { x: 20_000, y: 0 }, bulge: 0.5 }),
        ...many(20_000, (index) =>
          made('opening', index + 1, {
            wall: hostileId('wall') as `wall:${string}`,
            offset: index + 1,
            width: 0.9,
            type: 'double-door',
          }),
        ),
      ),
  },
  {
    name: 'cameras that see 1,000 km',
    make: () =>
      plan(
        ...many(2000, (index) =>
          made('camera', index + 1, {
            at: spread(index),
            direction: index % 6,
            tilt: 0,
            widthPx: 100_000,
            fieldOfView: { horizontal: index % 2 === 0 ? 0.001 : 2 * Math.PI, vertical: 1 },
            tag: `C-${index}`,
          }),
        ),
      ),
  },
  {
    name: '4,000 walls that all cross each other',
    make: () =>
      plan(
        ...many(4000, (index) =>
          made('wall', index + 1, {
            a: index % 2 === 0 ? { x: index / 20, y: 0 } : { x: 0, y: index / 20 },
            b: index % 2 === 0 ? { x: index / 20, y: 200 } : { x: 200, y: index / 20 },
          }),
        ),
      ),
  },
  {
    name: '20,000 records in one place',
    make: () =>
      plan(
        ...many(5000, (index) => made('equipment', index + 1, { at: origin, tag: `E-${index}` })),
        ...many(5000, (index) =>
          made('fence', index + 1, { path: [origin, { x: 50, y: 0 }], tag: `F-${index}` }),
        ),
        ...many(5000, (index) =>
          made('area', index + 1, { ring: laid('circle', 5, 50), name: `A-${index}` }),
        ),
        ...many(5000, (index) =>
          made('bollards', index + 1, { path: [origin, { x: 9, y: 9 }], tag: `B-${index}` }),
        ),
      ),
  },
];

/** A small site of walls, devices and a note, so many metres from its middle to its edges, around a place. */
export function wideSite(reach: number, around: Point = origin): Plan {
  const at = (x: number, y: number) => ({ x: around.x + x * reach, y: around.y + y * reach });
  return plan(
    made('propertyLine', 1, { ring: [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)] }),
    made('building', 1, {
      ring: [at(-0.5, -0.5), at(0.5, -0.5), at(0.5, 0.5), at(-0.5, 0.5)],
      name: 'Depot',
    }),
    made('wall', 1, { a: at(-0.8, 0), b: at(0.8, 0), thickness: reach / 50 }),
    made('fence', 1, { path: [at(-0.9, -0.9), at(0.9, -0.9), at(0.9, 0.9)], tag: 'F-1' }),
    made('camera', 1, { at: at(0.2, 0.2), tag: 'C-1' }),
    made('post', 1, { at: at(-0.2, 0.2), tag: 'GP-1' }),
    made('text', 1, { at: at(0, -0.7), text: 'Note' }),
  );
}

/** A site of 200 m, and one guard post that stands so far away. */
export function siteWithStray(stray: Point): Plan {
  const near = wideSite(100);
  const records = Object.values(near.tables).flatMap((table) => [...table.values()]);
  return planOf([...records, made('post', 2, { at: stray, tag: 'GP-2' })]);
}
