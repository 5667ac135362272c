import type { Notation, ReadAmount } from './expression.ts';
import { commaWays, MIXED_NUMBER, NUMBER, readFraction, readNumber } from './typed-number.ts';
import { toDegrees } from './units.ts';

const DEGREES = String.raw`°|degrees?\b|deg\b\.?|d\b|d(?=\d)`;
const RADIANS = String.raw`rad(?:ians?)?\b`;

/** 12°30', 12°-30'-15", 12d30'15". */
const WITH_MINUTES = new RegExp(
  `^(?<whole>\\d+)\\s*(?:${DEGREES})\\s*-?\\s*(?<minutes>${NUMBER})\\s*'(?:\\s*-?\\s*(?<seconds>${NUMBER})\\s*")?`,
);
const AMOUNT = new RegExp(
  `^(?<number>${NUMBER})\\s*(?:(?<degrees>${DEGREES})|(?<radians>${RADIANS})|(?![\\d.,a-z'"]))`,
);

/** 12 1/2 and 12 1/2°: a whole number and a fraction with a space between are nothing else. */
const MIXED = new RegExp(`^(?<number>${MIXED_NUMBER})\\s*(?:(?<degrees>${DEGREES})|(?![\\d.,a-z'"]))`);
/** 12 30 and 12 30 15 as surveyors say them, without marks. */
const SPACED = /^\d+\s+[0-5]?\d(?:\s+[0-5]?\d)?(?=\s*(?:$|[-+)]))/;

/** One number or angle in degrees at the beginning of a text. */
function read(text: string): ReadAmount | null {
  const parts = WITH_MINUTES.exec(text);
  if (parts) return readMinutes(parts);
  return readMixed(text) ?? readSpaced(text) ?? readPlain(text);
}

function readMixed(text: string): ReadAmount | null {
  const match = MIXED.exec(text);
  const { number = '', degrees } = match?.groups ?? {};
  const value = readFraction(number);
  if (!match || value === null) return null;
  const type = degrees === undefined ? 'number' : 'measure';
  return { characters: match[0].length, amount: { type, value } };
}

function readSpaced(text: string): ReadAmount | null {
  const [written] = SPACED.exec(text) ?? [];
  return written === undefined
    ? null
    : { characters: written.length, amount: { type: 'unclear', ways: joined(written) } };
}

function readPlain(text: string): ReadAmount | null {
  const match = AMOUNT.exec(text);
  if (!match) return null;
  const { number = '', degrees, radians } = match.groups ?? {};
  const characters = match[0].length;
  const value = readNumber(number);
  if (value === null) {
    const ways = commaWays(number).map((way) => `${way}${match[0].slice(number.length)}`);
    return ways.length > 0 ? { characters, amount: { type: 'unclear', ways } } : null;
  }
  if (radians !== undefined) return { characters, amount: { type: 'measure', value: toDegrees(value) } };
  return { characters, amount: { type: degrees === undefined ? 'number' : 'measure', value } };
}

function readMinutes(match: RegExpExecArray): ReadAmount | null {
  const { whole = '', minutes = '', seconds = '0' } = match.groups ?? {};
  const part = sixtieths(minutes, seconds);
  if (part === null) return null;
  return { characters: match[0].length, amount: { type: 'measure', value: Number(whole) + part } };
}

/** Degrees of minutes and seconds of arc; null when one of them is not below 60. */
function sixtieths(minutes: string, seconds: string): number | null {
  const [inMinutes, inSeconds] = [readNumber(minutes), readNumber(seconds)];
  if (inMinutes === null || inSeconds === null || inMinutes >= 60 || inSeconds >= 60) return null;
  return inMinutes / 60 + inSeconds / 3600;
}

const PARTS = /^(\d+)\s*°?\s*[-\s]\s*(\d+(?:[.,]\d+)?)\s*'?(?:\s*[-\s]\s*(\d+(?:[.,]\d+)?)\s*"?)?$/;

/** 45-30-15 as 45°30'15". */
function joined(text: string): readonly string[] {
  const [, whole = '', minutes, seconds] = PARTS.exec(text) ?? [];
  if (minutes === undefined) return [];
  return [`${whole}°${minutes}'${seconds === undefined ? '' : `${seconds}"`}`];
}

/** Angles in degrees: a dash between plain numbers may be that of degrees and minutes. */
export const angles: Notation = { read, perNumber: 1, unitMark: '°', asksDash: true, joined };

/**
 * Degrees between the letters of a surveyor's bearing, where the dash parts degrees, minutes and seconds and is never
 * a minus: 45-30-15, 45 30, 45°30'. Null where that is no angle, and for arithmetic.
 */
export function quadrantDegrees(text: string): string | null {
  const [way] = joined(text);
  if (way !== undefined) return way;
  return /[-+*/()]/.test(text) ? null : text;
}
