// How every kind looks on paper, as SVG in goldens/. After an intended change of a look, look at the pictures,
// renew the files with `UPDATE=1 npm run test:visual`, and read their difference.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawRecord } from '../../core/drawing/draw-record.ts';
import { sceneOf } from '../../core/drawing/scene.ts';
import { checkIntegrity } from '../../core/plan/integrity.ts';
import { type Kind, planKinds } from '../../core/plan/kinds/index.ts';
import { kindOf } from '../../core/plan/plan.ts';
import { record, testPlan } from '../support/plan-builder.ts';
import { drawCase, drawSheet, visualCases } from './draw-case.ts';

const goldens = path.join(import.meta.dirname, 'goldens');
/** To work on, and of a campus: symbols at their full size and as dots. */
const SCALES = [200, 2000];

const kinds = Object.keys(planKinds) as Kind[];
const drawn = kinds.flatMap((kind) => {
  const records = visualCases[kind];
  return records === 'nothing' ? [] : [{ kind, records }];
});

describe('every kind', () => {
  test('has a case that shows it, or no look', () => {
    expect(Object.keys(visualCases).sort()).toEqual(kinds.toSorted());
    for (const { kind, records } of drawn) expect(records.some(({ id }) => kindOf(id) === kind)).toBe(true);
  });
});

describe.each(drawn)('$kind', ({ kind, records }) => {
  test('stands in a sound plan', () => {
    expect(checkIntegrity(testPlan(...records))).toEqual([]);
  });

  test('looks as it did', () => {
    const svg = kind === 'sheet' ? drawSheet(records) : drawCase(records, SCALES);
    const file = path.join(goldens, `${kind}.svg`);
    if (process.env.UPDATE === '1') writeFileSync(file, svg);
    expect(svg).toBe(readFileSync(file, 'utf8'));
  });
});

test.each(kinds.filter((kind) => visualCases[kind] === 'nothing'))('%s has no look', (kind) => {
  expect(drawRecord(record(kind), sceneOf(testPlan()))).toEqual([]);
});

test('every golden file belongs to a kind', () => {
  expect(readdirSync(goldens).sort()).toEqual(drawn.map(({ kind }) => `${kind}.svg`).sort());
});
