import { boxOf } from './box.ts';
import type { Point } from './point.ts';

/**
 * Things in an order in which those that follow one another lie near each other: by square tiles of about
 * `many` things each, row after row, there and back. O(n).
 *
 * @param many at least 1
 */
export function inNeighbourhoods<T>(
  things: readonly T[],
  placeOf: (thing: T) => Point,
  many: number,
): readonly T[] {
  const places = things.map(placeOf);
  const box = boxOf(places);
  if (!box || things.length <= many) return things;
  const [width, height] = [box.maxX - box.minX, box.maxY - box.minY];
  const share = many / things.length;
  // Of what lies along a line a tile is a part of the line.
  const side = Math.max(Math.sqrt(width * height * share), Math.max(width, height) * share);
  if (side === 0) return things;
  const [columns, rows] = [tilesAlong(width, side), tilesAlong(height, side)];
  const tiles = new Map<number, T[]>();
  things.forEach((thing, index) => {
    const { x, y } = places[index] ?? { x: 0, y: 0 };
    const row = Math.min(Math.floor((y - box.minY) / side), rows - 1);
    const column = Math.min(Math.floor((x - box.minX) / side), columns - 1);
    const number = row * columns + (row % 2 === 0 ? column : columns - 1 - column);
    const tile = tiles.get(number);
    if (tile) tile.push(thing);
    else tiles.set(number, [thing]);
  });
  return [...tiles].sort(([one], [other]) => one - other).flatMap(([, tile]) => tile);
}

const tilesAlong = (length: number, side: number) => Math.max(Math.ceil(length / side), 1);
