import { metresIn, numberIn } from '../../measures.ts';

/** What a table has under a name from outside, which may be the name of something that every object has. */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: string | undefined): T | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The text of a tag, whichever JSON writes it: 3 is "3", true is "yes"; null for what says nothing, or is no tag. */
export function tagText(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/** The tags among the properties of an element: all of them, or those in its object "tags", as some programs write. */
export function tagsIn(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const nested = entryOf(properties, 'tags');
  const isObject = typeof nested === 'object' && nested !== null && !Array.isArray(nested);
  return isObject ? (nested as Readonly<Record<string, unknown>>) : properties;
}

/** What programs that nest the tags of an object write beside them, which says nothing of the thing. */
const ofObjects: readonly string[] = ['tags', 'type', 'meta', 'relations', 'tainted'];

/** The keys beside an object "tags" that say something: nobody reads them. */
export function besideTags(properties: Readonly<Record<string, unknown>>): readonly string[] {
  if (tagsIn(properties) === properties) return [];
  return Object.entries(properties).flatMap(([key, value]) =>
    ofObjects.includes(key) || isNameOfFeature(key) || !saysSomething(value) ? [] : [key],
  );
}

const saysSomething = (value: unknown): boolean =>
  tagText(value) !== null || (typeof value === 'object' && value !== null);

/** What names a feature in its file says nothing of the thing. */
export const isNameOfFeature = (key: string): boolean => key.startsWith('@') || key === 'id';

/** The tags of one thing, which of them were asked for and not understood, and which nobody asked for. */
export class Tags {
  readonly #properties: Readonly<Record<string, unknown>>;
  readonly #asked = new Set<string>();
  /** The texts that were not understood, by their keys. */
  readonly unread = new Map<string, string>();

  constructor(properties: Readonly<Record<string, unknown>>) {
    this.#properties = properties;
  }

  /** The keys of those that say something and were not asked for. */
  get ignored(): readonly string[] {
    return Object.entries(this.#properties).flatMap(([key, value]) =>
      saysSomething(value) && !this.#asked.has(key) && !isNameOfFeature(key) ? [key] : [],
    );
  }

  get(key: string): string | undefined {
    this.#asked.add(key);
    return tagText(entryOf(this.#properties, key)) ?? undefined;
  }

  /** Metres above 0; null where it has none. */
  metres(key: string): number | null {
    return this.read(key, metresIn);
  }

  /** A number of things, 0 too; null where it has none. */
  count(key: string): number | null {
    return this.read(key, numberIn);
  }

  /** A whole number of things, 0 too; null where it has none. */
  whole(key: string): number | null {
    return this.read(key, (text) => {
      const number = numberIn(text);
      return Number.isInteger(number) ? number : null;
    });
  }

  /** What its word means in a table; null where it has none. */
  word(key: string, words: Readonly<Record<string, string>>): string | null {
    return this.read(key, (text) => entryOf(words, text) ?? null);
  }

  /** One that a plan has a place for and that nobody reads. */
  pass(key: string): void {
    this.read(key, () => null);
  }

  /** What its text means to a reader; null where it has none, and where the reader does not understand it. */
  read<T>(key: string, read: (text: string) => T | null): T | null {
    const text = this.get(key);
    if (text === undefined) return null;
    const value = read(text);
    if (value === null) this.unread.set(key, text);
    return value;
  }
}
