import type { Notation, ReadAmount } from './expression.ts';
import {
  commaWays,
  MIXED_NUMBER,
  NUMBER,
  readFraction,
  readNumber,
  SPACED,
  ungrouped,
} from './typed-number.ts';
import { METRES_PER_FOOT, METRES_PER_INCH } from './units.ts';

/** Metres per unit, by every way it is written in lower case. Inches come from `"`, feet from `'`. */
const METRES_PER_UNIT: Readonly<Record<string, number>> = {
  mm: 0.001,
  millimetre: 0.001,
  millimetres: 0.001,
  millimeter: 0.001,
  millimeters: 0.001,
  cm: 0.01,
  centimetre: 0.01,
  centimetres: 0.01,
  centimeter: 0.01,
  centimeters: 0.01,
  dm: 0.1,
  decimetre: 0.1,
  decimetres: 0.1,
  decimeter: 0.1,
  decimeters: 0.1,
  m: 1,
  metre: 1,
  metres: 1,
  meter: 1,
  meters: 1,
  km: 1000,
  kilometre: 1000,
  kilometres: 1000,
  kilometer: 1000,
  kilometers: 1000,
  '"': METRES_PER_INCH,
  in: METRES_PER_INCH,
  inch: METRES_PER_INCH,
  inches: METRES_PER_INCH,
  "'": METRES_PER_FOOT,
  ft: METRES_PER_FOOT,
  foot: METRES_PER_FOOT,
  feet: METRES_PER_FOOT,
  yd: 3 * METRES_PER_FOOT,
  yard: 3 * METRES_PER_FOOT,
  yards: 3 * METRES_PER_FOOT,
  mi: 5280 * METRES_PER_FOOT,
  mile: 5280 * METRES_PER_FOOT,
  miles: 5280 * METRES_PER_FOOT,
};

const FRACTION = String.raw`\d+/\d+`;
/** 6 1/2 and 6-1/2, as tapes are read. */
const WITH_FRACTION = String.raw`\d+\s*-\s*${FRACTION}|\d+\s+${FRACTION}|${FRACTION}`;
const FEET = String.raw`'|feet|foot|ft\b\.?|ft(?=\d)`;
const INCHES = String.raw`"|inches|inch|in\b\.?`;

/** 12'6 1/2", 12'-6", 5'6-1/2", 3' - 2 9/16", 12 ft 6 in: feet, then inches whose mark may be left out. */
const FEET_AND_INCHES = new RegExp(
  `^(?<feet>${NUMBER})\\s*(?<mark>${FEET})(?<between>\\s*-\\s*|\\s*)(?<inches>${WITH_FRACTION}|${NUMBER})(?:\\s*(?<inchMark>${INCHES})|(?=\\s*(?:$|[-+*/)])))`,
);
/** 6 1/2", 6-1/2": a fraction is one only before an inch mark; elsewhere the stroke divides. */
const INCHES_WITH_FRACTION = new RegExp(`^(?<inches>${WITH_FRACTION})\\s*(?:${INCHES})`);
/** 2 1/2 ft: a whole number and a fraction with a space between are nothing else. */
const MIXED = new RegExp(`^(?<number>\\d+\\s+${FRACTION})\\s*(?<unit>'|[a-z]+\\b\\.?)`);
const AMOUNT = new RegExp(`^(?<number>${NUMBER})\\s*(?<unit>["']|[a-z]+\\b\\.?)?`);

/** 1 000, 12 000 mm. */
const SPACED_AMOUNT = new RegExp(`^(?<number>${SPACED})(?:\\s*(?<unit>["']|[a-z]+\\b\\.?))?`);
const AT_END = String.raw`(?=\s*(?:$|[-+*/)]))`;
/** 6 1/2 without a unit. */
const BARE_MIXED = new RegExp(`^${MIXED_NUMBER}${AT_END}`);
/** 5 6 and 5 6 1/2 without units. */
const BARE_PAIR = new RegExp(
  `^(?<feet>\\d+)\\s+(?<inches>(?:\\d|1[01])(?:[.,]\\d{1,2}|\\s+${FRACTION})?)(?=\\s*(?:$|[-+)]))`,
);

const UNITS = Object.keys(METRES_PER_UNIT)
  .filter((unit) => /^[a-z]/.test(unit))
  .toSorted((first, second) => second.length - first.length)
  .join('|');
const PART = String.raw`\d+(?:[.,]\d+)?\s*(?:(?:${UNITS})(?![a-z])\.?)`;
/** 3 m 50 cm, 1m20, 1 yd 2 ft 6 in: measures in a row, of which the last may lack its unit. */
const IN_A_ROW = new RegExp(`^(?:${PART}\\s*){2,}`);
const METRES_AND = new RegExp(String.raw`^(\d+)\s*(m(?:etres?|eters?)?)\s*(\d{1,3})${AT_END}`);
const PARTS = new RegExp(String.raw`(\d+(?:[.,]\d+)?)\s*(${UNITS})`, 'g');

/** How numbers with a space between and no unit are written in each of their meanings: 6 1/2, and 5 6; none where they have none. */
type Bare = {
  readonly mixed: (written: string) => readonly string[];
  readonly pair: (first: string, second: string) => readonly string[];
};

/** One number or length at the beginning of a text. */
const readWith =
  (bare: Bare) =>
  (text: string): ReadAmount | null =>
    readThousands(text) ??
    readSpaced(text) ??
    readFeetAndInches(text) ??
    readRow(text) ??
    readMetresAnd(text) ??
    readInches(text) ??
    readMixed(text) ??
    readBare(text, bare) ??
    readPlain(text);

/** With a unit behind it, or parted twice, 12 000 mm is nothing else; 1 000 may be two numbers. */
function readSpaced(text: string): ReadAmount | null {
  const match = SPACED_AMOUNT.exec(text);
  if (!match) return null;
  const { number = '', unit } = match.groups ?? {};
  const characters = match[0].length;
  const [value, metres] = [readNumber(ungrouped(number)), unit === undefined ? 1 : metresPer(unit)];
  if (value === null || metres === null) return null;
  if (unit !== undefined) return length(value * metres, characters);
  return number.split(' ').length > 2
    ? { characters, amount: { type: 'number', value } }
    : { characters, amount: { type: 'unclear', ways: [ungrouped(number)] } };
}

const isDecimal = (metres: number): boolean => Number.isInteger(Number(Math.log10(metres).toFixed(9)));

/** Each measure in the row has a smaller unit than the one before, and is less than one of that; else it may be a sum. */
function readRow(text: string): ReadAmount | null {
  const [all = ''] = IN_A_ROW.exec(text) ?? [];
  const characters = all.trimEnd().length;
  const parts = [...all.matchAll(PARTS)].map(([, number = '', unit]) => ({
    number,
    value: readNumber(number),
    metres: metresPer(unit) ?? 0,
  }));
  if (parts.length < 2) return null;
  const isOne = parts.every(({ number, value, metres }, index) => {
    const before = parts[index - 1];
    const isWhole = index === parts.length - 1 || /^\d+$/.test(number);
    if (!before) return isWhole && value !== null;
    // To a nanometre: 100 cm is no less than 1 m.
    const isLess = value !== null && metres < before.metres && value * metres < before.metres - 1e-9;
    return isWhole && isLess && isDecimal(metres) === isDecimal(before.metres);
  });
  if (isOne)
    return length(
      parts.reduce((sum, { value, metres }) => sum + (value ?? 0) * metres, 0),
      characters,
    );
  const way = all.trimEnd().replaceAll(new RegExp(`(${PART})\\s*(?=\\d)`, 'g'), '$1 + ');
  return { characters, amount: { type: 'unclear', ways: [way] } };
}

/** 3 m 50 is three metres fifty, and 3 m 5 may be 3.05 m or 3.5 m. */
function readMetresAnd(text: string): ReadAmount | null {
  const [all, whole = '', unit = '', part = ''] = METRES_AND.exec(text) ?? [];
  if (all === undefined) return null;
  const ways = [...(part.length < 3 ? [`${whole} ${unit} ${part} cm`] : []), `${whole}.${part} ${unit}`];
  return { characters: all.length, amount: { type: 'unclear', ways } };
}

function readBare(text: string, bare: Bare): ReadAmount | null {
  const [mixed] = BARE_MIXED.exec(text) ?? [];
  if (mixed !== undefined && readFraction(mixed) !== null)
    return { characters: mixed.length, amount: { type: 'unclear', ways: bare.mixed(mixed) } };
  const pair = BARE_PAIR.exec(text);
  const ways = bare.pair(pair?.groups?.feet ?? '', pair?.groups?.inches ?? '');
  return pair && ways.length > 0 ? { characters: pair[0].length, amount: { type: 'unclear', ways } } : null;
}

/** Feet and three digits of inches, without a space and a mark. */
const THOUSANDS = /^(\d{1,3})'(\d{3}(?:[.,]\d+)?)(?=\s*(?:$|[-+*/)]))/;

/** 1'500 is how thousands are parted in Switzerland; as feet and inches it would be 42'-8". */
function readThousands(text: string): ReadAmount | null {
  const [all, before = '', after = ''] = THOUSANDS.exec(text) ?? [];
  if (all === undefined) return null;
  return {
    characters: all.length,
    amount: { type: 'unclear', ways: [before + after, `${before}' ${after}"`] },
  };
}

function readFeetAndInches(text: string): ReadAmount | null {
  const match = FEET_AND_INCHES.exec(text);
  const { feet = '', mark = '', between = '', inches = '', inchMark } = match?.groups ?? {};
  if (!match) return null;
  const characters = match[0].length;
  const [whole, part] = [readNumber(feet), inches.includes('/') ? readFraction(inches) : readNumber(inches)];
  const isDashed = between.includes('-');
  // 12'6/2 may be twelve feet and three inches or half of twelve feet six; 5'6-3/2" is nothing at all.
  if (inches.includes('/') && !isProper(inches, part)) {
    const quotient = `${feet}'${inches.replace('/', '" / ')}`;
    return { characters, amount: { type: 'unclear', ways: inchMark === undefined ? [quotient] : [] } };
  }
  if (whole === null || part === null) {
    const ways = [
      ...commaWays(feet).map((way) => `${way}'${between}${inches}"`),
      ...commaWays(inches).map((way) => `${feet}'${between}${way}"`),
    ];
    return ways.length > 0 ? { characters, amount: { type: 'unclear', ways } } : null;
  }
  // Without a mark what stands behind a dash is inches only where it stands close, or is 2 9/16.
  const isMarked = inchMark !== undefined || between === '-' || isMixed(inches);
  const isOne = !isDashed || (/^\d+$/.test(feet) && part < 12 && isMarked);
  if (isOne) return length(whole * METRES_PER_FOOT + part * METRES_PER_INCH, characters);
  const alone = text.slice(0, feet.length + text.slice(feet.length).indexOf(mark) + mark.length);
  return length(whole * METRES_PER_FOOT, alone.length);
}

const isMixed = (inches: string): boolean => /^\d+\s*[-\s]\s*\d+\//.test(inches);

/** Whether a fraction is one of a tape: 1/2 and 6 1/2, not 6/2. */
const isProper = (inches: string, value: number | null): boolean =>
  value !== null && (isMixed(inches) || value < 1);

function readInches(text: string): ReadAmount | null {
  const match = INCHES_WITH_FRACTION.exec(text);
  if (!match) return null;
  const inches = readFraction(match.groups?.inches ?? '');
  return inches === null ? null : length(inches * METRES_PER_INCH, match[0].length);
}

function readMixed(text: string): ReadAmount | null {
  const match = MIXED.exec(text);
  const metres = metresPer(match?.groups?.unit);
  const value = readFraction(match?.groups?.number ?? '');
  return match && metres !== null && value !== null ? length(value * metres, match[0].length) : null;
}

function readPlain(text: string): ReadAmount | null {
  const match = AMOUNT.exec(text);
  if (!match) return null;
  const { number: written = '', unit } = match.groups ?? {};
  const characters = match[0].length;
  const metres = unit === undefined ? 1 : metresPer(unit);
  if (metres === null) return null;
  const value = readNumber(written);
  if (value === null) {
    const ways = commaWays(written).map((way) => `${way}${match[0].slice(written.length)}`);
    return ways.length > 0 ? { characters, amount: { type: 'unclear', ways } } : null;
  }
  return unit === undefined
    ? { characters, amount: { type: 'number', value } }
    : length(value * metres, characters);
}

/** Metres of a unit as it is written; null for what is none. */
function metresPer(unit: string | undefined): number | null {
  const name = unit?.replace(/\.$/, '') ?? '';
  return Object.hasOwn(METRES_PER_UNIT, name) ? (METRES_PER_UNIT[name] ?? null) : null;
}

function length(value: number, characters: number): ReadAmount {
  return { characters, amount: { type: 'measure', value } };
}

const DASHED = new RegExp(String.raw`^(\d+)\s*'?\s*-\s*(\d+(?:[.,]\d+)?|${WITH_FRACTION})\s*"?$`);
const DASHED_FRACTION = new RegExp(String.raw`^(\d+)\s*"?\s*-\s*(${FRACTION})\s*"?$`);

/** 12-3 as 12'-3", 6-1/2 as 6-1/2". */
function joined(text: string): readonly string[] {
  const [, whole = '', fraction] = DASHED_FRACTION.exec(text) ?? [];
  const [, feet = '', inches] = DASHED.exec(text) ?? [];
  const apart = text.replace(/^([\d.,]+')\s*-\s*(?=[\d.,]+"$)/, '$1 ');
  return [
    ...(fraction === undefined ? [] : [`${whole}-${fraction}"`]),
    ...(inches === undefined ? [] : [`${feet}'-${inches}"`]),
    ...(apart === text ? [] : [apart]),
  ];
}

/** Lengths where plain numbers are metres: these are arithmetic. */
export const metricLengths: Notation = {
  read: readWith({ mixed: (written) => [`${written} m`, `${written}"`], pair: () => [] }),
  perNumber: 1,
  unitMark: ' m',
  asksDash: false,
  joined,
};

/** Lengths where plain numbers are feet: a dash between them may be that of feet and inches. */
export const footLengths: Notation = {
  read: readWith({
    mixed: (written) => [`${written} ft`, `${written.replace(/\s+/, "' ")}"`],
    pair: (feet, inches) => [`${feet}' ${inches}"`],
  }),
  perNumber: METRES_PER_FOOT,
  unitMark: "'",
  asksDash: true,
  joined,
};
