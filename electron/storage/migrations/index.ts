import { firstTables } from './0001-first-tables.ts';
import { recordChecksums } from './0002-record-checksums.ts';
import { templates } from './0003-templates.ts';
import { packedJournal } from './0004-packed-journal.ts';
import { intake } from './0005-intake.ts';
import { robustUnderlays } from './0006-robust-underlays.ts';
import { planSummaries } from './0007-plan-summaries.ts';
import { unplacedPictures } from './0008-unplaced-pictures.ts';
import { lastCommits } from './0009-last-commits.ts';
import { uprightForms } from './0010-upright-forms.ts';
import type { SqlMigration } from './sql-migration.ts';

/** THE list of steps, ascending; a step that was released is never edited. */
export const sqlMigrations: readonly SqlMigration[] = [
  firstTables,
  recordChecksums,
  templates,
  packedJournal,
  intake,
  robustUnderlays,
  planSummaries,
  unplacedPictures,
  lastCommits,
  uprightForms,
];
