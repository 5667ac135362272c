import type Database from 'better-sqlite3';
import { formats } from '../../../core/plan/format.ts';
import { jsonOf } from '../../../core/records/packed-change.ts';
import { partOfRows, type RecordRow } from '../plan-rows.ts';
import { planSql } from '../plan-statements.ts';
import { PlanSummaries } from '../summaries/plan-summaries.ts';

/** What is noted of what a database lists: of each plan what its row says, of each site its name; by their ids. */
export type Listed = {
  readonly plans: Readonly<
    Record<
      string,
      { readonly name: string; readonly version: number; readonly site: string; readonly records: number }
    >
  >;
  readonly sites: Readonly<Record<string, string>>;
};

const NOTHING: Listed = { plans: {}, sites: {} };

/** Where a plan goes whose site nobody knows; a cleaned copy has it too. */
const NO_SITE = 'recovered';
export const SITE_NAME = 'Recovered site';
const PLAN_NAME = 'Recovered plan';

/** The ids of a column of a table, one index look each: most rows have the same. */
const idsIn = (table: 'record' | 'change'): string => `WITH RECURSIVE found (id) AS (
    SELECT min(plan_id) FROM ${table}
    UNION ALL SELECT (SELECT min(plan_id) FROM ${table} WHERE plan_id > found.id) FROM found
    WHERE found.id IS NOT NULL)
  SELECT id FROM found WHERE id IS NOT NULL`;

// What was still coming in has never been listed.
const LOST_PLANS = `SELECT id FROM (${idsIn('record')}) UNION SELECT id FROM (${idsIn('change')})
  EXCEPT SELECT id FROM plan EXCEPT SELECT plan_id FROM intake`;
const LOST_SITES = 'SELECT DISTINCT site_id FROM plan WHERE site_id NOT IN (SELECT id FROM site)';
const JOURNAL = 'SELECT max(seq) AS seq, min(at) AS first, max(at) AS last FROM change WHERE plan_id = ?';
const PUT_PLAN = `INSERT INTO plan (id, site_id, name, format, version, records, received_from, undo_from,
    created_at, updated_at, trashed_at)
  VALUES (@id, @site, @name, @format, @version, @records, NULL, 0, @first, @last, NULL)`;
const PUT_SITE = `INSERT INTO site SELECT @id, @name, coalesce(min(created_at), @at), coalesce(max(updated_at), @at),
    NULL FROM plan WHERE site_id = @id`;

/** The plans of which rows are there and the one that lists them is not. */
export function lostPlans(db: Database.Database): readonly string[] {
  return db.prepare<[], string>(LOST_PLANS).pluck().all();
}

/** The sites of plans whose own row is lost. */
export function lostSites(db: Database.Database): readonly string[] {
  return db.prepare<[], string>(LOST_SITES).pluck().all();
}

/** A plan that was listed again, and the site it is in now. */
export type PlanAgain = { readonly name: string; readonly site: string };

/**
 * Lists plans again of which only the row that listed them is lost: in their site and under their name where those
 * were noted. Whatever of their records is lost as well shows when they are opened.
 */
export function listPlansAgain(
  db: Database.Database,
  at: string,
  noted: Listed | null = null,
): readonly PlanAgain[] {
  const { plans, sites } = noted ?? NOTHING;
  const summaries = new PlanSummaries(db);
  const work = db.transaction(() =>
    lostPlans(db).map((id) => {
      const known = plans[id];
      const site = known?.site || NO_SITE;
      const siteName = putSite(db, { id: site, at, name: sites[site] ?? SITE_NAME });
      const rows = db.prepare<[string], RecordRow>(planSql.records).all(id);
      const journal = db.prepare(JOURNAL).get(id) as Readonly<Record<'seq' | 'first' | 'last', unknown>>;
      const name = known?.name ?? nameIn(rows);
      db.prepare(PUT_PLAN).run({
        id,
        site,
        name,
        format: formatOf(rows),
        // Every save has at least one row.
        version: known?.version ?? Number(journal.seq ?? 0) + 1,
        records: Math.max(known?.records ?? 0, rows.length),
        first: journal.first ?? at,
        last: journal.last ?? at,
      });
      // They are of a plan as it was listed before, with the records that it had.
      summaries.forget(id);
      return { name, site: siteName };
    }),
  );
  return lostPlans(db).length === 0 ? [] : work.immediate();
}

/** A site that was listed again, and the plans in it. */
export type SiteAgain = {
  readonly name: string;
  readonly isNamed: boolean;
  readonly plans: readonly string[];
};

/** Lists sites again whose own row is lost: those of plans, and those that were noted. */
export function listSitesAgain(
  db: Database.Database,
  at: string,
  noted: Listed | null = null,
): readonly SiteAgain[] {
  const { sites } = noted ?? NOTHING;
  const isThere = db.prepare('SELECT 1 FROM site WHERE id = ?');
  const plansOf = db.prepare<[string], string>('SELECT name FROM plan WHERE site_id = ?').pluck();
  const work = db.transaction((lost: readonly string[]) =>
    lost.map((id) => {
      const name = sites[id] ?? SITE_NAME;
      putSite(db, { id, at, name });
      return { name, isNamed: id in sites, plans: plansOf.all(id) };
    }),
  );
  const lost = new Set([...lostSites(db), ...Object.keys(sites).filter((id) => !isThere.get(id))]);
  return lost.size === 0 ? [] : work.immediate([...lost]);
}

/** Makes a site unless it is there; gives its name. */
function putSite(
  db: Database.Database,
  site: { readonly id: string; readonly name: string; readonly at: string },
): string {
  const name = db.prepare<[string], string>('SELECT name FROM site WHERE id = ?').pluck().get(site.id);
  if (name === undefined) db.prepare(PUT_SITE).run(site);
  return name ?? site.name;
}

/** The name in the settings of a plan. */
function nameIn(rows: readonly RecordRow[]): string {
  const body = rows.find(({ id }) => id === 'settings:plan')?.body ?? '';
  const { name } = (jsonOf(body) ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' && name !== '' ? name : PLAN_NAME;
}

/** The plan format in which most of the rows can be read, the newest of them. */
function formatOf(rows: readonly RecordRow[]): number {
  let [best, most] = [formats.format, -1];
  for (let format = formats.format; format >= 1; format -= 1) {
    const read = rows.filter((row) => partOfRows({ name: '', format }, [row], formats).ok).length;
    if (read > most) [best, most] = [format, read];
    if (read === rows.length) break;
  }
  return best;
}

const MOST_TOLD = 3;

/** One sentence about each thing that is listed again, up to some. */
export function againSentences(plans: readonly PlanAgain[], sites: readonly SiteAgain[]): readonly string[] {
  const more = plans.length - MOST_TOLD;
  return [
    ...plans
      .slice(0, MOST_TOLD)
      .map(
        ({ name, site }) =>
          `The database had lost the entry of the plan "${name}": it is made anew in the site "${site}". Look it over.`,
      ),
    ...(more > 0 ? [`The same was done for ${more === 1 ? '1 more plan' : `${more} more plans`}.`] : []),
    ...sites.map(({ name, isNamed, plans: within }) =>
      isNamed || within.length === 0
        ? `The database had lost the entry of the site "${name}": it is made anew.`
        : `The database had lost the site of ${plansText(within)}: look under "${name}".`,
    ),
  ];
}

function plansText(names: readonly string[]): string {
  const shown = names.slice(0, MOST_TOLD).map((name) => `"${name}"`);
  const more = names.length - shown.length;
  if (more > 0) shown.push(more === 1 ? '1 more plan' : `${more} more plans`);
  const last = shown.pop() ?? '';
  return shown.length === 0 ? `the plan ${last}` : `the plans ${shown.join(', ')} and ${last}`;
}
