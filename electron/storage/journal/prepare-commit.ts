import { promisify } from 'node:util';
import { crc32, deflateRaw, deflateRawSync } from 'node:zlib';
import type { SentCommit, StoredCommit } from '../../../core/contract/shapes.ts';
import type { AnyId, PlanRecord } from '../../../core/plan/kinds/index.ts';
import { isKind } from '../../../core/plan/plan.ts';
import { growthOf, nothing, type PlanSize, together } from '../../../core/plan/plan-limits.ts';
import { planSet } from '../../../core/plan/plan-set.ts';
import { type Share, shareOf } from '../../../core/plan/tally.ts';
import { type IdentifiedChange, PageWriter, parsePage } from '../../../core/records/packed-change.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { Slices } from './slices.ts';

/** A record as its row has it, and what it adds to the figures of its plan. */
type WrittenRecord = { readonly body: string; readonly checksum: number; readonly share: Share };

/** What a commit does to one row of the records: what it was by the commit, and what it is to be. */
export type RecordWrite = {
  readonly id: AnyId;
  readonly was: Omit<WrittenRecord, 'body'> | null;
  readonly is: WrittenRecord | null;
};

/** The pages of a commit as its row keeps them: as text, or packed where that is worth it. */
export type JournalBody = {
  readonly text: string;
  readonly packed: Uint8Array | null;
  readonly size: number;
  readonly checksum: number;
};

/** A commit that was checked and only has to be written. */
export type PreparedCommit = Omit<SentCommit, 'pages'> & {
  readonly writes: readonly RecordWrite[];
  readonly body: JournalBody;
  /** The attachments that it names before or after. */
  readonly attachments: readonly string[];
  /** The name that it gives the plan, if it does. */
  readonly planName: string | null;
  readonly growth: PlanSize;
};

/** The line that keeps the pages of a row apart: no page has a line break in it. */
export const PAGE_BREAK = '\n';

// Below that a row takes one page of the database or two in either form.
const PACKED_FROM = 4096;
/** Quick, and a tenth larger than what takes three times as long. */
const LEVEL = { level: 5 };

const deflated = promisify<Buffer, { level: number }, Buffer>(deflateRaw);

/**
 * Checks a commit that the window sent and makes ready all that is written of it, in slices between which
 * others get their turn; what is packed is packed off this thread. In one clause why it is refused.
 */
export async function prepareSent({ pages, ...facts }: SentCommit): Promise<Result<PreparedCommit, string>> {
  const writes = new Writes();
  const slices = new Slices();
  for (const page of pages) {
    if (page.includes(PAGE_BREAK)) return err('holds a page with a line break');
    const changes = parsePage(page, planSet.reader);
    if (!changes.ok) return changes;
    for (const change of changes.value) writes.add(change);
    await slices.pause();
  }
  return ok({ ...facts, ...writes.found, body: await bodyOf(pages.join(PAGE_BREAK)) });
}

/** The same for a commit of this program's own, at once. */
export function prepareCommit({ diff, ...facts }: StoredCommit): PreparedCommit {
  const writes = new Writes();
  const pages = new PageWriter();
  for (const change of diff) {
    writes.add(change);
    pages.add(change);
  }
  const text = pages.end().join(PAGE_BREAK);
  const packed = text.length < PACKED_FROM ? null : deflateRawSync(Buffer.from(text), LEVEL);
  return { ...facts, ...writes.found, body: bodyWith(text, packed) };
}

async function bodyOf(text: string): Promise<JournalBody> {
  return bodyWith(text, text.length < PACKED_FROM ? null : await deflated(Buffer.from(text), LEVEL));
}

function bodyWith(text: string, packed: Uint8Array | null): JournalBody {
  const size = text.length;
  return packed
    ? { text: '', packed, size, checksum: crc32(packed) }
    : { text, packed, size, checksum: crc32(text) };
}

/** What the changes of a commit write, and what of them is looked for later. */
class Writes {
  readonly #writes: RecordWrite[] = [];
  readonly #attachments = new Set<string>();
  #planName: string | null = null;
  #growth: PlanSize = nothing;

  get found(): Pick<PreparedCommit, 'writes' | 'attachments' | 'planName' | 'growth'> {
    const [attachments, planName, growth] = [[...this.#attachments], this.#planName, this.#growth];
    return { writes: this.#writes, attachments, planName, growth };
  }

  add({ id, before, after }: IdentifiedChange<PlanRecord>): void {
    const was = before && { checksum: crc32(JSON.stringify(before)), share: shareOf(before) };
    this.#writes.push({ id, was, is: after && written(after) });
    for (const record of [before, after]) {
      if (record && isKind(record, 'underlay')) this.#attachments.add(record.attachment);
    }
    this.#planName = renamedBy(before, after) ?? this.#planName;
    this.#growth = together(this.#growth, growthOf([{ before, after }]));
  }
}

function written(record: PlanRecord): WrittenRecord {
  const body = JSON.stringify(record);
  return { body, checksum: crc32(body), share: shareOf(record) };
}

/** The plan's new name when a change of its settings record gives it one. */
function renamedBy(before: PlanRecord | null, after: PlanRecord | null): string | null {
  if (!after || !isKind(after, 'settings') || after.name === '') return null;
  return before && isKind(before, 'settings') && before.name === after.name ? null : after.name;
}
