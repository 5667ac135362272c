import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledTemplate, templateKeys } from '../../core/catalogue/templates.ts';
import { readClipboard } from '../../core/codec/clipboard.ts';
import { fragmentPicture } from '../../core/drawing/fragment-picture.ts';
import { insertFragment } from '../../core/operations/fragment/insert-fragment.ts';
import { applyDiff, samePlan } from '../../core/plan/diff.ts';
import { checkIntegrity } from '../../core/plan/integrity.ts';
import { allRecords, isPlaced } from '../../core/plan/plan.ts';
import { invertDiff } from '../../core/records/diff.ts';
import { templateTexts } from '../../scripts/templates/index.ts';
import { firstLayer, granted, idSource, siteFloor, testPlan } from '../support/plan-builder.ts';

const folder = path.resolve(import.meta.dirname, '../../resources/templates');
const fragmentOf = (key: (typeof templateKeys)[number]) => granted(readClipboard(bundledTemplate(key)));

test('the shipped templates are what their script makes: run scripts/make-templates.ts after a change', () => {
  const made = templateTexts();
  expect(Object.keys(made)).toEqual([...templateKeys]);
  for (const key of templateKeys)
    expect(readFileSync(path.join(folder, `${key}.json`), 'utf8')).toBe(made[key]);
});

describe.each(templateKeys)('%s', (key) => {
  test('is one group of tagged devices', () => {
    const { records, groups } = fragmentOf(key);
    expect(groups.length).toBe(1);
    expect(records.every(({ group }) => group === groups[0]?.id)).toBe(true);
    const devices = records.filter((record) => 'device' in record);
    expect(devices.length).toBeGreaterThan(8);
    expect(devices.filter(({ tag }) => tag === null)).toEqual([]);
  });

  test('has a picture with lines and no words', () => {
    const items = fragmentPicture(fragmentOf(key), { widthMm: 36, heightMm: 27 })?.groups[0]?.items ?? [];
    expect(items.length).toBeGreaterThan(15);
    expect(items.filter(({ type }) => type === 'text')).toEqual([]);
  });

  test('goes into a plan twice at any place and turn: sound, tags unique, and undone exactly', () => {
    const fragment = fragmentOf(key);
    const place = fc.record({
      at: fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) }),
      angle: fc.double({ min: -4, max: 4, noNaN: true }),
    });
    const insert = (
      plan: ReturnType<typeof testPlan>,
      first: number,
      to: { at: { x: number; y: number }; angle: number },
    ) =>
      granted(
        insertFragment(plan, fragment, { to, floor: siteFloor, layer: firstLayer, newId: idSource(first) }),
      );
    fc.assert(
      fc.property(place, place, (one, other) => {
        const empty = testPlan();
        const once = applyDiff(empty, insert(empty, 1000, one).diff);
        const { diff, ids, released } = insert(once, 5000, other);
        const twice = applyDiff(once, diff);
        const tags = [...allRecords(twice)].flatMap((record) =>
          isPlaced(record) && record.tag !== null ? [record.tag] : [],
        );
        return (
          checkIntegrity(twice).length === 0 &&
          released === 0 &&
          ids.length === fragment.records.length &&
          new Set(tags).size === tags.length &&
          samePlan(applyDiff(twice, invertDiff(diff)), once)
        );
      }),
      { seed: 20_261_124, numRuns: 15 },
    );
  });
});
