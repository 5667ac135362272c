import { definitionOf, derived } from '../plan/kinds/definition.ts';
import { type Kind, planKinds } from '../plan/kinds/index.ts';
import type { PlacePart } from '../plan/kinds/parts/geometry.ts';
import { isPlacedKind } from '../plan/plan.ts';
import { type FieldSort, queryFields } from '../query/query-fields.ts';
import { canHave } from './can-have.ts';

/** The sorts of plain geometry that features have. */
export const geometrySorts = ['point', 'line', 'polygon'] as const;
export type GeometrySort = (typeof geometrySorts)[number];

/** A field that a rule may give: how a text becomes its value, and the words that it may be. */
export type MappedField = {
  readonly name: string;
  readonly sort: Exclude<FieldSort, 'area' | 'angle'>;
  readonly choices: readonly string[];
};

/** Kinds that features of another program are never: what shows a plan, or hangs on something of it. */
const notMapped: readonly string[] = ['underlay', 'dimension', 'callout', 'coverageZone', 'text'];

/** The kinds that a rule may name, in the order of the kinds. */
export const mappedKinds = (Object.keys(planKinds) as Kind[]).filter(
  (kind) => isPlacedKind(kind) && !notMapped.includes(kind),
);

/** What the form says, what names other records or the catalogue, and how a person looks at it. */
const notGiven: readonly string[] = [
  ...['id', 'locked', 'order', 'evidence', 'floor', 'layer', 'phase', 'group', 'device', 'follows', 'gate'],
  ...['at', 'path', 'ring', 'holes', 'a', 'b', 'bulge', 'closed', 'offset', 'wall', 'fence', 'fieldOfView'],
  // Radians, of which no field says so; and what has parts of its own.
  ...['angle', 'sensors', 'presets', 'tiltRange'],
];

/** The fields of each kind that a rule may give: what says something of the thing itself. */
export const mappedFields = derived((kind): readonly MappedField[] => {
  if (!mappedKinds.includes(kind)) return [];
  const { schema, relations } = definitionOf(kind);
  const names = Object.keys(schema.shape).filter(
    (name) => !notGiven.includes(name) && !Object.hasOwn(relations, name),
  );
  return names.flatMap((name) => fieldOf(kind, name) ?? []);
});

function fieldOf(kind: Kind, name: string): MappedField | null {
  const known = queryFields.get(name.toLowerCase());
  if (!known || known.sort === 'angle' || known.sort === 'area') return null;
  const choices = known.choices.filter((choice) => canHave(kind, name, choice));
  return { name, sort: known.sort, choices };
}

function sortsOfPart(part: PlacePart): readonly GeometrySort[] {
  if (part.type === 'place') return ['point'];
  if (part.type === 'ring') return ['polygon'];
  return [
    'line',
    ...(part.closes === 'encloses' ? (['polygon'] as const) : []),
    ...(part.fewest === 1 ? (['point'] as const) : []),
  ];
}

/** The sorts of geometry that a feature must have to become a record of each kind. */
export const sortsOfKind = derived((kind): readonly GeometrySort[] => {
  if (!mappedKinds.includes(kind)) return [];
  const { geometry } = definitionOf(kind);
  if (geometry.form === 'parts') return [...new Set(geometry.parts.flatMap(sortsOfPart))];
  return kind === 'wall' ? ['line', 'polygon'] : ['point'];
});
