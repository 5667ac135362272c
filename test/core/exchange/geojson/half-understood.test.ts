import { describe, expect, test } from 'vitest';
import { convert } from '../../../../core/exchange/convert/convert.ts';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import { readGeojson } from '../../../../core/exchange/geojson/read-geojson.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import { Random } from '../../../../core/reference/random.ts';
import { firstLayer, granted, idSource, record, siteFloor, testPlan } from '../../../support/plan-builder.ts';

const random = new Random(31);
const setup = { name: 'Test', newId: () => random.uuid() };
type Tags = Readonly<Record<string, unknown>>;

const point = { type: 'Point', coordinates: [7, 50] };
const line = {
  type: 'LineString',
  coordinates: [
    [7, 50],
    [7.001, 50],
  ],
};
const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [7, 50],
      [7.001, 50],
      [7.001, 50.001],
      [7, 50],
    ],
  ],
};
const feature = (properties: Tags, geometry: object) => ({ type: 'Feature', properties, geometry });
const text = (features: readonly object[], top: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', ...top, features });
const read = (...features: readonly object[]) => granted(planOfGeojson(text(features), setup));

const degrees = (radians: number) => Math.round((radians * 180) / Math.PI);
const camera = (tags: Tags) => read(feature({ man_made: 'surveillance', ...tags }, point));

describe('a camera by its tags', () => {
  test.each([
    [{ 'camera:direction': '0' }, 90],
    [{ 'camera:direction': '90' }, 0],
    [{ 'camera:direction': 180 }, -90],
    [{ 'camera:direction': '22.5°' }, 67],
    [{ direction: 'NW' }, 135],
    [{ direction: 'sse' }, -67],
    [{ 'camera:direction': 'E', direction: 'W' }, 0],
    [{ 'camera:direction': '360' }, 90],
  ])('%o looks that way', (tags, direction) => {
    const { plan, remarks } = camera(tags);
    expect([...plan.tables.camera.values()].map((each) => degrees(each.direction))).toEqual([direction]);
    expect(
      remarks.filter((remark) => /direction of camera/.test(remark) && !/^Not used/.test(remark)),
    ).toEqual([]);
  });

  test.each(['361', '90;270', '45-135', 'forward', '-20', 'NX'])(
    'a direction %s is not guessed',
    (direction) => {
      const { plan, remarks } = camera({ direction });
      expect([...plan.tables.camera.values()].map((each) => each.direction)).toEqual([0]);
      expect(remarks).toEqual([
        `Not understood and not used: direction of camera, such as "${direction}" (1 ×).`,
      ]);
    },
  );

  test('type, mount and number plates are read', () => {
    const { plan, remarks } = camera({
      'surveillance:type': 'ALPR',
      'camera:type': 'panning',
      'camera:mount': 'pole',
    });
    expect([...plan.tables.camera.values()]).toMatchObject([
      { type: 'ptz', notes: 'Reads number plates\nMounted on: pole' },
    ]);
    expect(remarks).toEqual([]);
  });

  test('a guard is a post, and what is neither is counted', () => {
    const { plan, remarks } = read(
      feature({ man_made: 'surveillance', 'surveillance:type': 'guard', direction: 'S' }, point),
      feature({ man_made: 'surveillance', 'surveillance:type': 'gunshot_detector' }, point),
      feature({ man_made: 'surveillance', 'surveillance:type': 'camera', 'camera:type': 'dome' }, point),
    );
    expect([...plan.tables.post.values()].map(({ direction, state }) => [degrees(direction), state])).toEqual(
      [[-90, 'existing']],
    );
    expect(plan.tables.camera.size).toBe(1);
    expect(remarks).toEqual([
      'Not understood: point surveillance:type=gunshot_detector (1 ×).',
      'Not understood and not used: camera:type of camera, such as "dome" (1 ×).',
    ]);
  });

  test('looks the same way on a plan that is turned', () => {
    const turned = testPlan(record('settings', { north: 0.5, origin: { lon: 7, lat: 50 } }));
    const drawing = granted(
      readGeojson(text([feature({ man_made: 'surveillance', direction: 'N' }, point)])),
    );
    const profile = {
      as: 'part',
      floor: siteFloor,
      layer: firstLayer,
      middle: { x: 0, y: 0 },
      newId: idSource(50),
    } as const;
    const after = applyDiff(turned, granted(convert(turned, drawing, profile)).diff);
    expect([...after.tables.camera.values()].map((each) => each.direction)).toEqual([
      expect.closeTo(Math.PI / 2 + 0.5, 5),
    ]);
  });
});

test('tags that nobody reads are counted by name, what names the feature is not', () => {
  const building = (more: Tags) =>
    feature({ building: 'yes', '@id': 'way/1', id: 1, name: 'A', ...more }, polygon);
  const { remarks } = read(
    building({ 'roof:shape': 'flat', note: '', names: { en: 'A' } }),
    building({ 'roof:shape': 'gabled', height: 9, 'building:levels': 3, colour: null }),
  );
  expect(remarks).toEqual(['Not used: roof:shape of building (2 ×), names of building (1 ×).']);
});

test('of very many tags the most frequent are named', () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`tag${index}`, 'x']));
  const { remarks } = read(feature({ building: 'yes', ...many }, polygon));
  expect(remarks).toEqual([
    expect.stringMatching(/^Not used: tag0 of building \(1 ×\), .* and 23 others \(23 ×\)\.$/),
  ]);
});

test('tags within an object "tags" are read', () => {
  const nested = feature(
    { type: 'way', id: '1', tags: { building: 'yes', name: 'Nested', height: '9' }, meta: {} },
    polygon,
  );
  const { plan, remarks } = read(nested);
  expect([...plan.tables.building.values()]).toMatchObject([{ name: 'Nested', height: 9 }]);
  expect(remarks).toEqual([]);
});

test('a value that a record cannot have is counted, and the rest drawn', () => {
  const { plan, remarks } = read(feature({ building: 'yes', name: 'x'.repeat(201), height: 4 }, polygon));
  expect([...plan.tables.building.values()]).toMatchObject([{ name: '', height: 4 }]);
  expect(remarks).toEqual([
    expect.stringMatching(/^Not understood and not used: name of building, such as "x{40}" \(1 ×\)\.$/),
  ]);
});

describe('what does not lie on the ground', () => {
  const fence = (tags: Tags) => feature({ barrier: 'fence', ...tags }, line);

  test.each<[Tags]>([
    [{ layer: '-1' }],
    [{ layer: -2 }],
    [{ location: 'underground' }],
    [{ tunnel: 'yes' }],
    [{ tunnel: 'culvert' }],
    [{ level: '-1' }],
  ])('%o is below it: left out and counted', (tags) => {
    const { plan, remarks } = read(fence(tags), fence({}), feature({ highway: 'service', ...tags }, line));
    expect([plan.tables.fence.size, plan.tables.road.size]).toEqual([1, 0]);
    expect(remarks).toEqual(['Left out, since it lies below the ground: fence (1 ×), road (1 ×).']);
  });

  test.each<[Tags, string]>([
    [{ layer: '0', level: '0', location: 'surface', tunnel: 'no', covered: 'no' }, ''],
    [{ covered: 'yes' }, 'Covered'],
    [{ tunnel: 'building_passage', covered: 'yes' }, 'Passage through a building\nCovered'],
  ])('%o is on it', (tags, notes) => {
    const { plan, remarks } = read(fence(tags));
    expect([...plan.tables.fence.values()]).toMatchObject([
      { notes, floor: [...plan.tables.floor.keys()][0] },
    ]);
    expect(remarks).toEqual([]);
  });

  test.each([
    ['layer', '1'],
    ['level', '0;1'],
    ['level', '1e9'],
    ['layer', 'high'],
    ['location', 'roof'],
  ])('%s=%s stays on the ground and is said', (key, value) => {
    const { plan, remarks } = read(fence({ [key]: value }));
    expect(plan.tables.fence.size).toBe(1);
    expect(remarks).toEqual([`Not understood and not used: ${key} of fence, such as "${value}" (1 ×).`]);
  });

  const floorsOf = (plan: ReturnType<typeof testPlan>) =>
    [...plan.tables.fence.values()].map((each) => plan.tables.floor.get(each.floor)?.name);

  test('on other levels goes to floors of their names, in their order', () => {
    const { plan, remarks } = read(
      fence({ level: '2' }),
      fence({ level: 1 }),
      fence({}),
      fence({ level: '2' }),
    );
    const site = [...plan.tables.floor.values()][0]?.name;
    expect(floorsOf(plan)).toEqual(['2', '1', site, '2']);
    const added = [...plan.tables.floor.values()].filter(({ name }) => name !== site);
    expect(
      added.toSorted((a, b) => a.order - b.order).map(({ name, elevation }) => [name, elevation]),
    ).toEqual([
      ['1', 3.5],
      ['2', 7],
    ]);
    expect(remarks).toEqual(['New floors for levels of the file, with usual heights: "2", "1".']);
  });

  test('in a plan that is open goes to its floor of that name, or to a new one', () => {
    const plan = testPlan(record('floor', { id: 7, name: '1', elevation: 4, order: 3 }));
    const drawing = granted(readGeojson(text([fence({ level: 1 }), fence({ level: 2 }), fence({})])));
    const profile = {
      as: 'part',
      floor: siteFloor,
      layer: firstLayer,
      middle: { x: 0, y: 0 },
      newId: idSource(60),
    } as const;
    const { diff, report } = granted(convert(plan, drawing, profile));
    const after = applyDiff(plan, diff);
    expect(floorsOf(after)).toEqual(['1', '2', plan.tables.floor.get(siteFloor)?.name]);
    expect(after.tables.floor.size).toBe(plan.tables.floor.size + 1);
    expect(report.remarks).toContain('New floor for a level of the file, with usual heights: "2".');
  });
});

describe('words of other programs', () => {
  const strange = { kind: 'building', building: 'yes', state: 'Bavaria', floor: '3', type: 'house' };
  const said =
    'Read as tags of another program: "kind" and what stands beside it. If they are of this one, write "vocabulary": "sallyport" at the top level.';

  test('in a map are its tags', () => {
    const { plan, remarks } = read(feature(strange, polygon), feature({ kind: 'post' }, point));
    expect([plan.tables.building.size, plan.tables.post.size]).toEqual([1, 0]);
    expect(remarks).toEqual([
      said,
      'Not understood: point kind=post (1 ×).',
      'Not used: kind of building (1 ×), state of building (1 ×), floor of building (1 ×), type of building (1 ×).',
    ]);
  });

  test.each([
    ['a value that the field cannot have', { kind: 'camera', state: 'Bavaria' }],
    ['a field that the kind has not', { kind: 'camera', status: 'open' }],
    ['a kind that is none', { kind: 'hotel' }],
  ])('with %s are tags, for the whole file', (_name, properties) => {
    const { plan } = read(feature(properties, point), feature({ kind: 'post' }, point));
    expect([plan.tables.camera.size, plan.tables.post.size]).toEqual([0, 0]);
  });

  test('that are all kinds and fields of ours are ours, and it is said', () => {
    const { plan, remarks } = read(
      feature({ kind: 'camera', height: 4 }, point),
      feature({ building: 'yes' }, polygon),
    );
    expect([...plan.tables.camera.values()]).toMatchObject([{ height: 4 }]);
    expect([plan.tables.building.size, remarks]).toEqual([
      1,
      ['Read as kinds of this program: "kind" (1 ×).'],
    ]);
  });

  test('are ours where the file says so, and what is not known is counted', () => {
    const ours = [feature({ kind: 'camera', colour: 'red' }, point), feature({ kind: 'dragon' }, point)];
    for (const top of [{ vocabulary: 'sallyport' }, { coordinates: 'plan-metres' }]) {
      const { plan, remarks } = granted(planOfGeojson(text(ours, top), setup));
      expect(plan.tables.camera.size).toBe(1);
      expect(remarks).toEqual([
        'Not understood: field colour of camera (1 ×).',
        'Not understood: kind dragon (1 ×).',
      ]);
    }
  });
});
