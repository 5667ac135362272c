import Papa from 'papaparse';
import { type ColumnKey, cameraColumns, candidateOf } from '../../catalogue/cameras/camera-columns.ts';
import { type CatalogueCamera, cameraName } from '../../catalogue/cameras/catalogue-camera.ts';
import { soundCamera } from '../../catalogue/cameras/sound-camera.ts';
import { err, ok, type Result } from '../../result.ts';
import type { LeftOut } from '../neutral-drawing.ts';
import { SourcesByReason } from '../sources-by-reason.ts';
import { cellsOfRow } from './cells-of-row.ts';
import { columnsNamed, type Header, headerOf } from './header.ts';

const MOST_CHARACTERS = 32 * 1024 * 1024;
const MOST_LINES = 20_000;
const MOST_COLUMNS = 500;
/** Characters in which the names of the columns must stand. */
const MOST_TITLES = 100_000;
const SEPARATORS = [',', ';', '\t'] as const;

/** What a table of cameras says. */
export type CameraCsv = {
  readonly cameras: readonly CatalogueCamera[];
  /** Every row that was not read, by its line, and why. */
  readonly leftOut: readonly LeftOut[];
  /** Sentences on what was left out, not read, converted or taken for something. */
  readonly remarks: readonly string[];
};

type ReadError = { readonly message: string };

const count = (value: number) => value.toLocaleString('en-US');
const refuse = (message: string): Result<never, ReadError> => err({ message });

/**
 * The cameras in comma-separated text: one row each, under names of columns with their units, in any order. Cells are
 * parted by commas, semicolons or tabs; figures may have a decimal comma, a unit of their own, or both ends of a lens
 * ("2.8-12"). Empty, "-", "?", "n/a" and "unknown" are figures that nobody knows.
 *
 * Never throws. A row that cannot be understood is left out with its reason and costs nothing else; only a text that is
 * no table of cameras, or too large, is refused, in a sentence. Nothing in a cell is ever computed: "=1+2" is no figure.
 */
export function readCameraCsv(text: string): Result<CameraCsv, ReadError> {
  if (text.length > MOST_CHARACTERS)
    return refuse('This table is larger than 32 MB. Cut it to the cameras that you need first.');
  const table = tableIn(text);
  const titles = table.rows[0]?.cells ?? [];
  if (table.rows.length > MOST_LINES + 1)
    return refuse(
      `This table has more than ${count(MOST_LINES)} lines, the most that are read. Cut it to the cameras that you need first.`,
    );
  if (titles.length > MOST_COLUMNS)
    return refuse(`This table has ${count(titles.length)} columns; at most ${count(MOST_COLUMNS)} are read.`);
  const header = headerOf(titles);
  const keys = new Set(header.columns.map(({ column }) => column.key));
  if (!keys.has('model') || !(keys.has('resolution') || (keys.has('widthPx') && keys.has('heightPx'))))
    return refuse(
      'This is no table of cameras: its first line must name the columns, among them “maker”, “model”, “pixels across” and “pixels high”.',
    );
  return ok(new TableReader(header).read(table));
}

type Row = {
  readonly cells: readonly string[];
  /** Of the text: a cell may go over several. */
  readonly lines: number;
  readonly isBroken: boolean;
};

type Table = {
  /** The names of the columns first; one more than the most where there are too many. */
  readonly rows: readonly Row[];
  /** Where the first of them stands in the text, from 1 on. */
  readonly firstLine: number;
};

function tableIn(text: string): Table {
  const lines = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  const { start, end, firstLine, said } = bodyOf(lines);
  const body = lines.slice(start, end);
  const titlesBy = (delimiter: string) => parsed(body.slice(0, MOST_TITLES), delimiter, 1).data[0] ?? [];
  const delimiter =
    said ??
    SEPARATORS.reduce((best, each) =>
      columnsNamed(titlesBy(each)) > columnsNamed(titlesBy(best)) ? each : best,
    );
  return { rows: rowsOf(body, delimiter), firstLine };
}

/**
 * The rows of a text. From the first one on whose quotation marks do not match, and which takes what follows into a
 * cell, each line is a row of its own: one mark costs its line and not the rest.
 */
function rowsOf(body: string, delimiter: string): readonly Row[] {
  const { data, errors } = parsed(body, delimiter, MOST_LINES + 2);
  const broken = Math.min(...errors.flatMap(({ type, row }) => (type === 'Quotes' ? [row ?? 0] : [])));
  const sound = data.slice(0, broken).map((cells) => ({ cells, lines: linesOf(cells), isBroken: false }));
  if (broken === Number.POSITIVE_INFINITY) return sound;
  const done = sound.reduce((sum, { lines }) => sum + lines, 0);
  const rest = body.split('\n').slice(done, done + MOST_LINES + 2 - broken);
  const alone = rest.map((line) => {
    const row = parsed(line, delimiter, 1);
    return { cells: row.data[0] ?? [], lines: 1, isBroken: row.errors.some(({ type }) => type === 'Quotes') };
  });
  return [...sound, ...alone];
}

const linesOf = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 1);

/** Where the names of the columns begin and the last line ends, and the sign that parts cells where a line says it. */
function bodyOf(lines: string) {
  let [start, end, firstLine] = [0, lines.length, 1];
  let said: string | undefined;
  for (let next = lines.indexOf('\n'); next >= 0; next = lines.indexOf('\n', start)) {
    const line = lines.slice(start, next);
    // Spreadsheets say it in a line of its own.
    const sign: string | undefined = /^sep=([,;\t])[,;\t]*$/i.exec(line)?.[1];
    if (sign === undefined && line.trim() !== '') break;
    said ??= sign;
    start = next + 1;
    firstLine += 1;
  }
  while (lines[end - 1] === '\n') end -= 1;
  return { start, end: Math.max(start, end), firstLine, said };
}

const parsed = (text: string, delimiter: string, preview: number) =>
  Papa.parse<string[]>(text, { delimiter, preview, newline: '\n', quoteChar: '"' });

class TableReader {
  readonly #header: Header;
  readonly #cameras = new Map<string, CatalogueCamera>();
  readonly #leftOut: LeftOut[] = [];
  readonly #notes = new SourcesByReason();

  constructor(header: Header) {
    this.#header = header;
  }

  read({ rows, firstLine }: Table): CameraCsv {
    let line = firstLine;
    for (const [index, row] of rows.entries()) {
      const source = `line ${line}`;
      line += row.lines;
      if (index > 0 && row.cells.some((cell) => cell.trim() !== '')) this.#readRow(row, source);
    }
    const cameras = [...this.#cameras.values()];
    return { cameras, leftOut: this.#leftOut, remarks: this.#remarks(cameras.length) };
  }

  #readRow({ cells, isBroken }: Row, source: string): void {
    const read = isBroken ? err('its quotation marks do not match') : cameraOf(cells, this.#header);
    const reason = read.ok ? this.#keep(read.value.camera) : read.error;
    if (reason !== null) this.#leftOut.push({ source, reason });
    else if (read.ok) for (const remark of read.value.remarks) this.#notes.add(remark, source);
  }

  /** Why a camera is not kept, or null. */
  #keep(camera: CatalogueCamera): string | null {
    const name = cameraName(camera);
    const before = this.#cameras.get(name);
    if (!before) {
      this.#cameras.set(name, camera);
      return null;
    }
    const isSame = JSON.stringify(before) === JSON.stringify(camera);
    return isSame
      ? 'the same camera stands before it'
      : 'the same maker and model stand before it with other figures';
  }

  #remarks(read: number): readonly string[] {
    const out = new SourcesByReason();
    for (const { source, reason } of this.#leftOut) out.add(reason, source);
    const missed = this.#leftOut.length;
    const cameras = read === 1 ? '1 camera' : `${count(read)} cameras`;
    const total = missed === 1 ? '1 row was' : `${count(missed)} rows were`;
    return [
      ...(missed > 0 ? [`${cameras} read; ${total} left out.`] : []),
      ...out.remarks('Left out'),
      ...this.#header.remarks,
      ...this.#notes.remarks('Read all the same'),
    ];
  }
}

/** What is taken where a row does not say it. */
const defaults: ReadonlyMap<string, string> = new Map([
  ['type', 'fixed'],
  ['figures', 'stated'],
]);
const needed = ['maker', 'model', 'widthPx', 'heightPx'] as const;
const headerNamed = (key: ColumnKey) => cameraColumns.find((each) => each.key === key)?.header;

type CameraOfRow = { readonly camera: CatalogueCamera; readonly remarks: readonly string[] };

function cameraOf(cells: readonly string[], { columns, width }: Header): Result<CameraOfRow, string> {
  const used = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (used > width) return err(`it has ${count(used)} cells under ${count(width)} names of columns`);
  const row = cellsOfRow(cells, columns);
  if (!row.ok) return row;
  const { values, remarks } = row.value;
  const missing = needed.find((key) => !values.has(key));
  if (missing) return err(`it has no ${headerNamed(missing)}`);
  if (!values.has('teleFocalLengthMm') && (values.has('teleHorizontalDeg') || values.has('teleVerticalDeg')))
    return err('it has angles at a longest focal length that it does not have');
  const said = cameraColumns.map(({ key }) => [
    key,
    values.get(key as ColumnKey) ?? defaults.get(key) ?? null,
  ]);
  const camera = soundCamera(candidateOf(Object.fromEntries(said)));
  if (!camera.ok) return camera;
  const { horizontalDeg, verticalDeg } = camera.value.wide;
  const isHigh = verticalDeg !== null && horizontalDeg !== null && verticalDeg > horizontalDeg;
  return ok({
    camera: camera.value,
    remarks: [
      ...remarks,
      ...(values.has('type') ? [] : ['no type is said: taken as fixed']),
      ...(cells.length < width ? ['it ends early: what is missing is taken as not known'] : []),
      ...(isHigh ? ['it sees higher than wide'] : []),
    ],
  });
}
