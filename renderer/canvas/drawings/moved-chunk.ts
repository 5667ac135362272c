import type { ImageItem, SymbolItem, TextItem } from '../../../core/drawing/draw-item.ts';
import { add, type Point } from '../../../core/geometry/point.ts';
import type { Chunk } from './chunk.ts';

const moved = <Item extends SymbolItem | TextItem>(item: Item, by: Point): Item => ({
  ...item,
  at: add(item.at, by),
});

function movedImage(image: ImageItem, by: Point): ImageItem {
  const [a, b, c, d, e, f] = image.matrix;
  return { ...image, matrix: [a, b, c, d, e + by.x, f + by.y] };
}

/** What records that were moved together look like now, without drawing any of them. */
export function movedChunk(chunk: Chunk, by: Point): Chunk {
  const { minX, minY, maxX, maxY } = chunk.box;
  return {
    box: { minX: minX + by.x, minY: minY + by.y, maxX: maxX + by.x, maxY: maxY + by.y },
    paths: chunk.paths.map((batch) => ({ ...batch, origin: add(batch.origin, by) })),
    symbols: chunk.symbols.map((symbol) => moved(symbol, by)),
    texts: chunk.texts.map((text) => moved(text, by)),
    images: chunk.images.map((image) => movedImage(image, by)),
    labels: chunk.labels.map((label) => ({ ...label, items: label.items.map((item) => moved(item, by)) })),
    lines: chunk.lines.map((line) => ({ ...line, points: line.points.map((point) => add(point, by)) })),
  };
}
