import type { FieldBand, FieldGroup } from '../../../core/analysis/coverage/coverage-field.ts';
import { boxOfRings } from '../../../core/analysis/coverage/ring-clipping.ts';
import type { FloorCoverage } from '../../../core/analysis/coverage/scene-coverage.ts';
import { drawGroup } from '../../../core/drawing/coverage/draw-field.ts';
import { type Box, boxesTouch, unionOfBoxes } from '../../../core/geometry/box.ts';
import { chunkOf } from '../record-batches.ts';
import type { Chunk } from './chunk.ts';

type Drawn = { readonly group: FieldGroup; readonly chunk: Chunk };

/** What all cameras see together, in a chunk for those that overlap each other, which stays while they see the same. */
export class FieldDrawing {
  #coverage: FloorCoverage | null = null;
  #drawn: readonly Drawn[] = [];

  /** Draws another field; true when something else is to be painted now. O(corners of what is another one). */
  take(coverage: FloorCoverage | null): boolean {
    if (coverage === this.#coverage) return false;
    const isSameLook = coverage && this.#coverage && isSame(coverage.bands, this.#coverage.bands);
    const known = new Map((isSameLook ? this.#drawn : []).map((each) => [placeOf(each.group), each]));
    this.#coverage = coverage;
    const before = this.#drawn;
    this.#drawn = (coverage?.field ?? []).map((group) => {
      const same = known.get(placeOf(group));
      if (same && isSameGroup(same.group, group)) return same;
      return { group, chunk: chunkOfGroup(group, coverage ?? nothing) };
    });
    return before.length !== this.#drawn.length || this.#drawn.some((each) => !before.includes(each));
  }

  /** What may show in a box. */
  *chunksIn(box: Box): Generator<Chunk> {
    for (const { chunk } of this.#drawn) if (boxesTouch(chunk.box, box)) yield chunk;
  }
}

const nothing = { bands: [], view: 'levels' } as const;

const isSame = (one: FloorCoverage['bands'], other: FloorCoverage['bands']): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Bands of the same cameras begin at the same place. */
const placeOf = (group: FieldGroup): string =>
  group.map(({ rings: { coordinates } }) => `${coordinates[0]} ${coordinates[1]}`).join();

/** What came from a worker is never the same object again. */
function isSameGroup(one: FieldGroup, other: FieldGroup): boolean {
  return one.length === other.length && one.every((band, rank) => isSameBand(band, other[rank]));
}

function isSameBand({ key, rings }: FieldBand, other: FieldBand | undefined): boolean {
  return (
    key === other?.key &&
    isSameList(rings.coordinates, other.rings.coordinates) &&
    isSameList(rings.ends, other.rings.ends)
  );
}

function isSameList(one: Float64Array | Uint32Array, other: Float64Array | Uint32Array): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

function chunkOfGroup(group: FieldGroup, coverage: Pick<FloorCoverage, 'bands' | 'view'>): Chunk {
  const { body, letters } = drawGroup(group, coverage, 0);
  const box = group.map(({ rings }) => boxOfRings(rings)).reduce(unionOfBoxes);
  return chunkOf([{ items: body, labels: letters, line: null, box }]);
}
