import { z } from '../schema.ts';
import { geometrySorts } from './mapped-fields.ts';

/** What of a file a survey lists at most, whatever the file holds. */
export const surveyLimits = { attributes: 40, values: 24, name: 100, value: 80 } as const;

const count = z.int().min(0);

const valueSchema = z.strictObject({
  text: z.string().max(surveyLimits.value),
  features: count,
  /** How many of these are understood by their own tags. */
  understood: count,
});

const attributeSchema = z.strictObject({
  name: z.string().max(surveyLimits.name),
  /** Features for which it says something, and how many of these are understood by their own tags. */
  features: count,
  understood: count,
  distinct: count,
  /** There are so many different values that not all were counted. */
  isCut: z.boolean(),
  /** Features of the counted values that can be read as lengths. */
  measures: count,
  /** The most frequent values, the most frequent first; values longer than a line are not listed. */
  values: z.array(valueSchema).max(surveyLimits.values),
});

const geometrySchema = z.strictObject({
  geometry: z.enum(geometrySorts),
  features: count,
  understood: count,
  attributes: z.array(attributeSchema).max(surveyLimits.attributes),
  /** Attributes that are not listed: rarer ones, and those with very long names. */
  others: count,
});

/**
 * What the features of a file say of themselves, by their sort of geometry: what a mapping can ask for. A feature with
 * several sorts of geometry counts in each; what says its kind in words of records counts in none.
 */
export const surveySchema = z.strictObject({
  /** The same for files with the same attributes: hexadecimal digits. */
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
  features: count,
  /** Features of which nothing is understood by their own tags. */
  foreign: count,
  geometries: z.array(geometrySchema).max(geometrySorts.length),
});
export type Survey = z.infer<typeof surveySchema>;
export type GeometrySurvey = z.infer<typeof geometrySchema>;
export type AttributeSurvey = z.infer<typeof attributeSchema>;
