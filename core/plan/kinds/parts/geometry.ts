/**
 * How a record lies on the plan, as the fields that say so. One with several has one of them at a time: the first
 * that is not null.
 */
export type PlacePart =
  /** An outline `ring`, with `holes` or none. */
  { readonly type: 'ring'; readonly holes: boolean } | PathPart | PointPart;

/**
 * A line `path` of so many points at least; `closed` says whether its end meets its beginning: as one that encloses
 * something, or as a way back. `width` is the field that says how wide it is.
 */
type PathPart = {
  readonly type: 'path';
  readonly closes: 'never' | 'encloses' | 'returns';
  readonly width: string | null;
  readonly fewest: 1 | 2;
};

/** A place `at`, of no size on the ground, as long as one of its fields along its direction, or as wide as another, too. */
type PointPart = {
  readonly type: 'place';
  readonly along: string | null;
  readonly across: string | null;
};

/**
 * Where a kind of record lies on the plan. What is asked of that (its shape, its corners, moving it, its handles,
 * what notes hold on to, GeoJSON) is derived from it once; of its `own` kinds each of these answers for itself.
 */
export type Geometry =
  | { readonly form: 'nowhere' }
  | { readonly form: 'own' }
  | { readonly form: 'parts'; readonly parts: readonly PlacePart[]; readonly turns: boolean };

type PartsGeometry = Extract<Geometry, { form: 'parts' }>;

export const nowhere = { form: 'nowhere' } as const;
export const own = { form: 'own' } as const;

const only = (part: PlacePart): PartsGeometry => ({ form: 'parts', parts: [part], turns: false });

/** Within an outline. */
export function inRing(holes?: 'with-holes'): PartsGeometry {
  return only({ type: 'ring', holes: holes === 'with-holes' });
}

/** Along a line. */
export function alongPath({
  closes = 'never',
  width = null,
  fewest = 2,
}: Partial<Omit<PathPart, 'type'>> = {}): PartsGeometry {
  return only({ type: 'path', closes, width, fewest });
}

/** At a place. */
export function atPlace({
  along = null,
  across = null,
}: Partial<Omit<PointPart, 'type'>> = {}): PartsGeometry {
  return only({ type: 'place', along, across });
}

/** In one of two ways, the first before the second. */
export function either(first: PartsGeometry, second: PartsGeometry): PartsGeometry {
  return { form: 'parts', parts: [...first.parts, ...second.parts], turns: false };
}

/** With a `direction` that turns with it. */
export function turning(geometry: PartsGeometry): PartsGeometry {
  return { ...geometry, turns: true };
}

/** The fields in which records say where they are. */
export type PlaceField = 'at' | 'path' | 'ring' | 'holes' | 'direction';

/** The fields that a part is in. */
export function fieldsOfPart(part: PlacePart): readonly PlaceField[] {
  if (part.type === 'ring') return part.holes ? ['ring', 'holes'] : ['ring'];
  return part.type === 'path' ? ['path'] : ['at'];
}

/** All fields that say where a record is, its direction the last; none of one that answers for itself. */
export function placeFields(geometry: Geometry): readonly PlaceField[] {
  if (geometry.form !== 'parts') return [];
  const fields = geometry.parts.flatMap(fieldsOfPart);
  return geometry.turns ? [...fields, 'direction'] : fields;
}
