import { type Box, boxOf, grownBox, unionOfBoxes } from '../../../core/geometry/box.ts';
import { add, type Point } from '../../../core/geometry/point.ts';
import { outlineOfPath } from '../../../core/geometry/polyline.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { AnyId, PlacedRecord } from '../../../core/plan/records/index.ts';
import { type Shape, shapeOf } from '../../../core/plan/shape.ts';
import { CHUNK_RECORDS } from './chunk.ts';

/** What is stroked around very many records: their outlines joined, and the places that get a ring. */
export type MassOutline = {
  readonly paths: readonly Path2D[];
  readonly rings: readonly Point[];
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

/** Collects outlines as `MassOutlines` keeps them. */
class OutlineBuilder {
  readonly paths: Path2D[] = [];
  readonly rings: Point[] = [];
  box: Box | null = null;
  #count = 0;

  add(shape: Shape, isFar: boolean): void {
    if (shape.type === 'point') this.rings.push(shape.at);
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
    // Paths of more sub-paths than this are slower to stroke than several smaller ones.
    if (this.#count % CHUNK_RECORDS === 0) this.paths.push(new Path2D());
    this.#count++;
    const path = this.paths.at(-1);
    for (const [index, { x, y }] of points.entries()) {
      if (index === 0) path?.moveTo(x, y);
      else path?.lineTo(x, y);
    }
    if (isClosed) path?.closePath();
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
    const { paths, rings, box } = builder;
    this.#selection = selection;
    this.#isFar = isFar;
    this.#outline = box && { paths, rings, box, by: { x: 0, y: 0 } };
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
