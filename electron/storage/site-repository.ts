import type Database from 'better-sqlite3';
import type { AppError } from '../../core/contract/method.ts';
import type { SiteSummary } from '../../core/contract/shapes.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { PlanRepository, RepositorySetup } from './plan-repository.ts';
import { SITE_NAME } from './recovery/list-again.ts';
import { attempt, siteNotFound } from './storage-error.ts';

type SiteRow = { readonly id: string; readonly name: string; readonly updated_at: string };

const here = 'trashed_at IS NULL';

function siteStatements(db: Database.Database) {
  return {
    // Plans whose site's row is lost are listed all the same, also where it cannot be made anew.
    list: db.prepare<[], SiteRow>(`SELECT id, name, updated_at FROM site WHERE ${here}
      UNION ALL SELECT site_id, '${SITE_NAME}', max(updated_at) FROM plan
        WHERE ${here} AND site_id NOT IN (SELECT id FROM site) GROUP BY site_id`),
    byName: db.prepare<[string], SiteRow>(
      `SELECT id, name, updated_at FROM site WHERE name = ? AND ${here} ORDER BY created_at LIMIT 1`,
    ),
    insert: db.prepare('INSERT INTO site VALUES (@id, @name, @at, @at, NULL)'),
    rename: db.prepare(`UPDATE site SET name = @name, updated_at = @at WHERE id = @id AND ${here}`),
    trash: db.prepare(`UPDATE site SET trashed_at = @at WHERE id = @id AND ${here}`),
    untrash: db.prepare('UPDATE site SET trashed_at = NULL WHERE id = ?'),
  };
}

/** The sites of a database. Errors are as in the plan repository. */
export class SiteRepository {
  readonly #sql: ReturnType<typeof siteStatements>;
  readonly #plans: Pick<PlanRepository, 'list'>;
  readonly #setup: RepositorySetup;

  constructor(db: Database.Database, plans: Pick<PlanRepository, 'list'>, setup: RepositorySetup) {
    this.#sql = siteStatements(db);
    this.#plans = plans;
    this.#setup = setup;
  }

  /** The sites that are not in the trash with their plans, the one changed last first. */
  list(): SiteSummary[] {
    const sites = this.#sql.list.all().map((row) => this.#withPlans(row));
    return sites.sort((first, second) => (first.updatedAt < second.updatedAt ? 1 : -1));
  }

  create(name: string): Result<SiteSummary, AppError> {
    return attempt(() => {
      const [id, at] = [this.#setup.newId(), this.#setup.now()];
      this.#sql.insert.run({ id, name, at });
      return ok({ id, name, updatedAt: at, plans: [] });
    });
  }

  /** The oldest site of a name that is not in the trash, or a new one. */
  findOrCreate(name: string): Result<SiteSummary, AppError> {
    return attempt(() => {
      const row = this.#sql.byName.get(name);
      return row ? ok(this.#withPlans(row)) : this.create(name);
    });
  }

  rename(id: string, name: string): Result<null, AppError> {
    return attempt(() => one(this.#sql.rename.run({ id, name, at: this.#setup.now() }).changes));
  }

  /** Hides a site and its plans; nothing is deleted. */
  moveToTrash(id: string): Result<null, AppError> {
    return attempt(() => one(this.#sql.trash.run({ id, at: this.#setup.now() }).changes));
  }

  restore(id: string): Result<null, AppError> {
    return attempt(() => one(this.#sql.untrash.run(id).changes));
  }

  #withPlans({ id, name, updated_at }: SiteRow): SiteSummary {
    const plans = this.#plans.list(id);
    const updatedAt = plans.reduce(
      (last, plan) => (plan.updatedAt > last ? plan.updatedAt : last),
      updated_at,
    );
    return { id, name, updatedAt, plans };
  }
}

function one(changes: number): Result<null, AppError> {
  return changes === 1 ? ok(null) : err(siteNotFound());
}
