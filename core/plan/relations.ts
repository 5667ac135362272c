import { kindOf } from './plan.ts';
import type { AnyId, Kind, PlanRecord, RecordOf } from './records/index.ts';
import { anchorKinds } from './records/notes/anchor.ts';

/**
 * What it means that a field of one kind names records of others: what becomes of the record that has the field.
 *
 * Everything that asks what belongs to what asks this: moving, deleting, copying, changing floor, cutting out a
 * part, redrawing, checking. A new reference is a row here and nothing elsewhere.
 */
export type Relation = {
  /** How the field holds the names: one or null, a list of them, or the points of a note that are attached. */
  readonly holds: 'name' | 'names' | 'points';
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
  /** Whether it looks different when what it names does. */
  readonly looksBy: boolean;
};

const ground = {
  holds: 'name',
  onMove: 'stays',
  onDelete: 'forbids',
  onCopy: 'stays',
  onFloor: 'stays',
  without: 'keeps',
  beside: 'keeps',
  looksBy: false,
} as const;

const inGroup: Relation = { ...ground, to: ['group'], onDelete: 'lets-go', without: 'lets-go' };

const placed = {
  floor: { ...ground, to: ['floor'] },
  layer: { ...ground, to: ['layer'] },
  phase: { ...ground, to: ['phase'] },
  group: inGroup,
} as const satisfies { readonly [field: string]: Relation };

/** On or by another record, and there without it too. */
const by = {
  holds: 'name',
  onMove: 'goes-along',
  onDelete: 'lets-go',
  onCopy: 'stays',
  onFloor: 'stays',
  without: 'lets-go',
  beside: 'lets-go',
  looksBy: false,
} as const;

/** The points of a note; what lets go of them leaves them where they are. */
const points: Relation = {
  ...by,
  holds: 'points',
  to: anchorKinds,
  onMove: 'is-placed-by-it',
  onFloor: 'comes-with-all',
  looksBy: true,
};

type NamesIn<T> = T extends `${Kind}:${string}`
  ? T
  : T extends readonly (infer Item)[]
    ? NamesIn<Item>
    : T extends object
      ? NamesIn<T[keyof T]>
      : never;

/** The fields of a kind that name other records. */
type NamingField<K extends Kind> = {
  [F in keyof RecordOf<K>]: F extends 'id' ? never : [NamesIn<RecordOf<K>[F]>] extends [never] ? never : F;
}[keyof RecordOf<K>];

/** THE table of relations: complete over every field that names a record, or it does not compile. */
export const relations: {
  readonly [K in Kind]: { readonly [F in NamingField<K>]: Relation };
} = {
  settings: {},
  floor: {},
  layer: {},
  phase: {},
  group: { parent: inGroup },
  underlay: placed,
  propertyLine: placed,
  building: placed,
  wall: placed,
  opening: {
    ...placed,
    wall: {
      holds: 'name',
      to: ['wall'],
      onMove: 'is-placed-by-it',
      onDelete: 'goes',
      onCopy: 'comes',
      onFloor: 'comes',
      without: 'cannot-be',
      beside: 'keeps',
      looksBy: true,
    },
  },
  fence: placed,
  gate: { ...placed, fence: { ...by, to: ['fence'], onFloor: 'comes' } },
  road: placed,
  parking: placed,
  area: placed,
  route: placed,
  obstacle: placed,
  // It closes the way through the gate: left behind it would close nothing.
  barrier: { ...placed, gate: { ...by, to: ['gate'] } },
  bollards: placed,
  camera: { ...placed, mountedOn: { ...by, to: ['wall', 'building', 'obstacle'] } },
  post: placed,
  patrol: placed,
  light: placed,
  sensor: placed,
  reader: { ...placed, controls: { ...by, to: ['opening', 'gate'] } },
  screening: placed,
  sign: placed,
  equipment: placed,
  asset: placed,
  approach: placed,
  coverageZone: placed,
  text: placed,
  dimension: { ...placed, anchors: points },
  callout: { ...placed, anchor: points },
  sheet: { floor: { ...ground, to: ['floor'] }, layers: { ...ground, holds: 'names', to: ['layer'] } },
};

/** A row of the table with where it stands: `relations[from][field]`. */
export type RelationRow = Relation & { readonly from: Kind; readonly field: string };

const kindsOfTable = Object.keys(relations) as readonly Kind[];

function rowsFrom(from: Kind): readonly RelationRow[] {
  const rows: Readonly<Record<string, Relation>> = relations[from];
  return Object.entries(rows).map(([field, relation]) => ({ ...relation, from, field }));
}

const byKind = new Map(kindsOfTable.map((kind) => [kind, rowsFrom(kind)]));
const noRows: readonly RelationRow[] = [];

/** All rows of the table. */
export const relationRows: readonly RelationRow[] = [...byKind.values()].flat();

/** The relations that a kind has to others, in the order of its fields. */
export function relationsOf(kind: Kind): readonly RelationRow[] {
  return byKind.get(kind) ?? noRows;
}

/** Whether what has a relation stands in, on or by something that was drawn, and not on or in what only orders a plan. */
export function isTie({ to }: Relation): boolean {
  return !to.some((kind) => ordering.has(kind));
}

const ordering: ReadonlySet<Kind> = new Set(['floor', 'layer', 'phase', 'group']);

const tiesByHost = new Map(
  kindsOfTable.map((kind) => [kind, relationRows.filter((row) => isTie(row) && row.to.includes(kind))]),
);

/** The relations in which something can stand in, on or by a kind. */
export function tiesTo(kind: Kind): readonly RelationRow[] {
  return tiesByHost.get(kind) ?? noRows;
}

/** The row of a field of a kind. */
export function rowOf<K extends Kind>(kind: K, field: NamingField<K>): RelationRow {
  const row = relationsOf(kind).find((each) => each.field === field);
  if (!row) throw new Error(`There is no relation of ${kind} by ${String(field)}.`);
  return row;
}

/** A field of a record that names another record. */
export type Reference = { readonly field: string; readonly id: AnyId };

type Point = { readonly type: 'attached'; readonly record: AnyId } | { readonly type: 'free' };

/** The ids that a field of a record holds, as its relation says. */
export function namesIn(record: PlanRecord, { holds, field }: RelationRow): readonly AnyId[] {
  const value = (record as unknown as Readonly<Record<string, unknown>>)[field] ?? null;
  if (value === null) return none;
  if (holds === 'name') return [value as AnyId];
  if (holds === 'names') return value as readonly AnyId[];
  const held = (Array.isArray(value) ? value : [value]) as readonly Point[];
  return held.flatMap((point) => (point.type === 'attached' ? [point.record] : []));
}

const none: readonly AnyId[] = [];

/** The records that a record names, in the order of its fields. */
export function referencesOf(record: PlanRecord): readonly Reference[] {
  const found: Reference[] = [];
  for (const row of relationsOf(kindOf(record.id)))
    for (const id of namesIn(record, row)) found.push({ field: row.field, id });
  return found;
}

const ranks = new Map<Kind, number>();

/** How many others may have to be there before a record of a kind: hosts come before what stands in them. */
export function rankOf(kind: Kind): number {
  const known = ranks.get(kind);
  if (known !== undefined) return known;
  const hosts = relationsOf(kind)
    .filter(isTie)
    .flatMap(({ to }) => to);
  const rank = hosts.reduce((most, host) => Math.max(most, rankOf(host) + 1), 0);
  ranks.set(kind, rank);
  return rank;
}
