import { parseBounded, planJsonLimits } from '../bounded-json.ts';
import { err, ok, type Result } from '../result.ts';
import { FORMAT, migratePlan } from './format.ts';
import { checkIntegrity, describeProblem } from './integrity.ts';
import { type PlanRecord, planKinds } from './kinds/index.ts';
import { parseRecord } from './parse-record.ts';
import { allRecords, kindOf, type Plan, planOf } from './plan.ts';
import { planLimits, recordsWithinLimits } from './plan-limits.ts';

/** Why a text or a value is not a plan; `record` is the id as written where one record is to blame. */
export type PlanJsonError = {
  readonly reason:
    | 'too-large'
    | 'not-json'
    | 'too-new'
    | 'migration-failed'
    | 'not-a-plan'
    | 'invalid-records'
    | 'broken-references';
  readonly record: string | null;
  readonly message: string;
};

/**
 * The plan as text, the same for equal plans: records by id (and so by kind), one a line, the fields
 * of a record in the order of its schema, those within a field by name, a newline at the end.
 */
export function planToJson(plan: Plan): string {
  const records = [...allRecords(plan)].sort((first, second) => (first.id < second.id ? -1 : 1));
  const lines = records.map((record) => JSON.stringify(orderedRecord(record)));
  return `{"records":[\n${lines.join(',\n')}\n]}\n`;
}

function orderedRecord(record: PlanRecord): Record<string, unknown> {
  const fields: Record<string, unknown> = record;
  const names = Object.keys(planKinds[kindOf(record.id)].schema.shape);
  return Object.fromEntries(names.map((name) => [name, ordered(fields[name])]));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([first], [second]) => (first < second ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, ordered(inner)]));
}

/** The plan in a text that `planToJson` of this or an older format wrote. The text is not trusted. */
export function parsePlanText(text: string, format: number): Result<Plan, PlanJsonError> {
  if (text.length > planLimits.bytes)
    return refuse('too-large', 'The plan is larger than this program reads.');
  const json = parseJson(text);
  if (!json.ok) return json;
  const listed = recordsIn(json.value);
  if (!listed) return refuse('not-a-plan', 'The plan has no list of records.');
  const migrated = migratePlan(format, listed);
  if (migrated.ok) return parsePlanJson({ records: migrated.value });
  return migrated.error === 'too-new'
    ? refuse(
        'too-new',
        `The plan is of format ${format}; this program reads up to ${FORMAT}. Use a newer one.`,
      )
    : refuse('migration-failed', `The plan of format ${format} could not be brought to format ${FORMAT}.`);
}

function parseJson(text: string): Result<unknown, PlanJsonError> {
  const json = parseBounded(text, planJsonLimits);
  if (json.ok) return json;
  const { reason, what } = json.error;
  return refuse(reason === 'not-json' ? 'not-json' : 'too-large', `The plan ${what}.`);
}

const recordsIn = (json: unknown): readonly unknown[] | null =>
  typeof json === 'object' && json !== null && 'records' in json && Array.isArray(json.records)
    ? json.records
    : null;

/** The plan in a value of today's format: every record parsed by its schema, then the integrity rules. */
export function parsePlanJson(json: unknown): Result<Plan, PlanJsonError> {
  const listed = recordsIn(json);
  if (!listed) return refuse('not-a-plan', 'The plan has no list of records.');
  if (listed.length > planLimits.records) {
    return refuse(
      'too-large',
      `The plan has more than ${planLimits.records.toLocaleString('en-US')} records.`,
    );
  }
  const records = parseRecords(listed);
  return records.ok ? checkedPlan(records.value) : records;
}

/** The records in a list of today's format, each parsed by its schema, or why one of them is none. */
export function parseRecords(values: readonly unknown[]): Result<readonly PlanRecord[], PlanJsonError> {
  const records: PlanRecord[] = [];
  const ids = new Set<string>();
  for (const value of values) {
    const parsed = parseRecord(value);
    if (!parsed.ok) return refuse('invalid-records', parsed.error.message, parsed.error.record);
    const { id } = parsed.value;
    if (ids.has(id)) return refuse('invalid-records', `There are two records with the id ${id}.`, id);
    ids.add(id);
    records.push(parsed.value);
  }
  return ok(records);
}

/** The plan of parsed records, or why they are too many or the integrity rules do not hold between them. */
export function checkedPlan(records: readonly PlanRecord[]): Result<Plan, PlanJsonError> {
  const size = recordsWithinLimits(records);
  if (!size.ok) return refuse('too-large', size.error.message);
  const plan = planOf(records);
  const [problem] = checkIntegrity(plan);
  return problem ? refuse('broken-references', describeProblem(problem), problem.record) : ok(plan);
}

function refuse(
  reason: PlanJsonError['reason'],
  message: string,
  record: string | null = null,
): Result<never, PlanJsonError> {
  return err({ reason, record, message });
}
