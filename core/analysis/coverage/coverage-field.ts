import Flatbush from 'flatbush';
import type { Rings } from '../sight/rings.ts';
import type { CameraCoverage } from './camera-coverage.ts';
import { boxOfRings, ringsOfSteps, type Steps, stepsOfRings, united, without } from './ring-clipping.ts';
import type { FloorCoverage } from './scene-coverage.ts';

/** Where a level is the best that any camera meets. */
export type FieldBand = {
  readonly key: string;
  readonly rings: Rings;
  /** m². */
  readonly area: number;
};

/**
 * What all cameras of a floor meet together: of each level, the finest first, where it is the best. Bands do not
 * overlap; where nothing is met there is none.
 */
export function coverageField({ cameras }: FloorCoverage): readonly FieldBand[] {
  const covering = [...cameras.values()].flatMap((result) => (result.ok ? [result.value] : []));
  const keys = covering[0]?.levels.map(({ key }) => key) ?? [];
  const groups = besideEachOther(covering).map(bandsOf);
  return keys.map((key, rank) => {
    const parts = groups.flatMap((bands) => bands[rank] ?? []);
    return { key, ...together(parts) };
  });
}

type Part = { readonly rings: Rings; readonly area: number };

/** The bands of cameras of which each overlaps another one. */
function bandsOf(cameras: readonly CameraCoverage[]): readonly Part[] {
  const [first] = cameras;
  const [x = 0, y = 0] =
    first?.levels.find(({ rings }) => rings.coordinates.length > 0)?.rings.coordinates ?? [];
  const around = { x, y };
  let finer: Steps | null = null;
  return (first?.levels ?? []).map((_, rank) => {
    const surfaces = cameras.map(({ levels }) => levels[rank]?.rings ?? NO_RINGS);
    const all = united(
      surfaces.map((rings) => stepsOfRings(rings, around)),
      around,
    );
    const band = finer ? without(all, finer) : all;
    finer = all;
    return ringsOfSteps(band);
  });
}

const NO_RINGS: Rings = { coordinates: new Float64Array(), ends: new Uint32Array() };

/** Cameras in groups of which none overlaps another one: whole numbers around each stay small. */
function besideEachOther(cameras: readonly CameraCoverage[]): readonly (readonly CameraCoverage[])[] {
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

function together(parts: readonly Part[]): Part {
  const coordinates = new Float64Array(parts.reduce((sum, { rings }) => sum + rings.coordinates.length, 0));
  const ends: number[] = [];
  let at = 0;
  for (const { rings } of parts) {
    coordinates.set(rings.coordinates, at);
    for (const end of rings.ends) ends.push(at + end);
    at += rings.coordinates.length;
  }
  return {
    rings: { coordinates, ends: Uint32Array.from(ends) },
    area: parts.reduce((sum, { area }) => sum + area, 0),
  };
}
