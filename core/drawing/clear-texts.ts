import type { Box } from '../geometry/box.ts';
import { boxesTouch } from '../geometry/box.ts';
import type { Affine } from '../geometry/transform.ts';
import type { TextItem } from './draw-item.ts';
import { itemBox } from './sheet/label-group.ts';

/** Squares of the page in which boxes are looked up, millimetres: about as wide as a tag. */
const CELL_MM = 12;
const CLEAR_MM = 0.2;

/** What matters more keeps its place: tags, then names, then notes. */
function rankOf({ weight, detail }: TextItem): number {
  if (weight === 'semibold') return 0;
  return detail === 'near' ? 2 : 1;
}

/** Boxes by the squares they touch. */
class TakenBoxes {
  readonly #cells = new Map<string, Box[]>();

  isFree(box: Box): boolean {
    return this.#cellsOf(box).every((key) => !this.#cells.get(key)?.some((taken) => boxesTouch(taken, box)));
  }

  take(box: Box): void {
    for (const key of this.#cellsOf(box)) {
      const boxes = this.#cells.get(key);
      if (boxes) boxes.push(box);
      else this.#cells.set(key, [box]);
    }
  }

  #cellsOf({ minX, minY, maxX, maxY }: Box): readonly string[] {
    const keys: string[] = [];
    for (let column = Math.floor(minX / CELL_MM); column <= Math.floor(maxX / CELL_MM); column++)
      for (let row = Math.floor(minY / CELL_MM); row <= Math.floor(maxY / CELL_MM); row++)
        keys.push(`${column} ${row}`);
    return keys;
  }
}

/**
 * The texts that can stand where they are without covering each other, in their order; the rest is left out.
 *
 * Of two that meet the tag stays before the name and the name before the note, else the first. A text that
 * was written as a record of its own (detail other than `near`, not bold) is a name here. Near O(n).
 *
 * @param toPage plan metres to page millimetres
 * @param sizeMm of a text on that page, where it is not its own
 */
export function clearTexts(
  texts: readonly TextItem[],
  toPage: Affine,
  sizeMm: (text: TextItem) => number,
): readonly TextItem[] {
  const taken = new TakenBoxes();
  const kept = new Set<TextItem>();
  for (const text of texts.toSorted((one, other) => rankOf(one) - rankOf(other))) {
    const box = itemBox({ ...text, sizeMm: sizeMm(text) }, toPage);
    if (!box) continue;
    const shrunk = {
      minX: box.minX + CLEAR_MM,
      minY: box.minY + CLEAR_MM,
      maxX: box.maxX - CLEAR_MM,
      maxY: box.maxY - CLEAR_MM,
    };
    if (!taken.isFree(shrunk)) continue;
    taken.take(shrunk);
    kept.add(text);
  }
  return texts.filter((text) => kept.has(text));
}
