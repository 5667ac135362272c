import type { Layered } from '../../derive/layered.ts';
import type { Rings } from '../sight/rings.ts';
import type { SightPieces } from '../sight/sight-pieces.ts';
import type { HostId, Standing } from './floor-standing.ts';
import type { Solid, Substance } from './standing-pieces.ts';

/** What sees: a camera by light, a detector by warmth, which glass stops. */
export type Medium = 'light' | 'warmth';

/** Share of the detail of an image that remains behind mesh and chain-link. */
export const MESH_SHARE = 0.7;

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

const shares: { readonly [M in Medium]: { readonly [S in Substance]: number } } = {
  light: { solid: 0, glass: 1, mesh: MESH_SHARE },
  warmth: { solid: 0, glass: 0, mesh: MESH_SHARE },
};

/** What one record stands in the way with. */
type Flat = SightPieces & { readonly solid: Omit<SceneSolid, 'owner'> | null };

const flats: { readonly [M in Medium]: WeakMap<Standing, Flat> } = {
  light: new WeakMap(),
  warmth: new WeakMap(),
};

function flatOf(standing: Standing, medium: Medium): Flat {
  const known = flats[medium].get(standing);
  if (known) return known;
  const there = standing.pieces.filter(({ substance }) => shares[medium][substance] < 1);
  const flat: Flat = {
    segments: Float64Array.from(there.flatMap(({ a, b }) => [a.x, a.y, b.x, b.y])),
    heights: Float64Array.from(there.flatMap(({ low, high }) => [low, high])),
    through: Float64Array.from(there, ({ substance }) => shares[medium][substance]),
    solid: standing.solid && flatSolid(standing.solid),
  };
  flats[medium].set(standing, flat);
  return flat;
}

const scenes: { readonly [M in Medium]: WeakMap<Layered<HostId, Standing>, SightScene> } = {
  light: new WeakMap(),
  warmth: new WeakMap(),
};

/** What stands on a floor as numbers, the same value for the same; what lets all through is left out. O(pieces). */
export function sightScene(standing: Layered<HostId, Standing>, medium: Medium): SightScene {
  const known = scenes[medium].get(standing);
  if (known) return known;
  const scene = joined([...standing.values()], medium);
  scenes[medium].set(standing, scene);
  return scene;
}

function joined(all: readonly Standing[], medium: Medium): SightScene {
  const parts = all.map((each) => ({ owner: numberOf(each), flat: flatOf(each, medium) }));
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
