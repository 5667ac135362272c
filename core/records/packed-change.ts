import { err, ok, type Result } from '../result.ts';
import type { AnyRecord } from './any-record.ts';
import type { ChangeOf } from './diff.ts';
import type { RecordReader } from './record-reader.ts';
import { sameValue } from './same-value.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A change as it travels and is stored: `[before]` of what was removed, `[null, after]` of what was added,
 * `[before, fields]` where these fields alone have other values after; `[before, null, after]` where a field
 * went away.
 */
export type PackedChange = readonly [before: unknown, fields?: unknown, after?: unknown];

/** One change with its id. */
export type IdentifiedChange<R extends AnyRecord> = ChangeOf<R> & { readonly id: R['id'] };

/** About so many characters are in one page: it crosses into the other process without a shared memory. */
const PAGE_CHARACTERS = 60_000;

/** The packed form of a change; it shares the values with it. */
export function packChange({ before, after }: ChangeOf<AnyRecord>): PackedChange {
  if (!before) return [null, after];
  if (!after) return [before];
  const [was, is] = [before as unknown as Fields, after as unknown as Fields];
  if (Object.keys(was).some((field) => !Object.hasOwn(is, field))) return [before, null, after];
  const fields: Record<string, unknown> = {};
  for (const field of Object.keys(is)) if (!sameValue(was[field], is[field])) fields[field] = is[field];
  return [before, fields];
}

/** What stands before and after in a packed change from anywhere; null when it is none. */
export function unpackChange(packed: unknown): { readonly before: unknown; readonly after: unknown } | null {
  if (!Array.isArray(packed) || packed.length === 0 || packed.length > 3) return null;
  const [before, fields, after] = packed as unknown[];
  if (packed.length === 1) return { before, after: null };
  if (packed.length === 3) return { before, after };
  if (before === null) return { before, after: fields };
  const areObjects = isObject(before) && isObject(fields);
  return areObjects ? { before, after: { ...before, ...fields } } : null;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A change whose records are what their schemas say, with one id; or in one clause why it is none. */
export function parseChange<R extends AnyRecord>(
  given: { readonly before: unknown; readonly after: unknown },
  reader: RecordReader<R>,
): Result<IdentifiedChange<R>, string> {
  const before = given.before === null ? ok(null) : reader.parse(given.before);
  if (!before.ok) return err(flawOf(before.error));
  const after = given.after === null ? ok(null) : reader.parse(given.after);
  if (!after.ok) return err(flawOf(after.error));
  const [was, is] = [before.value, after.value];
  const id = (was ?? is)?.id;
  if (id === undefined) return err('holds a change of nothing');
  if (was && is && was.id !== is.id) return err(`holds a change of ${was.id} into ${is.id}`);
  return ok({ id, before: was, after: is });
}

function flawOf({ record, what }: { readonly record: string | null; readonly what: string }): string {
  return `holds ${record === null ? 'a record' : `the record ${record}`} in which ${what}`;
}

/** The changes in a page from anywhere, parsed by their schemas; or in one clause why it is none. */
export function parsePage<R extends AnyRecord>(
  text: string,
  reader: RecordReader<R>,
): Result<IdentifiedChange<R>[], string> {
  const values = jsonOf(text);
  if (!Array.isArray(values)) return err('holds a page that is no list of changes');
  const changes: IdentifiedChange<R>[] = [];
  for (const value of values) {
    const unpacked = unpackChange(value);
    if (!unpacked) return err('holds something that is no change');
    const change = parseChange(unpacked, reader);
    if (!change.ok) return change;
    changes.push(change.value);
  }
  return ok(changes);
}

/** What a JSON text says; undefined when it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The changes in a page that main wrote: each was parsed, or is to the letter what was parsed and stored. */
export function readPage<R extends AnyRecord>(text: string): readonly IdentifiedChange<R>[] {
  return (JSON.parse(text) as readonly PackedChange[]).map((packed) => {
    const { before, after } = unpackChange(packed) as ChangeOf<R>;
    return { id: ((before ?? after) as R).id, before, after };
  });
}

/**
 * Puts changes into pages, each the JSON text of a list of packed changes, without a line break in it.
 *
 * For those who work in slices: a change costs as much as its text is long, a page nothing.
 */
export class PageWriter {
  readonly #pages: string[] = [];
  #page: string[] = [];
  #characters = 0;

  add(change: ChangeOf<AnyRecord>): void {
    const text = JSON.stringify(packChange(change));
    this.#page.push(text);
    this.#characters += text.length + 1;
    if (this.#characters >= PAGE_CHARACTERS) this.#turn();
  }

  /** All pages; at least one, be it empty. */
  end(): readonly string[] {
    if (this.#page.length > 0 || this.#pages.length === 0) this.#turn();
    return this.#pages;
  }

  #turn(): void {
    this.#pages.push(`[${this.#page.join(',')}]`);
    this.#page = [];
    this.#characters = 0;
  }
}
