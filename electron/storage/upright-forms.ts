import type Database from 'better-sqlite3';
import type { AppError } from '../../core/contract/method.ts';
import { ok, type Result } from '../../core/result.ts';
import type { PicturePart } from './picture-parts.ts';
import { attempt } from './storage-error.ts';

/** How a stored picture is shown; as it is stored where both hashes are one. */
export type UprightForm = {
  readonly sha256: string;
  readonly form: string;
  readonly mediaType: string;
};

type FormRow = { readonly form: string; readonly media_type: string };

/** The SQL of the forms; a test asks the planner which index each of them uses. */
export const uprightSql = {
  form: 'SELECT form, media_type FROM upright_form WHERE sha256 = ?',
  part: 'SELECT bytes FROM upright_part WHERE sha256 = ? AND part = ?',
  putPart: 'INSERT OR REPLACE INTO upright_part VALUES (?, ?, ?)',
  removeRest: 'DELETE FROM upright_part WHERE sha256 = ? AND part >= ?',
  put: 'INSERT OR REPLACE INTO upright_form VALUES (?, ?, ?)',
} as const;

/** The upright forms of stored pictures: what is shown of each, kept so that it is made once. */
export class UprightForms {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** How a picture is shown, or null where that is not known yet. */
  of(sha256: string): UprightForm | null {
    const row = this.#db.prepare<[string], FormRow>(uprightSql.form).get(sha256);
    return row ? { sha256, form: row.form, mediaType: row.media_type } : null;
  }

  /** The bytes of the form of a picture one part after the other, each read when it is asked for. */
  parts(sha256: string): { readonly next: () => Uint8Array | null } {
    const part = this.#db.prepare<[string, number], Uint8Array>(uprightSql.part).pluck();
    let at = 0;
    const next = (): Uint8Array | null => {
      at += 1;
      return part.get(sha256, at - 1) ?? null;
    };
    return { next };
  }

  /** Keeps one of the parts that the bytes of a form come in; nobody sees them before `keep`. */
  keepPart({ sha256, part, bytes }: PicturePart): Result<null, AppError> {
    return this.#transaction(() => this.#db.prepare(uprightSql.putPart).run(sha256, part, bytes));
  }

  /** Keeps how a picture is shown, in so many parts; none where it is shown as it is stored. */
  keep({ sha256, form, mediaType }: UprightForm, parts: number): Result<null, AppError> {
    return this.#transaction(() => {
      this.#db.prepare(uprightSql.removeRest).run(sha256, parts);
      this.#db.prepare(uprightSql.put).run(sha256, form, mediaType);
    });
  }

  #transaction(work: () => void): Result<null, AppError> {
    return attempt(() => {
      this.#db.transaction(work).immediate();
      return ok(null);
    });
  }
}
