import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elevationsOf } from '../../../../core/analysis/image/elevations.ts';
import type { PicturePlace } from '../../../../core/analysis/image/picture-place.ts';
import type { Place, View } from '../../../../core/analysis/image/view.ts';
import type { PictureItem } from '../../../../core/analysis/picture/picture-item.ts';
import { type PreparedPicture, pictureItems } from '../../../../core/analysis/picture/picture-items.ts';
import type { Surroundings } from '../../../../core/analysis/picture/standing-faces.ts';
import { isInRing } from '../../../../core/geometry/polygon.ts';
import { kindOf } from '../../../../core/plan/plan.ts';
import { record } from '../../../support/plan-builder.ts';
import { isSound } from '../image/cameras.ts';
import { eastward, prepared, rectangle } from './scenes.ts';

type Ray = Place;

/** The direction of a place of a picture in the frame of the camera. */
function rayAt(view: View, { left, top }: PicturePlace): Ray {
  const [across, down] = [left / view.widthPx, top / view.heightPx];
  if (view.picture === 'panorama') {
    const { from, to } = elevationsOf(view);
    const below = from + (to - from) * down;
    const azimuth = view.fieldOfView.horizontal * (0.5 - across);
    return {
      x: Math.cos(below) * Math.cos(azimuth),
      y: Math.cos(below) * Math.sin(azimuth),
      z: -Math.sin(below),
    };
  }
  if (view.picture === 'reach') throw new Error('A reach is no picture.');
  const [x, y] = [(2 * across - 1) * view.halfWidth, (1 - 2 * down) * view.halfHeight];
  const [cos, sin] = [Math.cos(view.direction), Math.sin(view.direction)];
  const ray = {
    x: view.forward.x + x * view.right.x + y * view.up.x,
    y: view.forward.y + x * view.right.y + y * view.up.y,
    z: view.forward.z + x * view.right.z + y * view.up.z,
  };
  return { x: cos * ray.x + sin * ray.y, y: cos * ray.y - sin * ray.x, z: ray.z };
}

/** What the ray meets first, the slow and obvious way: every face and top, and the ground. Several where they coincide. */
function metBy(ray: Ray, height: number, { faces, bodies }: Surroundings): string {
  const met = [ray.z < 0 ? { at: -height / ray.z, what: 'ground' } : { at: 1e9, what: 'sky' }];
  const meet = (at: number, what: string) => {
    if (at > 1e-9) met.push({ at, what });
  };
  for (const { a, b, low, high, owner, substance } of faces) {
    if (substance !== 'solid') continue;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const across = ray.x * dy - ray.y * dx;
    const at = (a.x * dy - a.y * dx) / across;
    const along = (a.x * ray.y - a.y * ray.x) / across;
    const z = height + at * ray.z;
    if (along >= 0 && along <= 1 && z >= low && z <= high) meet(at, kindOf(owner));
  }
  for (const { rings, height: top, owner } of bodies) {
    const at = (top - height) / ray.z;
    // From beneath, as from within a building, tops are not painted: a picture has no ceilings.
    if (top < height && isInRing({ x: at * ray.x, y: at * ray.y }, rings[0] ?? [])) meet(at, kindOf(owner));
  }
  const nearest = Math.min(...met.map(({ at }) => at));
  const first = met.filter(({ at }) => at <= nearest * (1 + 1e-6)).map(({ what }) => what);
  return [...new Set(first)].sort().join(' or ');
}

function paintedAt(items: readonly PictureItem[], { left, top }: PicturePlace): string {
  const found = items.findLast(
    (item) =>
      item.type === 'surface' &&
      item.look !== 'glass' &&
      item.look !== 'mesh' &&
      item.rings.some((ring) =>
        isInRing(
          { x: left, y: top },
          ring.map((place) => ({ x: place.left, y: place.top })),
        ),
      ),
  );
  return found?.look ?? 'nothing';
}

const coordinate = fc.double({ min: -14, max: 14, noNaN: true });
const spot = fc.record({ x: coordinate, y: coordinate });
const top = fc.double({ min: 0.3, max: 6, noNaN: true });
const walls = fc.tuple(spot, spot, top).map(([a, b, height]) => ({ a, b, height }));
const boxes = fc.tuple(spot, fc.double({ min: 0.5, max: 6, noNaN: true }), top);

const scenes = fc
  .tuple(
    fc.array(walls, { maxLength: 6 }),
    fc.array(boxes, { maxLength: 4 }),
    fc.array(boxes, { maxLength: 3 }),
  )
  .map(([lines, low, high]) => [
    ...lines.flatMap(({ a, b, height }, id) =>
      Math.hypot(a.x - b.x, a.y - b.y) < 0.5 ? [] : [record('wall', { id: id + 1, a, b, height })],
    ),
    ...low.map(([at, size, height], id) =>
      record('obstacle', { id: id + 1, ring: rectangle(at.x, at.y, size, size), height }),
    ),
    ...high.map(([at, size, height], id) =>
      record('building', { id: id + 1, ring: rectangle(at.x, at.y, size, size * 1.3), height }),
    ),
  ]);

const cameras = fc
  .record({
    at: spot,
    direction: fc.double({ min: -3, max: 3, noNaN: true }),
    height: fc.double({ min: 0.5, max: 7, noNaN: true }),
    tilt: fc.double({ min: -0.3, max: 1.5, noNaN: true }),
    roll: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
  })
  .map((fields) => ({ ...eastward, ...fields }));

const round = fc
  .tuple(
    cameras,
    fc.double({ min: 3.2, max: 6.28, noNaN: true }),
    fc.double({ min: 0.4, max: 3.1, noNaN: true }),
  )
  .map(([camera, horizontal, vertical]) => ({
    ...camera,
    type: 'panoramic' as const,
    fieldOfView: { horizontal, vertical },
  }));

/** Places of a picture whose neighbours all see the same: not at an edge of anything. */
function clearPlaces(picture: PreparedPicture, reach: number) {
  const { view, surroundings } = picture;
  const met = (place: PicturePlace) => metBy(rayAt(view, place), view.height, surroundings);
  return Array.from({ length: 60 }, (_, index) => ({
    left: view.widthPx * ((index * 0.618_034 + 0.5) % 1),
    top: view.heightPx * ((index * 0.754_878 + 0.5) % 1),
  })).flatMap((place) => {
    const what = met(place);
    const around = [-reach, 0, reach].flatMap((x) =>
      [-reach, 0, reach].map((y) => met({ left: place.left + x, top: place.top + y })),
    );
    return around.every((each) => each === what) ? [{ place, what }] : [];
  });
}

const agree = (reach: number) => (scene: Parameters<typeof prepared>[0], camera: typeof eastward) => {
  const picture = prepared(scene, camera);
  const items = pictureItems(picture, null);
  expect(isSound(items)).toBe(true);
  for (const { place, what } of clearPlaces(picture, reach))
    expect(what.split(' or '), JSON.stringify(place)).toContain(paintedAt(items, place));
};

test('a picture shows at each place what a ray from the lens meets first', () => {
  fc.assert(fc.property(scenes, cameras, agree(3)), { seed: 7, numRuns: 250 });
});

test('a panorama does, too', () => {
  fc.assert(fc.property(scenes, round, agree(6)), { seed: 8, numRuns: 120 });
});

test('axes stay where they are: what is ahead is in the middle, what is to the left is left', () => {
  const pole = (x: number, y: number) => [record('obstacle', { ring: rectangle(x, y, 0.2, 0.2), height: 1 })];
  const middleOf = (scene: ReturnType<typeof pole>) => {
    const item = pictureItems(prepared(scene), null).findLast((each) => each.type === 'surface');
    const places = item?.type === 'surface' ? item.rings.flat() : [];
    return places.reduce((sum, { left }) => sum + left, 0) / places.length;
  };
  expect(middleOf(pole(10, -0.1))).toBeCloseTo(960, -1);
  expect(middleOf(pole(10, 2))).toBeLessThan(900);
});

test('the person is painted behind what is nearer and over what is farther', () => {
  const scene = [
    record('wall', { id: 1, a: { x: 8, y: -9 }, b: { x: 8, y: 9 }, height: 1 }),
    record('wall', { id: 2, a: { x: 12, y: -9 }, b: { x: 12, y: 9 }, height: 3 }),
  ];
  const looks = pictureItems(prepared(scene), { x: 10, y: 0 })
    .filter(({ type }) => type === 'surface')
    .map(({ look }) => look);
  expect(looks.slice(0, 2)).toEqual(['sky', 'ground']);
  expect(looks.at(2)).toBe('wall');
  expect(looks.at(-1)).toBe('wall');
  expect(looks.filter((look) => look === 'clothes').length).toBeGreaterThan(0);
});

test('a person who stands in a wall is painted on the side that is seen', () => {
  const wall = record('wall', { a: { x: 8, y: -9 }, b: { x: 12, y: 9 }, height: 3 });
  const picture = prepared([wall]);
  const items = pictureItems(picture, { x: 10, y: 0 });
  const wallAt = items.findIndex(({ look }) => look === 'wall');
  const clothes = items.flatMap(({ look }, index) => (look === 'clothes' ? [index] : []));
  expect(clothes.some((index) => index < wallAt) && clothes.some((index) => index > wallAt)).toBe(true);
});

test('what is too much to be painted is left out from the farthest on, and counted', () => {
  const scene = Array.from({ length: 3000 }, (_, id) =>
    record('wall', {
      id: id + 1,
      a: { x: 5 + id * 0.01, y: -1 },
      b: { x: 5 + id * 0.01, y: 1 },
      height: 2,
    }),
  );
  const picture = prepared(scene);
  expect(picture.leftOut).toBe(500);
  expect(prepared(scene.slice(0, 100)).leftOut).toBe(0);
});

test('walls that all cross each other are left out until what remains can be cut', () => {
  const scene = Array.from({ length: 400 }, (_, id) => {
    const angle = (Math.PI * id) / 400;
    const [x, y] = [4 * Math.cos(angle), 4 * Math.sin(angle)];
    const middle = { x: 20 + Math.sin(id * 12.9898) * 3, y: Math.cos(id * 78.233) * 3 };
    return record('wall', {
      id: id + 1,
      a: { x: middle.x - x, y: middle.y - y },
      b: { x: middle.x + x, y: middle.y + y },
      height: 2,
    });
  });
  const { leftOut, order } = prepared(scene);
  expect(leftOut).toBeGreaterThan(0);
  expect(order.parts).toBeLessThanOrEqual(12_000);
});
