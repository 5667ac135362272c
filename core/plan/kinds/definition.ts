import type { Point } from '../../geometry/point.ts';
import type { Relation as RelationBetween } from '../../records/relation.ts';
import type { z } from '../../schema.ts';
import { type DeviceKind, type Kind, planKinds, type RecordOf } from './index.ts';
import type { Geometry } from './parts/geometry.ts';

/** What it means that a field of one kind names records of others, in a plan. */
export type Relation = RelationBetween<Kind>;

type NamesIn<T> = T extends `${Kind}:${string}`
  ? T
  : T extends readonly (infer Item)[]
    ? NamesIn<Item>
    : T extends object
      ? NamesIn<T[keyof T]>
      : never;

/** The fields of a kind that name other records. */
export type NamingField<K extends Kind> = {
  [F in keyof RecordOf<K>]: F extends 'id' ? never : [NamesIn<RecordOf<K>[F]>] extends [never] ? never : F;
}[keyof RecordOf<K>];

/** How a record is hit by a click: `outline` only on its edge, `surface` inside as well but after what lies on it. */
export type HitClass = 'shape' | 'outline' | 'surface' | 'backdrop';

/** How the tags of a kind begin, by its type where they tell that, and how many digits their number has at least. */
export type KindTags =
  | { readonly prefix: string; readonly digits: number }
  | { readonly prefixes: Readonly<Record<string, string>>; readonly digits: number };

/** What is said of a kind where it is defined; what it looks like and how it is edited is said on those sides. */
export type KindDefinition<K extends Kind = Kind> = {
  readonly schema: z.ZodObject;
  /** Every field that has a default when a record is made; what is absent must be given. */
  readonly defaults: Partial<RecordOf<K>>;
  /** What it means that its fields name other records, by field. */
  readonly relations: { readonly [F in NamingField<K>]: Relation };
  readonly geometry: Geometry;
  readonly hit: HitClass;
  /** To trimming, splitting and joining: a line that is cut, an edge at which others are cut, or neither. */
  readonly cutting: 'line' | 'edge' | null;
  /** Whether distances to it are shown unasked: to what stands, and to the line around the site. */
  readonly isGauged: boolean;
  /** Null when records of the kind are not tagged. */
  readonly tags: KindTags | null;
};

/** The list as what it must be: a kind that leaves something out, or says it otherwise, does not compile. */
const definitions: { readonly [K in Kind]: KindDefinition<K> } = planKinds;

/** The definition of a kind that is known only at run time. */
export function definitionOf(kind: Kind): KindDefinition {
  return definitions[kind] as KindDefinition;
}

/** The kinds of which a geometry of their own is asked for. */
export type OwnKind = {
  [K in Kind]: (typeof planKinds)[K]['geometry'] extends { readonly form: 'own' } ? K : never;
}[Kind];

const kinds = Object.keys(planKinds) as readonly Kind[];

/** An answer for each kind, found once from its definition. */
export function derived<T>(answer: (kind: Kind) => T): { readonly [K in Kind]: T } {
  return Object.fromEntries(kinds.map((kind) => [kind, answer(kind)])) as { readonly [K in Kind]: T };
}

/** Kinds that are drawn as a line which can be cut, trimmed and joined. */
export type LineKind = {
  [K in Kind]: (typeof planKinds)[K]['cutting'] extends 'line' ? K : never;
}[Kind];

export const lineKinds = kinds.filter((kind): kind is LineKind => definitions[kind].cutting === 'line');

/** Devices that stand at a place and look in a direction. */
export type AimedKind = {
  [K in DeviceKind]: RecordOf<K> extends { readonly at: Point | null; readonly direction: number }
    ? K
    : never;
}[DeviceKind];

function isAimed(kind: Kind): kind is AimedKind {
  const { geometry, schema } = definitionOf(kind);
  if (geometry.form !== 'parts' || !('device' in schema.shape)) return false;
  return geometry.turns && geometry.parts.some(({ type }) => type === 'place');
}

/** The same as a list, in the order of the kinds. */
export const aimedKinds = kinds.filter(isAimed);
