import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureChoices } from '../../../../core/analysis/picture/camera-picture.ts';
import { floorAt, personFigures } from '../../../../core/analysis/picture/person-figures.ts';
import { pictureItems } from '../../../../core/analysis/picture/picture-items.ts';
import { polar } from '../../../../core/geometry/point.ts';
import { transformRecord } from '../../../../core/plan/transform-record.ts';
import { granted, record, testId, testPlan } from '../../../support/plan-builder.ts';
import { settings } from '../../geometry/arbitraries.ts';
import { frustumViews, panoramaViews } from '../image/cameras.ts';
import { eastward, levels, prepared, rectangle, seenAt } from './scenes.ts';

const wallAt = (x: number, fields: Parameters<typeof record<'wall'>>[1] = {}) =>
  record('wall', { a: { x, y: -10 }, b: { x, y: 10 }, height: 5, ...fields });

describe('a person in the open', () => {
  test('has the pixels of the flat model, and the level that they reach', () => {
    const { density, facePx, level, hidden, framed } = seenAt(prepared([]));
    // Depth 10 cos 15° + 2.3 sin 15°, 2.8 mm over a pitch of 2.9 µm.
    const depth = 10 * Math.cos(0.261799) + 2.3 * Math.sin(0.261799);
    expect(density).toBeCloseTo(2.8 / (0.0029 * depth), 6);
    expect(facePx).toBeCloseTo(0.16 * density, 9);
    expect(level?.key).toBe('observe');
    expect({ hidden, framed }).toEqual({ hidden: 0, framed: 'whole' });
  });

  test('is larger when nearer', () => {
    const picture = prepared([]);
    fc.assert(
      fc.property(fc.double({ min: 4, max: 200, noNaN: true }), (distance) => {
        const [near, far] = [seenAt(picture, { distance }), seenAt(picture, { distance: distance * 1.1 })];
        expect(near.facePx).toBeGreaterThan(far.facePx);
        expect(near.heightPx).toBeGreaterThan(far.heightPx ?? Number.NaN);
      }),
      settings,
    );
  });

  test('is said to be outside the picture, and where', () => {
    const picture = prepared([]);
    expect(seenAt(picture, { distance: 1 })).toMatchObject({
      framed: 'outside',
      beyond: 'below',
      level: null,
    });
    expect(seenAt(picture, { aside: 1.4 })).toMatchObject({
      framed: 'outside',
      beyond: 'beside',
      level: null,
    });
    expect(seenAt(picture, { aside: Math.PI })).toMatchObject({ framed: 'outside', beyond: 'behind' });
    expect(seenAt(picture, { distance: 3.2 })).toMatchObject({ framed: 'part', isFaceFramed: true });
    const low = prepared([], { ...eastward, height: 0.5, tilt: 0.6 });
    expect(seenAt(low, { distance: 2 })).toMatchObject({ beyond: 'above', level: null });
  });

  test('beyond the range of the camera is said to be there', () => {
    const picture = prepared([]);
    expect(seenAt(picture, { distance: 20 }, 20).isBeyondRange).toBe(false);
    expect(seenAt(picture, { distance: 20.1 }, 20).isBeyondRange).toBe(true);
  });
});

describe('what stands between', () => {
  test('hides, and is named', () => {
    const picture = prepared([wallAt(8, { id: 7 })]);
    expect(seenAt(picture)).toMatchObject({
      hidden: 1,
      faceHidden: 1,
      hiddenBy: [testId('wall', 7)],
      level: null,
    });
    expect(seenAt(picture, { distance: 7.9 })).toMatchObject({ hidden: 0, hiddenBy: [] });
  });

  test('hides from the feet up as far as the eye sees over it', () => {
    // From 4 m over an edge of 1 m at 8 m, the plane at 10 m is hidden up to 4 − 3 · 10 / 8 = 0.25 m.
    const { hidden, faceHidden, hiddenBy, level } = seenAt(prepared([wallAt(8, { height: 1 })]));
    expect(hidden).toBeCloseTo(0.25 / 1.75, 6);
    expect(faceHidden).toBe(0);
    expect(hiddenBy).toHaveLength(1);
    expect(level?.key).toBe('observe');
  });

  test('hides as much as is in front of the person', () => {
    const half = prepared([record('wall', { a: { x: 8, y: 0 }, b: { x: 8, y: 9 }, height: 5 })]);
    expect(seenAt(half).hidden).toBeCloseTo(0.5, 6);
    // Of what hides half of the face, half is seen: that is enough.
    expect(seenAt(half).level?.key).toBe('observe');
    const more = prepared([record('wall', { a: { x: 8, y: -0.05 }, b: { x: 8, y: 9 }, height: 5 })]);
    expect(seenAt(more)).toMatchObject({ level: null });
  });

  test('hides together what neither hides alone, that which hides more first', () => {
    const left = record('wall', { id: 1, a: { x: 8, y: 0.05 }, b: { x: 8, y: 9 }, height: 5 });
    const right = record('wall', { id: 2, a: { x: 6, y: 0.06 }, b: { x: 6, y: -9 }, height: 5 });
    const { hidden, hiddenBy } = seenAt(prepared([left, right]));
    expect(hidden).toBe(1);
    expect(hiddenBy).toEqual([right.id, left.id]);
  });

  test('lets through what is seen in openings', () => {
    const passage = record('opening', { type: 'passage', offset: 10, width: 2, sill: 0, height: 4.9 });
    expect(seenAt(prepared([wallAt(8), passage])).hidden).toBe(0);
    const door = record('opening', { type: 'door', open: false, offset: 10, width: 2, sill: 0, height: 4.9 });
    expect(seenAt(prepared([wallAt(8), door])).hidden).toBe(1);
  });

  test('does not hide when it is glass', () => {
    const { hidden, level, through, density } = seenAt(prepared([wallAt(8, { material: 'glass' })]));
    expect({ hidden, level: level?.key }).toEqual({ hidden: 0, level: 'observe' });
    expect(through).toEqual([{ owner: testId('wall'), substance: 'glass' }]);
    expect(density).toBe(seenAt(prepared([])).density);
  });

  test('leaves a share of the detail when it is mesh, each time', () => {
    const open = seenAt(prepared([])).density;
    const mesh = (x: number, id: number) => wallAt(x, { id, material: 'mesh' });
    const one = seenAt(prepared([mesh(8, 1)]));
    expect(one.density).toBeCloseTo(0.7 * open, 9);
    expect(one.facePx).toBeCloseTo(0.16 * 0.7 * open, 9);
    const two = seenAt(prepared([mesh(8, 1), mesh(6, 2)]));
    expect(two.density).toBeCloseTo(0.49 * open, 9);
    expect(two.through.map(({ owner }) => owner)).toEqual([testId('wall', 2), testId('wall', 1)]);
    expect(two.level?.key).toBe('detect');
  });

  test('hides who stands in it, from above too', () => {
    const hedge = record('obstacle', { ring: rectangle(9, -1, 2, 2), height: 0.7 });
    expect(seenAt(prepared([hedge])).hidden).toBeCloseTo(0.7 / 1.75, 1);
    const far = record('obstacle', { ring: rectangle(0, -30, 40, 60), height: 0.7 });
    expect(seenAt(prepared([far]))).toMatchObject({ hidden: expect.closeTo(0.4, 6), hiddenBy: [far.id] });
  });

  test('does not hide within a building who is in it with the camera', () => {
    const hall = record('building', { ring: rectangle(-20, -20, 40, 40), height: 6 });
    expect(seenAt(prepared([hall])).hidden).toBe(0);
    expect(seenAt(prepared([hall]), { distance: 25 })).toMatchObject({ hidden: 1, hiddenBy: [hall.id] });
  });

  test('is not the wall that the camera is mounted on, but what is behind it is hidden by that', () => {
    const wall = record('wall', { a: { x: 0, y: -10 }, b: { x: 0, y: 10 }, height: 5 });
    const picture = prepared([wall], { ...eastward, at: { x: 0, y: 0 }, mountedOn: wall.id });
    expect(seenAt(picture)).toMatchObject({ hidden: 0, isBehindMount: false });
    expect(seenAt(picture, { aside: 3 })).toMatchObject({ isBehindMount: true, level: null });
  });
});

test('figures that no place has are refused in a sentence', () => {
  const picture = prepared([]);
  const question = { levels, model: 'flat', range: null, meshShare: 0.7 } as const;
  for (const distance of [Number.NaN, -1, 2001, Number.POSITIVE_INFINITY])
    expect(personFigures(picture, { distance, aside: 0 }, question)).toMatchObject({
      ok: false,
      error: { field: 'distance' },
    });
  expect(personFigures(picture, { distance: 1, aside: Number.NaN }, question).ok).toBe(false);
});

test('a lens that no camera has is refused in a sentence', () => {
  // The schema would not take it: a figure of a later format, or of a file that was not checked.
  const camera = { ...eastward, focalLengthMm: 0 };
  expect(pictureChoices(testPlan(eastward), camera, 'proposed')).toMatchObject({
    ok: false,
    error: { field: 'focalLengthMm' },
  });
});

test('of a camera that is aimed the picture is the one it is aimed at', () => {
  const camera = { ...eastward, type: 'ptz' } as const;
  const choices = granted(pictureChoices(testPlan(camera), camera, 'proposed'));
  expect(choices.countedAs).toBe('picture');
  expect(choices.pictures).toHaveLength(1);
  expect(choices.pictures[0].view).toMatchObject({ picture: 'frustum', tilt: eastward.tilt });
});

test('a place in the picture is the place of the floor that is there', () => {
  fc.assert(
    fc.property(
      fc.oneof(frustumViews, panoramaViews),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (view, across, downward) => {
        if (view.picture === 'reach') return;
        const picture = { view, mount: null, surroundings: { faces: [], bodies: [] } } as const;
        const spot = { left: across * view.widthPx, top: downward * view.heightPx };
        const place = floorAt(view, spot);
        if (!place || place.distance < 0.01) return;
        expect(place.distance).toBeLessThanOrEqual(2000);
        const answer = seenAt({ ...picture, order: prepared([]).order, leftOut: 0 }, place);
        expect(Number.isNaN(answer.density)).toBe(false);
        // Feet that are in the picture: of them at least a part is.
        if (across > 0.01 && across < 0.99 && downward > 0.01 && downward < 0.99)
          expect(answer.framed).not.toBe('outside');
      },
    ),
    settings,
  );
});

test('turned and moved with its scene, a camera has the same picture', () => {
  const scene = [
    wallAt(9, { bulge: 0.2 }),
    record('opening', { type: 'window', offset: 12, width: 2, sill: 1, height: 1 }),
    record('building', { ring: rectangle(14, -5, 6, 9), height: 7 }),
    record('obstacle', { ring: rectangle(5, -4, 2, 2), height: 1 }),
    record('fence', {
      path: [
        { x: 3, y: 4 },
        { x: 12, y: 5 },
      ],
      height: 2,
      type: 'palisade',
    }),
  ];
  const turned = { type: 'rotate', about: { x: 40, y: 7 }, angle: 1.1 } as const;
  const place = polar(0.05, 12);
  const [one, other] = [
    prepared(scene),
    prepared(
      scene.map((each) => transformRecord(each, turned)),
      transformRecord(eastward, turned),
    ),
  ];
  const [items, others] = [pictureItems(one, place), pictureItems(other, place)];
  expect(others.map((item) => [item.type, item.look])).toEqual(items.map((item) => [item.type, item.look]));
  const places = (all: typeof items) =>
    all.flatMap((item) => (item.type === 'line' ? item.points : item.rings.flat()));
  for (const [index, { left, top }] of places(items).entries()) {
    const twin = places(others)[index];
    expect(Math.hypot(left - (twin?.left ?? 0), top - (twin?.top ?? 0))).toBeLessThan(0.5);
  }
  const [figures, twins] = [seenAt(one, { distance: 12 }), seenAt(other, { distance: 12 })];
  expect(twins.hidden).toBeCloseTo(figures.hidden, 3);
  expect(twins.facePx).toBeCloseTo(figures.facePx, 3);
});
