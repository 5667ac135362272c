import { lineBeside } from '../../geometry/bulged-line.ts';
import type { IdOf, RecordOf } from '../../plan/kinds/index.ts';
import type { Derivation } from '../derivation.ts';
import { Layered } from '../layered.ts';
import { type Facet, WallNetwork } from './wall-network.ts';
import { reachedBy, type WallPieces, wallPieces } from './wall-pieces.ts';

type Wall = RecordOf<'wall'>;
type WallId = IdOf<'wall'>;
type Opening = RecordOf<'opening'>;

/**
 * What of each wall hides sight: segments of its drawn line, cut where other walls meet or cross it and at its
 * openings, with the heights above the floor between which they do. Each is six numbers, metres: `ax, ay, bx, by,
 * low, high`; `high` is infinite for what reaches to the floor above.
 *
 * Glass and mesh hide nothing, nor does what is to be removed; a window, a passage and a door that stands open
 * hide what is below and above them alone.
 */
export const opaqueParts: Facet<Layered<WallId, Float64Array>> = {
  compute: (network) => {
    const parts = new Map<WallId, Float64Array>();
    for (const [id, pieces] of network.facet(wallPieces).entries()) {
      const part = partOf(pieces, network.openingsIn(id));
      if (part) parts.set(id, part);
    }
    return new Layered(parts);
  },
  follow: (before, network, touched) => {
    const pieces = network.facet(wallPieces);
    const changes = new Map<WallId, Float64Array | null>();
    for (const id of reachedBy(network, touched)) {
      const own = pieces.get(id);
      changes.set(id, own ? partOf(own, network.openingsIn(id)) : null);
    }
    return before.with(changes);
  },
};

/** What hides sight on a floor, all of it in one list of numbers, which can be handed from a worker. */
export const floorOpaque: Derivation<IdOf<'floor'>, Float64Array> = {
  name: 'floorOpaque',
  keyText: (floor) => floor,
  inputs: (floor) => [{ kinds: ['wall', 'opening'], floor, box: null, ids: null }],
  compute: (given) =>
    joined([...WallNetwork.of(given.of('wall'), given.of('opening')).facet(opaqueParts).values()]),
  follow: null,
};

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const isSeenThrough = ({ type, open, state }: Opening): boolean =>
  state !== 'removed' && (type === 'window' || type === 'passage' || open);

function partOf({ wall, cuts }: WallPieces, openings: readonly Opening[]): Float64Array | null {
  if (wall.material !== 'opaque') return null;
  const gaps = openings.filter(isSeenThrough);
  // Most walls by far: neither cut nor open nor bent.
  if (gaps.length === 0 && cuts.length === 2 && wall.bulge === 0) return wholeWall(wall);
  const ends = gaps.flatMap(({ offset, width }) => [offset - width / 2, offset + width / 2]);
  const length = cuts.at(-1)?.along ?? 0;
  const within = ends.map((along) => Math.min(Math.max(along, 0), length));
  const places = [...new Set([...cuts.map(({ along }) => along), ...within])].sort(
    (one, other) => one - other,
  );
  const numbers: number[] = [];
  for (const [index, to] of places.slice(1).entries()) {
    const from = places[index] ?? to;
    const middle = (from + to) / 2;
    const here = gaps.filter(({ offset, width }) => Math.abs(offset - middle) < width / 2);
    for (const band of bandsOf(wall, here)) pushSegments(numbers, { wall, from, to, band });
  }
  return Float64Array.from(numbers);
}

function wholeWall({ a, b, height }: Wall): Float64Array {
  return Float64Array.of(a.x, a.y, b.x, b.y, 0, height ?? Number.POSITIVE_INFINITY);
}

type Band = readonly [low: number, high: number];

/** The heights at which a wall hides, without those of what is seen through. */
function bandsOf({ height }: Wall, gaps: readonly Opening[]): readonly Band[] {
  let bands: readonly Band[] = [[0, height ?? Number.POSITIVE_INFINITY]];
  for (const { sill, height: tall } of gaps) {
    const top = sill + tall;
    bands = bands.flatMap(([low, high]): readonly Band[] => [
      [low, Math.min(high, sill)],
      [Math.max(low, top), high],
    ]);
  }
  return bands.filter(([low, high]) => high > low);
}

type Stretch = { readonly wall: Wall; readonly from: number; readonly to: number; readonly band: Band };

function pushSegments(numbers: number[], { wall, from, to, band: [low, high] }: Stretch): void {
  const line = lineBeside(wall, { from, to, aside: 0 });
  for (const [index, b] of line.slice(1).entries()) {
    const a = line[index] ?? b;
    numbers.push(a.x, a.y, b.x, b.y, low, high);
  }
}
