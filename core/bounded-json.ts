import { err, ok, type Result } from './result.ts';

/** What a JSON text from outside may hold; beyond it, it is not parsed at all. */
export type JsonLimits = {
  /** Lists and objects within each other. */
  readonly depth: number;
  /** Lists, objects, their entries and their fields, all counted. */
  readonly values: number;
  /** Fields of one object: very many take long to be told apart. */
  readonly fields: number;
};

/** Of a whole plan: its records with all their corners, and room. */
export const planJsonLimits: JsonLimits = { depth: 100, values: 30_000_000, fields: 10_000 };
/** Of a small text beside a plan: a manifest, a setting. */
export const smallJsonLimits: JsonLimits = { depth: 20, values: 50_000, fields: 1000 };

/** Why there is no value in a text: `what` is the rest of a sentence that begins with what was read. */
export type JsonError = {
  readonly reason: 'too-deep' | 'too-many' | 'too-many-fields' | 'not-json';
  readonly what: string;
};

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

/** What is open at one place of a text: how deep, and of each level how many fields, -1 for a list. */
class Levels {
  readonly #limits: JsonLimits;
  readonly #fields: number[] = [];
  #values = 1;

  constructor(limits: JsonLimits) {
    this.#limits = limits;
  }

  /** Takes a character outside strings; which limit it breaks, or null. */
  take(code: number): keyof JsonLimits | null {
    if (code === OPEN_LIST || code === OPEN_OBJECT) return this.#open(code === OPEN_OBJECT ? 1 : -1);
    if (code === CLOSE_LIST || code === CLOSE_OBJECT) this.#fields.pop();
    return code === COMMA ? this.#next() : null;
  }

  #open(fields: number): keyof JsonLimits | null {
    this.#fields.push(fields);
    this.#values += 1;
    return this.#fields.length > this.#limits.depth ? 'depth' : this.#overValues();
  }

  #next(): keyof JsonLimits | null {
    this.#values += 1;
    const level = this.#fields.length - 1;
    const fields = this.#fields[level] ?? -1;
    if (fields < 0) return this.#overValues();
    this.#fields[level] = fields + 1;
    return fields >= this.#limits.fields ? 'fields' : this.#overValues();
  }

  #overValues(): 'values' | null {
    return this.#values > this.#limits.values ? 'values' : null;
  }
}

/** Which limit a text breaks, or null; it only counts, so that text that is no JSON has some answer too. O(n). */
function brokenLimit(text: string, limits: JsonLimits): keyof JsonLimits | null {
  const levels = new Levels(limits);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    const broken = levels.take(code);
    if (broken) return broken;
  }
  return null;
}

const errors: { readonly [L in keyof JsonLimits]: (most: string) => JsonError } = {
  depth: (most) => ({ reason: 'too-deep', what: `has lists within lists more than ${most} deep` }),
  values: (most) => ({ reason: 'too-many', what: `has more than ${most} values` }),
  fields: (most) => ({ reason: 'too-many-fields', what: `has an object of more than ${most} fields` }),
};

/**
 * The value in a JSON text that is not trusted. Its depth and number of values are counted before it is parsed:
 * a short text of brackets alone could take all memory.
 */
export function parseBounded(text: string, limits: JsonLimits): Result<unknown, JsonError> {
  const broken = brokenLimit(text, limits);
  if (broken) return err(errors[broken](limits[broken].toLocaleString('en-US')));
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError)
      return err({ reason: 'not-json', what: `is not JSON (${error.message})` });
    throw error;
  }
}
