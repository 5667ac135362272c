/** Longer text is not a number anyone typed; it also bounds how deep brackets go. */
export const MOST_CHARACTERS = 200;

/** How a number may be written, for patterns; `readNumber` says which it is. */
export const NUMBER = String.raw`\d[\d.,]*|[.,]\d+`;

/** The spaces that programs part thousands with, and nobody types: no-break, figure, thin, narrow no-break. */
const GROUPED = /(?<![\d.,])\d{1,3}(?:[\u00a0\u2007\u2009\u202f]\d{3})+(?!\d)/g;

/** The same text in lower case with the marks of a typewriter: primes, dashes, fractions, signs, thousands. */
export function plainMarks(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(GROUPED, (digits) => digits.replaceAll(/\D/g, ''))
    .replaceAll(/[\u2032\u2018\u2019\u00b4`]/g, "'")
    .replaceAll(/[\u2033\u201c\u201d]|''/g, '"')
    .replaceAll(/[\u2212\u2010-\u2014\ufe63\uff0d]/g, '-')
    .replaceAll(/[\u00d7\u00b7]/g, '*')
    .replaceAll(/[\u00f7\u2044\u2215]/g, '/')
    .replaceAll('\u00ba', '°')
    .replaceAll(
      /[\u00bc-\u00be\u215b-\u215e]/g,
      (sign) => ` ${sign.normalize('NFKD').replace('\u2044', '/')}`,
    )
    .trim();
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

/** What a number whose comma may part thousands or the fraction is without doubt: 1,500 is 1500 or 1.500. */
export function commaWays(text: string): readonly string[] {
  return /^\d{1,3},\d{3}$/.test(text) ? [text.replace(',', ''), text.replace(',', '.')] : [];
}

/** For patterns: 6 1/2. Above the stroke are two digits at most: 2 100/400 might begin with twenty-one hundred. */
export const MIXED_NUMBER = String.raw`\d+\s+[1-9]\d?/\d+`;

/** For patterns: a number with a space between its thousands, 1 000 or 12 345 678.9; `ungrouped` is it without. */
export const SPACED = String.raw`\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?![\d.,/]|\s+\d)`;

/** The number of a text whose thousands are parted by spaces, without them. */
export function ungrouped(text: string): string {
  return text.replaceAll(' ', '');
}

/** 1/2, 6 1/2 or 6-1/2: what it comes to; null where nothing is divided by zero or the part is not below one. */
export function readFraction(text: string): number | null {
  const [, whole, above = '', below = ''] = /^(?:(\d+)\s*[-\s]\s*)?(\d+)\/(\d+)$/.exec(text) ?? [];
  const part = Number(above) / Number(below);
  if (below === '' || Number(below) === 0) return null;
  if (whole === undefined) return part;
  return part < 1 ? Number(whole) + part : null;
}

const DATES = [/^\d{4}([-/])\d{1,2}\1\d{1,2}$/, /^\d{1,2}([-/])\d{1,2}\1(\d{4}|\d{2})$/] as const;

/** Whether a text is written as a date is: 2026-11-24, 24/11/2026. It would be arithmetic as well. */
export function isDateText(text: string): boolean {
  return DATES.some((pattern) => pattern.test(plainMarks(text)));
}
