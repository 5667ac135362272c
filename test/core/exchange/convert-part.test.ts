import { describe, expect, test } from 'vitest';
import { writeGeojson, writeGeojsonOnGlobe } from '../../../core/codec/geojson/write-geojson.ts';
import { convert } from '../../../core/exchange/convert/convert.ts';
import type { PartOfPlan } from '../../../core/exchange/convert/convert-part.ts';
import { readGeojson } from '../../../core/exchange/geojson/read-geojson.ts';
import type { DrawnElement, NeutralDrawing } from '../../../core/exchange/neutral-drawing.ts';
import { distanceBetween, midpoint, type Point, quantisePoint } from '../../../core/geometry/point.ts';
import { projectionAround } from '../../../core/geometry/projection.ts';
import { applyDiff, samePlan } from '../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import type { PlanRecord } from '../../../core/plan/kinds/index.ts';
import { getRecord, isPlaced, type Plan } from '../../../core/plan/plan.ts';
import { invertDiff } from '../../../core/records/diff.ts';
import { quantiseLength } from '../../../core/units.ts';
import {
  firstLayer,
  granted,
  idSource,
  record,
  siteFloor,
  testId,
  testPlan,
} from '../../support/plan-builder.ts';

const profileOf = (more: Partial<PartOfPlan> = {}): PartOfPlan => ({
  as: 'part',
  floor: siteFloor,
  layer: firstLayer,
  middle: { x: 0, y: 0 },
  newId: idSource(5001),
  ...more,
});

type Geometry = { readonly type: string; readonly coordinates: unknown } | null;
const feature = (properties: object, geometry: Geometry, id?: string) => ({
  type: 'Feature',
  ...(id ? { id } : {}),
  properties,
  geometry,
});
const at = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] });
const line = (...coordinates: readonly (readonly number[])[]) => ({ type: 'LineString', coordinates });
const polygon = (...ring: readonly (readonly number[])[]) => ({
  type: 'Polygon',
  coordinates: [[...ring, ring[0]]],
});

const metres = (...features: readonly object[]) =>
  granted(readGeojson(JSON.stringify({ type: 'FeatureCollection', coordinates: 'plan-metres', features })));
const degrees = (...features: readonly object[]) =>
  granted(readGeojson(JSON.stringify({ type: 'FeatureCollection', features })));
const drawn = (...records: readonly PlanRecord[]) => granted(readGeojson(writeGeojson(testPlan(...records))));

/** What came in, in its order, with what was said of it. */
function brought(plan: Plan, drawing: NeutralDrawing, more: Partial<PartOfPlan> = {}) {
  const { diff, ids, report } = granted(convert(plan, drawing, profileOf(more)));
  const after = applyDiff(plan, diff);
  expect(checkIntegrity(after)).toEqual([]);
  expect([...diff.values()].every(({ before }) => before === null)).toBe(true);
  expect(samePlan(applyDiff(after, invertDiff(diff)), plan)).toBe(true);
  expect(report.records).toBe(ids.length);
  return { after, report, remarks: report.remarks, records: ids.map((id) => getRecord(after, id)) };
}

/** Why nothing came in: a sentence, or the reason of the plan. */
function refusal(plan: Plan, drawing: NeutralDrawing, more: Partial<PartOfPlan> = {}): string {
  const converted = convert(plan, drawing, profileOf(more));
  if (converted.ok) throw new Error('It came in.');
  return converted.error.type === 'at-fault' ? converted.error.message : converted.error.reason;
}

const usual = /^Usual values/;
const without = (pattern: RegExp, remarks: readonly string[]) =>
  remarks.filter((remark) => !pattern.test(remark));

describe('a plan that was written as GeoJSON, brought into another one', () => {
  const wall = record('wall');
  const door = record('opening');
  const camera = record('camera', { tag: 'C-01', mountedOn: wall.id, at: { x: 3, y: 0 } });
  const reader = record('reader', { controls: door.id, at: { x: 5, y: 1 } });

  test('keeps ids, tags and relations that are free, exactly where it was', () => {
    const { records, remarks } = brought(testPlan(), drawn(wall, door, camera, reader));
    expect(records).toEqual([wall, door, camera, reader]);
    expect(remarks).toEqual(['Left out, since this is a part of a plan: its settings.']);
  });

  test('takes other ids and tags where they are taken, and relations follow', () => {
    const there = testPlan(
      record('camera', { tag: 'C-01', at: { x: 50, y: 50 } }),
      record('wall', { a: { x: 0, y: 30 }, b: { x: 9, y: 30 } }),
    );
    const { records, remarks } = brought(there, drawn(wall, door, camera, reader));
    const [newWall, newCamera] = [testId('wall', 5001), testId('camera', 5002)];
    expect(records).toEqual([
      { ...wall, id: newWall },
      { ...door, wall: newWall },
      { ...camera, id: newCamera, tag: 'C-02', mountedOn: newWall },
      reader,
    ]);
    expect(remarks).toContain('Tags that were taken, numbered anew: 1 (C-01 is C-02).');
  });

  test('keeps every tag that is free before any other is numbered', () => {
    const posts = [1, 2, 3].map((number) => record('post', { id: number, tag: `GP-${number}` }));
    const there = testPlan(record('post', { id: 9, tag: 'gp-1' }));
    const { records, remarks } = brought(there, drawn(...posts));
    expect(records.map((each) => each && isPlaced(each) && each.tag)).toEqual(['GP-4', 'GP-2', 'GP-3']);
    expect(remarks).toContain('Tags that were taken, numbered anew: 1 (GP-1 is GP-4).');
  });

  test('a second time leaves out the walls that are there, and what stands in them', () => {
    const there = testPlan(wall, door);
    const { records, remarks } = brought(there, drawn(wall, door, camera));
    expect(records).toMatchObject([{ mountedOn: null, tag: 'C-01' }]);
    expect(without(/settings/, remarks)).toEqual([
      'Left out: 1 wall that lies wholly on another (feature 4).',
      'Left out: 1 door or window whose wall does not come along (feature 5).',
      'Links to what does not come along are released: 1.',
    ]);
  });

  test('is unlocked, in the groups that have something in them, and says so', () => {
    const group = record('group', { id: 1, parent: testId('group', 2) });
    const groups = [group, record('group', { id: 2 }), record('group', { id: 3, name: 'Empty' })];
    const post = record('post', { group: group.id, locked: true });
    const { after, records, remarks } = brought(
      testPlan(record('group', { id: 2, name: 'Mine' })),
      drawn(...groups, post),
    );
    expect([...after.tables.group.keys()]).toEqual([testId('group', 2), group.id, testId('group', 5001)]);
    expect(after.tables.group.get(group.id)?.parent).toBe(testId('group', 5001));
    expect(records).toMatchObject([{ group: group.id, locked: false }]);
    expect(remarks).toContain('Locked in the file, and not here: 1.');
  });

  test('has areas that follow walls no more where none come along, and says so', () => {
    const area = record('area', { follows: 'walls' });
    const { records, remarks } = brought(testPlan(), drawn(area));
    expect(records).toEqual([{ ...area, follows: null }]);
    expect(remarks).toContain('Areas that no longer follow walls, since none here close them off: 1.');
    const corners = [
      [-0.1, -0.1],
      [10.1, -0.1],
      [10.1, 10.1],
      [-0.1, 10.1],
    ];
    const walls = corners.map(([x = 0, y = 0], index) => {
      const [toX = 0, toY = 0] = corners[(index + 1) % 4] ?? [];
      return record('wall', { id: index + 1, a: { x, y }, b: { x: toX, y: toY }, thickness: 0.2 });
    });
    const whole = brought(testPlan(), drawn(...walls, area));
    expect(whole.records.at(-1)).toEqual(area);
    expect(without(/settings/, whole.remarks)).toEqual([]);
  });

  test('leaves its sheets and its pictures out', () => {
    const picture = record('underlay');
    const both = drawn(picture, record('sheet'), record('sheet', { id: 2 }), record('post'));
    const { records, remarks } = brought(testPlan(), both);
    expect(records).toMatchObject([{ id: testId('post') }]);
    expect(remarks).toEqual([
      'Left out, since this is a part of a plan: its settings and 2 sheets.',
      'Left out: 1 picture that this plan does not have.',
    ]);
    const known = testPlan(record('underlay', { id: 9 }));
    expect(brought(known, drawn(picture)).records).toEqual([picture]);
  });

  test('goes to the floors, layers and phases of the same names, else to where one works, and says so', () => {
    const own = [
      record('floor', { id: 7, name: 'First' }),
      record('floor', { id: 8, name: 'Roof' }),
      record('layer', { id: 7, name: 'Security' }),
      record('layer', { id: 8, name: 'Old' }),
      record('phase', { id: 7, name: 'Phase 1' }),
      record('phase', { id: 8, name: 'Never' }),
    ];
    const posts = [
      record('post', {
        id: 1,
        floor: testId('floor', 7),
        layer: testId('layer', 7),
        phase: testId('phase', 7),
      }),
      record('post', {
        id: 2,
        floor: testId('floor', 8),
        layer: testId('layer', 8),
        phase: testId('phase', 8),
      }),
    ];
    const plan = testPlan(
      record('floor', { id: 2, name: 'First' }),
      record('layer', { id: 2, name: 'Security', order: 1 }),
      record('layer', { id: 3, name: 'Old', order: 2, locked: true }),
      record('phase', { id: 3, name: 'Phase 1' }),
    );
    const { records, remarks } = brought(plan, drawn(...own, ...posts));
    expect(records).toMatchObject([
      { floor: testId('floor', 2), layer: testId('layer', 2), phase: testId('phase', 3) },
      { floor: siteFloor, layer: firstLayer, phase: null },
    ]);
    expect(without(/settings/, remarks)).toEqual([
      'Records of the floor "Roof" are on "Site" (1 ×).',
      'Records of the layer "Old" are on "Layer" (1 ×).',
      'Records of the phase "Never" are in none (1 ×).',
    ]);
  });

  test('says when its zero is elsewhere on the globe, or its north', () => {
    const drawing = (fields: object) =>
      drawn(record('settings', { origin: { lon: 10, lat: 53.5 }, ...fields }), record('post'));
    const plan = (fields: object) => testPlan(record('settings', fields));
    const said = (there: object, own: object = {}) =>
      brought(plan(there), drawing(own)).remarks.filter((remark) => /north of the file/.test(remark)).length;
    expect(said({ origin: { lon: 10, lat: 53.5 } })).toBe(0);
    expect(said({ origin: { lon: 10, lat: 53.5 }, north: 0.5 })).toBe(1);
    expect(said({ origin: { lon: 10.001, lat: 53.5 } })).toBe(1);
    expect(said({})).toBe(0);
    expect(said({ origin: { lon: 10, lat: 53.5 } }, { origin: null })).toBe(0);
  });
});

describe('what names a record of the open plan', () => {
  const there = testPlan(record('wall'), record('area'));
  const wall = testId('wall');

  test('lets go of it, a point of a note stays where it is, and a door stays out', () => {
    const anchors = [
      { type: 'attached', record: testId('area'), place: { type: 'vertex', index: 2 } },
      { type: 'free', at: { x: 20, y: 20 } },
    ];
    const { records, remarks } = brought(
      there,
      metres(
        feature({ kind: 'camera', mountedOn: wall }, at(3, 0)),
        feature({ kind: 'dimension', type: 'aligned', anchors }, null),
        feature({ kind: 'opening', wall, offset: 5 }, at(5, 0)),
      ),
    );
    expect(records).toMatchObject([{ mountedOn: null }, { anchors: [{ at: { x: 10, y: 10 } }, {}] }]);
    expect(without(usual, remarks)).toEqual([
      'Left out: 1 door or window whose wall does not come along (feature 3).',
      'Links to what does not come along are released: 2.',
    ]);
  });

  test('is left out by the number of its feature where nobody knows what it names', () => {
    const lost = metres(
      feature({ kind: 'post' }, at(0, 0)),
      feature({ kind: 'camera', mountedOn: testId('wall', 77) }, at(3, 0)),
    );
    const { records, remarks } = brought(there, lost);
    expect(records).toMatchObject([{ at: { x: 0, y: 0 } }]);
    expect(remarks).toContain(
      'Left out: feature 2 (it refers to a record that does not exist, field "mountedOn").',
    );
  });
});

describe('what breaks a rule', () => {
  test('between records stays out with what names it, by the numbers of their features', () => {
    const wall = feature({ kind: 'wall' }, line([0, 0], [4, 0]), testId('wall', 5));
    const door = feature(
      { kind: 'opening', wall: testId('wall', 5), offset: 9 },
      at(9, 0),
      testId('opening', 6),
    );
    const anchor = { type: 'attached', record: testId('opening', 6), place: { type: 'centre' } };
    const note = feature({ kind: 'dimension', type: 'coordinate', anchors: [anchor] }, null);
    const { records, remarks } = brought(testPlan(), metres(wall, door, note));
    expect(records).toMatchObject([{ b: { x: 4, y: 0 } }]);
    expect(remarks.filter((remark) => remark.startsWith('Left out'))).toEqual([
      expect.stringMatching(/^Left out: feature 2 \(it .*does not fit in its wall, field "\w+"\)\.$/),
      'Left out: feature 3 (it refers to a record that does not exist, field "anchors").',
    ]);
  });

  test('of a schema stays out, and the rest comes in', () => {
    const mixed = metres(
      feature({ kind: 'camera', height: -3 }, at(1, 1)),
      feature({ kind: 'camera' }, at(2, 1)),
    );
    const { records, remarks } = brought(testPlan(), mixed);
    expect(records).toMatchObject([{ at: { x: 2, y: 1 } }]);
    expect(remarks).toContainEqual(
      expect.stringMatching(/^Left out: feature 1 \(as a camera, "height" .+\)\.$/),
    );
    const bad = metres(feature({ kind: 'camera', height: -3 }, at(1, 1)));
    expect(refusal(testPlan(), bad)).toBe('nothing-to-insert');
  });

  test('of shapes stays out alone, each thing with its names', () => {
    const wall = testId('wall', 5);
    const { records, remarks } = brought(
      testPlan(record('wall', { a: { x: 0, y: 0 }, b: { x: 10, y: 0 } })),
      metres(
        feature({ kind: 'wall', tag: 'W-7' }, line([-5, 0], [20, 0])),
        feature({ kind: 'wall' }, line([2, 0], [5, 0])),
        feature({ kind: 'wall' }, line([0, 5], [9, 5]), wall),
        feature({ kind: 'wall' }, line([1, 5], [3, 5])),
        feature({ kind: 'opening', wall, offset: 2, width: 1 }, at(2, 5)),
        feature({ kind: 'opening', wall, offset: 2.5, width: 1 }, at(2.5, 5)),
        feature({ kind: 'area' }, polygon([0, 0], [4, 4], [4, 0], [0, 4])),
        feature({ kind: 'fence' }, line([0, 9], [3, 9], [3, 9])),
      ),
    );
    expect(records.map((each) => each?.id.replace(/:.*/, ''))).toEqual(['wall', 'opening']);
    expect(new Set(without(usual, remarks))).toEqual(
      new Set([
        'Left out: 3 walls that lie wholly on others (feature 2, feature 4, W-7).',
        'Left out: 1 door or window over another (feature 6).',
        'Left out: 1 outline that crosses or touches itself (feature 7).',
        'Left out: 1 record with two corners in one place (feature 8).',
      ]),
    );
  });

  test('a wall on one of another floor is no fault', () => {
    const plan = testPlan(record('wall'), record('floor', { id: 2, name: 'First', order: 1 }));
    const same = metres(feature({ kind: 'wall' }, line([0, 0], [10, 0])));
    expect(brought(plan, same, { floor: testId('floor', 2) }).records).toHaveLength(1);
    expect(refusal(plan, same)).toBe('nothing-to-insert');
  });

  test('a note on what stays out stays where it is', () => {
    const bow = testId('area', 4);
    const anchors = [
      { type: 'attached', record: bow, place: { type: 'vertex', index: 1 } },
      { type: 'free', at: { x: 20, y: 20 } },
    ];
    const { records } = brought(
      testPlan(),
      metres(
        feature({ kind: 'area' }, polygon([1, 1], [4, 4], [4, 1], [1, 4]), bow),
        feature({ kind: 'dimension', type: 'aligned', anchors }, null),
      ),
    );
    expect(records).toMatchObject([{ anchors: [{ type: 'free', at: { x: 4, y: 4 } }, {}] }]);
  });
});

describe('a map in longitude and latitude', () => {
  const origin = { lon: 9.9, lat: 53.5 };
  const corners = [
    [9.9, 53.5],
    [9.902, 53.5],
    [9.902, 53.502],
  ];
  const building = feature({ building: 'yes', height: '12' }, polygon(...corners));

  test('lies where it is on the globe, turned as the plan is', () => {
    const plan = testPlan(record('settings', { origin, north: 0.25 }));
    const { records, remarks } = brought(plan, degrees(building));
    const { toPlan } = projectionAround(origin, 0.25);
    const [first, second] = corners.map(([lon = 0, lat = 0]) => toPlan({ lon, lat }));
    expect(first).toEqual({ x: 0, y: 0 });
    const ring = records[0] && 'ring' in records[0] ? records[0].ring : null;
    expect(ring?.[0]).toEqual({ x: 0, y: 0 });
    expect(ring?.[1]?.x).toBeCloseTo(second?.x ?? 0, 2);
    expect(ring?.[1]?.y).toBeCloseTo(second?.y ?? 0, 2);
    expect(Math.hypot(ring?.[1]?.x ?? 0, ring?.[1]?.y ?? 0)).toBeCloseTo(132.7, 0);
    expect(remarks).toEqual([]);
  });

  test('lies in the middle of what is shown where the plan does not say where it is, and says so', () => {
    const { records, after, remarks } = brought(testPlan(), degrees(building), {
      middle: { x: 1000, y: 500 },
    });
    const ring = (records[0] && 'ring' in records[0] && records[0].ring) || [];
    const xs = ring.map(({ x }) => x);
    const ys = ring.map(({ y }) => y);
    expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo(1000, 1);
    expect((Math.min(...ys) + Math.max(...ys)) / 2).toBeCloseTo(500, 1);
    expect(after.tables.settings.get('settings:plan')?.origin).toBe(null);
    expect(remarks).toEqual([
      'This plan has no latitude and longitude: the map lies in the middle of what was shown. Move all of it to its place.',
    ]);
  });

  test.each([
    ['far from the plan', { lon: 9.9, lat: 55 }],
    ['far to the east of it', { lon: 8.8, lat: 53.5 }],
  ])('%s is refused', (_, elsewhere) => {
    const plan = testPlan(record('settings', { origin: elsewhere }));
    expect(refusal(plan, degrees(building))).toMatch(/more than one degree \(over 50 km\) from the latitude/);
  });

  test('on the other side of 180 degrees is near', () => {
    const plan = testPlan(record('settings', { origin: { lon: 179.999, lat: 0 } }));
    const { records } = brought(plan, degrees(feature({ man_made: 'surveillance' }, at(-179.999, 0))));
    expect(records).toMatchObject([{ at: { x: expect.closeTo(222.64, 1), y: 0 } }]);
  });

  test('of which two corners lie in one place loses one of them and says so', () => {
    const drawing = degrees(
      feature(
        { building: 'yes', height: '6' },
        polygon([9.9, 53.5], [9.902, 53.5], [9.902, 53.5], [9.902, 53.502], [9.900_000_001, 53.5]),
      ),
      feature({ highway: 'service' }, line([9.9, 53.5], [9.9, 53.5], [9.901, 53.5])),
    );
    const plan = testPlan(record('settings', { origin }));
    const { records, remarks } = brought(plan, drawing);
    expect(records).toMatchObject([{ ring: { length: 3 } }, { path: { length: 2 } }]);
    expect(remarks).toEqual(['Left out: 3 corners in one place with the one before (feature 1, feature 2).']);
  });
});

test('a layer that is hidden or locked takes nothing, and neither does a file without anything drawn', () => {
  const on = (fields: object) => testPlan(record('layer', { id: 2, order: 1, ...fields }));
  const layer = testId('layer', 2);
  const post = metres(feature({ kind: 'post' }, at(1, 1)));
  expect(refusal(on({ locked: true }), post, { layer })).toBe('layer-locked');
  expect(refusal(on({ visible: false }), post, { layer })).toBe('layer-hidden');
  const converted = convert(testPlan(), degrees(feature({ amenity: 'bench' }, at(1, 1))), profileOf());
  expect(converted).toEqual({
    ok: false,
    error: {
      type: 'not-taken',
      reason: 'nothing-to-insert',
      report: {
        elements: 1,
        records: 0,
        remarks: [
          expect.stringMatching(/^Nothing of this file is drawn: /),
          'Not understood: point amenity=bench (1 ×).',
        ],
      },
    },
  });
});

test('what the file does not say and gets the usual value is counted by kind and field', () => {
  const fence = (more: object = {}) => feature({ kind: 'fence', ...more }, line([0, 0], [9, 0]));
  const { remarks } = brought(
    testPlan(),
    metres(fence(), fence({ height: 3 }), feature({ kind: 'bollards' }, at(1, 5))),
  );
  expect(remarks).toEqual([
    'Usual values, where the file says none: fence height (1 ×), fence type (2 ×), bollards diameter (1 ×) and 3 more.',
  ]);
});

test('usual values are counted of what came in alone', () => {
  const wall = feature({ kind: 'wall' }, line([0, 0], [9, 0]));
  const { records, remarks } = brought(
    testPlan(),
    metres(wall, wall, feature({ kind: 'wall' }, line([0, 5], [9, 5]))),
  );
  expect(records).toHaveLength(2);
  expect(remarks.join()).toContain('wall thickness (2 ×)');
});

describe('a drawing of another format', () => {
  const element = (more: Partial<DrawnElement>): DrawnElement => ({
    source: 'line 12',
    id: null,
    layer: null,
    forms: [{ type: 'point', at: { x: 1, y: 2 } }],
    text: null,
    properties: {},
    ...more,
  });
  const drawing = (...elements: readonly DrawnElement[]): NeutralDrawing => ({
    elements,
    layers: ['Fences', 'Notes', 'Notes', '\ud800'.repeat(300)],
    coordinates: 'plan-metres',
    vocabulary: 'records',
    rings: 'any-way-round',
    leftOut: [],
    remarks: [],
  });

  test('goes to the layers of its names, and to the one that is worked on where there is none', () => {
    const plan = testPlan(record('layer', { id: 2, name: 'Notes', order: 1 }));
    const post = (layer: string | null) => element({ layer, properties: { kind: 'post' } });
    const { records, remarks } = brought(plan, drawing(post('Notes'), post('Fences'), post(null)));
    expect(records).toMatchObject([
      { layer: testId('layer', 2) },
      { layer: firstLayer },
      { layer: firstLayer },
    ]);
    expect(without(usual, remarks)).toEqual(['Records of the layer "Fences" are on "Layer" (1 ×).']);
  });

  test('has layers of its own in a plan of its own', () => {
    const converted = convert(
      testPlan(),
      drawing(element({ layer: 'Notes', properties: { kind: 'post' } })),
      {
        as: 'whole',
        newId: idSource(9),
      },
    );
    const { diff, ids } = granted(converted);
    const after = applyDiff(testPlan(), diff);
    const names = [...after.tables.layer.values()].map(({ name, order }) => [name, order]);
    expect(names).toEqual([
      ['Layer', 0],
      ['Fences', 1],
      ['Notes', 2],
      ['', 3],
    ]);
    const [post] = ids.map((id) => getRecord(after, id));
    expect(post && isPlaced(post) && after.tables.layer.get(post.layer)?.name).toBe('Notes');
    expect(checkIntegrity(after)).toEqual([]);
  });

  test('has its texts as notes, and tells by its own words what was not understood', () => {
    const { records, remarks } = brought(
      testPlan(),
      drawing(element({ text: 'Gate 4' }), element({ source: 'line 90', forms: [] })),
    );
    expect(records).toMatchObject([{ text: 'Gate 4', at: { x: 1, y: 2 } }]);
    expect(without(usual, remarks)).toEqual(['Left out: line 90 (it has no geometry).']);
  });
});

describe('a plan that was written in longitude and latitude, brought into one of another zero and north', () => {
  const there = { lon: 151.2, lat: -33.85 };
  const wall = record('wall', { a: { x: 10, y: 0 }, b: { x: 18, y: 6 } });
  const fence = record('fence', {
    path: [
      { x: -20, y: 5 },
      { x: -3, y: 19 },
    ],
  });
  const onFence = { x: -11.5, y: 12 };
  const records = [
    wall,
    record('opening', { wall: wall.id, offset: 4 }),
    fence,
    record('gate', { at: onFence, fence: fence.id, direction: Math.atan2(14, 17) }),
    record('camera', { at: { x: 3, y: 40 }, direction: 1 }),
    record('dimension', {
      type: 'aligned',
      anchors: [
        { type: 'free', at: { x: 1, y: 2 } },
        { type: 'attached', record: wall.id, place: { type: 'vertex', index: 1 } },
      ],
    }),
  ];
  const before = testPlan(record('settings', { origin: there, north: 0.4 }), ...records);
  const drawing = granted(readGeojson(writeGeojsonOnGlobe(before) ?? ''));
  const fromBefore = projectionAround(there, 0.4);

  test.each<[string, { readonly lon: number; readonly lat: number }, number]>([
    ['the same', there, 0.4],
    ['another zero', { lon: 151.19, lat: -33.84 }, 0.4],
    ['another north', there, -1.2],
    ['another zero and north', { lon: 151.23, lat: -33.86 }, 2.5],
  ])('%s: all of it lies and looks where it did', (_name, origin, north) => {
    const plan = testPlan(record('settings', { origin, north }));
    const { after, remarks } = brought(plan, drawing);
    expect(remarks.filter((remark) => !usual.test(remark))).toEqual([
      'Left out, since this is a part of a plan: its settings.',
    ]);
    const projection = projectionAround(origin, north);
    const moved = (point: Point) => projection.toPlan(fromBefore.toLonLat(point)) ?? { x: 1e9, y: 1e9 };
    const near = (is: Point | undefined, was: Point) =>
      expect(distanceBetween(is ?? { x: 1e9, y: 0 }, moved(was))).toBeLessThan(0.005);
    const [camera] = after.tables.camera.values();
    near(camera?.at, { x: 3, y: 40 });
    // A metre ahead of it is a metre ahead of it.
    near(
      camera && { x: camera.at.x + Math.cos(camera.direction), y: camera.at.y + Math.sin(camera.direction) },
      {
        x: 3 + Math.cos(1),
        y: 40 + Math.sin(1),
      },
    );
    const [dimension] = after.tables.dimension.values();
    const [free] = dimension?.anchors ?? [];
    near(free?.type === 'free' ? free.at : undefined, { x: 1, y: 2 });
    near([...after.tables.gate.values()][0]?.at, onFence);
    near([...after.tables.wall.values()][0]?.b, wall.b);
    expect([...after.tables.opening.values()]).toMatchObject([{ offset: 4 }]);
  });

  test('doors as wide as their walls and gates stay in them, whichever way corners are rounded', () => {
    const many = Array.from({ length: 300 }, (_, index) => {
      const a = { x: (index % 20) * 12, y: Math.floor(index / 20) * 12 };
      const b = quantisePoint({ x: a.x + 5 * Math.cos(index), y: a.y + 5 * Math.sin(index) });
      const width = Math.floor(distanceBetween(a, b) * 1000) / 1000;
      const ids = { id: index + 1 };
      const host = record('wall', { ...ids, a, b });
      const rail = record('fence', { ...ids, path: [a, b] });
      const middle = quantisePoint(midpoint(a, b));
      return [
        host,
        record('opening', { ...ids, wall: host.id, offset: quantiseLength(width / 2), width }),
        rail,
        record('gate', { ...ids, at: middle, fence: rail.id, direction: 0, width: 1 }),
      ];
    }).flat();
    const tight = testPlan(record('settings', { origin: there, north: 0 }), ...many);
    const file = granted(readGeojson(writeGeojsonOnGlobe(tight) ?? ''));
    for (const north of [0.3, 0.7, 2.1]) {
      const { after } = brought(testPlan(record('settings', { origin: there, north })), file);
      expect([after.tables.opening.size, after.tables.gate.size]).toEqual([300, 300]);
    }
  }, 60_000);

  test('a plan that says no place takes it in the middle, turned to its north', () => {
    const plan = testPlan(record('settings', { origin: null, north: 0 }));
    const { after } = brought(plan, drawing, { middle: { x: 500, y: 100 } });
    const [camera] = after.tables.camera.values();
    const [moved] = after.tables.wall.values();
    // Radians between both norths.
    expect(camera?.direction).toBeCloseTo(1 - 0.4, 3);
    const length = moved ? distanceBetween(moved.a, moved.b) : 0;
    expect(length).toBeCloseTo(10, 2);
    expect(Math.hypot((moved?.a.x ?? 0) - 500, (moved?.a.y ?? 0) - 100)).toBeLessThan(60);
  });
});
