import type { Point } from '../../geometry/point.ts';
import type { z } from '../../schema.ts';
import { type DeviceKind, type Kind, planKinds, type RecordOf } from './index.ts';
import type { Geometry } from './parts/geometry.ts';

/**
 * What it means that a field of one kind names records of others: what becomes of the record that has the field.
 *
 * Everything that asks what belongs to what asks this: moving, deleting, copying, changing floor, cutting out a
 * part, redrawing, checking. A new reference is a row in the definition of its kind and nothing elsewhere.
 */
export type Relation = {
  /** How the field holds the names: one or null, the points of a note that are attached, or fields within its parts. */
  readonly holds: 'name' | 'points' | 'within';
  /** The kinds that it may name. */
  readonly to: readonly Kind[];
  /**
   * When what it names is moved or turned as a whole: it goes along by the same movement; its place is counted
   * from there and follows by itself; it stays.
   */
  readonly onMove: 'goes-along' | 'is-placed-by-it' | 'stays';
  /** When what it names is deleted: it goes too; it lets go of it; the deletion is refused while it is there. */
  readonly onDelete: 'goes' | 'lets-go' | 'forbids';
  /** When what it names is copied or cut out: it comes with it, or is only taken where it was chosen itself. */
  readonly onCopy: 'comes' | 'stays';
  /**
   * When what it names goes to another floor, or a copy of that does: it comes with it; it comes where all that it
   * names do; it stays, and the two part.
   */
  readonly onFloor: 'comes' | 'comes-with-all' | 'stays';
  /** Put where what it names is not: it keeps the name; it lets go of it; it cannot be put there. */
  readonly without: 'keeps' | 'lets-go' | 'cannot-be';
  /** Copied beside itself without what it names: the copy names the same, or lets go of it. */
  readonly beside: 'keeps' | 'lets-go';
  /** Whether it is shown only where the state of what it names is: it is nothing without that. */
  readonly isShownWith: boolean;
  /** Whether it looks different when what it names does. */
  readonly looksBy: boolean;
};

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
