import type Database from 'better-sqlite3';
import type { AppError } from '../../core/contract/method.ts';
import { ok, type Result } from '../../core/result.ts';
import { attempt } from './storage-error.ts';

/** Where the person's own cameras stand. */
export const OWN_CAMERAS_KEY = 'own-cameras';

type SettingRow = { readonly key: string; readonly value: string };

/** What a person chose for the application itself; what belongs to a plan is in its settings record. */
export class SettingRepository {
  readonly #all: Database.Statement<[], SettingRow>;
  readonly #get: Database.Statement<[string], string>;
  readonly #set: Database.Statement;

  constructor(db: Database.Database) {
    this.#all = db.prepare<[], SettingRow>('SELECT key, value FROM setting');
    this.#get = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck();
    this.#set = db.prepare(
      'INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
  }

  /** All but the person's own cameras, which are many and have a road of their own. */
  all(): Record<string, string> {
    const rows = this.#all.all().filter(({ key }) => key !== OWN_CAMERAS_KEY);
    return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  }

  get(key: string): string | null {
    return this.#get.get(key) ?? null;
  }

  set(key: string, value: string): Result<null, AppError> {
    return attempt(() => {
      this.#set.run(key, value);
      return ok(null);
    });
  }
}
