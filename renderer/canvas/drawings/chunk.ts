import type { ImageItem, PathItem, SymbolItem, TextItem } from '../../../core/drawing/draw-item.ts';
import type { LineToAvoid, RecordLabel } from '../../../core/drawing/labels/record-label.ts';
import type { Box } from '../../../core/geometry/box.ts';
import type { Point } from '../../../core/geometry/point.ts';

/** Paths of many records that share a style: painted by one call. */
export type PathStyle = Pick<PathItem, 'stroke' | 'fill' | 'detail'>;
export type PathBatch = PathStyle & {
  readonly path: Path2D;
  /** The plan point that its coordinates are counted from. */
  readonly origin: Point;
};

/** A few hundred records that lie near each other. */
export type Chunk = {
  readonly box: Box;
  readonly paths: readonly PathBatch[];
  readonly symbols: readonly SymbolItem[];
  readonly texts: readonly TextItem[];
  readonly images: readonly ImageItem[];
  readonly labels: readonly RecordLabel[];
  readonly lines: readonly LineToAvoid[];
};

/** Paths of more sub-paths than this paint slower in software than several smaller ones. */
export const CHUNK_RECORDS = 200;
