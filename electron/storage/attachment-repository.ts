import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { AppError } from '../../core/contract/method.ts';
import { ok, type Result } from '../../core/result.ts';
import { checksumOf } from './plan-rows.ts';
import { attempt } from './storage-error.ts';

export type Attachment = { readonly sha256: string; readonly mediaType: string; readonly bytes: Uint8Array };

type Underlay = { readonly body: string; readonly checksum: number | null };
type AttachmentRow = { readonly media_type: string; readonly bytes: Uint8Array };

/** The SQL of the attachments; a test asks the planner which index each of them uses. */
export const attachmentSql = {
  get: 'SELECT media_type, bytes FROM attachment WHERE sha256 = ?',
  put: 'INSERT INTO attachment VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  // Underlays of plans in the trash count as well: restoring them must bring their picture back.
  underlays: "SELECT body, checksum FROM record WHERE kind = 'underlay'",
  ids: 'SELECT sha256 FROM attachment',
  // An underlay that was deleted can be brought back by undo.
  inJournal: 'SELECT 1 FROM change_attachment WHERE sha256 = ? LIMIT 1',
  // Rows that name no format are from before those that they name were kept beside them.
  inUnnamed: 'SELECT 1 FROM change WHERE format IS NULL AND instr(diff, ?) > 0 LIMIT 1',
  inRevision: 'SELECT 1 FROM revision WHERE instr(body, ?) > 0 LIMIT 1',
  remove: 'DELETE FROM attachment WHERE sha256 = ?',
  has: 'SELECT 1 FROM attachment WHERE sha256 = ?',
  parts: 'SELECT bytes FROM attachment_part WHERE sha256 = ? ORDER BY part',
  part: 'SELECT bytes FROM attachment_part WHERE sha256 = ? AND part = ?',
  putPart: 'INSERT OR REPLACE INTO attachment_part VALUES (?, ?, ?)',
  removeParts: 'DELETE FROM attachment_part WHERE sha256 = ?',
} as const;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The attachment that the body of an underlay names; null where it is not as one was written. */
function namedBy(body: string): string | null {
  try {
    const { attachment } = JSON.parse(body) as { readonly attachment?: unknown };
    return typeof attachment === 'string' ? attachment : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

const NO_BYTES = new Uint8Array();

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
    return attempt(() => {
      const sha256 = hashOf(bytes);
      this.#put.run(sha256, mediaType, bytes);
      return ok(sha256);
    });
  }

  has(sha256: string): boolean {
    return this.#db.prepare(attachmentSql.has).get(sha256) !== undefined;
  }

  /** Stores one of the parts that the bytes of an attachment come in; nobody sees them before `finish`. */
  addPart(sha256: string, part: number, bytes: Uint8Array): Result<null, AppError> {
    return attempt(() => {
      this.#db.prepare(attachmentSql.putPart).run(sha256, part, bytes);
      return ok(null);
    });
  }

  /** Makes an attachment of the parts that were added, or leaves the one that is there. */
  finish(sha256: string, mediaType: string): Result<null, AppError> {
    return attempt(() => {
      this.#put.run(sha256, mediaType, NO_BYTES);
      return ok(null);
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

  #partsOf(sha256: string): Uint8Array[] {
    return this.#db.prepare<[string], Uint8Array>(attachmentSql.parts).pluck().all(sha256);
  }

  /**
   * Deletes what no underlay of any plan names, the trash, the journals and the revisions included; gives
   * their number. Reads every journal when there is a candidate: for the end of a session.
   */
  deleteUnused(): Result<number, AppError> {
    const { inJournal, inUnnamed, inRevision } = attachmentSql;
    const named = [inJournal, inUnnamed, inRevision].map((sql) => this.#db.prepare(sql));
    const removals = [attachmentSql.remove, attachmentSql.removeParts].map((sql) => this.#db.prepare(sql));
    const work = this.#db.transaction(() => {
      const candidates = this.#unplaced();
      const unused = candidates.filter((sha256) => named.every((sql) => sql.get(sha256) === undefined));
      for (const sha256 of unused) for (const remove of removals) remove.run(sha256);
      return unused.length;
    });
    return attempt(() => ok(work.immediate()));
  }

  /** What no underlay names; nothing while one of them is damaged, since nobody knows what that one named. */
  #unplaced(): readonly string[] {
    const underlays = this.#db.prepare<[], Underlay>(attachmentSql.underlays).all();
    const bodies = underlays.map(({ body }) => body).join('\n');
    const ids = this.#db.prepare<[], string>(attachmentSql.ids).pluck().all();
    // A row from before there were checksums is believed while what it names is there.
    const isSound = ({ body, checksum }: Underlay) =>
      checksum === null ? ids.includes(namedBy(body) ?? '') : checksum === checksumOf(body);
    if (!underlays.every(isSound)) return [];
    return ids.filter((sha256) => !bodies.includes(sha256));
  }
}
