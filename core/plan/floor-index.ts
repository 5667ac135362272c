import Flatbush from 'flatbush';
import { type Box, boxesTouch } from '../geometry/box.ts';
import type { AnyId } from './kinds/index.ts';

// Beyond this many changed records a search over them costs more than building the tree anew saves.
const MOST_CHANGED = 400;

type Packed = {
  readonly ids: readonly AnyId[];
  readonly boxes: readonly Box[];
  readonly tree: Flatbush | null;
};

/**
 * Boxes of the records of one floor: a packed tree, and beside it what changed since it was built.
 *
 * A value: `with` returns another one that shares the tree.
 */
export class FloorIndex {
  readonly #packed: Packed;
  /** Null stands for a record that is no longer on the floor. */
  readonly #changed: ReadonlyMap<AnyId, Box | null>;

  private constructor(packed: Packed, changed: ReadonlyMap<AnyId, Box | null>) {
    this.#packed = packed;
    this.#changed = changed;
  }

  static of(entries: readonly (readonly [AnyId, Box])[]): FloorIndex {
    return new FloorIndex(pack(entries), new Map());
  }

  with(changes: ReadonlyMap<AnyId, Box | null>): FloorIndex {
    const changed = new Map([...this.#changed, ...changes]);
    if (changed.size <= MOST_CHANGED) return new FloorIndex(this.#packed, changed);
    return FloorIndex.of([...this.#entries(changed)]);
  }

  query(box: Box): readonly AnyId[] {
    const { ids, tree } = this.#packed;
    const found: AnyId[] = [];
    for (const index of tree?.search(box.minX, box.minY, box.maxX, box.maxY) ?? []) {
      const id = ids[index];
      if (id !== undefined && !this.#changed.has(id)) found.push(id);
    }
    for (const [id, changedBox] of this.#changed) {
      if (changedBox && boxesTouch(changedBox, box)) found.push(id);
    }
    return found;
  }

  *#entries(changed: ReadonlyMap<AnyId, Box | null>): Generator<readonly [AnyId, Box]> {
    const { ids, boxes } = this.#packed;
    for (const [index, id] of ids.entries()) {
      const box = boxes[index];
      if (box && !changed.has(id)) yield [id, box];
    }
    for (const [id, box] of changed) if (box) yield [id, box];
  }
}

function pack(entries: readonly (readonly [AnyId, Box])[]): Packed {
  const ids = entries.map(([id]) => id);
  const boxes = entries.map(([, box]) => box);
  if (entries.length === 0) return { ids, boxes, tree: null };
  const tree = new Flatbush(entries.length);
  for (const { minX, minY, maxX, maxY } of boxes) tree.add(minX, minY, maxX, maxY);
  tree.finish();
  return { ids, boxes, tree };
}
