import type { CameraColumn, ColumnKey } from '../../catalogue/cameras/camera-columns.ts';
import { keptFigure } from '../../catalogue/cameras/catalogue-camera.ts';
import { sensorFormatIn } from '../../catalogue/cameras/sensor-formats.ts';
import { numberIn } from '../../measures.ts';
import { plainLine } from '../../plain-text.ts';
import { err, ok, type Result } from '../../result.ts';
import { unguardedText } from '../../spreadsheet-text.ts';
import { commaWays, readNumber } from '../../typed-number.ts';
import type { ReadColumn } from './header.ts';
import { figureIn } from './units-of-cells.ts';
import { wordsIn } from './words-of-cells.ts';

/** What the cells of a row say, by the names of the figures, and what is to be said of how they were read. */
export type ReadRow = {
  readonly values: ReadonlyMap<ColumnKey, string | number>;
  readonly remarks: readonly string[];
};

const UNKNOWN = /^(?:[-\u2013\u2014?]|n\/a|unknown)$/i;
const SIZE = /^([\d.,]+)\s*[x×*]\s*([\d.,]+)(?:\s*(?:px|pixels))?$/i;
/** 2.8-12 mm, 100° to 36°: one lens that can be set. */
const BETWEEN = /\s*(?:[-\u2010-\u2015\u2212~\u2026]|\.{2,3}|\bto\b)\s*/i;
const LONGEST_SHOWN = 40;

const quoted = (text: string): string =>
  `“${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text}”`;

/** The values in the cells of a row, or why it cannot be read: the rest of a sentence. */
export function cellsOfRow(
  cells: readonly string[],
  columns: readonly ReadColumn[],
): Result<ReadRow, string> {
  const reader = new RowReader();
  for (const { index, column, factor } of columns) {
    const cell = unguardedText(cells[index] ?? '');
    const text = plainLine(cell).trim();
    if (text !== cell.trim()) reader.remarks.add('signs that are no letters, or line ends, were replaced');
    if (text === '' || (column.sort !== 'line' && UNKNOWN.test(text))) continue;
    const fault = reader.read(text, column, factor);
    if (fault !== null) return err(fault);
  }
  return ok({ values: reader.values, remarks: [...reader.remarks] });
}

class RowReader {
  readonly values = new Map<ColumnKey, string | number>();
  readonly remarks = new Set<string>();

  /** Null where the cell could be read, else why not. */
  read(text: string, column: CameraColumn, factor: number): string | null {
    switch (column.key) {
      case 'resolution':
        return this.#readSize(text, column);
      case 'type':
      case 'housing':
      case 'figures':
        return this.#readWord(text, column.key);
      default:
    }
    if (column.sort === 'line') return this.#set(column.key, text);
    if (column.sort === 'format') {
      const format = sensorFormatIn(text);
      return format === null ? noFigure(text, column) : this.#set(column.key, format);
    }
    return this.#readFigures(text, column, factor);
  }

  /** Two columns that say the same figure must agree. */
  #set(key: ColumnKey, value: string | number): string | null {
    const before = this.values.get(key);
    if (before !== undefined && before !== value) return `it says ${before} and ${value} for one figure`;
    this.values.set(key, value);
    return null;
  }

  #readWord(text: string, key: 'type' | 'housing' | 'figures'): string | null {
    const words = wordsIn(text, key);
    if (words === null) return `${quoted(text)} is no ${key} that is known`;
    const { type, housing, figures } = words;
    if (type !== undefined) this.values.set('type', type);
    if (figures !== undefined) this.values.set('figures', figures);
    if (type !== undefined && housing) this.remarks.add('its type is a housing: taken as fixed');
    return housing ? this.#set('housing', housing) : null;
  }

  #readSize(text: string, column: CameraColumn): string | null {
    const [, across = '', high = ''] = SIZE.exec(text) ?? [];
    const [widthPx, heightPx] = [this.#figure(across, column, 1), this.#figure(high, column, 1)];
    if (!widthPx.ok || !heightPx.ok) return `${quoted(text)} is no number of pixels across and high`;
    return this.#set('widthPx', widthPx.value) ?? this.#set('heightPx', heightPx.value);
  }

  #readFigures(text: string, column: CameraColumn, factor: number): string | null {
    const key = column.key as ColumnKey;
    const tele = teleOf(key);
    const parts = tele === null ? [text] : ends(text);
    const [first, second] = parts.map((part) => this.#figure(part, column, factor));
    if (!first?.ok) return first?.error ?? noFigure(text, column);
    if (!second || tele === null) return this.#set(key, first.value);
    if (!second.ok) return second.error;
    // Of a lens the shorter end is the wide one, and its angle the larger.
    const [least, most] = [first.value, second.value].sort((one, other) => one - other) as [number, number];
    const [wide, long] = key === 'focalLengthMm' ? [least, most] : [most, least];
    return this.#set(key, wide) ?? this.#set(tele, long);
  }

  #figure(text: string, column: CameraColumn, factor: number): Result<number, string> {
    const [least, most] = column.limits;
    const isWhole = column.sort === 'pixels' || column.sort === 'size';
    const ways = waysOf(text);
    const read = ways.flatMap((way) => figureIn(way, column.sort, factor) ?? []).map(keptFigure);
    const can = read.filter(
      (value) => value >= least && value <= most && (!isWhole || Number.isInteger(value)),
    );
    const [value, other] = can;
    if (value === undefined)
      return err(read.length === 0 ? noFigure(text, column) : beyond(text, column, isWhole));
    if (other !== undefined) return err(`${quoted(text)} may be ${value} or ${other} (${column.header})`);
    if (ways.length > 1) this.remarks.add('the comma was read as the only one that can be');
    else if (numberIn(text) === null && value !== keptFigure(leadingNumber(text) * factor))
      this.remarks.add('figures in another unit than that of their column were converted');
    return ok(value);
  }
}

const noFigure = (text: string, { header }: CameraColumn): string => `${quoted(text)} is no ${header}`;

function beyond(text: string, { header, limits: [least, most] }: CameraColumn, isWhole: boolean): string {
  const between = `between ${least.toLocaleString('en-US')} and ${most.toLocaleString('en-US')}`;
  return `${quoted(text)} is not ${isWhole ? 'a whole number ' : ''}${between} (${header})`;
}

const leadingNumber = (text: string): number => Number.parseFloat(text.replace(',', '.'));

/** A text whose comma may part thousands or the fraction, in both ways; any other as it is: 0,005 is clear. */
function waysOf(text: string): readonly string[] {
  const [, number = '', rest = ''] = /^(\d{1,3},\d{3})(?![\d.,])(.*)$/.exec(text) ?? [];
  if (number === '' || readNumber(number) !== null) return [text];
  return commaWays(number).map((way) => `${way}${rest}`);
}

function teleOf(key: ColumnKey): ColumnKey | null {
  if (key === 'focalLengthMm') return 'teleFocalLengthMm';
  if (key === 'horizontalDeg') return 'teleHorizontalDeg';
  return key === 'verticalDeg' ? 'teleVerticalDeg' : null;
}

/** Both ends of a figure that goes from one to another, each with the unit; a single one as it is. */
function ends(text: string): readonly string[] {
  const [first = '', second = '', ...others] = text.split(BETWEEN);
  if (first === '' || second === '' || others.length > 0) return [text];
  const unit = second.replace(/^[\d.,\s]+/, '');
  return [/^[\d.,]+$/.test(first) ? `${first} ${unit}`.trim() : first, second];
}
