import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { MOST_PAGED, type StepTrouble } from '../../../core/contract/shapes.ts';
import type { AnyRecord } from '../../../core/records/any-record.ts';
import { migrate } from '../../../core/records/formats.ts';
import type { KindSet } from '../../../core/records/kind-set.ts';
import {
  type IdentifiedChange,
  jsonOf,
  PageWriter,
  parseChange,
  unpackChange,
} from '../../../core/records/packed-change.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { PAGE_BREAK } from './prepare-commit.ts';
import { Slices } from './slices.ts';

/** A row of the journal as it is stored; one without a format is from before there were packed ones. */
export type StoredRow = {
  readonly diff: string;
  readonly format: number | null;
  readonly checksum: number | null;
  readonly packed: Uint8Array | null;
};

/** What the records in the rows of a journal are: how they are read, and the formats they were written in. */
export type JournalSet = Pick<KindSet<string, AnyRecord>, 'reader' | 'formats'>;

export type RowReading = {
  readonly set: JournalSet;
  /** The format of rows that name none. */
  readonly unnamedFormat: number;
};

type Both = { readonly before: unknown; readonly after: unknown };

const inflated = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw);

/**
 * The pages of a row in today's plan format, expanded off this thread, or why it cannot be read.
 *
 * What is to the letter what this program wrote is not parsed again; all else is, and brought to today's
 * format change by change.
 */
export async function pagesOfRow(
  row: StoredRow,
  reading: RowReading,
): Promise<Result<readonly string[], StepTrouble>> {
  const format = row.format ?? reading.unnamedFormat;
  if (format > reading.set.formats.format) return err('too-new');
  if (row.format === null) return pagesOfChanges([unnamedChanges(row.diff)], format, reading);
  const pages = await storedPages(row);
  if (!pages || format === reading.set.formats.format) return pages ? ok(pages) : err('damaged');
  return pagesOfChanges(lazily(pages, changesOfPage), format, reading);
}

/** Whether a row is what was written, as far as that is told without reading its records. */
export function isRowIntact({ diff, format, packed, checksum }: StoredRow): boolean {
  return format === null ? unnamedChanges(diff) !== null : checksum === crc32(packed ?? diff);
}

function* lazily<T, V>(values: Iterable<T>, make: (value: T) => V): Iterable<V> {
  for (const value of values) yield make(value);
}

/** The pages of a row that names its format, as they were written; null when they are not. */
async function storedPages({ diff, packed, checksum }: StoredRow): Promise<readonly string[] | null> {
  if (checksum !== crc32(packed ?? diff)) return null;
  if (!packed) return diff.split(PAGE_BREAK);
  const bytes = await expanded(packed);
  return bytes && linesOf(bytes);
}

async function expanded(packed: Uint8Array): Promise<Buffer | null> {
  try {
    return await inflated(packed, { maxOutputLength: MOST_PAGED });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw error;
  }
}

/** The lines of a text that may be longer than the longest string. */
function linesOf(bytes: Buffer): string[] {
  const lines: string[] = [];
  for (let from = 0; from <= bytes.length; ) {
    const end = bytes.indexOf(PAGE_BREAK, from);
    const to = end === -1 ? bytes.length : end;
    lines.push(bytes.toString('utf8', from, to));
    from = to + 1;
  }
  return lines;
}

/** The changes in the row of a format that was not named: one list of them with their records whole. */
function unnamedChanges(text: string): readonly Both[] | null {
  const values = jsonOf(text);
  if (!Array.isArray(values)) return null;
  const isChange = (value: unknown): value is Both =>
    typeof value === 'object' && value !== null && 'before' in value && 'after' in value;
  return values.every(isChange) ? values : null;
}

function changesOfPage(page: string): readonly Both[] | null {
  const values = jsonOf(page);
  if (!Array.isArray(values)) return null;
  const changes = values.map(unpackChange);
  return changes.every((change) => change !== null) ? changes : null;
}

/** As many changes are brought to today's format and checked in one go. */
const AT_ONCE = 100;

async function pagesOfChanges(
  lists: Iterable<readonly Both[] | null>,
  format: number,
  reading: RowReading,
): Promise<Result<readonly string[], StepTrouble>> {
  const slices = new Slices();
  const writer = new PageWriter();
  for (const list of lists) {
    if (!list) return err('damaged');
    for (let from = 0; from < list.length; from += AT_ONCE) {
      const changes = checkedChanges(list.slice(from, from + AT_ONCE), format, reading);
      if (!changes) return err('damaged');
      for (const change of changes) writer.add(change);
      await slices.pause();
    }
  }
  return ok(writer.end());
}

function checkedChanges(
  list: readonly Both[],
  format: number,
  reading: RowReading,
): readonly IdentifiedChange<AnyRecord>[] | null {
  const befores = presentRecords(
    list.map(({ before }) => before),
    format,
    reading,
  );
  const afters = presentRecords(
    list.map(({ after }) => after),
    format,
    reading,
  );
  if (!befores || !afters) return null;
  const changes: IdentifiedChange<AnyRecord>[] = [];
  for (const [index, before] of befores.entries()) {
    const change = parseChange({ before, after: afters[index] ?? null }, reading.set.reader);
    if (!change.ok) return null;
    changes.push(change.value);
  }
  return changes;
}

/** The JSON of records, nulls among them, in today's format; null when they cannot be brought to it. */
function presentRecords(
  values: readonly unknown[],
  format: number,
  reading: RowReading,
): readonly unknown[] | null {
  if (format === reading.set.formats.format) return values;
  // What is null took no part and stays so.
  const migrated = migrate({ from: format, records: values, extent: 'part' }, reading.set.formats);
  return migrated.ok ? migrated.value : null;
}
