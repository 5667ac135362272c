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

const AMOUNT = new RegExp(`^(?<number>${NUMBER})(?![\\d.,]|\\s*[a-z'"°])`);

/** 12 000 and 6 1/2: a space within one number has no other meaning where there are no units. */
const WITH_SPACE = new RegExp(`^(?:(?<spaced>${SPACED})|(?<mixed>${MIXED_NUMBER}))(?![\\d.,]|\\s*[a-z'"°])`);

function readSpaced(text: string): ReadAmount | null {
  const match = WITH_SPACE.exec(text);
  if (!match) return null;
  const { spaced, mixed = '' } = match.groups ?? {};
  const value = spaced === undefined ? readFraction(mixed) : readNumber(ungrouped(spaced));
  return value === null ? null : { characters: match[0].length, amount: { type: 'number', value } };
}

function read(text: string): ReadAmount | null {
  return readSpaced(text) ?? readPlain(text);
}

function readPlain(text: string): ReadAmount | null {
  const [written] = AMOUNT.exec(text) ?? [];
  if (written === undefined) return null;
  const value = readNumber(written);
  if (value !== null) return { characters: written.length, amount: { type: 'number', value } };
  const ways = commaWays(written);
  return ways.length > 0 ? { characters: written.length, amount: { type: 'unclear', ways } } : null;
}

/** Numbers without any unit: all of it is arithmetic. */
export const plainNumbers: Notation = { read, perNumber: 1, unitMark: '', asksDash: false, joined: () => [] };
