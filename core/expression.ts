import { isDateText, MOST_CHARACTERS, plainMarks } from './typed-number.ts';

/** A number without a unit, or a measure with one, in the unit of its notation. */
export type Amount = { readonly type: 'number' | 'measure'; readonly value: number };

/** The amount that a text begins with, or, where that has more than one meaning, how each is written. */
export type ReadAmount = {
  readonly characters: number;
  readonly amount: Amount | { readonly type: 'unclear'; readonly ways: readonly string[] };
};

/** How a sort of quantity is written. All texts are in plain marks: see `plainMarks`. */
export type Notation = {
  /** What the text begins with; null where that is no amount. */
  readonly read: (text: string) => ReadAmount | null;
  /** What a plain number counts in a sum with measures. */
  readonly perNumber: number;
  /** The unit of a plain number, as it is typed behind it. */
  readonly unitMark: string;
  /** Whether a dash between plain numbers may be something else than a minus. */
  readonly asksDash: boolean;
  /** A whole text with its dashes taken for the notation and not for a minus. */
  readonly joined: (text: string) => readonly string[];
};

/** Why typed arithmetic has no value: it cannot be read, or it can be in more than one way. */
export type ExpressionRefusal = 'unreadable' | 'unclear';

/** What typed arithmetic comes to; `isSum` unless it was one amount. */
export type Evaluation =
  | { readonly ok: true; readonly amount: Amount; readonly isSum: boolean }
  | { readonly ok: false; readonly reason: ExpressionRefusal };

type Token = { readonly from: number; readonly to: number } & (
  | { readonly type: 'amount'; readonly amount: ReadAmount['amount'] }
  | { readonly type: 'sign'; readonly sign: string }
);

const SIGN = /^[-+*/()]/;
const unreadable: Evaluation = { ok: false, reason: 'unreadable' };
const unclear: Evaluation = { ok: false, reason: 'unclear' };

/**
 * What typed arithmetic comes to: + − * / and brackets over numbers and measures in any mix of units.
 *
 * It is unreadable where it mixes up what it adds, multiplies or divides (metres by metres). It is unclear where a
 * part of it has more than one meaning, and where a dash is no sure minus: between measures that needs a space on
 * either side, and never a plain number beside a measure. A date is unclear, too: its dashes and strokes are none of
 * arithmetic.
 */
export function evaluate(typed: string, notation: Notation): Evaluation {
  const text = typed.length <= MOST_CHARACTERS ? plainMarks(typed) : '';
  const tokens = tokensOf(text, notation);
  if (!tokens) return unreadable;
  if (tokens.some(isUnclear) || isDateText(text)) return unclear;
  const reader = { text, tokens, notation, next: 0, isUnclear: false };
  const amount = sum(reader);
  // What cannot be read has no meaning at all, whatever its dashes mean.
  if (reader.next !== tokens.length || !amount || !Number.isFinite(amount.value)) return unreadable;
  if (reader.isUnclear) return unclear;
  return { ok: true, amount, isSum: tokens.filter(({ type }) => type === 'amount').length > 1 };
}

/** The one amount that a text is; null where it is anything else, sums too. */
export function singleAmount(typed: string, notation: Notation): Amount | null {
  const [only, ...others] = (typed.length <= MOST_CHARACTERS && tokensOf(plainMarks(typed), notation)) || [];
  if (only?.type !== 'amount' || others.length > 0 || only.amount.type === 'unclear') return null;
  return Number.isFinite(only.amount.value) ? only.amount : null;
}

/**
 * Texts that can be typed in the place of one that is unclear, each with another value; at most two. Empty where
 * there are none, and where the text is clear or unreadable.
 */
export function waysOf(typed: string, notation: Notation): readonly string[] {
  const evaluation = evaluate(typed, notation);
  if (evaluation.ok || evaluation.reason === 'unreadable') return [];
  const text = plainMarks(typed);
  const ways = new Map<number, string>();
  for (const way of [...partWays(text, notation), ...dashWays(text, notation)]) {
    const read = evaluate(way, notation);
    if (!read.ok) continue;
    const { type, value } = read.amount;
    const size = Math.round((type === 'number' ? value * notation.perNumber : value) * 1e9);
    if (!ways.has(size)) ways.set(size, way);
  }
  return [...ways.values()].slice(0, 2);
}

/** The text with its dashes taken for the notation, or for a minus. */
const dashWays = (text: string, notation: Notation): readonly string[] => [
  ...notation.joined(text),
  spacedOut(text, notation),
];

/** The text with its unclear parts all written in the first way, and in the second, with its dashes as in `dashWays`. */
function partWays(text: string, notation: Notation): readonly string[] {
  const parts = tokensOf(text, notation)?.filter(isUnclear) ?? [];
  if (parts.length === 0) return [];
  return [0, 1].flatMap((index) => {
    let way = '';
    let from = 0;
    for (const part of parts) {
      const ways = part.type === 'amount' && part.amount.type === 'unclear' ? part.amount.ways : [];
      way += text.slice(from, part.from) + (ways[index] ?? ways[0] ?? text.slice(part.from, part.to));
      from = part.to;
    }
    way += text.slice(from);
    return [way, ...(evaluate(way, notation).ok ? [] : dashWays(way, notation))];
  });
}

/** The text with spaces around its signs, and with a unit behind plain numbers where a minus needs them. */
function spacedOut(text: string, notation: Notation): string {
  const tokens = tokensOf(text, notation) ?? [];
  const needsUnits = notation.asksDash || tokens.some(isMeasure);
  const isFactor = (token: Token | undefined) => token?.type === 'sign' && /[*/]/.test(token.sign);
  return tokens
    .map((token, index) => {
      const own = text.slice(token.from, token.to).trim();
      if (token.type === 'sign') return isBinary(tokens, index) ? ` ${own} ` : own;
      const isTerm = !isFactor(tokens[index - 1]) && !isFactor(tokens[index + 1]);
      // Two amounts without a sign between them are not one.
      const apart = tokens[index - 1]?.type === 'amount' ? ' ' : '';
      const mark = needsUnits && isTerm && token.amount.type === 'number' ? notation.unitMark : '';
      return apart + own + mark;
    })
    .join('');
}

/** Whether a sign stands between two amounts and not before one. */
function isBinary(tokens: readonly Token[], index: number): boolean {
  const [sign, before] = [tokens[index], tokens[index - 1]];
  if (sign?.type !== 'sign' || /[()]/.test(sign.sign)) return false;
  return before?.type === 'amount' || (before?.type === 'sign' && before.sign === ')');
}

const isUnclear = (token: Token): boolean => token.type === 'amount' && token.amount.type === 'unclear';
const isMeasure = (token: Token): boolean => token.type === 'amount' && token.amount.type === 'measure';

/** Null where a part cannot be read, and where there is none. */
function tokensOf(text: string, { read }: Notation): readonly Token[] | null {
  const tokens: Token[] = [];
  for (let from = 0; from < text.length; ) {
    const rest = text.slice(from);
    const sign = SIGN.exec(rest)?.[0];
    const amount = sign === undefined ? read(rest) : null;
    if (sign === undefined && !amount) return null;
    const to = from + (amount?.characters ?? 1);
    if (amount) tokens.push({ type: 'amount', amount: amount.amount, from, to });
    else if (sign !== undefined) tokens.push({ type: 'sign', sign, from, to });
    from = to + (/^\s*/.exec(text.slice(to))?.[0].length ?? 0);
  }
  return tokens.length > 0 ? tokens : null;
}

type Reader = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly notation: Notation;
  next: number;
  isUnclear: boolean;
};

/** Takes the next token if it is one of the signs. */
function take(reader: Reader, signs: string): string | null {
  const token = reader.tokens[reader.next];
  if (token?.type !== 'sign' || !signs.includes(token.sign)) return null;
  reader.next += 1;
  return token.sign;
}

function sum(reader: Reader): Amount | null {
  let total = product(reader);
  while (total) {
    const at = reader.next;
    const sign = take(reader, '+-');
    if (!sign) return total;
    const term = product(reader);
    if (term && sign === '-' && !isMinus(reader, at, [total, term])) reader.isUnclear = true;
    total = term && added(total, scaled(term, sign === '-' ? -1 : 1), reader.notation.perNumber);
  }
  return total;
}

/** Whether a dash between two amounts can be nothing else than a minus. */
function isMinus({ text, tokens, notation }: Reader, at: number, sides: readonly Amount[]): boolean {
  const measures = sides.filter(({ type }) => type === 'measure').length;
  if (measures === 0) return !notation.asksDash && !tokens.some(isMeasure);
  const dash = tokens[at];
  const isSpaced = dash !== undefined && /^\s-\s$/.test(text.slice(dash.from - 1, dash.to + 1));
  return measures === sides.length && isSpaced;
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
  if (token?.type !== 'amount' || token.amount.type === 'unclear') return null;
  reader.next += 1;
  return token.amount;
}

function scaled({ type, value }: Amount, factor: number): Amount {
  return { type, value: value * factor };
}

function added(first: Amount, second: Amount, perNumber: number): Amount {
  if (first.type === second.type) return { type: first.type, value: first.value + second.value };
  const size = ({ type, value }: Amount) => (type === 'measure' ? value : value * perNumber);
  return { type: 'measure', value: size(first) + size(second) };
}

function multiplied(first: Amount, second: Amount): Amount | null {
  if (first.type === 'measure' && second.type === 'measure') return null;
  const type = first.type === 'measure' || second.type === 'measure' ? 'measure' : 'number';
  return { type, value: first.value * second.value };
}

function divided(first: Amount, second: Amount): Amount | null {
  return second.type === 'number' ? { type: first.type, value: first.value / second.value } : null;
}
