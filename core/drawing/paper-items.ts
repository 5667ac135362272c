import { compose, type Affine as Matrix } from '../geometry/transform.ts';
import { plainLine } from '../plain-text.ts';
import type { DrawItem, Fill, ImageItem, PageGroup, Path, Stroke, TextItem } from './draw-item.ts';

/** A path still in its own space, with the matrix that takes it to paper: traced by `tracePath`. */
export type PaperPath = {
  readonly type: 'path';
  readonly path: Path;
  readonly matrix: Matrix;
  readonly stroke: Stroke | null;
  readonly fill: Fill | null;
};
/** One line of text; `turn` is clockwise in radians about its place. */
export type PaperText = Pick<TextItem, 'sizeMm' | 'weight' | 'anchor' | 'ink' | 'halo'> & {
  readonly type: 'text';
  readonly left: number;
  readonly top: number;
  readonly turn: number;
  readonly text: string;
};
export type PaperImage = Pick<ImageItem, 'attachment' | 'widthPx' | 'heightPx' | 'opacity'> & {
  readonly type: 'image';
  /** Pixels of the picture to paper millimetres. */
  readonly matrix: Matrix;
};
export type PaperItem = PaperPath | PaperText | PaperImage;

/** The matrix of a symbol that stands at a place of the plan, turned by `angle` from plan's +x. */
export function symbolMatrix(
  { at, angle }: { at: { x: number; y: number }; angle: number },
  [a, b, c, d, e, f]: Matrix,
): Matrix {
  const turned = angle - Math.atan2(b, a);
  const [cos, sin] = [Math.cos(turned), Math.sin(turned)];
  return [cos, -sin, -sin, -cos, a * at.x + c * at.y + e, b * at.x + d * at.y + f];
}

/** Line height as a share of the size of a text. */
export const LINE_HEIGHT = 1.25;
/** From the middle of a line to its baseline, as a share of its size: half the height of a capital. */
const BASELINE = 0.36;

function toPaperTexts(text: TextItem, matrix: Matrix): PaperText[] {
  const { sizeMm, weight, anchor, ink, halo, lines } = text;
  const [a, b, c, d, e, f] = matrix;
  const turn = Math.atan2(b, a) - text.angle;
  const left = a * text.at.x + c * text.at.y + e + text.offsetMm.x;
  const top = b * text.at.x + d * text.at.y + f - text.offsetMm.y;
  const step = sizeMm * LINE_HEIGHT;
  const first = text.baseline === 'middle' ? sizeMm * BASELINE - ((lines.length - 1) * step) / 2 : 0;
  return lines.map((line, index) => {
    const down = first + index * step;
    const place = { left: left - Math.sin(turn) * down, top: top + Math.cos(turn) * down };
    return { type: 'text', ...place, turn, text: plainLine(line), sizeMm, weight, anchor, ink, halo };
  });
}

/** The items of a part of a page, ready for paper: millimetres from the upper left corner, y down. */
export function paperItems(group: PageGroup): readonly PaperItem[] {
  return group.items.flatMap((item) => toPaperItems(item, group.toPaper));
}

function toPaperItems(item: DrawItem, matrix: Matrix): readonly PaperItem[] {
  if (item.type === 'path') {
    return [{ type: 'path', path: item.path, matrix, stroke: item.stroke, fill: item.fill }];
  }
  if (item.type === 'text') return toPaperTexts(item, matrix);
  if (item.type === 'image') {
    const { attachment, widthPx, heightPx, opacity } = item;
    return [{ type: 'image', attachment, widthPx, heightPx, opacity, matrix: compose(item.matrix, matrix) }];
  }
  const own = symbolMatrix(item, matrix);
  return item.parts.map(({ path, stroke, fill }) => ({ type: 'path', path, matrix: own, stroke, fill }));
}

/** Dash lengths in millimetres of each pattern. */
export const dashesMm = {
  solid: [],
  dashed: [2, 1],
  dotted: [0.3, 0.9],
  'dash-dot': [4, 1, 0.5, 1],
  'dash-dot-dot': [4.2, 1, 0.5, 1, 0.5, 1],
} as const satisfies { readonly [D in Stroke['dash']]: readonly number[] };

/** Distance of hatch lines on paper, millimetres. */
export const HATCH_MM = 1.8;

/** Width of the line in the paper's colour around the letters of a text with a halo, millimetres. */
export const HALO_MM = 0.7;
