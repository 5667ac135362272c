import { expect, test } from 'vitest';
import { attachmentSql } from '../../../electron/storage/attachment-repository.ts';
import { journalSql } from '../../../electron/storage/journal/journal-repository.ts';
import { intakeSql } from '../../../electron/storage/plan-intake.ts';
import { planSql } from '../../../electron/storage/plan-statements.ts';
import { summarySql } from '../../../electron/storage/summaries/plan-summaries.ts';
import { uprightSql } from '../../../electron/storage/upright-forms.ts';
import { testDatabase } from '../../support/temporary-store.ts';

/** Sites and plans are few, plans that are coming in one, pictures that no plan has named a handful. */
const SMALL_TABLE = [
  'siteByName',
  'unfinished',
  'ended',
  'clearSite',
  'unplaced',
  'placeAll',
  'unfinishedPicture',
  'all',
];

const statements = [planSql, journalSql, attachmentSql, intakeSql, summarySql, uprightSql]
  .flatMap((sql) => Object.entries(sql))
  .filter(([name]) => !SMALL_TABLE.includes(name));

function stepsOf(sql: string): string[] {
  const { db } = testDatabase();
  const plain = sql.replaceAll(/@\w+/g, "'x'").replaceAll('?', "'x'");
  return db
    .prepare(`EXPLAIN QUERY PLAN ${plain}`)
    .all()
    .map((row) => (row as { detail: string }).detail);
}

test.each(statements)('%s reads no table from end to end and sorts nothing it need not', (name, sql) => {
  const steps = stepsOf(sql);
  expect(
    steps.filter((step) => step.startsWith('SCAN') && !/left-most|record_underlay|CONSTANT ROW/.test(step)),
  ).toEqual([]);
  // Plans of one site are few; nothing else may be sorted after it was found.
  if (name !== 'list') expect(steps.filter((step) => step.includes('TEMP B-TREE FOR ORDER BY'))).toEqual([]);
});

test('records of a plan come in their order from the index', () => {
  expect(stepsOf(planSql.records)).toEqual(['SEARCH record USING INDEX record_by_plan (plan_id=?)']);
});

test('the records of a part of a plan are side by side in the index of their ids', () => {
  const search = 'SEARCH record USING COVERING INDEX sqlite_autoindex_record_1 (plan_id=? AND id>? AND id<?)';
  expect(stepsOf(summarySql.partSize)).toEqual([search]);
  expect(stepsOf(summarySql.part)).toEqual([search.replace('COVERING ', '')]);
});

test('underlays are found by an index of their own', () => {
  expect(stepsOf(attachmentSql.inRecord).some((step) => step.includes('record_underlay'))).toBe(true);
});

test('which steps undo can take is read from an index alone', () => {
  expect(stepsOf(journalSql.commits)).toEqual([
    'SEARCH change USING COVERING INDEX change_outline (plan_id=? AND seq>?)',
  ]);
});

test('parts that nobody finished are looked for without reading their bytes', () => {
  expect(stepsOf(intakeSql.clearParts)).toContainEqual(
    expect.stringMatching(/^SEARCH attachment_part USING COVERING INDEX/),
  );
});
