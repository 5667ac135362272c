import type { z } from '../schema.ts';
import type { AnyRecord } from './any-record.ts';
import { type Formats, noSteps } from './formats.ts';
import { RecordReader } from './record-reader.ts';
import type { Relation } from './relation.ts';
import { RelationTable } from './relation-table.ts';

/** What every set says of a kind, whatever else it says of it. */
export type KindParts<K extends string> = {
  readonly schema: z.ZodObject;
  readonly relations: Readonly<Record<string, Relation<K>>>;
};

/** What records of one sort of file are made of: its kinds, what they name, and the formats they were written in. */
export type KindSet<K extends string, R extends AnyRecord> = {
  /** In the order of their list. */
  readonly kinds: readonly K[];
  /** The kind that an id names in front of its colon. */
  readonly kindOf: (id: string) => K;
  readonly relations: RelationTable<K, R>;
  readonly reader: RecordReader<R>;
  readonly formats: Formats;
};

type Rest<K extends string> = {
  /** Kinds that only order the others: who names them does not stand in, on or by them. */
  readonly ordering?: readonly K[];
  readonly formats?: Formats;
};

/** The set of some kinds by their definitions, in the order of these. */
export function kindSet<K extends string, R extends AnyRecord>(
  definitions: { readonly [P in K]: KindParts<K> },
  { ordering = [], formats = noSteps }: Rest<K> = {},
): KindSet<K, R> {
  const kinds = Object.keys(definitions) as K[];
  const kindOf = kindFinder(kinds);
  const schemas = new Map<string, z.ZodObject>(kinds.map((kind) => [kind, definitions[kind].schema]));
  const relations = new RelationTable<K, R>({
    kinds,
    kindOf,
    relationsOf: (kind) => definitions[kind].relations,
    ordering: new Set(ordering),
  });
  return { kinds, kindOf, relations, reader: new RecordReader<R>(schemas, kindOf), formats };
}

function kindFinder<K extends string>(kinds: readonly K[]): (id: string) => K {
  /** The kinds by how long their names are and what these begin with: one or two of each. */
  const alike = new Map<number, readonly K[]>();
  const looksOf = (kind: string, end: number) => end * 128 + kind.charCodeAt(0);
  for (const kind of kinds) {
    const looks = looksOf(kind, kind.length);
    alike.set(looks, [...(alike.get(looks) ?? []), kind]);
  }
  return (id) => {
    const end = id.indexOf(':');
    // The list's own text and not a piece cut from the id: that would be looked up far more slowly.
    for (const kind of alike.get(looksOf(id, end)) ?? []) if (id.startsWith(kind)) return kind;
    return id.slice(0, end) as K;
  };
}
