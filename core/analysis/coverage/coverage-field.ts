import Flatbush from 'flatbush';
import { clearanceAt, labelPoint } from '../../geometry/label-point.ts';
import type { Point } from '../../geometry/point.ts';
import { type Polygon, polygonArea } from '../../geometry/polygon.ts';
import type { Rings } from '../sight/rings.ts';
import type { CameraCoverage, CameraResult } from './camera-coverage.ts';
import {
  boxOfRings,
  polygonOfRegion,
  regionsWithout,
  ringsOfSteps,
  type Steps,
  stepsOfRings,
  united,
} from './ring-clipping.ts';

/** Where a level is the best that any camera meets. */
export type FieldBand = {
  readonly key: string;
  readonly rings: Rings;
  /** m². */
  readonly area: number;
  /**
   * Places for the letter of the level, three numbers each: x, y, and the distance to the nearest edge in metres. One
   * in each region that is wide enough to be written in at any scale.
   */
  readonly places: Float64Array;
};

/** Cameras of which each overlaps another one: their bands together, the finest level first. */
export type FieldGroup = readonly FieldBand[];

/**
 * What all cameras of a floor meet together: of each level, the finest first, where it is the best. Bands do not
 * overlap; where nothing is met there is none.
 */
export function coverageField({
  cameras,
}: {
  readonly cameras: ReadonlyMap<unknown, CameraResult>;
}): readonly FieldBand[] {
  const covering = coveringOf(cameras.values());
  const groups = besideEachOther(covering).map(fieldGroup);
  const keys = covering[0]?.levels.map(({ key }) => key) ?? [];
  return keys.map((key, rank) => ({ key, ...together(groups.flatMap((bands) => bands[rank] ?? [])) }));
}

/** What is known of the cameras that cover something. */
export function coveringOf(results: Iterable<CameraResult>): readonly CameraCoverage[] {
  return [...results].flatMap((result) => (result.ok ? [result.value] : []));
}

/** The bands of cameras of which each overlaps another one. */
export function fieldGroup(cameras: readonly CameraCoverage[]): FieldGroup {
  const [first] = cameras;
  const [x = 0, y = 0] =
    first?.levels.find(({ rings }) => rings.coordinates.length > 0)?.rings.coordinates ?? [];
  const around = { x, y };
  let finer: Steps | null = null;
  return (first?.levels ?? []).map(({ key }, rank) => {
    const surfaces = cameras.map(({ levels }) => levels[rank]?.rings ?? NO_RINGS);
    const all = united(
      surfaces.map((rings) => stepsOfRings(rings, around)),
      around,
    );
    const regions = regionsWithout(all, finer);
    finer = all;
    return bandOfRegions(key, all.around, regions);
  });
}

/** Regions that hang together, around a place, as a band with a place for its letter in each. */
export function bandOfRegions(key: string, around: Point, regions: readonly Steps[]): FieldBand {
  const paths = regions.flatMap((region) => region.paths);
  return {
    key,
    ...ringsOfSteps({ around, paths }),
    places: Float64Array.from(regions.flatMap((region) => letterPlace(polygonOfRegion(region)))),
  };
}

/** Narrower regions have no letter at any scale, metres. */
const NARROWEST = 0.2;
/** How near to the farthest place from all edges a letter stands, as a share of how far that can be. */
const PRECISION = 0.1;

/** Where the letter of a region stands, and how far from its edges; nothing for one that is too narrow. */
function letterPlace(region: Polygon): readonly number[] {
  // No place is farther from the edges: a circle would not fit.
  const most = Math.sqrt(polygonArea(region) / Math.PI);
  const at = most > NARROWEST / 2 ? labelPoint(region, Math.max(most * PRECISION, NARROWEST / 4)) : null;
  if (!at) return [];
  const clearance = clearanceAt(region, at);
  return clearance > NARROWEST / 2 ? [at.x, at.y, clearance] : [];
}

const NO_RINGS: Rings = { coordinates: new Float64Array(), ends: new Uint32Array() };

/** Cameras in groups of which none overlaps another one: whole numbers around each stay small. */
export function besideEachOther(cameras: readonly CameraCoverage[]): readonly (readonly CameraCoverage[])[] {
  const boxed = cameras
    .map((camera) => ({ camera, box: boxOfLevels(camera) }))
    .filter(({ box }) => box.maxX >= box.minX);
  if (boxed.length === 0) return [];
  const tree = new Flatbush(boxed.length);
  for (const { box } of boxed) tree.add(box.minX, box.minY, box.maxX, box.maxY);
  tree.finish();
  const isTaken = new Uint8Array(boxed.length);
  const groups: CameraCoverage[][] = [];
  for (const first of boxed.keys()) {
    if (isTaken[first]) continue;
    const group: CameraCoverage[] = [];
    const waiting = [first];
    isTaken[first] = 1;
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const reached = boxed[next];
      if (!reached) continue;
      group.push(reached.camera);
      const { minX, minY, maxX, maxY } = reached.box;
      for (const near of tree.search(minX, minY, maxX, maxY, (index) => isTaken[index] === 0)) {
        isTaken[near] = 1;
        waiting.push(near);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Around all that has a level. */
function boxOfLevels({ levels }: CameraCoverage) {
  return levels
    .map(({ rings }) => boxOfRings(rings))
    .reduce((all, box) => ({
      minX: Math.min(all.minX, box.minX),
      minY: Math.min(all.minY, box.minY),
      maxX: Math.max(all.maxX, box.maxX),
      maxY: Math.max(all.maxY, box.maxY),
    }));
}

function together(bands: readonly Omit<FieldBand, 'key'>[]): Omit<FieldBand, 'key'> {
  const ends: number[] = [];
  let at = 0;
  for (const { rings } of bands) {
    for (const end of rings.ends) ends.push(at + end);
    at += rings.coordinates.length;
  }
  return {
    rings: { coordinates: joined(bands.map(({ rings }) => rings.coordinates)), ends: Uint32Array.from(ends) },
    area: bands.reduce((sum, { area }) => sum + area, 0),
    places: joined(bands.map(({ places }) => places)),
  };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
