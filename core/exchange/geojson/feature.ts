import { z } from '../../schema.ts';
import type { DrawnElement } from '../neutral-drawing.ts';
import { GeometryReader, simpleTypes } from './geometry-reader.ts';

const objectSchema = z.record(z.string(), z.unknown());
const idSchema = z.union([z.string(), z.number()]);

/** What a feature draws, and what of it is odd. */
export type ReadFeature = {
  readonly element: DrawnElement;
  readonly id: string | number | null;
  readonly geometry: GeometryReader;
  /** What the format forbids and was read all the same. */
  readonly odd: readonly string[];
  /** The members of the feature and its geometry that say in which system it is measured. */
  readonly systems: readonly unknown[];
  /** Its member of that name, which nobody has parsed. */
  readonly bbox: unknown;
};

/** A feature, or why it is none: the end of a sentence. Never throws. */
export function readFeature(value: unknown, source: string): ReadFeature | { readonly fault: string } {
  const feature = objectSchema.safeParse(value);
  if (!feature.success || Array.isArray(value)) return { fault: 'it is not an object' };
  const { type, id, geometry, properties } = feature.data;
  if (type === 'FeatureCollection') return { fault: 'it is a collection within the collection' };
  if (type !== 'Feature') return { fault: 'its "type" is not "Feature"' };
  const tags = propertiesOf(properties);
  if (tags === null) return { fault: 'its "properties" are not an object' };
  const read = new GeometryReader();
  read.read(geometry);
  const [fault] = read.faults;
  if (fault !== undefined && read.forms.length === 0) return { fault };
  const name = idSchema.safeParse(id);
  const systems = [feature.data.crs, objectSchema.safeParse(geometry).data?.crs];
  const odd = [
    ...(properties === undefined ? ['it has no "properties"'] : []),
    ...(id !== undefined && !name.success ? ['its "id" is neither text nor number'] : []),
    ...(systems.includes(null) ? ['its "crs" is null, which says no system'] : []),
  ];
  return {
    element: {
      source,
      id: typeof id === 'string' ? id : null,
      layer: null,
      forms: read.forms,
      text: null,
      properties: tags,
    },
    id: name.success ? name.data : null,
    geometry: read,
    odd,
    systems,
    bbox: feature.data.bbox,
  };
}

const geometryTypes: readonly unknown[] = [...simpleTypes, 'GeometryCollection'];

/** A geometry that stands where a feature does as the feature that it is, without properties; any other value as it is. */
export function featureAround(value: unknown): unknown {
  const geometry = objectSchema.safeParse(value);
  return geometry.success && geometryTypes.includes(geometry.data.type)
    ? { type: 'Feature', properties: null, geometry: value }
    : value;
}

function propertiesOf(value: unknown): Readonly<Record<string, unknown>> | null {
  if (value === undefined || value === null) return {};
  const properties = objectSchema.safeParse(value);
  return properties.success && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null;
}
