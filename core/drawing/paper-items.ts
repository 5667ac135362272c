import type { DrawItem, Fill, ImageItem, PageGroup, Path, PathStep, Stroke, TextItem } from './draw-item.ts';

/** A step of a path in paper millimetres, y down; arcs have become curves. */
export type PaperStep = Exclude<PathStep, readonly ['A', ...unknown[]]>;

export type PaperPath = {
  readonly type: 'path';
  readonly steps: readonly PaperStep[];
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

type Matrix = readonly [number, number, number, number, number, number];

/** `outer` after `inner`. */
function product(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

const QUARTER = Math.PI / 2;

/** Curves along a circular arc, a quarter turn or less each. Error below 0.03 % of the radius. */
function curvesOf([, cx, cy, radius, start, end, isAnticlockwise]: Extract<
  PathStep,
  readonly ['A', ...unknown[]]
>): PathStep[] {
  let sweep = end - start;
  if (isAnticlockwise && sweep < 0) sweep += 2 * Math.PI;
  if (!isAnticlockwise && sweep > 0) sweep -= 2 * Math.PI;
  const count = Math.max(Math.ceil(Math.abs(sweep) / QUARTER - 1e-9), 1);
  const step = sweep / count;
  const reach = (4 / 3) * Math.tan(step / 4) * radius;
  return Array.from({ length: count }, (_, index): PathStep => {
    const [from, to] = [start + index * step, start + (index + 1) * step];
    const [x1, y1] = [cx + radius * Math.cos(from), cy + radius * Math.sin(from)];
    const [x2, y2] = [cx + radius * Math.cos(to), cy + radius * Math.sin(to)];
    return [
      'C',
      x1 - reach * Math.sin(from),
      y1 + reach * Math.cos(from),
      x2 + reach * Math.sin(to),
      y2 - reach * Math.cos(to),
      x2,
      y2,
    ];
  });
}

function toPaperSteps(path: Path, [a, b, c, d, e, f]: Matrix): PaperStep[] {
  const x = (px: number, py: number) => a * px + c * py + e;
  const y = (px: number, py: number) => b * px + d * py + f;
  const steps: PaperStep[] = [];
  const add = (step: PathStep): void => {
    if (step[0] === 'A') {
      const [, cx, cy, radius, start] = step;
      const first: PathStep = [
        steps.length === 0 ? 'M' : 'L',
        cx + radius * Math.cos(start),
        cy + radius * Math.sin(start),
      ];
      for (const each of [first, ...curvesOf(step)]) add(each);
    } else if (step[0] === 'C') {
      const [, x1, y1, x2, y2, x3, y3] = step;
      steps.push(['C', x(x1, y1), y(x1, y1), x(x2, y2), y(x2, y2), x(x3, y3), y(x3, y3)]);
    } else if (step[0] === 'Z') steps.push(['Z']);
    else steps.push([step[0], x(step[1], step[2]), y(step[1], step[2])]);
  };
  for (const step of path) add(step);
  return steps;
}

const LINE_HEIGHT = 1.25;
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
    return { type: 'text', ...place, turn, text: line, sizeMm, weight, anchor, ink, halo };
  });
}

/** The items of a part of a page in paper millimetres from the page's upper left corner, y down. */
export function paperItems(group: PageGroup): readonly PaperItem[] {
  return group.items.flatMap((item) => toPaperItems(item, group.toPaper));
}

function toPaperItems(item: DrawItem, matrix: Matrix): readonly PaperItem[] {
  if (item.type === 'path') {
    return [{ type: 'path', steps: toPaperSteps(item.path, matrix), stroke: item.stroke, fill: item.fill }];
  }
  if (item.type === 'text') return toPaperTexts(item, matrix);
  if (item.type === 'image') {
    const { attachment, widthPx, heightPx, opacity } = item;
    return [{ type: 'image', attachment, widthPx, heightPx, opacity, matrix: product(matrix, item.matrix) }];
  }
  const [a, b, c, d, e, f] = matrix;
  const angle = item.angle - Math.atan2(b, a);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const own: Matrix = [
    cos,
    -sin,
    -sin,
    -cos,
    a * item.at.x + c * item.at.y + e,
    b * item.at.x + d * item.at.y + f,
  ];
  return item.parts.map(({ path, stroke, fill }) => ({
    type: 'path',
    steps: toPaperSteps(path, own),
    stroke,
    fill,
  }));
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
