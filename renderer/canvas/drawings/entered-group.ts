import type { MovedTogether } from '../../../core/drawing/changes/mass-change.ts';
import type { Box } from '../../../core/geometry/box.ts';
import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { isInGroup, membersOf } from '../../../core/plan/parts/groups.ts';
import type { Editor } from '../../editor/editor.ts';
import { type DrawSource, type Part, RecordBatch } from '../record-batches.ts';
import type { Chunk } from './chunk.ts';

/** What is in the group that has been entered: painted by itself, so that the rest can be dimmed beneath it. */
export class EnteredGroup {
  readonly #editor: Editor;
  readonly #draw: DrawSource;
  readonly #rankOf: (id: AnyId) => number;
  #batch: RecordBatch;

  constructor(editor: Editor, draw: DrawSource, rankOf: (id: AnyId) => number) {
    this.#editor = editor;
    this.#draw = draw;
    this.#rankOf = rankOf;
    this.#batch = new RecordBatch([], draw);
  }

  has(id: AnyId): boolean {
    const { plan, view } = this.#editor;
    return view.lens.group !== null && isInGroup(plan, id, view.lens.group);
  }

  /** Another group has been entered, or left. */
  rebuild(): void {
    const { plan, view } = this.#editor;
    const ids = view.lens.group === null ? [] : membersOf(plan, view.lens.group);
    const inOrder = [...ids].sort((first, second) => this.#rankOf(first) - this.#rankOf(second));
    this.#batch = new RecordBatch(inOrder, this.#draw);
  }

  /** A record that is new, looks different or is gone. */
  place(id: AnyId): void {
    if (this.has(id)) this.#batch.add(id);
    else this.#batch.remove(id);
  }

  touch(id: AnyId): void {
    this.#batch.touch(id);
  }

  move(moved: MovedTogether): void {
    this.#batch.move(moved);
  }

  chunksIn(box: Box, isFar: boolean, part: Part | null): Iterable<Chunk> {
    return this.#batch.chunksIn(box, isFar, part);
  }
}
