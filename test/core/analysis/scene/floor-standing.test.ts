import { describe, expect, test } from 'vitest';
import {
  floorStanding,
  type SeenStates,
  type Standing,
} from '../../../../core/analysis/scene/floor-standing.ts';
import { type Medium, numberOf, sightScene } from '../../../../core/analysis/scene/sight-scene.ts';
import { GATE_HEIGHT, type StandingPiece } from '../../../../core/analysis/scene/standing-pieces.ts';
import { derive } from '../../../../core/derive/derive.ts';
import { inputRecords } from '../../../../core/derive/input-records.ts';
import { applyDiff, edit } from '../../../../core/plan/diff.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { openingTypes } from '../../../../core/plan/kinds/opening.ts';
import { inOrder } from '../../../../core/plan/plan.ts';
import { record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';
import { walksOf } from '../../../support/random/walks.ts';

const E = Number.POSITIVE_INFINITY;

const keyOf = (states: SeenStates) => ({ floor: siteFloor, states });

const layered = (records: readonly PlanRecord[], states: SeenStates = 'proposed') =>
  derive(testPlan(...records), floorStanding, keyOf(states));

function standing(records: readonly PlanRecord[], states?: SeenStates) {
  const all: readonly Standing[] = [...layered(records, states).values()];
  return { pieces: all.flatMap((each) => each.pieces), solids: all.flatMap(({ solid }) => solid ?? []) };
}

const pieces = (...records: readonly PlanRecord[]) => standing(records).pieces;

/** A piece along the x axis as `from–to low–high substance`. */
const along = ({ a, b, low, high, substance }: StandingPiece): string =>
  `${a.x}–${b.x} ${low}–${high} ${substance}`;

const wall = record('wall', { height: 3 });

describe('a wall', () => {
  test('stands from the floor to its height, or without end', () => {
    expect(pieces(wall).map(along)).toEqual(['0–10 0–3 solid']);
    expect(pieces(record('wall')).map(along)).toEqual(['0–10 0–Infinity solid']);
  });

  test('is of its material', () => {
    expect(pieces(record('wall', { material: 'glass' })).map(along)).toEqual([`0–10 0–${E} glass`]);
    expect(pieces(record('wall', { material: 'mesh' })).map(along)).toEqual([`0–10 0–${E} mesh`]);
  });

  test('has a window of glass between sill and head', () => {
    const window = record('opening', { type: 'window', offset: 5, width: 2, sill: 0.9, height: 1.2 });
    expect(pieces(wall, window).map(along)).toEqual([
      '0–4 0–3 solid',
      '4–6 0–0.9 solid',
      '4–6 2.1–3 solid',
      '4–6 0.9–2.1 glass',
      '6–10 0–3 solid',
    ]);
  });

  test('has nothing where a door stands open or is none, its lintel stays', () => {
    const passage = record('opening', { type: 'passage', offset: 5, width: 2, height: 2.1 });
    const open = record('opening', { type: 'door', offset: 5, width: 2, height: 2.1, open: true });
    for (const opening of [passage, open])
      expect(pieces(wall, opening).map(along)).toEqual([
        '0–4 0–3 solid',
        '4–6 2.1–3 solid',
        '6–10 0–3 solid',
      ]);
  });

  test('is closed by every door that is shut', () => {
    for (const type of openingTypes.filter((each) => each !== 'passage' && each !== 'window')) {
      const shut = record('opening', { type, offset: 5, width: 2, height: 2.1 });
      expect(pieces(wall, shut).map(along)).toContain('4–6 0–2.1 solid');
    }
    const inGlass = record('wall', { height: 3, material: 'glass' });
    expect(pieces(inGlass, record('opening', { offset: 5, width: 2 })).map(along)).toContain(
      '4–6 0–2.1 solid',
    );
  });

  test('lower than its openings ends where it ends', () => {
    const low = record('wall', { height: 1.5 });
    const passage = record('opening', { type: 'passage', offset: 5, width: 2, height: 2.1 });
    expect(pieces(low, passage).map(along)).toEqual(['0–4 0–1.5 solid', '6–10 0–1.5 solid']);
    const window = record('opening', { type: 'window', offset: 5, width: 2, sill: 1.6, height: 1 });
    expect(pieces(low, window).map(along)).toEqual([
      '0–4 0–1.5 solid',
      '4–6 0–1.5 solid',
      '6–10 0–1.5 solid',
    ]);
  });

  test('is cut by openings beside, above and over each other, and at its ends', () => {
    const low = record('opening', { id: 1, type: 'passage', offset: 4, width: 2, height: 1 });
    const high = record('opening', { id: 2, type: 'passage', offset: 5, width: 2, sill: 2, height: 0.5 });
    expect(pieces(wall, low, high).map(along)).toEqual([
      '0–3 0–3 solid',
      '3–4 1–3 solid',
      '4–5 1–2 solid',
      '4–5 2.5–3 solid',
      '5–6 0–2 solid',
      '5–6 2.5–3 solid',
      '6–10 0–3 solid',
    ]);
    const atEnd = record('opening', { type: 'passage', offset: 9.5, width: 2, height: 3 });
    expect(pieces(wall, atEnd).map(along)).toEqual(['0–8.5 0–3 solid']);
  });

  test('that is bent stands along its arc', () => {
    const bent = pieces(record('wall', { bulge: 1, height: 3 }));
    expect(bent.length).toBeGreaterThan(10);
    for (const { a, b } of bent)
      for (const { x, y } of [a, b]) expect(Math.hypot(x - 5, y)).toBeCloseTo(5, 9);
    expect(bent[0]?.a.x).toBeCloseTo(0, 9);
    expect(bent.at(-1)?.b.x).toBeCloseTo(10, 9);
  });

  test('has only the openings that are in it', () => {
    const other = record('wall', { id: 2, a: { x: 0, y: 5 }, b: { x: 10, y: 5 } });
    const passage = record('opening', { type: 'passage', wall: testId('wall', 2), offset: 5, height: 9 });
    expect(
      pieces(wall, other, passage)
        .filter(({ a }) => a.y === 0)
        .map(along),
    ).toEqual(['0–10 0–3 solid']);
  });
});

describe('a fence', () => {
  test('is mesh of its height unless it is solid', () => {
    expect(pieces(record('fence', { height: 2 })).map(along)).toEqual(['0–10 0–2 mesh']);
    expect(pieces(record('fence', { type: 'palisade', height: 2 })).map(along)).toEqual(['0–10 0–2 mesh']);
    expect(pieces(record('fence', { type: 'solid', height: 2 })).map(along)).toEqual(['0–10 0–2 solid']);
  });

  test('goes on over a closed gate and not over an open one', () => {
    const fence = record('fence', { type: 'solid', height: 2 });
    const gate = { at: { x: 4, y: 0 }, width: 2, fence: testId('fence') };
    expect(pieces(fence, record('gate', gate)).map(along)).toEqual(['0–10 0–2 solid']);
    expect(pieces(fence, record('gate', { ...gate, open: true })).map(along)).toEqual([
      '0–3 0–2 solid',
      '5–10 0–2 solid',
    ]);
  });

  test('that is closed goes on over the place where it begins', () => {
    const fence = record('fence', { path: record('building').ring.slice(), closed: true, height: 2 });
    const gate = record('gate', { at: { x: 5, y: 0 }, width: 2, fence: testId('fence'), open: true });
    const left = pieces(fence, gate);
    expect(left[0]?.a).toEqual({ x: 6, y: 0 });
    expect(left.at(-1)?.b).toEqual({ x: 4, y: 0 });
    expect(left.reduce((sum, { a, b }) => sum + Math.hypot(a.x - b.x, a.y - b.y), 0)).toBeCloseTo(38, 9);
  });

  test('that is closed is open at a gate over the place where it begins', () => {
    const path = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 0, y: 10 },
    ];
    const fence = record('fence', { path, closed: true, height: 2 });
    expect(pieces(fence)).toHaveLength(4);
    const gate = record('gate', { at: { x: 0, y: 0 }, width: 2, fence: testId('fence'), open: true });
    const left = pieces(fence, gate);
    const length = left.reduce((sum, { a, b }) => sum + Math.hypot(a.x - b.x, a.y - b.y), 0);
    expect(length).toBeCloseTo(38, 9);
    expect(left[0]?.a).toEqual({ x: 1, y: 0 });
    expect(left.at(-1)?.b).toEqual({ x: 0, y: 1 });
  });
});

test('a gate that stands free is mesh while it is closed; a lift gate hides nothing', () => {
  expect(pieces(record('gate', { width: 4 })).map(along)).toEqual([`-2–2 0–${GATE_HEIGHT} mesh`]);
  expect(pieces(record('gate', { width: 4, open: true }))).toEqual([]);
  expect(pieces(record('gate', { width: 4, type: 'lift' }))).toEqual([]);
});

test('buildings and obstacles are bodies with faces', () => {
  const hole = [
    { x: 2, y: 2 },
    { x: 4, y: 2 },
    { x: 4, y: 4 },
  ];
  const building = record('building', { height: 6, holes: [hole] });
  expect(pieces(building)).toHaveLength(7);
  expect(standing([building]).solids).toEqual([{ rings: [building.ring, hole], height: 6 }]);
  const hedge = record('obstacle', {
    ring: null,
    path: [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
    ],
    width: 1,
    height: 1.2,
  });
  const { solids, pieces: faces } = standing([hedge]);
  expect(faces).toHaveLength(4);
  expect(faces.every(({ high, substance }) => high === 1.2 && substance === 'solid')).toBe(true);
  expect(solids[0]?.rings[0]?.every(({ y }) => Math.abs(y) === 0.5)).toBe(true);
});

describe('a face of a building along which a wall is drawn', () => {
  const building = record('building', { height: 6 });
  const front = record('wall', { id: 1, height: 3 });
  const window = record('opening', {
    type: 'window',
    wall: front.id,
    offset: 5,
    width: 2,
    sill: 1,
    height: 1,
  });
  const onFront = (...records: readonly PlanRecord[]) =>
    pieces(building, ...records).filter(({ a, b }) => Math.abs(a.y) < 0.5 && Math.abs(b.y) < 0.5);
  const facesOf = (...records: readonly PlanRecord[]) =>
    derive(testPlan(building, ...records), floorStanding, keyOf('proposed')).get(building.id)?.pieces ?? [];

  test('is the wall with its windows, and the building above it', () => {
    expect(onFront(front, window).map(along).sort()).toEqual(
      [
        '0–10 3–6 solid',
        '0–4 0–3 solid',
        '4–6 0–1 solid',
        '4–6 1–2 glass',
        '4–6 2–3 solid',
        '6–10 0–3 solid',
      ].sort(),
    );
    // A wall without a height of its own, and one as high as the building, leave nothing of the face.
    for (const height of [null, 6, 9])
      expect(facesOf({ ...front, height }).map(along)).not.toContain('0–10 0–6 solid');
    expect(facesOf({ ...front, height: null })).toHaveLength(3);
  });

  test('only as far as the wall goes, and only where it runs along the face', () => {
    const half = { ...front, b: { x: 4, y: 0 } };
    expect(facesOf(half).map(along)).toEqual(expect.arrayContaining(['0–4 3–6 solid', '4–10 0–6 solid']));
    // Half of its thickness and 0.3 m beside the face, no more; across it; round.
    expect(facesOf({ ...front, a: { x: 0, y: 0.39 }, b: { x: 10, y: 0.39 } })[0]?.low).toBe(3);
    const whole = ['0–10 0–6 solid'];
    for (const other of [
      { ...front, a: { x: 0, y: 0.41 }, b: { x: 10, y: 0.41 } },
      { ...front, a: { x: 5, y: 0 }, b: { x: 5, y: 5 } },
      { ...front, a: { x: 0, y: 0 }, b: { x: 10, y: 1 } },
      { ...front, bulge: 0.2 },
      { ...front, a: { x: 12, y: 0 }, b: { x: 20, y: 0 } },
    ])
      expect(facesOf(other).map(along)).toEqual(expect.arrayContaining(whole));
  });

  test('stands anew when the wall is moved away, comes back or changes its height', () => {
    const moved = { ...front, a: { x: 0, y: 5 }, b: { x: 10, y: 5 } };
    const before = testPlan(building, front);
    const seen = (plan: ReturnType<typeof testPlan>) =>
      derive(plan, floorStanding, keyOf('proposed')).get(building.id)?.pieces.map(along);
    const put = (plan: ReturnType<typeof testPlan>, each: PlanRecord) =>
      applyDiff(
        plan,
        edit(plan, (draft) => draft.put(each)),
      );
    expect(seen(before)).toContain('0–10 3–6 solid');
    const away = put(before, moved);
    expect(seen(away)).toContain('0–10 0–6 solid');
    expect(seen(put(away, front))).toContain('0–10 3–6 solid');
    expect(seen(put(before, { ...front, height: 5 }))).toContain('0–10 5–6 solid');
  });
});

test('what is proposed stands in the proposal, what is to be removed today', () => {
  const proposed = record('wall', { id: 1, height: 1, state: 'proposed' });
  const removed = record('wall', { id: 2, height: 2, state: 'removed' });
  const kept = record('wall', { id: 3, height: 3, state: 'deficient' });
  const heights = (states: SeenStates) =>
    standing([proposed, removed, kept], states).pieces.map(({ high }) => high);
  expect(heights('proposed')).toEqual([1, 3]);
  expect(heights('today')).toEqual([2, 3]);
  const door = record('opening', { type: 'passage', offset: 5, height: 3, state: 'proposed' });
  expect(standing([wall, door], 'today').pieces.map(along)).toEqual(['0–10 0–3 solid']);
  expect(standing([wall, door], 'proposed').pieces).toHaveLength(2);
  const gate = record('gate', { open: true, fence: testId('fence'), at: { x: 5, y: 0 }, state: 'removed' });
  expect(standing([record('fence'), gate], 'proposed').pieces).toHaveLength(1);
  expect(standing([record('fence'), gate], 'today').pieces).toHaveLength(2);
});

test('what lies on another floor does not stand on this one', () => {
  const upper = testId('floor', 2);
  const records = [record('floor', { id: 2, name: 'Upper' }), record('wall', { floor: upper })];
  expect(pieces(...records)).toEqual([]);
});

test('light goes through glass and warmth does not; mesh dims both', () => {
  const glass = record('wall', { id: 1, material: 'glass' });
  const mesh = record('wall', { id: 2, material: 'mesh', height: 2 });
  const solid = record('wall', { id: 3, height: 1 });
  const scene = (medium: Medium) => sightScene(layered([glass, mesh, solid]), medium, 0.7).pieces;
  expect([...scene('light').through]).toEqual([0.7, 0]);
  expect([...scene('light').heights]).toEqual([0, 2, 0, 1]);
  expect([...scene('light').segments]).toEqual([0, 0, 10, 0, 0, 0, 10, 0]);
  expect([...scene('warmth').through]).toEqual([0, 0.7, 0]);
});

describe('a scene', () => {
  test('numbers each piece by what it belongs to, bodies alike', () => {
    const records = [
      record('building', { height: 6 }),
      record('wall', { id: 2, a: { x: 20, y: 0 }, b: { x: 30, y: 0 } }),
    ];
    const { owners, solids, pieces: flat } = sightScene(layered(records), 'light', 0.7);
    expect(new Set(owners).size).toBe(2);
    expect(owners).toHaveLength(flat.through.length);
    expect(solids.map(({ owner, height }) => ({ isFirst: owner === owners[1], height }))).toEqual([
      { isFirst: true, height: 6 },
    ]);
    expect([...(solids[0]?.rings.ends ?? [])]).toEqual([8]);
    expect([...(solids[0]?.rings.coordinates ?? [])]).toEqual([0, 0, 10, 0, 10, 10, 0, 10]);
  });

  test('a number is that of one object for good', () => {
    const [one, other] = [{}, {}];
    expect(numberOf(one)).toBe(numberOf(one));
    expect(numberOf(one)).not.toBe(numberOf(other));
  });
});

describe('after edits', () => {
  test('what stands is what stands from nothing', () => {
    let stood = 0;
    for (const { steps } of walksOf(20_261_132, { count: 10, length: 60 }))
      for (const { after } of steps)
        for (const { id: floor } of inOrder(after, 'floor'))
          for (const states of ['today', 'proposed'] as const) {
            const kept = derive(after, floorStanding, { floor, states });
            const anew = floorStanding.compute(inputRecords(after, floorStanding.inputs({ floor, states })), {
              floor,
              states,
            });
            expect(new Map(kept.entries())).toEqual(new Map(anew.entries()));
            stood += [...kept.values()].length;
          }
    expect(stood).toBeGreaterThan(4000);
  }, 60_000);

  test('what was not touched is the same value', () => {
    const walls = [1, 2].map((id) => record('wall', { id, a: { x: 0, y: id }, b: { x: 9, y: id } }));
    const plan = testPlan(...walls);
    const before = derive(plan, floorStanding, keyOf('proposed'));
    const door = record('opening', { wall: testId('wall', 2), offset: 4 });
    const after = derive(
      applyDiff(
        plan,
        edit(plan, (draft) => draft.put(door)),
      ),
      floorStanding,
      keyOf('proposed'),
    );
    expect(after.get(testId('wall', 1))).toBe(before.get(testId('wall', 1)));
    expect(after.get(testId('wall', 2))?.pieces).toHaveLength(4);
  });
});
