import { constants } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_PAGED } from '../../../../core/contract/shapes.ts';
import type { PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { textSizeOf } from '../../../../core/plan/parts/text-size.ts';
import { allRecords, type Plan } from '../../../../core/plan/plan.ts';
import { planToJson } from '../../../../core/plan/plan-json.ts';
import { cornersOf, growthOf, planLimits } from '../../../../core/plan/plan-limits.ts';
import { PageWriter } from '../../../../core/records/packed-change.ts';
import { archiveLimits } from '../../../../electron/files/plan-archive.ts';
import { record } from '../../../support/plan-builder.ts';
import { walksOf } from '../../../support/random/walks.ts';

const walks = walksOf(20_261_129, { count: 12, length: 120 });
const bytesOf = (text: string) => Buffer.byteLength(text);
const counted = (plan: Plan) => [...allRecords(plan)].reduce((sum, each) => sum + textSizeOf(each), 0);

test('words count as JSON writes them in UTF-8, whatever their letters', () => {
  const sizeWith = (notes: string) => textSizeOf({ ...record('post', {}), notes });
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', '"', '\\', '\n', '\u0001', '\u007f', 'é', '階', '🚧', '\ud83d'),
      }),
      (notes) => {
        expect(sizeWith(notes) - sizeWith('')).toBe(bytesOf(JSON.stringify(notes)) - 2);
      },
    ),
  );
});

test('a plan never has more bytes as text than it counts for', () => {
  for (const { end } of walks) expect(bytesOf(planToJson(end))).toBeLessThanOrEqual(counted(end));
});

test('the longest corners, and numbers of any length, are within what they count for', () => {
  const far = Array.from({ length: 50 }, (_, at) => ({ x: -999_999.999 + at * 1e-3, y: -999_999.999 }));
  for (const each of [
    record('area', { ring: far, holes: [far, far] }),
    record('camera', { at: { x: -999_999.999, y: 1e6 }, direction: -1.234567, cost: 1e12 / 7 }),
    record('dimension', {
      anchors: [
        {
          type: 'attached',
          record: `coverageZone:${record('post', {}).id.slice(5)}`,
          place: { type: 'edge', index: 1_000_000, share: 0.123_456 },
        },
        { type: 'free', at: { x: -999_999.999, y: -999_999.999 } },
      ],
    }),
    record('settings', { origin: { lon: -1000 / 7, lat: 1e-7 / 3 } }),
  ])
    expect(bytesOf(JSON.stringify(each))).toBeLessThanOrEqual(textSizeOf(each));
});

test('the growth of a change is the difference of its records', () => {
  for (const { diff } of walks.flatMap(({ steps }) => steps))
    for (const { before, after } of diff.values()) {
      const more = (sizeOf: (each: PlanRecord) => number) =>
        (after ? sizeOf(after) : 0) - (before ? sizeOf(before) : 0);
      expect(growthOf([{ before, after }])).toEqual({
        records: more(() => 1),
        pictures: more(({ id }) => (id.startsWith('underlay:') ? 1 : 0)),
        corners: more(cornersOf),
        bytes: more(textSizeOf),
      });
    }
});

test('fields that only one of two records has count for it', () => {
  const { ring, ...rest } = record('area', {});
  const before = { ...rest, was: ring } as unknown as PlanRecord;
  const after = { ...rest, ring, is: 'words', more: [1, 2, 3] } as unknown as PlanRecord;
  for (const [from, to] of [
    [before, after],
    [after, before],
  ] as const)
    expect(growthOf([{ before: from, after: to }])).toEqual({
      records: 0,
      pictures: 0,
      corners: cornersOf(to) - cornersOf(from),
      bytes: textSizeOf(to) - textSizeOf(from),
    });
});

test('the pages of a commit are no longer than its records count for before and after', () => {
  for (const { diff } of walks.flatMap(({ steps }) => steps)) {
    const writer = new PageWriter();
    let most = 2;
    for (const change of diff.values()) {
      writer.add(change);
      for (const each of [change.before, change.after]) most += each ? textSizeOf(each) : 0;
    }
    const paged = writer.end().join('\n');
    expect(bytesOf(paged)).toBeLessThanOrEqual(most);
  }
});

// With the two before: what is within the limit of a plan is exported, read again, and saved by any edit of it.
test('what a plan may be goes into one part of a plan file, and twice into the pages of a commit', () => {
  expect(archiveLimits.entryBytes).toBeGreaterThanOrEqual(planLimits.bytes);
  expect(MOST_PAGED).toBeGreaterThanOrEqual(2 * planLimits.bytes);
  expect(MOST_PAGED).toBeLessThan(constants.MAX_STRING_LENGTH);
});
