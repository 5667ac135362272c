import { describe, expect, test } from 'vitest';
import type { Advice } from '../../../../core/analysis/advice/advise.ts';
import type { AdviceLens, AdviceQuestion } from '../../../../core/analysis/advice/question.ts';
import { type Point, rotate } from '../../../../core/geometry/point.ts';
import { fromDegrees, normaliseAngle } from '../../../../core/units.ts';
import { advised, flatRings, guardsFor, sceneOf, wallsAround } from '../../../support/advice.ts';
import { granted } from '../../../support/plan-builder.ts';
import { at, type Piece, wall } from '../../../support/sight.ts';

const box = (x: number, y: number, width: number, depth: number): readonly Point[] => [
  at(x, y),
  at(x + width, y),
  at(x + width, y + depth),
  at(x, y + depth),
];

const lens: AdviceLens = {
  roll: 0,
  focalLengthMm: 2.8,
  sensorWidthMm: 5.568,
  sensorHeightMm: 3.132,
  widthPx: 1920,
  heightPx: 1080,
  fieldOfView: null,
  type: 'fixed',
  range: null,
  sensors: [],
  presets: [],
  tiltRange: null,
  minimumLux: null,
  infraredRange: null,
  tilts: [fromDegrees(20)],
};

/** Cameras along the inner sides of a yard, 3 m up, that must see people's faces in a part of it. */
const yard = (rest: Partial<AdviceQuestion> = {}): AdviceQuestion => ({
  scene: sceneOf(wallsAround([box(0, 0, 30, 20)])),
  buildings: [],
  zone: flatRings([box(5, 5, 20, 10)]),
  pixelsPerMetre: 62.5,
  targetHeight: 1.7,
  height: 3,
  model: null,
  atLeast: 1,
  lens,
  present: [],
  // Clockwise: the inside of the yard is on the right.
  places: { lines: [{ on: 'wall', points: box(0, 0, 30, 20).toReversed(), closed: true }], free: null },
  percent: 90,
  most: 20,
  ...rest,
});

const adviceFor = (question: AdviceQuestion): Advice => granted(advised(question).answer);

describe('guards', () => {
  test('a convex room needs one, wherever it stands', () => {
    const { cameras, percent, isEnough } = adviceFor(guardsFor([box(0, 0, 8, 5)]));
    expect(cameras).toHaveLength(1);
    expect(percent).toBeCloseTo(100, 2);
    expect(isEnough).toBe(true);
  });

  test('two rooms behind a closed wall need two', () => {
    const question = guardsFor([box(0, 0, 8, 5)]);
    const pieces = [...wallsAround([box(0, 0, 8, 5)]), wall(4, 0, 4, 5)];
    expect(adviceFor({ ...question, scene: sceneOf(pieces) }).cameras).toHaveLength(2);
  });

  test('a comb of three teeth needs three', () => {
    const comb = [
      at(0, 0),
      at(11, 0),
      at(11, 9),
      at(10, 9),
      at(10, 1),
      at(6, 1),
      at(6, 9),
      at(5, 9),
      at(5, 1),
      at(1, 1),
      at(1, 9),
      at(0, 9),
    ];
    expect(adviceFor(guardsFor([comb])).cameras).toHaveLength(3);
  });
});

describe('cameras of a yard', () => {
  const advice = adviceFor(yard());

  test('cover what was asked, each adding what is said', () => {
    expect(advice.isEnough).toBe(true);
    expect(advice.percent).toBeGreaterThanOrEqual(90);
    expect(advice.area).toBeCloseTo(200, 3);
    const added = advice.cameras.reduce((sum, { gain }) => sum + gain.percent, 0);
    expect(added).toBeCloseTo(advice.percent - advice.percentBefore, 6);
    const left = advice.left.reduce((sum, { area }) => sum + area, 0);
    expect(left + (advice.percent / 100) * advice.area).toBeCloseTo(advice.area, 1);
    for (const { gain, seen } of advice.cameras) expect(seen.area).toBeGreaterThanOrEqual(gain.area - 1e-6);
  });

  test('stand on the walls and look away from them', () => {
    for (const { place, direction } of advice.cameras) {
      const { x, y } = place.at;
      const aside = Math.min(Math.abs(x), Math.abs(x - 30), Math.abs(y), Math.abs(y - 20));
      expect(aside).toBeLessThan(1e-9);
      const turned = Math.abs(normaliseAngle(direction - (place.facing ?? Number.NaN)));
      expect(turned).toBeLessThanOrEqual(fromDegrees(75) + 1e-6);
      // Towards the middle of the yard.
      const inward = at(x + 0.1 * Math.cos(place.facing ?? 0), y + 0.1 * Math.sin(place.facing ?? 0));
      expect(inward.x > 0 && inward.x < 30 && inward.y > 0 && inward.y < 20).toBe(true);
    }
  });

  test('are the same when it is asked again', () => {
    expect(adviceFor(yard())).toEqual(advice);
  });

  test('one more never lowers the share', () => {
    const shares = [1, 2].map((most) => adviceFor(yard({ most })).percent);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares[0]).toBeGreaterThan(20);
  });

  test('are no more than may be, and it is said that it is not enough', () => {
    const { cameras, isEnough, percent } = adviceFor(yard({ most: 1, percent: 100 }));
    expect(cameras).toHaveLength(1);
    expect(percent).toBeLessThan(100);
    expect(isEnough).toBe(false);
  });

  test('those that are there count', () => {
    const [first] = advice.cameras;
    if (!first) throw new Error('No camera was proposed.');
    const { tilts: _, ...rest } = lens;
    const optics = { ...rest, at: first.place.at, height: 3, direction: first.direction, tilt: first.tilt };
    const bounds = { within: null, except: [] };
    const more = adviceFor(yard({ present: [{ optics, mount: first.place.mount, bounds }] }));
    expect(more.percentBefore).toBeCloseTo(first.gain.percent, 6);
    expect(more.cameras.length).toBeLessThan(advice.cameras.length);
    // A camera that none can be covers nothing.
    const broken = { optics: { ...optics, focalLengthMm: 0 }, mount: null, bounds };
    expect(adviceFor(yard({ present: [broken] })).percentBefore).toBe(0);
  });

  test('cover twice with at least twice as many, at different places', () => {
    const twice = adviceFor(yard({ atLeast: 2 }));
    expect(twice.isEnough).toBe(true);
    expect(twice.cameras.length).toBeGreaterThan(advice.cameras.length);
    expect(new Set(twice.cameras.map(({ place }) => place)).size).toBe(twice.cameras.length);
  });

  test('cover as much in a yard that is turned and lies far away', () => {
    const turned = (point: Point): Point => {
      const { x, y } = rotate(point, fromDegrees(33));
      return at(x + 5000, y - 3000);
    };
    const question = yard();
    const again = adviceFor({
      ...question,
      scene: sceneOf(wallsAround([box(0, 0, 30, 20).map(turned)])),
      zone: flatRings([box(5, 5, 20, 10).map(turned)]),
      places: {
        lines: [{ on: 'wall', points: box(0, 0, 30, 20).toReversed().map(turned), closed: true }],
        free: null,
      },
      most: 2,
      percent: 100,
    });
    const upright = adviceFor(yard({ most: 2, percent: 100 }));
    expect(Math.abs(again.percent - upright.percent)).toBeLessThan(5);
  });
});

describe('what cannot be reached', () => {
  const whys = (question: AdviceQuestion) => adviceFor(question).unreached.map(({ why }) => why);
  const pole = (x: number, y: number): AdviceQuestion['places'] => ({
    lines: [{ on: 'pole', points: [at(x, y)], closed: false }],
    free: null,
  });
  const open = (pieces: readonly Piece[], rest: Partial<AdviceQuestion>) =>
    yard({ scene: sceneOf(pieces), percent: 100, ...rest });

  test('lies too far away, with how far', () => {
    const { unreached } = adviceFor(
      open([], { places: pole(15, 10), zone: flatRings([box(10, 5, 60, 10)]) }),
    );
    expect(unreached[0]?.why).toBe('too-far');
    expect(unreached[0]?.at.x).toBeGreaterThan(30);
    expect(unreached[0]?.nearest).toBeGreaterThan(18);
    expect(unreached[0]?.area).toBeGreaterThan(200);
  });

  test('is hidden', () => {
    expect(
      whys(open([wall(12, 0, 12, 30)], { places: pole(10, 10), zone: flatRings([box(13, 8, 3, 4)]) })),
    ).toEqual(['hidden']);
  });

  test('lies beneath the picture', () => {
    const steep = { ...lens, tilts: [0] };
    expect(
      whys(open([], { lens: steep, places: pole(10, 10), zone: flatRings([box(9.8, 9.8, 0.4, 0.4)]) })),
    ).toEqual(['beside-picture']);
  });

  test('is reached from fewer places than are asked for', () => {
    expect(whys(open([], { atLeast: 2, places: pole(10, 10), zone: flatRings([box(13, 8, 3, 4)]) }))).toEqual(
      ['too-few'],
    );
  });

  test('is nothing where all is reached', () => {
    expect(whys(yard())).toEqual([]);
  });
});

test('a pole carries two cameras that look two ways', () => {
  const { cameras } = adviceFor(
    yard({
      scene: sceneOf([]),
      places: { lines: [{ on: 'pole', points: [at(15, 10)], closed: false }], free: null },
      zone: flatRings([box(5, 9, 20, 2)]),
      percent: 80,
    }),
  );
  expect(cameras).toHaveLength(2);
});

test('a body lower than the cameras hides what lies in it, seen from above', () => {
  const body = flatRings([box(8, 8, 4, 4)]);
  const question = yard();
  const scene = {
    ...sceneOf([
      ...wallsAround([box(0, 0, 30, 20)]),
      ...wallsAround([box(8, 8, 4, 4)]).map((piece) => ({ ...piece, low: 0, high: 2 })),
    ]),
    solids: [{ owner: 99, rings: body, height: 2 }],
  };
  const { percent } = adviceFor({ ...question, scene, percent: 100, most: 12 });
  expect(percent).toBeLessThanOrEqual(92);
  expect(percent).toBeGreaterThan(80);
});

describe('refused', () => {
  test.each([
    ['a zone that is no surface', { zone: flatRings([[at(0, 0), at(1, 1), at(2, 2)]]) }, 'no-surface'],
    ['no places', { places: { lines: [], free: null } }, 'no-places'],
    [
      'places that are all too far away',
      { places: { lines: [{ on: 'pole', points: [at(900, 900)], closed: false }], free: null } },
      'no-places',
    ],
    ['a lens that none can be', { lens: { ...lens, focalLengthMm: 0 } }, 'flaw'],
    ['a level that is met nowhere', { pixelsPerMetre: 90_000 }, 'never-meets'],
    ['a wall that is no number', { scene: sceneOf([wall(0, Number.NaN, 1, 1)]) }, 'sight'],
  ] as const)('%s', (_, rest, reason) => {
    const { answer } = advised(yard(rest));
    expect(answer.ok ? null : answer.error.reason).toBe(reason);
  });
});

test('it tells how far it is', () => {
  const { told } = advised(yard());
  const looking = told.filter(({ stage }) => stage === 'looking');
  expect(looking.map(({ done }) => done)).toEqual(looking.map((_, index) => index + 1));
  expect(looking.at(-1)?.done).toBe(looking.at(-1)?.of);
  expect(new Set(told.map(({ stage }) => stage))).toEqual(new Set(['looking', 'choosing', 'checking']));
});
