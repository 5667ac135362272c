import type { DrawItem, ImageItem, PathItem, SymbolItem, TextItem } from '../../core/drawing/draw-item.ts';
import type { LineToAvoid, RecordLabel } from '../../core/drawing/labels/record-label.ts';
import { inPaintOrder } from '../../core/drawing/paint-order.ts';
import { type Box, boxesTouch, boxOf, holdsBox, isInBox } from '../../core/geometry/box.ts';
import { type Point, samePoint } from '../../core/geometry/point.ts';
import type { AnyId } from '../../core/plan/records/index.ts';
import { addPath, noShift, pathOriginAt } from './path2d.ts';

/** What a source of drawing gives for one record: its items, its labels, and the box they lie in (plan metres). */
export type RecordDrawing = {
  readonly items: readonly DrawItem[];
  readonly labels: readonly RecordLabel[];
  /** The line of the record that labels should not cross. */
  readonly line: LineToAvoid | null;
  readonly box: Box;
};

/** Gives a record's drawing, or null when it is not shown; `isFar` asks for what can be seen from far out only. */
export type DrawSource = (id: AnyId, isFar: boolean) => RecordDrawing | null;

/** Paths of many records that share a style: painted by one call. */
type PathStyle = Pick<PathItem, 'stroke' | 'fill' | 'detail'>;
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

type Slot = {
  readonly ids: Set<AnyId>;
  /** Around all of it, when something of it was built since it was touched. */
  box: Box | null;
  near: Chunk | null;
  far: Chunk | null;
};

/** Paths of more sub-paths than this paint slower in software than several smaller ones. */
export const CHUNK_RECORDS = 200;

function empty(slot: Slot): void {
  slot.box = null;
  slot.near = null;
  slot.far = null;
}

const nowhere: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };

function widen(first: Box, second: Box): Box {
  return {
    minX: Math.min(first.minX, second.minX),
    minY: Math.min(first.minY, second.minY),
    maxX: Math.max(first.maxX, second.maxX),
    maxY: Math.max(first.maxY, second.maxY),
  };
}

function isOfStyle({ stroke, fill, detail }: PathStyle, other: PathStyle): boolean {
  return detail === other.detail && isSameStroke(stroke, other.stroke) && isSameFill(fill, other.fill);
}

function isSameStroke(one: PathItem['stroke'], other: PathItem['stroke']): boolean {
  if (one === null || other === null) return one === other;
  return one.ink === other.ink && one.widthMm === other.widthMm && one.dash === other.dash;
}

function isSameFill(one: PathItem['fill'], other: PathItem['fill']): boolean {
  if (one === null || other === null) return one === other;
  return one.ink === other.ink && one.opacity === other.opacity && one.pattern === other.pattern;
}

function styleKey({ stroke, fill, detail }: PathStyle): string {
  const line = stroke ? `${stroke.ink} ${stroke.widthMm} ${stroke.dash}` : '';
  const area = fill ? `${fill.ink} ${fill.opacity} ${fill.pattern}` : '';
  return `${line}|${area}|${detail}`;
}

/** The records of one place in the painting order, in chunks that are rebuilt only when touched. */
export class RecordBatch {
  readonly #slots: Slot[] = [];
  readonly #slotOf = new Map<AnyId, Slot>();
  readonly #source: DrawSource;

  /** `ids` should come in an order in which neighbours in the list are neighbours on the plan. */
  constructor(ids: readonly AnyId[], source: DrawSource) {
    this.#source = source;
    for (const id of ids) this.add(id);
  }

  add(id: AnyId): void {
    if (this.#slotOf.has(id)) {
      this.touch(id);
      return;
    }
    let slot = this.#slots.at(-1);
    if (!slot || slot.ids.size >= CHUNK_RECORDS) {
      slot = { ids: new Set(), box: null, near: null, far: null };
      this.#slots.push(slot);
    }
    slot.ids.add(id);
    empty(slot);
    this.#slotOf.set(id, slot);
  }

  remove(id: AnyId): void {
    const slot = this.#slotOf.get(id);
    if (!slot) return;
    slot.ids.delete(id);
    empty(slot);
    this.#slotOf.delete(id);
  }

  /** The record looks different now, or is shown or hidden. */
  touch(id: AnyId): void {
    const slot = this.#slotOf.get(id);
    if (slot) empty(slot);
  }

  /**
   * What may show in a box, in chunks; those that were touched, or never shown like this, are built first.
   *
   * Records drawn one after the other may lie far apart: what stands at a point outside the box is left out.
   */
  *chunksIn(box: Box, isFar: boolean): Generator<Chunk> {
    const kept = isFar ? 'far' : 'near';
    for (const slot of this.#slots) {
      if (slot.ids.size === 0 || (slot.box && !boxesTouch(slot.box, box))) continue;
      slot[kept] ??= this.#build(slot.ids, isFar);
      slot.box = slot[kept].box;
      if (holdsBox(box, slot.box)) yield slot[kept];
      else if (boxesTouch(slot.box, box)) yield partIn(box, slot[kept]);
    }
  }

  #build(ids: ReadonlySet<AnyId>, isFar: boolean): Chunk {
    const drawings: RecordDrawing[] = [];
    for (const id of ids) {
      const drawing = this.#source(id, isFar);
      if (drawing) drawings.push(drawing);
    }
    return chunkOf(drawings);
  }
}

/** A chunk without the symbols, words and lines to avoid that lie outside a box. Its paths are one piece each. */
function partIn(box: Box, chunk: Chunk): Chunk {
  const isIn = ({ at }: SymbolItem | TextItem) => isInBox(at, box);
  return {
    ...chunk,
    symbols: chunk.symbols.filter(isIn),
    texts: chunk.texts.filter(isIn),
    labels: chunk.labels.filter(({ items: [first] }) => first && isIn(first)),
    lines: chunk.lines.filter(({ points }) => {
      const around = boxOf(points);
      return around && boxesTouch(around, box);
    }),
  };
}

/** One chunk of the given drawings; paths of equal style are joined where that does not change the picture. */
export function chunkOf(drawings: readonly RecordDrawing[]): Chunk {
  const paths: PathItem[] = [];
  const symbols: SymbolItem[] = [];
  const texts: TextItem[] = [];
  const images: ImageItem[] = [];
  const labels = drawings.flatMap((drawing) => drawing.labels);
  const lines = drawings.flatMap(({ line }) => line ?? []);
  let box = nowhere;
  for (const drawing of drawings) {
    box = widen(box, drawing.box);
    for (const item of drawing.items) {
      if (item.type === 'symbol') symbols.push(item);
      else if (item.type === 'text') texts.push(item);
      else if (item.type === 'image') images.push(item);
      else paths.push(item);
    }
  }
  return { box, paths: inPaintOrder(joined(paths)), symbols, texts, images, labels, lines };
}

function originOf({ path: [step] }: PathItem): Point {
  return step && step[0] !== 'Z' ? pathOriginAt({ x: step[1], y: step[2] }) : noShift;
}

/** The paths of each style as one, those of one neighbourhood at a time. */
function joined(items: readonly PathItem[]): Iterable<PathBatch> {
  const batches = new Map<string, PathBatch>();
  let last: PathBatch | null = null;
  for (const item of items) {
    const origin = originOf(item);
    // Most look like the one before: that is seen in less time than a key is made.
    last =
      last && samePoint(origin, last.origin) && isOfStyle(item, last) ? last : batchOf(batches, item, origin);
    addPath(last.path, item.path, origin);
  }
  return batches.values();
}

function batchOf(batches: Map<string, PathBatch>, item: PathItem, origin: Point): PathBatch {
  const key = `${styleKey(item)} ${origin.x} ${origin.y}`;
  const { stroke, fill, detail } = item;
  const batch = batches.get(key) ?? { stroke, fill, detail, path: new Path2D(), origin };
  batches.set(key, batch);
  return batch;
}
