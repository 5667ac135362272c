import { hanOrder, isHanFamily } from './han.ts';

type Range = readonly [first: number, last: number];

/** A bundled family beside Inter, for letters that Inter does not have. */
export type ScriptFamily = {
  readonly id: 'arabic' | 'hebrew' | 'devanagari' | 'thai' | 'sc' | 'tc' | 'jp' | 'kr';
  /** The name that CSS and SVG know it by. */
  readonly name: string;
  /** What its files are called, before the weight. */
  readonly file: string;
  /** What it may be asked for: all else is Inter's, or nobody's. */
  readonly ranges: readonly Range[];
  /** Whether letters change with their neighbours, or run from right to left. */
  readonly isShaped: boolean;
};

/** Han, kana, hangul, and the punctuation and full-width forms that go with them. */
const EAST_ASIAN: readonly Range[] = [
  [0x1100, 0x11ff],
  [0x2e80, 0x2fdf],
  [0x3000, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
  [0x20000, 0x3ffff],
];

const family = (
  id: ScriptFamily['id'],
  name: string,
  { ranges, isShaped }: Pick<ScriptFamily, 'ranges' | 'isShaped'>,
): ScriptFamily => ({ id, name, file: name.replaceAll(' ', ''), ranges, isShaped });

const shaped = (...ranges: readonly Range[]) => ({ ranges, isShaped: true });
const eastAsian = { ranges: EAST_ASIAN, isShaped: false };

/** All of them. Those of East Asia stand in the order of `hanOrder` for a line. */
export const scriptFamilies: readonly ScriptFamily[] = [
  family(
    'arabic',
    'Noto Sans Arabic',
    shaped([0x600, 0x6ff], [0x750, 0x77f], [0x8a0, 0x8ff], [0xfb50, 0xfdff], [0xfe70, 0xfefc]),
  ),
  family('hebrew', 'Noto Sans Hebrew', shaped([0x590, 0x5ff], [0xfb1d, 0xfb4f])),
  family('devanagari', 'Noto Sans Devanagari', shaped([0x900, 0x97f], [0xa8e0, 0xa8ff], [0x1cd0, 0x1cff])),
  // Without the sign of the baht, which Inter has.
  family('thai', 'Noto Sans Thai', shaped([0xe01, 0xe3e], [0xe40, 0xe7f])),
  family('sc', 'Noto Sans SC', eastAsian),
  family('tc', 'Noto Sans TC', eastAsian),
  family('jp', 'Noto Sans JP', eastAsian),
  family('kr', 'Noto Sans KR', eastAsian),
];

const escaped = (point: number) => `\\u{${point.toString(16)}}`;
const SCRIPT = new RegExp(
  `[${scriptFamilies.flatMap(({ ranges }) => ranges.map(([first, last]) => `${escaped(first)}-${escaped(last)}`)).join('')}]`,
  'u',
);

/** Whether a line has letters that are not Inter's to set. */
export function hasScripts(line: string): boolean {
  return SCRIPT.test(line);
}

/** Whether a family's ranges name a letter. */
export function isInRanges({ ranges }: ScriptFamily, point: number): boolean {
  return ranges.some(([first, last]) => first <= point && point <= last);
}

const NONE: readonly ScriptFamily[] = [];

/**
 * The families that a line of text needs beside Inter, in the order in which they are asked for a letter; none for
 * a line that Inter sets alone. By the text alone, so that window and paper answer alike.
 */
export function familiesFor(line: string): readonly ScriptFamily[] {
  if (!hasScripts(line)) return NONE;
  const points = [...line].map((letter) => letter.codePointAt(0) ?? 0);
  const found = scriptFamilies.filter((each) => points.some((point) => isInRanges(each, point)));
  if (!found.some(({ id }) => isHanFamily(id))) return found;
  const order: readonly string[] = hanOrder(line);
  const place = ({ id }: ScriptFamily) => order.indexOf(id);
  return found.toSorted((one, other) => place(one) - place(other));
}
