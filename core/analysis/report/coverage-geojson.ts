import { derive } from '../../derive/derive.ts';
import type { Point } from '../../geometry/point.ts';
import type { AnyId, IdOf } from '../../plan/kinds/index.ts';
import { getRecord, inOrder, type Plan, settingsOf } from '../../plan/plan.ts';
import { floorCoverage } from '../coverage/floor-coverage.ts';
import { polygonsOfRings } from '../coverage/ring-polygons.ts';
import type { Rings } from '../sight/rings.ts';
import { floorZones } from '../zones/floor-zones.ts';
import type { CoverageQuestion } from './coverage-report.ts';

type Properties = Readonly<Record<string, string | number | null>>;

/**
 * The surfaces that coverage is made of as GeoJSON in plan metres: of each camera where it meets each level or a finer
 * one, of each zone what is not covered. The marking of the plan stands at the top level.
 */
export function coverageGeojson(plan: Plan, question: CoverageQuestion): string {
  const features = inOrder(plan, 'floor').flatMap(({ id: floor, name }) => [
    ...cameraFeatures(plan, { floor, name }, question),
    ...zoneFeatures(plan, { floor, name }, question),
  ]);
  const { marking } = settingsOf(plan);
  const marked = marking === null ? '' : `"marking":${JSON.stringify(marking)},`;
  return `{"type":"FeatureCollection",${marked}"coordinates":"plan-metres","features":[\n${features.join(',\n')}\n]}\n`;
}

type Floor = { readonly floor: IdOf<'floor'>; readonly name: string };

function cameraFeatures(plan: Plan, { floor, name }: Floor, { states, targetHeight }: CoverageQuestion) {
  const height = targetHeight ?? 0;
  const { cameras } = derive(plan, floorCoverage, { floor, states, targetHeight: height });
  return [...cameras].flatMap(([id, result]) =>
    (result.ok ? result.value.levels : []).flatMap(({ key, rings, area }) =>
      featuresOf(rings, {
        kind: 'coverage',
        floor: name,
        camera: tagOf(plan, id),
        level: key,
        area,
        targetHeight: height,
      }),
    ),
  );
}

function zoneFeatures(plan: Plan, { floor, name }: Floor, { states, targetHeight, zone }: CoverageQuestion) {
  return [...derive(plan, floorZones, { floor, states, targetHeight })].flatMap(([id, result]) =>
    (result.ok && (zone === null || zone === id) ? result.checks : []).flatMap(({ light, uncovered }) =>
      featuresOf(uncovered.rings, {
        kind: 'uncovered',
        floor: name,
        zone: tagOf(plan, id),
        light,
        area: uncovered.area,
      }),
    ),
  );
}

function tagOf(plan: Plan, id: AnyId): string | null {
  const record = getRecord(plan, id);
  return record && 'tag' in record ? record.tag : null;
}

const closed = (ring: readonly Point[]) =>
  [...ring, ...ring.slice(0, 1)].map(({ x, y }) => [rounded(x), rounded(y)]);
/** To a tenth of a millimetre, as surfaces are kept. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** A surface as one feature; none where it is empty. */
function featuresOf(rings: Rings, properties: Properties): readonly string[] {
  const polygons = polygonsOfRings(rings).map(({ ring, holes }) => [closed(ring), ...holes.map(closed)]);
  if (polygons.length === 0) return [];
  const geometry = { type: 'MultiPolygon', coordinates: polygons };
  return [JSON.stringify({ type: 'Feature', geometry, properties })];
}
