import type Database from 'better-sqlite3';
import type { AppError } from '../../core/contract/method.ts';
import type { StoredTemplate } from '../../core/contract/shapes.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { attempt } from './storage-error.ts';

/** Most templates: all are read at once. */
const MOST_TEMPLATES = 100;

type Setup = { readonly newId: () => string; readonly now: () => string };

const templateSql = {
  list: 'SELECT id, name, body AS text FROM template ORDER BY name COLLATE NOCASE, name',
  count: 'SELECT count(*) FROM template',
  named: 'SELECT id FROM template WHERE name = ?',
  add: 'INSERT INTO template VALUES (?, ?, ?, ?)',
  rename: 'UPDATE template SET name = ? WHERE id = ?',
  remove: 'DELETE FROM template WHERE id = ?',
} as const;

/** Parts of plans that people keep under a name, to insert them again. */
export class TemplateRepository {
  readonly #db: Database.Database;
  readonly #setup: Setup;

  constructor(db: Database.Database, setup: Setup) {
    this.#db = db;
    this.#setup = setup;
  }

  list(): readonly StoredTemplate[] {
    return this.#db.prepare<[], StoredTemplate>(templateSql.list).all();
  }

  /** Keeps copied records, which the caller has checked, under a name that no other template has. */
  add(name: string, text: string): Result<StoredTemplate, AppError> {
    const count = this.#db.prepare<[], number>(templateSql.count).pluck().get() ?? 0;
    if (count >= MOST_TEMPLATES)
      return refuse(`There are ${MOST_TEMPLATES} templates already: remove one that is not used.`);
    if (this.#ownerOf(name) !== null) return taken(name);
    return attempt(() => {
      const id = this.#setup.newId();
      this.#db.prepare(templateSql.add).run(id, name, text, this.#setup.now());
      return ok({ id, name, text });
    });
  }

  rename(id: string, name: string): Result<null, AppError> {
    const owner = this.#ownerOf(name);
    if (owner !== null && owner !== id) return taken(name);
    return this.#changeOne(templateSql.rename, [name, id]);
  }

  remove(id: string): Result<null, AppError> {
    return this.#changeOne(templateSql.remove, [id]);
  }

  #ownerOf(name: string): string | null {
    return this.#db.prepare<[string], string>(templateSql.named).pluck().get(name) ?? null;
  }

  #changeOne(sql: string, values: readonly string[]): Result<null, AppError> {
    return attempt(() => {
      const { changes } = this.#db.prepare<string[]>(sql).run(...values);
      if (changes > 0) return ok(null);
      return err({ code: 'not-found' as const, message: 'This template was removed already.' });
    });
  }
}

function refuse(message: string): Result<never, AppError> {
  return err({ code: 'refused', message });
}

function taken(name: string): Result<never, AppError> {
  return refuse(`There is a template "${name}" already: choose another name.`);
}
