import { RINGS_KEPT } from '../../codec/geojson/write-geojson.ts';
import { err, ok, type Result } from '../../result.ts';
import { z } from '../../schema.ts';
import type { DrawnElement, NeutralDrawing } from '../neutral-drawing.ts';
import { featureSchema, formsOf } from './feature.ts';
import { parseText } from './parse-text.ts';

const MOST_FEATURES = 200_000;
const MOST_CHARACTERS = 64 * 1024 * 1024;

const collectionSchema = z.looseObject({
  type: z.literal('FeatureCollection'),
  coordinates: z.string().optional(),
  rings: z.unknown().optional(),
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
 * "coordinates": "plan-metres" at the top level says that it is in metres of a plan; else it is in degrees.
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
  const elements: DrawnElement[] = [];
  for (const [index, value] of raw.entries()) {
    const element = elementOf(value, index + 1);
    if (!element.ok) return element;
    elements.push(element.value);
  }
  const isPlanMetres = collection.success && collection.data.coordinates === 'plan-metres';
  const keepsRings = isPlanMetres && collection.data.rings === RINGS_KEPT;
  return ok({
    elements,
    layers: [],
    coordinates: isPlanMetres ? 'plan-metres' : 'degrees',
    rings: keepsRings ? 'as-kept' : 'any-way-round',
  });
}

function elementOf(value: unknown, number: number): Result<DrawnElement, ReadError> {
  const feature = featureSchema.safeParse(value);
  if (!feature.success) {
    const [issue] = feature.error.issues;
    const field = issue?.path.length ? `"${issue.path.join('.').slice(0, 60)}"` : 'it';
    return refuse(
      `Feature ${number} is not valid GeoJSON: ${field} ${issue?.message}. Correct it in the source.`,
    );
  }
  const { id, geometry, properties } = feature.data;
  return ok({
    source: `feature ${number}`,
    id: typeof id === 'string' ? id : null,
    layer: null,
    forms: geometry ? formsOf(geometry) : [],
    text: null,
    properties: properties ?? {},
  });
}
