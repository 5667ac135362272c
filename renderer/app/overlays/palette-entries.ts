import type { PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { getRecord, kindOf, kinds, settingsOf } from '../../../core/plan/plan.ts';
import { formatLength } from '../../../core/quantity.ts';
import { parsePlace } from '../../../core/query/parse-place.ts';
import type { Command, CommandScope } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { shortcutLabel } from '../../commands/shortcuts.ts';
import { selectRecords, zoomToRecords } from '../../commands/show-records.ts';
import { findRecords } from '../../hooks/find-records.ts';
import { kindTitle, recordTitle } from '../../hooks/record-title.ts';
import { text } from '../../messages/text.ts';

/** A line of the palette. */
export type PaletteEntry = {
  readonly id: string;
  /** What it is: the menu of a command, the kind of a record. */
  readonly sort: string;
  readonly title: string;
  /** The key of a command, the floor and state of a record. */
  readonly keys: string | null;
  readonly detail: string | null;
  /** The sentence why it cannot be chosen now; null when it can. */
  readonly whyNot: string | null;
  readonly run: () => void;
};

/** What the palette shows for what was typed, and what is wrong with it as a query. */
export type PaletteFound = { readonly entries: readonly PaletteEntry[]; readonly problem: string | null };

const MOST_RECORDS = 50;
/** More than these are not looked through one by one. */
const MOST_SORTED = 2000;

const byTitle = new Intl.Collator('en', { numeric: true }).compare;

/** Commands by their words, records by a query, and a place by its coordinates. */
export function findInPalette(typed: string, scope: CommandScope): PaletteFound {
  const words = typed.trim();
  const named = commandEntries(words, scope);
  if (words === '') return { entries: named, problem: null };
  const place = placeEntry(words, scope);
  const found = findRecords(scope.editor.plan, words);
  const records = found.ok ? recordEntries(found.value, scope) : [];
  const entries = [...place, ...named, ...records];
  return { entries, problem: found.ok || named.length > 0 ? null : found.error };
}

function commandEntries(words: string, scope: CommandScope): readonly PaletteEntry[] {
  const wanted = words.toLowerCase().split(/\s+/);
  const isWanted = ({ title, menu }: Command) => {
    const all = `${text(`menu.${menu}`)} ${text(title)}`.toLowerCase();
    return wanted.every((word) => all.includes(word));
  };
  const whole = words.toLowerCase();
  // What is called just as was typed comes first, then what begins so, then what can be done now.
  const rankOf = ({ title, whyNot }: PaletteEntry) => {
    const name = title.replace('…', '').toLowerCase();
    if (name === whole) return 0;
    if (whole !== '' && name.startsWith(whole)) return 1;
    return whyNot === null ? 2 : 3;
  };
  const entries = commands.filter(isWanted).map((command) => entryOf(command, scope));
  return entries.sort((first, second) => rankOf(first) - rankOf(second));
}

function entryOf(command: Command, scope: CommandScope): PaletteEntry {
  const why = command.whyNot(scope);
  return {
    id: command.id,
    sort: text(`menu.${command.menu}`),
    title: text(command.title),
    keys: command.shortcut && shortcutLabel(command.shortcut),
    detail: null,
    whyNot: why && text(why),
    run: () => command.run(scope),
  };
}

function placeEntry(words: string, { editor, app }: CommandScope): readonly PaletteEntry[] {
  const unit = settingsOf(editor.plan).displayUnit;
  const at = parsePlace(words, unit);
  if (!at) return [];
  const [x, y] = [formatLength(at.x, unit), formatLength(at.y, unit)];
  const title = text('palette.place', { x, y });
  const run = () => app.goToPlace(at);
  return [{ id: 'place', sort: text('menu.view'), title, keys: null, detail: null, whyNot: null, run }];
}

function recordEntries(found: readonly PlacedRecord[], { editor }: CommandScope): readonly PaletteEntry[] {
  const { plan } = editor;
  const unit = settingsOf(plan).displayUnit;
  const own = { keys: null, whyNot: null };
  const titled = found.map((record) => ({ record, title: recordTitle(record, plan, unit) }));
  const listed = titled.length > MOST_SORTED ? titled : titled.sort(byKindAndTitle);
  const entries = listed.slice(0, MOST_RECORDS).map(({ record, title }) => ({
    ...own,
    id: record.id,
    sort: kindTitle(record),
    title,
    detail: `${text(`panel.state.${record.state}`)} · ${getRecord(plan, record.floor)?.name ?? ''}`,
    run: () => zoomToRecords(editor, [record.id]),
  }));
  if (found.length < 2) return entries;
  const ids = found.map(({ id }) => id);
  const title = text('palette.selectAll', { count: ids.length });
  const run = () => selectRecords(editor, ids);
  return [{ ...own, id: 'all', sort: text('menu.edit'), title, detail: null, run }, ...entries];
}

type Titled = { readonly record: PlacedRecord; readonly title: string };

/** Kinds stay in the order of the plan; within one, C-2 comes before C-10. */
function byKindAndTitle(first: Titled, second: Titled): number {
  const placeOf = ({ record }: Titled) => kinds.indexOf(kindOf(record.id));
  return placeOf(first) - placeOf(second) || byTitle(first.title, second.title);
}
