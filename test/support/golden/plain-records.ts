import { createHash } from 'node:crypto';

/** A record as it is written, whatever its format. */
export type PlainRecord = Readonly<Record<string, unknown>> & { readonly id: string };

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([first], [second]) => (first < second ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}

/** What tells records of any format apart: 16 hexadecimal digits, the same in whatever order they and their fields are. */
export function plainHash(records: Iterable<PlainRecord>): string {
  const inOrder = [...records].sort((first, second) => (first.id < second.id ? -1 : 1));
  const text = JSON.stringify(inOrder.map(sorted));
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
