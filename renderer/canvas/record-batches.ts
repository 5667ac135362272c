import type { MovedTogether } from '../../core/drawing/changes/mass-change.ts';
import type { DrawItem, ImageItem, PathItem, SymbolItem, TextItem } from '../../core/drawing/draw-item.ts';
import type { LineToAvoid, RecordLabel } from '../../core/drawing/labels/record-label.ts';
import { inPaintOrder } from '../../core/drawing/paint-order.ts';
import { type Box, boxesTouch, boxOf, holdsBox, isInBox } from '../../core/geometry/box.ts';
import { type Point, samePoint } from '../../core/geometry/point.ts';
import type { AnyId } from '../../core/plan/kinds/index.ts';
import { CHUNK_RECORDS, type Chunk, type PathBatch, type PathStyle } from './drawings/chunk.ts';
import { movedChunk } from './drawings/moved-chunk.ts';
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

/** Records on their way, or all but these. */
export type Part = { readonly ids: ReadonlySet<AnyId>; readonly which: 'carried' | 'resting' };

/** The chunks of a slot of which some records are on their way. */
type Split = { readonly ids: ReadonlySet<AnyId>; readonly isFar: boolean } & {
  [W in Part['which']]: Chunk | null;
};

type Slot = {
  readonly ids: Set<AnyId>;
  /** Around all of it, when something of it was built since it was touched. */
  box: Box | null;
  near: Chunk | null;
  far: Chunk | null;
  split: Split | null;
};

function empty(slot: Slot): void {
  slot.box = null;
  slot.near = null;
  slot.far = null;
  slot.split = null;
}

function countIn(ids: ReadonlySet<AnyId>, wanted: ReadonlySet<AnyId>): number {
  let count = 0;
  for (const id of ids) if (wanted.has(id)) count++;
  return count;
}

function moveSlot(slot: Slot, by: Point): void {
  slot.near = slot.near && movedChunk(slot.near, by);
  slot.far = slot.far && movedChunk(slot.far, by);
  slot.box = (slot.near ?? slot.far)?.box ?? null;
  slot.split = null;
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
      slot = { ids: new Set(), box: null, near: null, far: null, split: null };
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
    if (slot.ids.size === 0) this.#slots.splice(this.#slots.indexOf(slot), 1);
  }

  /** The record looks different now, or is shown or hidden. */
  touch(id: AnyId): void {
    const slot = this.#slotOf.get(id);
    if (slot) empty(slot);
  }

  /** Records look as they did but are somewhere else: chunks all of which were moved need not be built again. */
  move({ ids, by }: MovedTogether): void {
    for (const slot of this.#slots) {
      const count = countIn(slot.ids, ids);
      if (count === 0) continue;
      if (count < slot.ids.size) empty(slot);
      else moveSlot(slot, by);
    }
  }

  /**
   * What may show in a box, in chunks; those that were touched, or never shown like this, are built first.
   *
   * Records drawn one after the other may lie far apart: what stands at a point outside the box is left out.
   */
  *chunksIn(box: Box, isFar: boolean, part: Part | null = null): Generator<Chunk> {
    for (const slot of this.#slots) {
      if (slot.ids.size === 0 || (slot.box && !boxesTouch(slot.box, box))) continue;
      const chunk = this.#chunkOf(slot, isFar, part);
      if (!chunk) continue;
      if (holdsBox(box, chunk.box)) yield chunk;
      else if (boxesTouch(chunk.box, box)) yield partIn(box, chunk);
    }
  }

  #chunkOf(slot: Slot, isFar: boolean, part: Part | null): Chunk | null {
    const count = part ? countIn(slot.ids, part.ids) : 0;
    if (part && count > 0 && count < slot.ids.size) return this.#splitOf(slot, isFar, part);
    if (part && count > 0 !== (part.which === 'carried')) return null;
    const kept = isFar ? 'far' : 'near';
    slot[kept] ??= this.#build(slot.ids, isFar);
    slot.box = slot[kept].box;
    return slot[kept];
  }

  #splitOf(slot: Slot, isFar: boolean, { ids, which }: Part): Chunk {
    const known = slot.split?.ids === ids && slot.split.isFar === isFar ? slot.split : null;
    slot.split = known ?? { ids, isFar, carried: null, resting: null };
    const isMeant = (id: AnyId) => ids.has(id) === (which === 'carried');
    slot.split[which] ??= this.#build([...slot.ids].filter(isMeant), isFar);
    return slot.split[which];
  }

  #build(ids: Iterable<AnyId>, isFar: boolean): Chunk {
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
