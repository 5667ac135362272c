import { parseBounded, planJsonLimits } from '../bounded-json.ts';
import { FORMAT, migrateRecords } from '../plan/format.ts';
import type { PlanRecord } from '../plan/kinds/index.ts';
import { type Fragment, isGround } from '../plan/parts/fragment.ts';
import { isKind, isPlaced } from '../plan/plan.ts';
import { parseRecords } from '../plan/plan-json.ts';
import { err, ok, type Result } from '../result.ts';

/** Most characters and records that the clipboard carries from one plan to another. */
const MOST_CLIPBOARD_CHARACTERS = 32 * 1024 * 1024;
const MOST_CLIPBOARD_RECORDS = 20_000;
const MOST_GROUND = 2000;

/** How a text of ours begins: anything else on the clipboard is none of the application's business. */
const START = '{"sallyport":"clipboard","format":';

/** Why a text cannot be pasted: a closed reason for the program, one sentence for the person. */
export type ClipboardError = {
  readonly reason: 'not-ours' | 'too-large' | 'too-new' | 'damaged';
  readonly message: string;
};

/** A text when it is short enough and claims to be copied records; `readClipboard` reads it with care. */
export function readableText(text: string): Result<string, ClipboardError> {
  if (!text.startsWith(START)) {
    return refuse('not-ours', 'The clipboard holds nothing that was copied from a plan: copy records first.');
  }
  return text.length > MOST_CLIPBOARD_CHARACTERS
    ? refuse('too-large', 'The clipboard holds more than can be pasted: copy fewer records.')
    : ok(text);
}

/** Copied records as the text that the clipboard holds: one line of JSON with its marker and format. */
export function writeClipboard({ records, ground, groups }: Fragment): Result<string, ClipboardError> {
  const count = records.length;
  if (count > MOST_CLIPBOARD_RECORDS) return refuse('too-large', tooMany(count));
  const text = `${START}${FORMAT},"records":${JSON.stringify([...ground, ...groups, ...records])}}`;
  return text.length > MOST_CLIPBOARD_CHARACTERS ? refuse('too-large', tooMany(count)) : ok(text);
}

function tooMany(count: number): string {
  const most = MOST_CLIPBOARD_RECORDS.toLocaleString('en-US');
  return `${count.toLocaleString('en-US')} records are more than the clipboard carries (${most}): copy them in parts, or export a plan file.`;
}

/**
 * The records in a text from the clipboard, which is not trusted: any program may have written it.
 *
 * Size, marker, format and every record are checked as those of a file are. References between the records
 * and the rules of geometry are not: `insertFragment` looks after them.
 */
export function readClipboard(text: string): Result<Fragment, ClipboardError> {
  const readable = readableText(text);
  if (!readable.ok) return readable;
  const json = parseBounded(text, planJsonLimits);
  if (!json.ok) {
    const { reason, what } = json.error;
    return reason === 'not-json'
      ? damaged('its text is not complete')
      : refuse('too-large', `The clipboard ${what}: copy fewer records.`);
  }
  const { format, records } = json.value as { readonly format?: unknown; readonly records?: unknown };
  if (!Array.isArray(records)) return damaged('it has no list of records');
  const migrated = migrateRecords(typeof format === 'number' ? format : 0, records);
  if (migrated.ok) return fragmentIn(migrated.value);
  return migrated.error === 'too-new'
    ? refuse('too-new', 'The clipboard was written by a newer version of this program: paste it there.')
    : damaged('its format is not known');
}

function fragmentIn(values: readonly unknown[]): Result<Fragment, ClipboardError> {
  if (values.length > MOST_CLIPBOARD_RECORDS + MOST_GROUND)
    return refuse('too-large', tooMany(values.length));
  const parsed = parseRecords(values);
  if (!parsed.ok) return damaged(lowered(parsed.error.message));
  const records: PlanRecord[] = [...parsed.value];
  const placed = records.filter(isPlaced);
  if (placed.length > MOST_CLIPBOARD_RECORDS) return refuse('too-large', tooMany(placed.length));
  return ok(fragmentOfRecords(records));
}

/** Records that were checked already as the fragment that they are. */
export function fragmentOfRecords(records: readonly PlanRecord[]): Fragment {
  return {
    records: records.filter(isPlaced),
    ground: records.filter(isGround),
    groups: records.filter((record) => isKind(record, 'group')),
  };
}

function lowered(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}

function damaged(why: string): Result<never, ClipboardError> {
  return refuse('damaged', `The clipboard is damaged and nothing was pasted: ${why}.`);
}

function refuse(reason: ClipboardError['reason'], message: string): Result<never, ClipboardError> {
  return err({ reason, message });
}
