import { OURS, RINGS_KEPT } from '../../codec/geojson/write-geojson.ts';
import type { Point } from '../../geometry/point.ts';
import { err, ok, type Result } from '../../result.ts';
import { type DrawnElement, type LeftOut, mappedForm, type NeutralDrawing } from '../neutral-drawing.ts';
import { coordinatesOf, otherSystem } from './coordinate-system.ts';
import { exchangedRemarks } from './exchanged.ts';
import { type ReadFeature, readFeature } from './feature.ts';
import { listedFeatures, type Top } from './listed-features.ts';
import { parseText } from './parse-text.ts';
import { readingRemarks } from './reading-remarks.ts';
import { textLines } from './text-lines.ts';

const MOST_FEATURES = 200_000;
const MOST_CHARACTERS = 64 * 1024 * 1024;

type ReadError = { readonly message: string };

/** The features of a file as they stand in it, each with the name of its place. */
type Listed = {
  readonly top: Top;
  readonly features: readonly { readonly source: string; readonly value: unknown }[];
  readonly leftOut: readonly LeftOut[];
};

const count = (value: number) => value.toLocaleString('en-US');

function refuse(message: string): Result<never, ReadError> {
  return err({ message });
}

/**
 * What a GeoJSON text draws: a feature is an element. Never throws; what is odd in a feature costs that feature and is
 * named, and only a text that is no GeoJSON at all is refused, in a sentence.
 *
 * A collection, a feature, a bare geometry, or any of them by lines (RFC 8142 and as programs write it without its
 * separators). "coordinates": "plan-metres" at the top level says that it is in metres of a plan; a "crs" that is known
 * is turned into degrees on WGS 84, in which every other file is.
 */
export function readGeojson(text: string): Result<NeutralDrawing, ReadError> {
  if (text.length > MOST_CHARACTERS)
    return refuse('This GeoJSON file is larger than 64 MB. Cut it to the site first.');
  const json = parseText(text);
  if (json.ok) {
    const single = listedIn(json.value);
    return single.ok ? drawingOf(single.value) : single;
  }
  const lines = textLines(text);
  return lines ? drawingOf(lines) : json;
}

function listedIn(json: unknown): Result<Listed, ReadError> {
  const listed = listedFeatures(json);
  if (!listed)
    return refuse(
      'This file is not GeoJSON: its top level is neither a FeatureCollection nor a Feature or geometry. Choose another file.',
    );
  const { form, top, values } = listed;
  const features = values.map((value, index) => ({
    source: form === 'geometry' ? 'the geometry' : `feature ${index + 1}`,
    value,
  }));
  return ok({ top, features, leftOut: [] });
}

function drawingOf({ top, features, leftOut }: Listed): Result<NeutralDrawing, ReadError> {
  if (features.length > MOST_FEATURES)
    return refuse(
      `This file has ${count(features.length)} features; at most ${count(MOST_FEATURES)} are read. Cut it to the site first.`,
    );
  const system = coordinatesOf(top);
  if (!system.ok) return system;
  const { coordinates, reference } = system.value;
  const out = [...leftOut];
  const read: ReadFeature[] = [];
  for (const { source, value } of features) {
    const feature = readFeature(value, source);
    if ('fault' in feature) {
      out.push({ source, reason: feature.fault });
      continue;
    }
    const strange = feature.systems.map((crs) => otherSystem(crs, top)).find((fault) => fault !== null);
    if (strange) out.push({ source, reason: strange });
    else read.push(feature);
    for (const reason of new Set(feature.geometry.faults))
      out.push({ source: `a part of ${source}`, reason });
  }
  const isOurs = coordinates === 'plan-metres' || top.vocabulary === OURS;
  const keepsRings = isOurs && top.rings === RINGS_KEPT;
  return ok({
    elements: read.map(({ element }) => (reference ? mappedElement(element, reference.toDegrees) : element)),
    layers: [],
    coordinates,
    vocabulary: isOurs ? 'records' : 'unsaid',
    rings: keepsRings ? 'as-kept' : 'any-way-round',
    leftOut: out,
    remarks: [
      ...system.value.remarks,
      ...(coordinates === 'degrees' ? exchangedRemarks(top, read, reference) : []),
      ...readingRemarks(read),
    ],
  });
}

function mappedElement(element: DrawnElement, map: (point: Point) => Point): DrawnElement {
  return { ...element, forms: element.forms.map((form) => mappedForm(form, map)) };
}
