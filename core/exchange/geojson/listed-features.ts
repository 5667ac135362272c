import { z } from '../../schema.ts';
import { featureAround } from './feature.ts';

/** The members of the top level of a GeoJSON text. */
export type Top = Readonly<Record<string, unknown>>;

/** The features of a GeoJSON text as they stand in it, each with its number in a collection; null where it is none. */
export type ListedFeatures = {
  readonly form: 'collection' | 'feature' | 'geometry';
  /** What is said at the top level of a text; of a bare geometry nothing but its system. */
  readonly top: Top;
  readonly values: readonly unknown[];
};

const topSchema = z.looseObject({ type: z.string() });

/** What a value of JSON lists, or null where it is no GeoJSON. */
export function listedFeatures(json: unknown): ListedFeatures | null {
  const top = topSchema.safeParse(json).data;
  if (!top) return null;
  const { type, features, crs } = top;
  if (type === 'FeatureCollection')
    return Array.isArray(features) ? { form: 'collection', top, values: features } : null;
  if (type === 'Feature') return { form: 'feature', top, values: [json] };
  const value = featureAround(json);
  if (value === json) return null;
  return { form: 'geometry', top: crs === undefined ? {} : { crs }, values: [value] };
}
