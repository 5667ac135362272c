import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { AppError } from '../../core/contract/method.ts';
import { ok, type Result } from '../../core/result.ts';
import type { IncomingPicture, PicturePart } from './picture-parts.ts';
import { attempt } from './storage-error.ts';

export type Attachment = { readonly sha256: string; readonly mediaType: string; readonly bytes: Uint8Array };

type AttachmentRow = { readonly media_type: string; readonly bytes: Uint8Array };

/** The SQL of the attachments; a test asks the planner which index each of them uses. */
export const attachmentSql = {
  get: 'SELECT media_type, bytes FROM attachment WHERE sha256 = ?',
  put: 'INSERT INTO attachment VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  // What is there already is damaged: else no parts would have come.
  replace: `INSERT INTO attachment VALUES (?, ?, x'') ON CONFLICT (sha256) DO UPDATE
    SET media_type = excluded.media_type, bytes = excluded.bytes`,
  // What is there in part is damaged: a plan may have named it.
  mark: `INSERT OR IGNORE INTO unplaced SELECT @sha256
    WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE sha256 = @sha256)
    AND NOT EXISTS (SELECT 1 FROM attachment_part WHERE sha256 = @sha256)`,
  unplaced: 'SELECT sha256 FROM unplaced',
  forget: 'DELETE FROM unplaced WHERE sha256 = ?',
  inRecord: "SELECT 1 FROM record WHERE kind = 'underlay' AND instr(body, ?) > 0 LIMIT 1",
  inJournal: 'SELECT 1 FROM change_attachment WHERE sha256 = ? LIMIT 1',
  remove: 'DELETE FROM attachment WHERE sha256 = ?',
  has: 'SELECT 1 FROM attachment WHERE sha256 = ?',
  parts: 'SELECT bytes FROM attachment_part WHERE sha256 = ? ORDER BY part',
  part: 'SELECT bytes FROM attachment_part WHERE sha256 = ? AND part = ?',
  putPart: 'INSERT OR REPLACE INTO attachment_part VALUES (?, ?, ?)',
  removeRest: 'DELETE FROM attachment_part WHERE sha256 = ? AND part >= ?',
  removeParts: 'DELETE FROM attachment_part WHERE sha256 = ?',
  removeForm: 'DELETE FROM upright_form WHERE sha256 = ?',
  removeFormParts: 'DELETE FROM upright_part WHERE sha256 = ?',
  names: `SELECT DISTINCT json_extract(body, '$.name') FROM record
    WHERE plan_id = ? AND kind = 'underlay' AND json_valid(body) AND instr(body, ?) > 0`,
} as const;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Stored bytes by their SHA-256; equal bytes are stored once. */
export class AttachmentRepository {
  readonly #db: Database.Database;
  readonly #get: Database.Statement<[string], AttachmentRow>;
  readonly #put: Database.Statement;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#get = db.prepare<[string], AttachmentRow>(attachmentSql.get);
    this.#put = db.prepare(attachmentSql.put);
  }

  /** Stores bytes unless they are there; gives their SHA-256 in hexadecimal. */
  add(mediaType: string, bytes: Uint8Array): Result<string, AppError> {
    return this.#transaction(() => {
      const sha256 = hashOf(bytes);
      this.#mark(sha256);
      this.#put.run(sha256, mediaType, bytes);
      return ok(sha256);
    });
  }

  has(sha256: string): boolean {
    return this.#db.prepare(attachmentSql.has).get(sha256) !== undefined;
  }

  /** Stores one of the parts that the bytes of an attachment come in; nobody sees them before `finish`. */
  addPart({ sha256, part, bytes }: PicturePart): Result<null, AppError> {
    return this.#transaction(() => {
      this.#mark(sha256);
      this.#db.prepare(attachmentSql.putPart).run(sha256, part, bytes);
      return ok(null);
    });
  }

  /** Makes an attachment of the parts that were added, in the place of the one that is there, if they came. */
  finish({ sha256, mediaType, parts }: IncomingPicture): Result<null, AppError> {
    if (parts === null) return ok(null);
    return this.#transaction(() => {
      this.#db.prepare(attachmentSql.replace).run(sha256, mediaType);
      this.#db.prepare(attachmentSql.removeRest).run(sha256, parts);
      return ok(null);
    });
  }

  /** The same for a picture that a plan names from now on: it is kept. */
  place(picture: IncomingPicture): Result<null, AppError> {
    return this.#transaction(() => {
      this.#db.prepare(attachmentSql.forget).run(picture.sha256);
      return this.finish(picture);
    });
  }

  /** The bytes of an attachment; null when there is none, and when they are no longer what was stored. */
  get(sha256: string): Attachment | null {
    const row = this.#get.get(sha256);
    if (!row) return null;
    const bytes = row.bytes.length > 0 ? row.bytes : Buffer.concat(this.#partsOf(sha256));
    if (hashOf(bytes) !== sha256) return null;
    return { sha256, mediaType: row.media_type, bytes };
  }

  /** The bytes of an attachment one part after the other, each read when it is asked for; null when there is none. */
  parts(sha256: string): { readonly mediaType: string; readonly next: () => Uint8Array | null } | null {
    const row = this.#get.get(sha256);
    if (!row) return null;
    const part = this.#db.prepare<[string, number], Uint8Array>(attachmentSql.part).pluck();
    let at = 0;
    const next = (): Uint8Array | null => {
      at += 1;
      if (row.bytes.length > 0) return at === 1 ? row.bytes : null;
      return part.get(sha256, at - 1) ?? null;
    };
    return { mediaType: row.media_type, next };
  }

  /** What the underlays of a plan are called that show an attachment. */
  namesOf(planId: string, sha256: string): readonly string[] {
    return this.#db.prepare<[string, string], string>(attachmentSql.names).pluck().all(planId, sha256);
  }

  #partsOf(sha256: string): Uint8Array[] {
    return this.#db.prepare<[string], Uint8Array>(attachmentSql.parts).pluck().all(sha256);
  }

  /**
   * Deletes the pictures that came in and that no plan has named since; gives their number. For the end of a session.
   *
   * What is stored otherwise stays, whether or not a row names it: the row may have been lost.
   */
  deleteUnplaced(): Result<number, AppError> {
    const { inRecord, inJournal, unplaced } = attachmentSql;
    const { forget, remove, removeParts, removeForm, removeFormParts } = attachmentSql;
    const named = [inRecord, inJournal].map((sql) => this.#db.prepare(sql));
    const removing = [forget, remove, removeParts, removeForm, removeFormParts];
    const removals = removing.map((sql) => this.#db.prepare(sql));
    const work = this.#db.transaction(() => {
      const candidates = this.#db.prepare<[], string>(unplaced).pluck().all();
      const unused = candidates.filter((sha256) => named.every((sql) => sql.get(sha256) === undefined));
      for (const sha256 of unused) for (const removal of removals) removal.run(sha256);
      return unused.length;
    });
    return attempt(() => ok(work.immediate()));
  }

  /** Notes a picture as one that no plan has named yet, unless something of it is there. */
  #mark(sha256: string): void {
    this.#db.prepare(attachmentSql.mark).run({ sha256 });
  }

  #transaction<T>(work: () => Result<T, AppError>): Result<T, AppError> {
    return attempt(() => this.#db.transaction(work).immediate());
  }
}
