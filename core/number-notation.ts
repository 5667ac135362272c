import type { Notation, ReadAmount } from './expression.ts';
import { commaWays, NUMBER, readNumber } from './typed-number.ts';

const AMOUNT = new RegExp(`^(?<number>${NUMBER})(?![\\d.,]|\\s*[a-z'"°])`);

function read(text: string): ReadAmount | null {
  const [written] = AMOUNT.exec(text) ?? [];
  if (written === undefined) return null;
  const value = readNumber(written);
  if (value !== null) return { characters: written.length, amount: { type: 'number', value } };
  const ways = commaWays(written);
  return ways.length > 0 ? { characters: written.length, amount: { type: 'unclear', ways } } : null;
}

/** Numbers without any unit: all of it is arithmetic. */
export const plainNumbers: Notation = { read, perNumber: 1, unitMark: '', asksDash: false, joined: () => [] };
