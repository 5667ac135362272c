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

/** A number without a unit, or a length in metres. */
export type Amount = { readonly type: 'number' | 'length'; readonly value: number };

/** Longer text is not a number anyone typed; it also bounds how deep brackets go. */
export const MOST_CHARACTERS = 200;

type Token =
  | { readonly type: 'amount'; readonly amount: Amount }
  | { readonly type: 'sign'; readonly sign: string };

const NUMBER = String.raw`\d[\d.,]*|[.,]\d+`;
const FRACTION = String.raw`(?:\d+\s+)?\d+\s*/\s*\d+`;
const FEET = String.raw`'|feet|foot|ft\b\.?|ft(?=\d)`;
const INCHES = String.raw`"|inches|inch|in\b\.?`;

/** 12'6 1/2", 12'-6", 12 ft 6 in: feet, then inches whose mark may be left out. */
const FEET_AND_INCHES = new RegExp(
  `^(?<feet>${NUMBER})\\s*(?:${FEET})(?:-|\\s*)(?<inches>${FRACTION}|${NUMBER})(?:\\s*(?:${INCHES})|(?=\\s*(?:$|[-+*/)])))`,
);
/** 6 1/2": a fraction is one only before an inch mark; elsewhere the stroke divides. */
const INCH_FRACTION = new RegExp(`^(?<inches>${FRACTION})\\s*(?:${INCHES})`);
const AMOUNT = new RegExp(`^(?<number>${NUMBER})\\s*(?<unit>["']|[a-z]+\\b\\.?)?`);
const SIGN = /^[-+*/()]/;

/**
 * What typed arithmetic comes to: + − * / and brackets over numbers and lengths in any mix of units.
 *
 * Null when it cannot be read, or mixes up what it adds, multiplies or divides (metres by metres).
 * A plain number beside a length in a sum counts `metresPerNumber` metres. A comma is a decimal comma
 * where it can be nothing else: 1,5 and 0,125, but not 1,500.
 */
export function evaluate(text: string, metresPerNumber: number): Amount | null {
  const tokens = text.length <= MOST_CHARACTERS ? tokensOf(plainMarks(text)) : null;
  if (!tokens) return null;
  const reader = { tokens, next: 0, metresPerNumber };
  const amount = sum(reader);
  const isRead = reader.next === tokens.length && amount !== null && Number.isFinite(amount.value);
  return isRead ? amount : null;
}

/** The one number or length that a text is, as `evaluate` reads them; null where it is anything else, sums too. */
export function singleAmount(text: string): Amount | null {
  const [only, ...others] = (text.length <= MOST_CHARACTERS && tokensOf(plainMarks(text))) || [];
  const isRead = only?.type === 'amount' && others.length === 0 && Number.isFinite(only.amount.value);
  return isRead ? only.amount : null;
}

/** The same text in lower case with the marks of a typewriter: primes, dashes, fractions, signs. */
export function plainMarks(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\u2032\u2018\u2019\u00b4`]/g, "'")
    .replaceAll(/[\u2033\u201c\u201d]|''/g, '"')
    .replaceAll(/[\u2212\u2010-\u2013]/g, '-')
    .replaceAll(/[\u00d7\u00b7]/g, '*')
    .replaceAll('\u00f7', '/')
    .replaceAll(
      /[\u00bc-\u00be\u215b-\u215e]/g,
      (sign) => ` ${sign.normalize('NFKD').replace('\u2044', '/')}`,
    )
    .trim();
}

function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  for (let rest = text; rest !== ''; ) {
    const read = readToken(rest);
    if (!read) return null;
    tokens.push(read.token);
    rest = rest.slice(read.characters).trimStart();
  }
  return tokens;
}

type Read = { readonly token: Token; readonly characters: number };

function readToken(text: string): Read | null {
  const sign = SIGN.exec(text);
  if (sign) return { token: { type: 'sign', sign: sign[0] }, characters: 1 };
  const fraction = FEET_AND_INCHES.exec(text) ?? INCH_FRACTION.exec(text);
  if (fraction) {
    const feet = readNumber(fraction.groups?.feet ?? '0');
    const inches = readInches(fraction.groups?.inches ?? '');
    if (feet === null || inches === null) return null;
    return length(feet * METRES_PER_FOOT + inches * METRES_PER_INCH, fraction[0].length);
  }
  const match = AMOUNT.exec(text);
  const value = readNumber(match?.groups?.number ?? '');
  if (!match || value === null) return null;
  const unit = match.groups?.unit?.replace(/\.$/, '');
  if (unit === undefined) return { token: number(value), characters: match[0].length };
  const metres = Object.hasOwn(METRES_PER_UNIT, unit) ? METRES_PER_UNIT[unit] : undefined;
  return metres === undefined ? null : length(value * metres, match[0].length);
}

function length(value: number, characters: number): Read {
  return { token: { type: 'amount', amount: { type: 'length', value } }, characters };
}

function number(value: number): Token {
  return { type: 'amount', amount: { type: 'number', value } };
}

/** 6, 6.5, 6 1/2 or 1/2. */
function readInches(text: string): number | null {
  const parts = /^(?:(\d+)\s+)?(\d+)\s*\/\s*(\d+)$/.exec(text);
  if (!parts) return readNumber(text);
  const [, whole = '0', above = '', below = ''] = parts;
  return Number(below) === 0 ? null : Number(whole) + Number(above) / Number(below);
}

/** Digits with a decimal point or comma and separated thousands; null where it may be either. */
export function readNumber(text: string): number | null {
  if (/^(\d+\.?\d*|\.\d+)$/.test(text)) return Number(text);
  // 1,500 may be fifteen hundred or one and a half; 0,500 and 1,5 only a fraction.
  if (/^(\d*,\d{1,2}|\d*,\d{4,}|0?,\d{3}|\d{4,},\d{3})$/.test(text)) return Number(text.replace(',', '.'));
  if (/^\d{1,3}(,\d{3})+\.\d+$|^\d{1,3}(,\d{3}){2,}$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d{1,3}(\.\d{3})+,\d+$|^\d{1,3}(\.\d{3}){2,}$/.test(text)) {
    return Number(text.replaceAll('.', '').replace(',', '.'));
  }
  return null;
}

type Reader = { readonly tokens: readonly Token[]; next: number; readonly metresPerNumber: number };

/** Takes the next token if it is one of the signs. */
function take(reader: Reader, signs: string): string | null {
  const token = reader.tokens[reader.next];
  if (token?.type !== 'sign' || !signs.includes(token.sign)) return null;
  reader.next += 1;
  return token.sign;
}

function sum(reader: Reader): Amount | null {
  let total = product(reader);
  for (let sign = take(reader, '+-'); sign && total; sign = take(reader, '+-')) {
    const term = product(reader);
    total = term && added(total, scaled(term, sign === '-' ? -1 : 1), reader.metresPerNumber);
  }
  return total;
}

function product(reader: Reader): Amount | null {
  let result = signed(reader);
  for (let sign = take(reader, '*/'); sign && result; sign = take(reader, '*/')) {
    const factor = signed(reader);
    result = factor && (sign === '*' ? multiplied(result, factor) : divided(result, factor));
  }
  return result;
}

function signed(reader: Reader): Amount | null {
  const sign = take(reader, '+-');
  if (sign) {
    const amount = signed(reader);
    return amount && scaled(amount, sign === '-' ? -1 : 1);
  }
  if (take(reader, '(')) {
    const inner = sum(reader);
    return inner && take(reader, ')') ? inner : null;
  }
  const token = reader.tokens[reader.next];
  if (token?.type !== 'amount') return null;
  reader.next += 1;
  return token.amount;
}

function scaled({ type, value }: Amount, factor: number): Amount {
  return { type, value: value * factor };
}

function added(first: Amount, second: Amount, metresPerNumber: number): Amount {
  if (first.type === second.type) return { type: first.type, value: first.value + second.value };
  const metres = ({ type, value }: Amount) => (type === 'length' ? value : value * metresPerNumber);
  return { type: 'length', value: metres(first) + metres(second) };
}

function multiplied(first: Amount, second: Amount): Amount | null {
  if (first.type === 'length' && second.type === 'length') return null;
  const type = first.type === 'length' || second.type === 'length' ? 'length' : 'number';
  return { type, value: first.value * second.value };
}

function divided(first: Amount, second: Amount): Amount | null {
  return second.type === 'number' ? { type: first.type, value: first.value / second.value } : null;
}
