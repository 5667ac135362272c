import { RINGS_KEPT } from '../../codec/geojson/write-geojson.ts';
import { err, ok, type Result } from '../../result.ts';
import { z } from '../../schema.ts';
import type { DrawnElement, NeutralDrawing } from '../neutral-drawing.ts';
import { coordinatesOf, strangeCrs } from './coordinate-system.ts';
import { featureSchema, formsOf, heightsIn } from './feature.ts';
import { parseText } from './parse-text.ts';

const MOST_FEATURES = 200_000;
const MOST_CHARACTERS = 64 * 1024 * 1024;
const MOST_NAMED = 3;

const collectionSchema = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()),
});

type ReadError = { readonly message: string };

const count = (value: number) => value.toLocaleString('en-US');

function refuse(message: string): Result<never, ReadError> {
  return err({ message });
}

/**
 * What a GeoJSON text draws: a feature is an element. Never throws; a text that is refused is refused in a sentence.
 *
 * "coordinates": "plan-metres" at the top level says that it is in metres of a plan; else it is in degrees on WGS 84.
 */
export function readGeojson(text: string): Result<NeutralDrawing, ReadError> {
  if (text.length > MOST_CHARACTERS)
    return refuse('This GeoJSON file is larger than 64 MB. Cut it to the site first.');
  const json = parseText(text);
  return json.ok ? drawingOf(json.value) : json;
}

/** The features of a collection, or a single feature. */
function drawingOf(json: unknown): Result<NeutralDrawing, ReadError> {
  const single = z.looseObject({ type: z.literal('Feature') }).safeParse(json);
  const collection = collectionSchema.safeParse(json);
  if (!single.success && !collection.success) {
    return refuse(
      'This file is not GeoJSON: its top level is neither a Feature nor a FeatureCollection. Choose another file.',
    );
  }
  const raw = collection.success ? collection.data.features : [json];
  if (raw.length > MOST_FEATURES)
    return refuse(
      `This file has ${count(raw.length)} features; at most ${count(MOST_FEATURES)} are read. Cut it to the site first.`,
    );
  const top = json as Readonly<Record<string, unknown>>;
  const coordinates = coordinatesOf(top);
  if (!coordinates.ok) return coordinates;
  const features: Feature[] = [];
  for (const [index, value] of raw.entries()) {
    const feature = featureOf(value, index + 1);
    if (!feature.ok) return feature;
    const problem = coordinates.value === 'degrees' ? crsProblem(feature.value) : null;
    if (problem !== null) return refuse(problem);
    features.push(feature.value);
  }
  const keepsRings = coordinates.value === 'plan-metres' && top.rings === RINGS_KEPT;
  return ok({
    elements: features.map(elementOf),
    layers: [],
    coordinates: coordinates.value,
    rings: keepsRings ? 'as-kept' : 'any-way-round',
    remarks: readingRemarks(features),
  });
}

type Feature = z.infer<typeof featureSchema> & { readonly source: string };

function featureOf(value: unknown, number: number): Result<Feature, ReadError> {
  const feature = featureSchema.safeParse(value);
  if (feature.success) return ok({ ...feature.data, source: `feature ${number}` });
  const [issue] = feature.error.issues;
  const field = issue?.path.length ? `"${issue.path.join('.').slice(0, 60)}"` : 'it';
  return refuse(
    `Feature ${number} is not valid GeoJSON: ${field} ${issue?.message}. Correct it in the source.`,
  );
}

function crsProblem({ source, crs, geometry }: Feature): string | null {
  return strangeCrs(source, crs) ?? strangeCrs(source, geometry?.crs);
}

function elementOf({ source, id, geometry, properties }: Feature): DrawnElement {
  return {
    source,
    id: typeof id === 'string' ? id : null,
    layer: null,
    forms: geometry ? formsOf(geometry) : [],
    text: null,
    properties: properties ?? {},
  };
}

/** What of the features has no place in a drawing: ids that another one has, and heights. */
function readingRemarks(features: readonly Feature[]): readonly string[] {
  const ids = new Set<string | number>();
  const again: string[] = [];
  let heights = 0;
  for (const { id, source, geometry } of features) {
    if (id !== undefined && ids.has(id)) again.push(source);
    if (id !== undefined) ids.add(id);
    if (geometry) heights += heightsIn(geometry);
  }
  const more = again.length > MOST_NAMED ? ` and ${count(again.length - MOST_NAMED)} more` : '';
  const named = `${again.slice(0, MOST_NAMED).join(', ')}${more}`;
  const [have, each] = again.length === 1 ? ['feature has', 'it'] : ['features have', 'each'];
  return [
    ...(again.length > 0
      ? [
          `${count(again.length)} ${have} the id of an earlier one (${named}): ${each} is read as another one.`,
        ]
      : []),
    ...(heights > 0 ? [`Not used: heights in the coordinates (${count(heights)} ×).`] : []),
  ];
}
