import { type Kind, planKinds } from '../plan/kinds/index.ts';
import { isPlacedKind, kinds } from '../plan/plan.ts';
import type { z } from '../schema.ts';

/** How the values of a field are compared, and in which unit they are typed. */
export type FieldSort = 'text' | 'flag' | 'choice' | 'length' | 'area' | 'angle' | 'bearing' | 'number';

export type QueryField = {
  readonly name: string;
  readonly sort: FieldSort;
  /** What a choice may be, over all kinds. */
  readonly choices: readonly string[];
};

type Definition = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly entries?: Readonly<Record<string, unknown>>;
};

/** The definition of what a schema takes, beneath `nullable` and what is done to the value afterwards. */
function definitionOf(schema: z.ZodType): Definition {
  const definition = schema._zod.def as Definition;
  const inner = definition.innerType ?? (definition.type === 'pipe' ? definition.in : undefined);
  return inner ? definitionOf(inner) : definition;
}

const LENGTHS =
  /(height|width|length|thickness|depth|offset|sill|spacing|diameter|range|elevation|radius|distance|standoff)$/;
const ANGLES = /^(tilt|roll|rotation)$/;

/** A number whose name has no unit is metres or radians, as core's rule of names has it. */
function numberSort(name: string): FieldSort {
  if (name === 'direction') return 'bearing';
  if (ANGLES.test(name)) return 'angle';
  return LENGTHS.test(name.toLowerCase()) ? 'length' : 'number';
}

function fieldOf(name: string, schema: z.ZodType): QueryField {
  const { type, entries } = definitionOf(schema);
  if (type === 'number') return { name, sort: numberSort(name), choices: [] };
  if (type === 'boolean') return { name, sort: 'flag', choices: [] };
  if (type === 'enum' && entries) return { name, sort: 'choice', choices: Object.keys(entries) };
  return { name, sort: 'text', choices: [] };
}

/** The same field of two kinds: choices add up; a text in one of them makes it a text. */
function merged(first: QueryField, second: QueryField): QueryField {
  const choices = [...new Set([...first.choices, ...second.choices])];
  return first.sort === second.sort ? { ...first, choices } : { ...first, sort: 'text', choices };
}

const derived: readonly QueryField[] = [
  { name: 'kind', sort: 'text', choices: [] },
  { name: 'length', sort: 'length', choices: [] },
  { name: 'surface', sort: 'area', choices: [] },
  { name: 'x', sort: 'length', choices: [] },
  { name: 'y', sort: 'length', choices: [] },
];

function collect(): ReadonlyMap<string, QueryField> {
  const fields = new Map(derived.map((field) => [field.name, field]));
  for (const kind of kinds.filter(isPlacedKind)) {
    const shape: Readonly<Record<string, z.ZodType>> = planKinds[kind satisfies Kind].schema.shape;
    for (const [name, schema] of Object.entries(shape)) {
      const key = name.toLowerCase();
      const known = fields.get(key);
      const field = fieldOf(name, schema);
      fields.set(key, known ? merged(known, field) : field);
    }
  }
  return fields;
}

/**
 * Every field a query may name, by its name in lower case: all fields of placed records, `kind`, and what
 * follows from the geometry: `length`, `surface` (m²), `x` and `y` of the middle.
 */
export const queryFields: ReadonlyMap<string, QueryField> = collect();
