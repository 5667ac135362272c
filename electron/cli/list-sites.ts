import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import { latestVersion, versionOf } from '../storage/migrate.ts';
import { PlanRepository } from '../storage/plan-repository.ts';
import { isTooNew } from '../storage/safekeeping/expected-schema.ts';
import { SiteRepository } from '../storage/site-repository.ts';
import { PlanSummaries } from '../storage/summaries/plan-summaries.ts';
import { CliRefusal } from './cli-io.ts';
import { figureText, type ShownFigures, shownFigures } from './figure-text.ts';
import { reading, TOO_NEW } from './read-database.ts';

type ListedPlan = {
  readonly planId: string;
  readonly plan: string;
  /** When it was changed last, ISO 8601 in UTC. */
  readonly changed: string;
  /** Null where they are not known yet. */
  readonly figures: (ShownFigures & { readonly format: number }) | null;
};

export type ListedSite = {
  readonly site: string;
  readonly changed: string;
  readonly plans: readonly ListedPlan[];
};

const EARLIER = 'The database is of an earlier version. Start Sallyport once: it brings it up to date.';

/** The sites of a database that are not in the trash, what was changed last first. No plan of it is read. */
export function listedSites(file: string): readonly ListedSite[] {
  return reading(file, (db) => {
    if (isTooNew(db)) throw new CliRefusal(TOO_NEW);
    if (versionOf(db) < latestVersion()) throw new CliRefusal(EARLIER);
    return sitesIn(db);
  });
}

function sitesIn(db: Database.Database): readonly ListedSite[] {
  const setup = { newId: randomUUID, now: () => new Date().toISOString() };
  const sites = new SiteRepository(db, new PlanRepository(db, setup), setup);
  const summaries = new PlanSummaries(db);
  return sites.list().map(({ name, updatedAt, plans }) => ({
    site: name,
    changed: updatedAt,
    plans: plans.map((plan) => {
      const known = summaries.known(plan.id);
      const figures = known && { format: known.format, ...shownFigures(known) };
      return { planId: plan.id, plan: plan.name, changed: plan.updatedAt, figures };
    }),
  }));
}

/** One line a plan, as people read it. */
export function siteLines(sites: readonly ListedSite[]): readonly string[] {
  return sites.flatMap(({ site, plans }) => {
    if (plans.length === 0) return [`${site}: no plans`];
    return plans.map(({ plan, changed, figures }) => {
      const what = figures ? figureText(figures) : 'not counted yet';
      return `${site} / ${plan}: ${what}, changed ${changed}`;
    });
  });
}
