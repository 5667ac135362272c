import type { Layered } from '../../derive/layered.ts';
import type { Rings } from '../sight/rings.ts';
import type { SightPieces } from '../sight/sight-pieces.ts';
import type { HostId, Standing } from './floor-standing.ts';
import type { Solid, Substance } from './standing-pieces.ts';

/** What sees: a camera by light, a detector by warmth, which glass stops. */
export type Medium = 'light' | 'warmth';

/** A body on a floor, flat. */
export type SceneSolid = { readonly owner: number; readonly rings: Rings; readonly height: number };

/** What stands on a floor as numbers: it can be handed to a worker, and costs little to be kept. */
export type SightScene = {
  readonly pieces: SightPieces;
  /** Of each piece a number for the record that it belongs to, as it stands: another number is another content. */
  readonly owners: Float64Array;
  readonly solids: readonly SceneSolid[];
};

const numbers = new WeakMap<object, number>();
let given = 0;

/** A number for a value: the same for the same object, and no other has it. */
export function numberOf(value: object): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  given += 1;
  numbers.set(value, given);
  return given;
}

const shareOf = (substance: Substance, medium: Medium, meshShare: number): number => {
  if (substance === 'mesh') return meshShare;
  return substance === 'glass' && medium === 'light' ? 1 : 0;
};

/** What one record stands in the way with. */
type Flat = SightPieces & { readonly solid: Omit<SceneSolid, 'owner'> | null };

/** Values by what they were made of and for which sight. */
class Made<K extends object, V> {
  readonly #values = new Map<string, WeakMap<K, V>>();

  get(sight: string, key: K, make: () => V): V {
    const values = this.#values.get(sight) ?? new WeakMap<K, V>();
    this.#values.set(sight, values);
    const value = values.get(key) ?? make();
    values.set(key, value);
    return value;
  }
}

const flats = new Made<Standing, Flat>();

function flatOf(standing: Standing, medium: Medium, meshShare: number): Flat {
  return flats.get(`${medium} ${meshShare}`, standing, () => {
    const shares = standing.pieces.map(({ substance }) => shareOf(substance, medium, meshShare));
    const there = standing.pieces.filter((_, index) => (shares[index] ?? 1) < 1);
    return {
      segments: Float64Array.from(there.flatMap(({ a, b }) => [a.x, a.y, b.x, b.y])),
      heights: Float64Array.from(there.flatMap(({ low, high }) => [low, high])),
      through: Float64Array.from(shares.filter((share) => share < 1)),
      solid: standing.solid && flatSolid(standing.solid),
    };
  });
}

const scenes = new Made<Layered<HostId, Standing>, SightScene>();

/**
 * What stands on a floor as numbers, the same value for the same; what lets all through is left out. O(pieces).
 *
 * @param meshShare share of the detail that remains behind mesh and chain-link
 */
export function sightScene(
  standing: Layered<HostId, Standing>,
  medium: Medium,
  meshShare: number,
): SightScene {
  return scenes.get(`${medium} ${meshShare}`, standing, () =>
    sceneOfStanding([...standing.values()], medium, meshShare),
  );
}

/** What some records stand in the way with, as numbers; see `sightScene`. */
export function sceneOfStanding(all: readonly Standing[], medium: Medium, meshShare: number): SightScene {
  const parts = all.map((each) => ({ owner: numberOf(each), flat: flatOf(each, medium, meshShare) }));
  const count = parts.reduce((sum, { flat }) => sum + flat.through.length, 0);
  const pieces = {
    segments: new Float64Array(4 * count),
    heights: new Float64Array(2 * count),
    through: new Float64Array(count),
  };
  const owners = new Float64Array(count);
  const solids: SceneSolid[] = [];
  let at = 0;
  for (const { owner, flat } of parts) {
    pieces.segments.set(flat.segments, 4 * at);
    pieces.heights.set(flat.heights, 2 * at);
    pieces.through.set(flat.through, at);
    owners.fill(owner, at, at + flat.through.length);
    at += flat.through.length;
    if (flat.solid) solids.push({ owner, ...flat.solid });
  }
  return { pieces, owners, solids };
}

function flatSolid({ rings, height }: Solid): Omit<SceneSolid, 'owner'> {
  const coordinates = Float64Array.from(rings.flatMap((ring) => ring.flatMap(({ x, y }) => [x, y])));
  let end = 0;
  const ends = Uint32Array.from(rings, (ring) => (end += 2 * ring.length));
  return { rings: { coordinates, ends }, height };
}
