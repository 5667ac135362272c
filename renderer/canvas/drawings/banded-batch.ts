import type { MovedTogether } from '../../../core/drawing/changes/mass-change.ts';
import type { Box } from '../../../core/geometry/box.ts';
import type { AnyId } from '../../../core/plan/records/index.ts';
import { type DrawSource, type Part, RecordBatch } from '../record-batches.ts';
import type { Chunk } from './chunk.ts';

type Placed = { readonly id: AnyId; readonly order: number };

/** The records of one kind in batches by their order on the drawing: mostly all in one. */
export class BandedBatch {
  readonly #bands = new Map<number, RecordBatch>();
  readonly #source: DrawSource;

  constructor(records: Iterable<Placed>, source: DrawSource) {
    this.#source = source;
    for (const record of records) this.add(record);
  }

  /** A record that is new, looks different, or is drawn above or beneath others now. */
  add({ id, order }: Placed): void {
    for (const [other, band] of this.#bands) if (other !== order) band.remove(id);
    const band = this.#bands.get(order) ?? new RecordBatch([], this.#source);
    this.#bands.set(order, band);
    band.add(id);
  }

  remove(id: AnyId): void {
    for (const band of this.#bands.values()) band.remove(id);
  }

  touch(id: AnyId): void {
    for (const band of this.#bands.values()) band.touch(id);
  }

  /** See `RecordBatch`. */
  move(moved: MovedTogether): void {
    for (const band of this.#bands.values()) band.move(moved);
  }

  /** See `RecordBatch`; the lowest band comes first. */
  *chunksIn(box: Box, isFar: boolean, part: Part | null): Generator<Chunk> {
    const ordered = [...this.#bands].sort(([first], [second]) => first - second);
    for (const [, band] of ordered) yield* band.chunksIn(box, isFar, part);
  }
}
