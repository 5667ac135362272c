import type { Point } from '../../geometry/point.ts';
import { definitionOf, derived, type OwnKind } from '../../plan/kinds/definition.ts';
import { fieldsOfPart, type PlacePart } from '../../plan/kinds/parts/geometry.ts';
import type { Form } from '../neutral-drawing.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a part from a form; null where it is none of its sort. */
const fromForm: {
  readonly [T in PlacePart['type']]: (part: Extract<PlacePart, { type: T }>, form: Form) => Fields | null;
} = {
  ring: ({ holes }, form) => {
    if (form.type !== 'polygon') return null;
    return holes ? { ring: form.ring, holes: form.holes } : { ring: form.ring };
  },
  path: ({ closes, fewest }, form) => {
    if (form.type === 'line') return { path: form.path };
    if (form.type === 'polygon') return closes === 'encloses' ? { path: form.ring, closed: true } : null;
    return fewest === 1 ? { path: [form.at] } : null;
  },
  place: (_, form) => (form.type === 'point' ? { at: form.at } : null),
};

function fromParts(parts: readonly PlacePart[], form: Form): readonly Fields[] | null {
  for (const part of parts) {
    const read = fromForm[part.type] as (part: PlacePart, form: Form) => Fields | null;
    const fields = read(part, form);
    // Of several parts it has one, whatever its properties say of the others.
    if (fields) return [{ ...nullFields(parts, part), ...fields }];
  }
  return null;
}

/** The fields of all parts but one, as one that has none of them keeps them. */
function nullFields(parts: readonly PlacePart[], but: PlacePart): Fields {
  const fields = parts.filter((part) => part !== but).flatMap(absentFields);
  return Object.fromEntries(fields.map((field) => [field, null]));
}

const absentFields = (part: PlacePart): readonly string[] =>
  part.type === 'path' && part.width !== null ? ['path', part.width] : fieldsOfPart(part);

function alongLines(form: Form): readonly Fields[] | null {
  if (form.type === 'point') return null;
  const points = form.type === 'line' ? form.path : [...form.ring, ...form.ring.slice(0, 1)];
  return points.slice(1).flatMap((b, index) => {
    const a = points[index];
    return a && (a.x !== b.x || a.y !== b.y) ? [{ a, b }] : [];
  });
}

/*  What a form without fields of its own can only mean; a dimension of the plan brings its own.  */
function dimensionFields(form: Form): Fields {
  const free = (at: Point) => ({ type: 'free', at });
  if (form.type === 'point') return { type: 'coordinate', anchors: [free(form.at)] };
  if (form.type === 'polygon') return { type: 'area', anchors: form.ring.map(free) };
  return { type: form.path.length > 2 ? 'chain' : 'aligned', anchors: form.path.map(free) };
}

const atPoint = (form: Form): readonly Fields[] | null => (form.type === 'point' ? [{ at: form.at }] : null);

const ownFields: { readonly [K in OwnKind]: (form: Form) => readonly Fields[] | null } = {
  underlay: atPoint,
  wall: alongLines,
  opening: atPoint,
  dimension: (form) => [dimensionFields(form)],
  callout: (form) =>
    form.type === 'point' ? [{ at: form.at, anchor: { type: 'free', at: form.at } }] : null,
  sheet: (form) => (form.type === 'point' ? [{ centre: form.at }] : null),
};

/**
 * The geometry fields of each kind from a plain form: several records where one form is several, as the
 * chain of walls along a line; null where the form does not fit the kind.
 */
export const geometryFields = derived((kind): ((form: Form) => readonly Fields[] | null) => {
  const { geometry } = definitionOf(kind);
  if (geometry.form === 'own') return ownFields[kind as OwnKind];
  return geometry.form === 'nowhere' ? () => null : (form) => fromParts(geometry.parts, form);
});
