import Flatbush from 'flatbush';
import { boxOf } from '../box.ts';
import type { Point } from '../point.ts';

/**
 * Rings in groups of which none comes near another one: their boxes are apart by more than a distance.
 *
 * Each ring is in one group, as many as possible, in the order of their first rings. O(n log n) where rings
 * do not lie on each other.
 *
 * @param apart metres along each axis
 */
export function clustersOf(
  rings: readonly (readonly Point[])[],
  apart: number,
): readonly (readonly (readonly Point[])[])[] {
  const boxed = rings.flatMap((ring) => {
    const box = boxOf(ring);
    return box ? [{ ring, box }] : [];
  });
  if (boxed.length === 0) return [];
  const tree = new Flatbush(boxed.length);
  for (const { box } of boxed) tree.add(box.minX, box.minY, box.maxX, box.maxY);
  tree.finish();
  const clusters: (readonly Point[])[][] = [];
  const isTaken = new Uint8Array(boxed.length);
  const isFree = (index: number) => isTaken[index] === 0;
  for (const first of boxed.keys()) {
    if (!isFree(first)) continue;
    const cluster: (readonly Point[])[] = [];
    const waiting = [first];
    isTaken[first] = 1;
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const reached = boxed[next];
      if (!reached) continue;
      cluster.push(reached.ring);
      const { minX, minY, maxX, maxY } = reached.box;
      for (const near of tree.search(minX - apart, minY - apart, maxX + apart, maxY + apart, isFree)) {
        isTaken[near] = 1;
        waiting.push(near);
      }
    }
    clusters.push(cluster);
  }
  return clusters;
}
