import { crc32 } from 'node:zlib';
import type Database from 'better-sqlite3';
import type { PlanRecord } from '../../core/plan/kinds/index.ts';
import { allRecords, type Plan, planOf } from '../../core/plan/plan.ts';
import { figuresOf, tallyOf } from '../../core/plan/tally.ts';
import { PlanSummaries } from '../../electron/storage/summaries/plan-summaries.ts';

type PlanFacts = { readonly version: number; readonly format: number; readonly updated_at: string };
type BoxRow = { readonly part: string } & Readonly<Record<'minX' | 'minY' | 'maxX' | 'maxY', number>>;

const BOXES = `SELECT part, min_x AS minX, min_y AS minY, max_x AS maxX, max_y AS maxY FROM plan_box
  WHERE plan_id = ? ORDER BY part`;

function storedPlan(db: Database.Database, id: string): Plan {
  const bodies = db
    .prepare<[string], string>('SELECT body FROM record WHERE plan_id = ? ORDER BY seq')
    .pluck()
    .all(id);
  return planOf(bodies.map((body) => JSON.parse(body) as PlanRecord));
}

/** What is kept of a plan, and what it has to be: counted from nothing, of what lies in the rows. */
export function keptFigures(db: Database.Database, id: string) {
  const plan = storedPlan(db, id);
  const now = db.prepare<[string], PlanFacts>('SELECT * FROM plan WHERE id = ?').get(id);
  const { format, updated_at: changedAt } = now ?? {};
  const boxes = db.prepare<[string], BoxRow>(BOXES).all(id);
  const version = db.prepare('SELECT version FROM plan_summary WHERE plan_id = ?').pluck().get(id);
  const { boxes: wanted } = tallyOf(allRecords(plan));
  return {
    kept: {
      known: new PlanSummaries(db).known(id),
      version,
      boxes: boxes.map(({ part, ...box }) => [part, box]),
    },
    counted: {
      known: { ...figuresOf(plan), format, changedAt },
      version: now?.version,
      boxes: [...wanted].sort(([first], [second]) => (first < second ? -1 : 1)),
    },
  };
}

/** Writes other figures into the row of a plan, as a program would that keeps them. */
export function writeFigures(
  db: Database.Database,
  id: string,
  change: (figures: Record<string, unknown>) => void,
): void {
  const row = db
    .prepare<[string], Record<'version' | 'format', number> & Record<'changed_at' | 'figures', string>>(
      'SELECT version, format, changed_at, figures FROM plan_summary WHERE plan_id = ?',
    )
    .get(id);
  if (!row) throw new Error(`${id} has no row`);
  const figures = JSON.parse(row.figures) as Record<string, unknown>;
  change(figures);
  const text = JSON.stringify(figures);
  const checksum = crc32([row.version, row.format, row.changed_at, text].join('\n'));
  db.prepare('UPDATE plan_summary SET figures = ?, checksum = ? WHERE plan_id = ?').run(text, checksum, id);
}
