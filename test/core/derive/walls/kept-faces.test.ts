import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameSurface, keptFaces, outlineText } from '../../../../core/derive/walls/kept-faces.ts';
import { roomsIn, roomsWithin } from '../../../../core/derive/walls/rooms.ts';
import { WallNetwork } from '../../../../core/derive/walls/wall-network.ts';
import { boxOf, holdsBox } from '../../../../core/geometry/box.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { record } from '../../../support/plan-builder.ts';

type Wall = RecordOf<'wall'>;
const at = (x: number, y: number) => ({ x, y });
const wall = (id: number, a: { x: number; y: number }, b: { x: number; y: number }, thickness = 0.2) =>
  record('wall', { id, a, b, thickness });
const house = (x: number) => [
  wall(1, at(x, 0), at(x + 6, 0)),
  wall(2, at(x + 6, 0), at(x + 6, 4)),
  wall(3, at(x + 6, 4), at(x, 4)),
  wall(4, at(x, 4), at(x, 0)),
];

describe('the faces of areas after their walls changed', () => {
  const [room] = roomsWithin(house(0)) ?? [];
  const area = record('area', { ring: room?.ring ?? [], holes: [], follows: 'walls' });
  const faceAmong = (walls: readonly Wall[]) =>
    keptFaces([{ before: area, after: area }], {
      before: WallNetwork.of(house(0)),
      next: WallNetwork.of(walls),
    }).get(area.id);

  test('are where the walls are now', () => {
    const [moved] = roomsWithin(house(50)) ?? [];
    expect(outlineText(faceAmong(house(50)) ?? { ring: [], holes: [] })).toBe(outlineText(moved ?? area));
  });

  test('are none where a room was moved away and divided at once', () => {
    expect(faceAmong([...house(50), wall(5, at(53, 0), at(53, 4))])).toBeNull();
  });
});

const outlines = (rooms: ReturnType<typeof roomsWithin>) => (rooms ?? []).map(outlineText).toSorted();

describe('the rooms in a box', () => {
  /*   thick walls    \\            their sharp corner reaches through the thin wall into the room, though
   *   beside a room    >--|  room  they themselves end beside it
   *                  //            */
  test('have the corners of walls that end outside of it', () => {
    // Their bodies lie on the outside of the corner.
    const sharp = [
      record('wall', { id: 11, a: at(-6, 3.783), b: at(-1.1, 2), thickness: 0.6, alignment: 'left' }),
      record('wall', { id: 12, a: at(-1.1, 2), b: at(-6, 0.217), thickness: 0.6, alignment: 'left' }),
    ];
    const walls = [...house(0), ...sharp];
    const whole = roomsWithin(walls) ?? [];
    expect(whole[0]?.ring.length).toBeGreaterThan(4);
    const box = boxOf(whole[0]?.ring ?? []);
    expect(box && outlines(roomsIn(WallNetwork.of(walls), box))).toEqual(outlines(whole));
  });

  const place = fc.record({ x: fc.integer({ min: 0, max: 6 }), y: fc.integer({ min: 0, max: 6 }) });
  const line = fc
    .tuple(place, place, fc.constantFrom(0.1, 0.2, 0.4))
    .filter(([a, b]) => a.x !== b.x || a.y !== b.y);

  test('are those of the whole floor that lie in it', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 6, maxLength: 16 }), place, place, (lines, from, to) => {
        const scaled = ({ x, y }: { x: number; y: number }) => at(x * 3, y * 3);
        const walls = lines.map(([a, b, thickness], index) =>
          wall(index + 1, scaled(a), scaled(b), thickness),
        );
        const box = boxOf([scaled(from), scaled(to)]);
        if (!box) return;
        const inside = roomsWithin(walls)?.filter(({ ring }) => holdsBox(box, boxOf(ring) ?? box)) ?? [];
        const found = roomsIn(WallNetwork.of(walls), box) ?? [];
        // A slanted corner may be rounded to the next millimetre where other walls are united with it.
        expect(found).toHaveLength(inside.length);
        for (const room of inside) expect(found.some((each) => isSameSurface(each, room))).toBe(true);
      }),
      { seed: 20_261_130, numRuns: 40 },
    );
  });
});
