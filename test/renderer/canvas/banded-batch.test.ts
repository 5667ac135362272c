import { expect, test } from 'vitest';
import { BandedBatch } from '../../../renderer/canvas/drawings/banded-batch.ts';
import { leastMs, noise } from '../../support/cpu-time.ts';
import { testId } from '../../support/plan-builder.ts';

const everywhere = { minX: -1e9, minY: -1e9, maxX: 1e9, maxY: 1e9 };

test('records of as many orders as there are records are put in bands in bounded time', () => {
  const records = Array.from({ length: 10_000 }, (_, order) => ({ id: testId('post', order + 1), order }));
  const most = 400 * noise();
  const work = () => {
    const batch = new BandedBatch(records, () => null);
    for (const { id } of records) batch.touch(id);
    for (const { id, order } of records) batch.add({ id, order: order + 1 });
    for (const { id } of records) batch.remove(id);
  };
  expect(leastMs(work, most)).toBeLessThan(most);
});

test('a record is drawn in the band of its order alone', () => {
  const asked: string[] = [];
  const batch = new BandedBatch([], (id) => {
    asked.push(id);
    return null;
  });
  const draw = () => {
    asked.length = 0;
    for (const _ of batch.chunksIn(everywhere, false, null));
    return [...asked];
  };
  const [one, two] = [testId('post', 1), testId('post', 2)];
  batch.add({ id: one, order: 1 });
  batch.add({ id: two, order: 2 });
  expect(draw()).toEqual([one, two]);
  batch.add({ id: one, order: 3 });
  expect(draw()).toEqual([one]);
  batch.touch(two);
  expect(draw()).toEqual([two]);
  batch.remove(one);
  batch.touch(one);
  batch.touch(two);
  expect(draw()).toEqual([two]);
});
