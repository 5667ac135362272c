import { type Point, subtract } from '../../../core/geometry/point.ts';
import type { CanvasView, ScreenArea } from '../canvas-view.ts';

export type PicturePaint = (context: CanvasRenderingContext2D, view: CanvasView) => void;

/** What very many records look like while they are on their way: painted once, then moved as a picture. */
export class CarriedPicture {
  #picture: { readonly canvas: HTMLCanvasElement; readonly by: Point; readonly area: ScreenArea } | null =
    null;

  /** What is carried, or how it is looked at, is something else now. */
  forget(): void {
    this.#picture = null;
  }

  /**
   * Paints what has gone so far on a context whose canvas covers `onto`, by way of a picture of `view`: of
   * what is there and a margin around it. What comes in from beyond the margin is painted anew.
   */
  paint(
    context: CanvasRenderingContext2D,
    { view, by, onto, margin }: { view: CanvasView; by: Point; onto: ScreenArea; margin: number },
    paint: PicturePaint,
  ): void {
    const scale = view.viewport.pixelsPerMetre;
    const known = this.#picture;
    const gone = known && subtract(by, known.by);
    const isNear = gone && Math.max(Math.abs(gone.x), Math.abs(gone.y)) * scale <= margin;
    const picture = isNear && known ? known : this.#paintAnew(view, by, paint);
    const { x, y } = subtract(by, picture.by);
    const left = picture.area.left - onto.left + x * scale;
    const top = picture.area.top - onto.top - y * scale;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(picture.canvas, Math.round(left * view.pixelRatio), Math.round(top * view.pixelRatio));
  }

  #paintAnew(view: CanvasView, by: Point, paint: PicturePaint) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(view.area.widthPx * view.pixelRatio);
    canvas.height = Math.round(view.area.heightPx * view.pixelRatio);
    const context = canvas.getContext('2d');
    const { viewport } = view;
    // Seen from where it has gone to.
    const centre = subtract(viewport.centre, by);
    if (context) paint(context, { ...view, viewport: { ...viewport, centre } });
    this.#picture = { canvas, by, area: view.area };
    return this.#picture;
  }
}
