import type { Point } from '../../geometry/point.ts';
import { projectionAround } from '../../geometry/projection.ts';
import type { IdOf, PlanRecord } from '../../plan/kinds/index.ts';
import { newPlan } from '../../plan/new-plan.ts';
import { inOrder, isPlaced, type Plan, planOf, settingsOf } from '../../plan/plan.ts';
import { checkedPlan } from '../../plan/plan-json.ts';
import { err, ok, type Result } from '../../result.ts';
import { z } from '../../schema.ts';
import { quantiseLength } from '../../units.ts';
import { attachGates, placeOpenings } from './attach.ts';
import { type Feature, featureSchema, positionsOf } from './feature.ts';
import { FeatureReader, isStructure } from './feature-reader.ts';
import { parseText } from './parse-text.ts';
import { shapeRemarks } from './shape-remarks.ts';
import { RINGS_KEPT } from './write-geojson.ts';

export type GeojsonError = { readonly message: string };

export type ReadGeojson = {
  readonly plan: Plan;
  /** One sentence for each thing that was not understood, and for each that is wrong with what was read. */
  readonly remarks: readonly string[];
};

export type GeojsonSetup = {
  readonly name: string;
  /** Makes a UUID each time it is called. */
  readonly newId: () => string;
};

export const MOST_FEATURES = 200_000;
export const MOST_CHARACTERS = 64 * 1024 * 1024;

const collectionSchema = z.looseObject({
  type: z.literal('FeatureCollection'),
  coordinates: z.string().optional(),
  rings: z.unknown().optional(),
  features: z.array(z.unknown()),
});

const count = (value: number) => value.toLocaleString('en-US');

function refuse(message: string): Result<never, GeojsonError> {
  return err({ message });
}

type Source = {
  readonly features: readonly Feature[];
  readonly isPlanMetres: boolean;
  readonly keepsRings: boolean;
};

/** The features of a collection, or of a single feature. */
function featuresOf(json: unknown): Result<Source, GeojsonError> {
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
  const features: Feature[] = [];
  for (const [index, value] of raw.entries()) {
    const feature = featureSchema.safeParse(value);
    if (!feature.success) {
      const [issue] = feature.error.issues;
      const field = issue?.path.length ? `"${issue.path.join('.').slice(0, 60)}"` : 'it';
      return refuse(
        `Feature ${index + 1} is not valid GeoJSON: ${field} ${issue?.message}. Correct it in the source.`,
      );
    }
    features.push(feature.data);
  }
  const isPlanMetres = collection.success && collection.data.coordinates === 'plan-metres';
  const keepsRings = isPlanMetres && collection.data.rings === RINGS_KEPT;
  return ok({ features, isPlanMetres, keepsRings });
}

type Placing = {
  readonly toPoint: (position: readonly number[]) => Point;
  readonly origin: { lon: number; lat: number } | null;
};

/** Plan metres as they are, or longitude and latitude projected around the middle of the extent. */
function placingOf(features: readonly Feature[], isPlanMetres: boolean): Result<Placing, GeojsonError> {
  const toPoint = (position: readonly number[]) => ({ x: position[0] ?? 0, y: position[1] ?? 0 });
  if (isPlanMetres) return ok({ toPoint, origin: null });
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of features) {
    for (const [lon = 0, lat = 0] of geometry ? positionsOf(geometry) : []) {
      [west, south, east, north] = [
        Math.min(west, lon),
        Math.min(south, lat),
        Math.max(east, lon),
        Math.max(north, lat),
      ];
    }
  }
  if (!Number.isFinite(west)) return refuse('This file holds no geometry. Choose another file.');
  if (west < -180 || east > 180 || south < -90 || north > 90) {
    return refuse(
      'The coordinates are not longitude and latitude in degrees. Write "coordinates": "plan-metres" at the top level if they are metres of the plan.',
    );
  }
  if (east - west > 1 || north - south > 1)
    return refuse('The file covers more than one degree (over 50 km). Cut it to the site first.');
  const round = (degrees: number) => Math.round(degrees * 1e9) / 1e9;
  const origin = { lon: round((west + east) / 2), lat: round((south + north) / 2) };
  const projection = projectionAround(origin);
  const project = ([lon = 0, lat = 0]: readonly number[]): Point => {
    const point = projection.toPlan({ lon, lat }) ?? { x: Number.NaN, y: Number.NaN };
    return { x: quantiseLength(point.x), y: quantiseLength(point.y) };
  };
  return ok({ toPoint: project, origin });
}

/**
 * The plan in a GeoJSON text: features with `kind` are records, others are read by their OSM tags.
 *
 * Never throws; what a file holds and the plan does not know is counted by name in the remarks.
 */
export function readGeojson(text: string, setup: GeojsonSetup): Result<ReadGeojson, GeojsonError> {
  if (text.length > MOST_CHARACTERS)
    return refuse('This GeoJSON file is larger than 64 MB. Cut it to the site first.');
  const json = parseText(text);
  if (!json.ok) return json;
  const source = featuresOf(json.value);
  if (!source.ok) return source;
  const placing = placingOf(source.value.features, source.value.isPlanMetres);
  if (!placing.ok) return placing;
  const { toPoint } = placing.value;
  const { keepsRings } = source.value;
  const base = baseOf(source.value.features, setup);
  const reader = new FeatureReader(base, { toPoint, keepsRings }, setup.newId);
  for (const pass of [true, false]) {
    for (const [index, feature] of source.value.features.entries()) {
      const problem = isStructure(feature) === pass ? reader.read(feature, index) : null;
      if (problem) return refuse(problem);
    }
  }
  const records = placeOpenings(attachGates(reader), reader).map(reader.onCorners);
  const plan = checkedPlan(withOrigin(records, placing.value.origin));
  if (!plan.ok) return refuse(reader.refusalOf(plan.error));
  const remarks = [
    ...emptyRemarks(records, source.value.features),
    ...reader.remarks(),
    ...shapeRemarks(plan.value, reader.nameOf),
  ];
  return ok({ plan: plan.value, remarks });
}

/** A plan with nothing on it looks like a fault of the window when nobody says so. */
function emptyRemarks(records: readonly PlanRecord[], features: readonly Feature[]): readonly string[] {
  if (features.length === 0 || records.some(isPlaced)) return [];
  return [
    'Nothing of this file is drawn: its features have neither a kind nor tags of OpenStreetMap that are known here. Export it again with one of them.',
  ];
}

function withOrigin(records: readonly PlanRecord[], origin: Placing['origin']): readonly PlanRecord[] {
  if (!origin) return records;
  const settings = settingsOf(planOf(records));
  return [...records, { ...settings, origin }];
}

/** Settings, floor and layers for a file that does not bring its own. */
function baseOf(features: readonly Feature[], { name, newId }: GeojsonSetup): readonly PlanRecord[] {
  const brings = new Set(features.map(({ properties }) => properties?.kind));
  const fresh = newPlan({
    name,
    displayUnit: 'm',
    newId: (kind) => `${kind}:${newId()}` as IdOf<typeof kind>,
  });
  return [
    settingsOf(fresh),
    ...(brings.has('floor') ? [] : inOrder(fresh, 'floor')),
    ...(brings.has('layer') ? [] : inOrder(fresh, 'layer')),
  ];
}
