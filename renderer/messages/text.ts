import { kindWords } from '../kinds/index.ts';
import type { MessageKey } from './keys.ts';
import { messages } from './table.ts';

const texts: Readonly<Record<string, string>> = { ...kindWords, ...messages };

/** The text of a key; `{name}` in it is replaced by the value of that name. */
export function text(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  const found = texts[key];
  if (found === undefined) throw new Error(`There is no text for ${key}.`);
  return found.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Whether a text is a key of the table: keys that come from the editor are plain texts there. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(texts, key);
}
