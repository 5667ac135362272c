import Flatbush from 'flatbush';
import { type Box, boxesTouch } from '../geometry/box.ts';
import type { AnyId } from './kinds/index.ts';

// Beyond this many changed records a search over them costs more than building the tree anew saves.
const MOST_CHANGED = 400;

type Packed<Id> = {
  readonly ids: readonly Id[];
  readonly boxes: readonly Box[];
  readonly tree: Flatbush | null;
};

/**
 * Boxes of the records of one floor, or of anything else with an id: a packed tree, and beside it what changed since it was built.
 *
 * A value: `with` returns another one that shares the tree.
 */
export class FloorIndex<Id = AnyId> {
  readonly #packed: Packed<Id>;
  /** Null stands for a record that is no longer on the floor. */
  readonly #changed: ReadonlyMap<Id, Box | null>;

  private constructor(packed: Packed<Id>, changed: ReadonlyMap<Id, Box | null>) {
    this.#packed = packed;
    this.#changed = changed;
  }

  static of<Id>(entries: readonly (readonly [Id, Box])[]): FloorIndex<Id> {
    return new FloorIndex(pack(entries), new Map());
  }

  with(changes: ReadonlyMap<Id, Box | null>): FloorIndex<Id> {
    const changed = new Map([...this.#changed, ...changes]);
    if (changed.size <= MOST_CHANGED) return new FloorIndex(this.#packed, changed);
    return FloorIndex.of([...this.#entries(changed)]);
  }

  query(box: Box): readonly Id[] {
    const { ids, tree } = this.#packed;
    const found: Id[] = [];
    for (const index of tree?.search(box.minX, box.minY, box.maxX, box.maxY) ?? []) {
      const id = ids[index];
      if (id !== undefined && !this.#changed.has(id)) found.push(id);
    }
    for (const [id, changedBox] of this.#changed) {
      if (changedBox && boxesTouch(changedBox, box)) found.push(id);
    }
    return found;
  }

  *#entries(changed: ReadonlyMap<Id, Box | null>): Generator<readonly [Id, Box]> {
    const { ids, boxes } = this.#packed;
    for (const [index, id] of ids.entries()) {
      const box = boxes[index];
      if (box && !changed.has(id)) yield [id, box];
    }
    for (const [id, box] of changed) if (box) yield [id, box];
  }
}

function pack<Id>(entries: readonly (readonly [Id, Box])[]): Packed<Id> {
  const ids = entries.map(([id]) => id);
  const boxes = entries.map(([, box]) => box);
  if (entries.length === 0) return { ids, boxes, tree: null };
  const tree = new Flatbush(entries.length);
  for (const { minX, minY, maxX, maxY } of boxes) tree.add(minX, minY, maxX, maxY);
  tree.finish();
  return { ids, boxes, tree };
}
