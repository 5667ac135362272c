import type { MovedTogether } from '../../../core/drawing/changes/mass-change.ts';
import type { Box } from '../../../core/geometry/box.ts';
import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { type DrawSource, type Part, RecordBatch } from '../record-batches.ts';
import type { Chunk } from './chunk.ts';

type Placed = { readonly id: AnyId; readonly order: number };

/** The records of one kind in batches by their order on the drawing: mostly all in one. */
export class BandedBatch {
  readonly #bands = new Map<number, RecordBatch>();
  /** The band that each record is in: of as many orders as records not every band is asked. */
  readonly #bandOf = new Map<AnyId, RecordBatch>();
  readonly #source: DrawSource;

  constructor(records: Iterable<Placed>, source: DrawSource) {
    this.#source = source;
    for (const record of records) this.add(record);
  }

  /** A record that is new, looks different, or is drawn above or beneath others now. */
  add({ id, order }: Placed): void {
    const band = this.#bands.get(order) ?? new RecordBatch([], this.#source);
    this.#bands.set(order, band);
    const former = this.#bandOf.get(id);
    if (former !== band) former?.remove(id);
    this.#bandOf.set(id, band);
    band.add(id);
  }

  remove(id: AnyId): void {
    this.#bandOf.get(id)?.remove(id);
    this.#bandOf.delete(id);
  }

  touch(id: AnyId): void {
    this.#bandOf.get(id)?.touch(id);
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
