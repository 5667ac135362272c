import { err, ok, type Result } from './result.ts';

/** What a JSON text from outside may hold; beyond it, it is not parsed at all. */
export type JsonLimits = {
  /** Lists and objects within each other. */
  readonly depth: number;
  /** Lists, objects, their entries and their fields, all counted. */
  readonly values: number;
};

/** Of a whole plan: its records with all their corners, and room. */
export const planJsonLimits: JsonLimits = { depth: 100, values: 30_000_000 };
/** Of a small text beside a plan: a manifest, a setting. */
export const smallJsonLimits: JsonLimits = { depth: 20, values: 50_000 };

/** Why there is no value in a text: `what` is the rest of a sentence that begins with what was read. */
export type JsonError = { readonly reason: 'too-deep' | 'too-many' | 'not-json'; readonly what: string };

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Where the string that begins at a quote ends: its closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at += 1;
  }
  return at;
}

/** How a character outside strings changes the depth. */
function stepOf(code: number): 1 | 0 | -1 {
  if (code === OPEN_LIST || code === OPEN_OBJECT) return 1;
  return code === CLOSE_LIST || code === CLOSE_OBJECT ? -1 : 0;
}

/** Which limit a text breaks, or null; it only counts, so that text that is no JSON has some answer too. O(n). */
function brokenLimit(text: string, { depth, values }: JsonLimits): keyof JsonLimits | null {
  let level = 0;
  let count = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    const step = stepOf(code);
    level += step;
    if (step === 1 || code === COMMA) count += 1;
    if (level > depth) return 'depth';
    if (count > values) return 'values';
  }
  return null;
}

/**
 * The value in a JSON text that is not trusted. Its depth and number of values are counted before it is parsed:
 * a short text of brackets alone could take all memory.
 */
export function parseBounded(text: string, limits: JsonLimits): Result<unknown, JsonError> {
  const broken = brokenLimit(text, limits);
  const count = (value: number) => value.toLocaleString('en-US');
  if (broken === 'depth') {
    const what = `has lists within lists more than ${count(limits.depth)} deep`;
    return err({ reason: 'too-deep', what });
  }
  if (broken === 'values')
    return err({ reason: 'too-many', what: `has more than ${count(limits.values)} values` });
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError)
      return err({ reason: 'not-json', what: `is not JSON (${error.message})` });
    throw error;
  }
}
