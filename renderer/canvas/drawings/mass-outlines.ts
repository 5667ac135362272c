import { type Box, boxOf, grownBox, unionOfBoxes } from '../../../core/geometry/box.ts';
import { add, type Point, subtract } from '../../../core/geometry/point.ts';
import { outlineOfPath } from '../../../core/geometry/polyline.ts';
import type { AnyId, PlacedRecord } from '../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { type Shape, shapeOf } from '../../../core/plan/shape.ts';
import { pathOriginAt } from '../path2d.ts';
import { CHUNK_RECORDS } from './chunk.ts';

/** Outlines of a neighbourhood joined, and the places that get a ring, all counted from `origin`. */
export type OutlinePiece = {
  readonly origin: Point;
  readonly path: Path2D;
  readonly rings: readonly Point[];
};

/** What is stroked around very many records. */
export type MassOutline = {
  readonly pieces: readonly OutlinePiece[];
  /** Around all of it, where it was made. */
  readonly box: Box;
  /** By how much all of it has been moved since, plan metres. */
  readonly by: Point;
};

export type MassSource = {
  readonly plan: Plan;
  /** A record that is shown; null for what is not. */
  readonly shown: (id: AnyId) => PlacedRecord | null;
};

type OpenPiece = OutlinePiece & { readonly rings: Point[] };

/** Collects outlines as `MassOutlines` keeps them. */
class OutlineBuilder {
  readonly pieces: OutlinePiece[] = [];
  box: Box | null = null;
  /** The piece of each neighbourhood that takes more, by its origin, and how much it has taken. */
  readonly #open = new Map<string, { readonly piece: OpenPiece; count: number }>();

  add(shape: Shape, isFar: boolean): void {
    if (shape.type === 'point') this.#ring(shape.at);
    else if (shape.type === 'ring')
      for (const ring of [shape.ring, ...shape.holes]) this.#line(ring, { isClosed: true });
    else this.#path(shape, isFar);
    const around = boxOf(
      shape.type === 'point' ? [shape.at] : shape.type === 'ring' ? shape.ring : shape.points,
    );
    const box = around && shape.type === 'path' ? grownBox(around, shape.width / 2) : around;
    if (box) this.box = this.box ? unionOfBoxes(this.box, box) : box;
  }

  /** Far out both sides of a line would lie on the same pixels. */
  #path({ points, closed, width }: Extract<Shape, { type: 'path' }>, isFar: boolean): void {
    const sides = width > 0 && !closed && !isFar ? outlineOfPath(points, width) : null;
    this.#line(sides ?? points, { isClosed: closed || sides !== null });
  }

  #line(points: readonly Point[], { isClosed }: { readonly isClosed: boolean }): void {
    const [first] = points;
    if (!first) return;
    const { path, origin } = this.#pieceAt(first);
    for (const [index, point] of points.entries()) {
      const { x, y } = subtract(point, origin);
      if (index === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    if (isClosed) path.closePath();
  }

  #ring(at: Point): void {
    const { rings, origin } = this.#pieceAt(at);
    rings.push(subtract(at, origin));
  }

  #pieceAt(place: Point): OpenPiece {
    const origin = pathOriginAt(place);
    const key = `${origin.x} ${origin.y}`;
    const open = this.#open.get(key);
    // Paths of more sub-paths than this are slower to stroke than several smaller ones.
    if (open && open.count < CHUNK_RECORDS) {
      open.count += 1;
      return open.piece;
    }
    const piece = { origin, path: new Path2D(), rings: [] };
    this.pieces.push(piece);
    this.#open.set(key, { piece, count: 1 });
    return piece;
  }
}

/** The outlines of a selection of very many records: made once, and moved with it as a whole. */
export class MassOutlines {
  #selection: ReadonlySet<AnyId> | null = null;
  #isFar = false;
  #outline: MassOutline | null = null;

  /** The outline of what is selected; null when nothing of it can be seen. O(selected) when it is another one. */
  of(selection: ReadonlySet<AnyId>, isFar: boolean, { plan, shown }: MassSource): MassOutline | null {
    if (selection === this.#selection && isFar === this.#isFar) return this.#outline;
    const builder = new OutlineBuilder();
    for (const id of selection) {
      const record = shown(id);
      const shape = record && shapeOf(record, plan);
      if (shape) builder.add(shape, isFar);
    }
    const { pieces, box } = builder;
    this.#selection = selection;
    this.#isFar = isFar;
    this.#outline = box && { pieces, box, by: { x: 0, y: 0 } };
    return this.#outline;
  }

  /** Records were moved; those that are shown otherwise now are not among them. */
  moved(ids: ReadonlySet<AnyId>, by: Point): void {
    if (!this.#outline) return;
    for (const id of this.#selection ?? []) {
      if (ids.has(id)) continue;
      this.forget();
      return;
    }
    this.#outline = { ...this.#outline, by: add(this.#outline.by, by) };
  }

  /** What is selected looks different now. */
  forget(): void {
    this.#selection = null;
    this.#outline = null;
  }
}

/** What is selected in two parts: what is on its way, and what stays where it is because it is locked. */
export type MassParts = { readonly carried: MassOutline | null; readonly staying: MassOutline | null };

/** The outlines of a selection while some of it is carried: made once for as long as it is. */
export class CarriedOutlines {
  #ids: ReadonlySet<AnyId> | null = null;
  #selection: ReadonlySet<AnyId> | null = null;
  #parts: readonly [carried: ReadonlySet<AnyId>, staying: ReadonlySet<AnyId>] = [new Set(), new Set()];
  readonly #carried = new MassOutlines();
  readonly #staying = new MassOutlines();

  /** The two parts; null when none of the selection stays: then all of it is carried. */
  of(
    selection: ReadonlySet<AnyId>,
    { ids, isFar }: { readonly ids: ReadonlySet<AnyId>; readonly isFar: boolean },
    source: MassSource,
  ): MassParts | null {
    if (ids !== this.#ids || selection !== this.#selection) {
      this.#ids = ids;
      this.#selection = selection;
      const all = [...selection];
      this.#parts = [new Set(all.filter((id) => ids.has(id))), new Set(all.filter((id) => !ids.has(id)))];
    }
    const [carried, staying] = this.#parts;
    if (staying.size === 0) return null;
    return {
      carried: this.#carried.of(carried, isFar, source),
      staying: this.#staying.of(staying, isFar, source),
    };
  }

  /** Nothing is carried any more, or what is carried looks different. */
  forget(): void {
    this.#ids = null;
    this.#selection = null;
    for (const outlines of [this.#carried, this.#staying]) outlines.forget();
  }
}
