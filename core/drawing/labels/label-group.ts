import { type Box, grownBox, unionOfBoxes } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { type Affine, apply } from '../../geometry/transform.ts';
import type { DrawItem, Path, SymbolItem, TextItem } from '../draw-item.ts';
import { textBlock } from '../measure-text.ts';
import { symbolMatrix } from '../paper-items.ts';
import { tracePath } from '../trace-path.ts';

/** The labels of one record, moved together: a tag with its mark and note, or a name. */
export type LabelGroup = {
  readonly items: readonly (TextItem | SymbolItem)[];
  /** Where the record's point lies, and the box of its labels around it, page millimetres. */
  readonly at: Point;
  readonly box: Box;
  readonly isTurned: boolean;
};

/** Room that a label keeps free around it. */
const CLEAR_MM = 0.3;

function boxAlong(path: Path, matrix: Affine): Box | null {
  let box: Box | null = null;
  const include = (x: number, y: number): void => {
    const point = { minX: x, minY: y, maxX: x, maxY: y };
    box = box ? unionOfBoxes(box, point) : point;
  };
  tracePath(path, matrix, {
    move: include,
    line: include,
    curve: (_x1, _y1, _x2, _y2, x, y) => include(x, y),
    close: () => undefined,
  });
  return box;
}

const turnOf = (text: TextItem, [a, b]: Affine) => Math.atan2(b, a) - text.angle;

/** The box of a text on the page; of a turned one the box around it. */
function textBox(text: TextItem, matrix: Affine): Box {
  const { width, height } = textBlock(text);
  const at = apply(matrix, text.at);
  const middle = { x: at.x + text.offsetMm.x, y: at.y - text.offsetMm.y };
  const start = text.anchor === 'start' ? 0 : text.anchor === 'end' ? -width : -width / 2;
  const [cos, sin] = [Math.cos(turnOf(text, matrix)), Math.sin(turnOf(text, matrix))];
  const centre = start + width / 2;
  const halfWidth = (Math.abs(cos) * width + Math.abs(sin) * height) / 2;
  const halfHeight = (Math.abs(sin) * width + Math.abs(cos) * height) / 2;
  const [x, y] = [middle.x + cos * centre, middle.y + sin * centre];
  return { minX: x - halfWidth, maxX: x + halfWidth, minY: y - halfHeight, maxY: y + halfHeight };
}

/** The box of an item on the page; null for one without extent, and for pictures and paths in plan metres. */
export function itemBox(item: DrawItem, matrix: Affine): Box | null {
  if (item.type === 'text') return textBox(item, matrix);
  if (item.type !== 'symbol') return null;
  const own = symbolMatrix(item, matrix);
  return item.parts.reduce<Box | null>((box, { path }) => {
    const next = boxAlong(path, own);
    return box && next ? unionOfBoxes(box, next) : (box ?? next);
  }, null);
}

/** Items that belong together as one group; null when nothing of them has an extent. */
export function labelGroup(items: readonly (TextItem | SymbolItem)[], matrix: Affine): LabelGroup | null {
  const [first] = items;
  if (!first) return null;
  const [box, ...others] = items.flatMap((item) => itemBox(item, matrix) ?? []);
  if (!box) return null;
  return {
    items,
    at: apply(matrix, first.at),
    box: grownBox(others.reduce(unionOfBoxes, box), CLEAR_MM),
    isTurned: items.some((item) => item.type === 'text' && Math.abs(turnOf(item, matrix)) > 1e-6),
  };
}

/** The group's items moved on the page by millimetres, +y down. */
export function movedLabels(
  { items }: Pick<LabelGroup, 'items'>,
  by: Point,
): readonly (TextItem | SymbolItem)[] {
  if (by.x === 0 && by.y === 0) return items;
  return items.map((item) =>
    item.type === 'text'
      ? { ...item, offsetMm: { x: item.offsetMm.x + by.x, y: item.offsetMm.y - by.y } }
      : { ...item, parts: item.parts.map((part) => ({ ...part, path: shifted(part.path, by.x, -by.y) })) },
  );
}

/** A mark as much larger as the text beside it, and as much farther from its record's point. */
export function grownMark(mark: SymbolItem, share: number): SymbolItem {
  if (share === 1) return mark;
  return { ...mark, parts: mark.parts.map((part) => ({ ...part, path: grown(part.path, share) })) };
}

function grown(path: Path, by: number): Path {
  return path.map((step): Path[number] => {
    if (step[0] === 'Z') return step;
    if (step[0] === 'A') return ['A', step[1] * by, step[2] * by, step[3] * by, step[4], step[5], step[6]];
    if (step[0] !== 'C') return [step[0], step[1] * by, step[2] * by];
    return ['C', step[1] * by, step[2] * by, step[3] * by, step[4] * by, step[5] * by, step[6] * by];
  });
}

/** An upright symbol's path moved in its own millimetres, +y up. */
function shifted(path: Path, x: number, y: number): Path {
  return path.map((step): Path[number] => {
    if (step[0] === 'Z') return step;
    if (step[0] === 'A') return ['A', step[1] + x, step[2] + y, step[3], step[4], step[5], step[6]];
    if (step[0] !== 'C') return [step[0], step[1] + x, step[2] + y];
    return ['C', step[1] + x, step[2] + y, step[3] + x, step[4] + y, step[5] + x, step[6] + y];
  });
}
