import type { Notation, ReadAmount } from './expression.ts';
import { commaWays, NUMBER, readFraction, readNumber } from './typed-number.ts';
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

/** One number or length at the beginning of a text. */
function read(text: string): ReadAmount | null {
  return (
    readThousands(text) ?? readFeetAndInches(text) ?? readInches(text) ?? readMixed(text) ?? readPlain(text)
  );
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
export const metricLengths: Notation = { read, perNumber: 1, unitMark: ' m', asksDash: false, joined };

/** Lengths where plain numbers are feet: a dash between them may be that of feet and inches. */
export const footLengths: Notation = {
  read,
  perNumber: METRES_PER_FOOT,
  unitMark: "'",
  asksDash: true,
  joined,
};
