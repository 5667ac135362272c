import type { Point } from '../geometry/point.ts';

/**
 * Colours by meaning; every painter has a table from token to colour (screen themes, print).
 * `state-*` follow a record's state, `level-*` the bands of a camera from the coarsest to the finest.
 */
export const inkTokens = [
  'ink',
  'thin',
  'muted',
  'paper',
  'fill',
  'building',
  'proposedfill',
  'road',
  'roadmark',
  'existing',
  'proposed',
  'deficient',
  'removed',
  'public',
  'restricted',
  'clear',
  'coverage',
  'accent',
  'snap',
  'fail',
  'warn',
  'pass',
] as const;
export type InkToken = (typeof inkTokens)[number];

/** A token of meaning, or a layer's own colour as `#rrggbb`. */
export type Ink = InkToken | `#${string}`;

/**
 * One step of a path. `A` is a circular arc: centre, radius, start and end angle in radians
 * anticlockwise from +x in the path's own space, drawn anticlockwise when the last value is true;
 * it begins with a line from the current point to the arc's start, or a move when the path is empty.
 */
export type PathStep =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['A', number, number, number, number, number, boolean]
  | readonly ['Z'];
export type Path = readonly PathStep[];

export type Dash = 'solid' | 'dashed' | 'dotted' | 'dash-dot' | 'dash-dot-dot';
export type Stroke = { readonly ink: Ink; readonly widthMm: number; readonly dash: Dash };
export type Fill = { readonly ink: Ink; readonly opacity: number; readonly pattern: 'solid' | 'hatch' };

/**
 * When an item is shown while zooming out: `always`; `normal` while symbols keep their size;
 * `near` only when the drawing is large enough to read.
 */
export type Detail = 'always' | 'normal' | 'near';

/** A path in plan metres. Strokes are in paper millimetres whatever the scale. */
export type PathItem = {
  readonly type: 'path';
  readonly path: Path;
  readonly stroke: Stroke | null;
  readonly fill: Fill | null;
  readonly detail: Detail;
};

/** Paths in paper millimetres (+y up) around a plan point, turned by `angle`: a symbol of constant size. */
export type SymbolItem = {
  readonly type: 'symbol';
  readonly at: Point;
  readonly angle: number;
  readonly parts: readonly {
    readonly path: Path;
    readonly stroke: Stroke | null;
    readonly fill: Fill | null;
  }[];
  readonly detail: Detail;
};

/** Text of constant paper size; `offsetMm` moves it from its plan point in unturned paper space, +y up. */
export type TextItem = {
  readonly type: 'text';
  readonly at: Point;
  readonly offsetMm: Point;
  readonly angle: number;
  /** One line each; the block's middle line stands on the anchor when `baseline` is `middle`. */
  readonly lines: readonly string[];
  readonly sizeMm: number;
  readonly weight: 'regular' | 'semibold';
  readonly anchor: 'start' | 'middle' | 'end';
  readonly baseline: 'alphabetic' | 'middle';
  readonly ink: Ink;
  readonly halo: boolean;
  readonly detail: Detail;
};

/** A picture: its pixels (from the upper left corner, y down) to plan metres by the 2 x 3 matrix a b c d e f. */
export type ImageItem = {
  readonly type: 'image';
  readonly attachment: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly matrix: readonly [number, number, number, number, number, number];
  readonly opacity: number;
  readonly detail: Detail;
};

export type DrawItem = PathItem | SymbolItem | TextItem | ImageItem;

/**
 * A part of a page: items in plan metres, taken to paper millimetres (origin at the page's upper left
 * corner, y down) by `toPaper`, shown within `clip` (paper mm) only.
 */
export type PageGroup = {
  readonly items: readonly DrawItem[];
  readonly toPaper: readonly [number, number, number, number, number, number];
  readonly clip: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  } | null;
};

export type Page = {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly title: string;
  readonly groups: readonly PageGroup[];
};
