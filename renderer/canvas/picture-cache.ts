import type { ImageItem } from '../../core/drawing/draw-item.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import { isKind } from '../../core/plan/plan.ts';

/** How a picture that cannot be shown is crossed out: width in the units of the space it is painted in. */
export type Crossing = { readonly colour: string; readonly width: number };

/** Decoded underlay pictures by their hash; asks for a repaint when one has arrived. */
export class PictureCache {
  readonly #pictures = new Map<string, ImageBitmap | 'loading' | 'failed'>();
  readonly #arrived: () => void;

  constructor(arrived: () => void) {
    this.#arrived = arrived;
  }

  /** Paints a picture in plan space: a tint while it is being decoded, a crossed out frame where it cannot be. */
  paint(context: CanvasRenderingContext2D, image: ImageItem, crossing: Crossing): void {
    const picture = this.#pictures.get(image.attachment) ?? this.#load(image.attachment);
    context.save();
    context.transform(...image.matrix);
    context.globalAlpha = image.opacity;
    if (picture instanceof ImageBitmap) {
      context.imageSmoothingQuality = 'medium';
      context.drawImage(picture, 0, 0, image.widthPx, image.heightPx);
    } else if (picture === 'loading') {
      context.globalAlpha = 0.15;
      context.fillRect(0, 0, image.widthPx, image.heightPx);
    } else traceCross(context, image);
    context.restore();
    if (picture === 'failed') strokeCross(context, crossing);
  }

  #load(attachment: string): 'loading' {
    this.#pictures.set(attachment, 'loading');
    void this.#decode(attachment).then((picture) => {
      this.#pictures.set(attachment, picture);
      this.#arrived();
    });
    return 'loading';
  }

  async #decode(attachment: string): Promise<ImageBitmap | 'failed'> {
    const response = await fetch(`app://main/attachment/${attachment}`);
    if (!response.ok) return 'failed';
    const blob = await response.blob();
    // Upright already: nothing is left that could turn it or change its colours.
    const as = { imageOrientation: 'from-image', colorSpaceConversion: 'none' } as const;
    return createImageBitmap(blob, as).catch((): 'failed' => 'failed');
  }

  /** Takes over that records changed: a picture that could not be shown is asked for again where it is placed anew. */
  planChanged(diff: PlanDiff): void {
    for (const { after } of diff.values()) {
      if (!after || !isKind(after, 'underlay')) continue;
      if (this.#pictures.get(after.attachment) === 'failed') this.#pictures.delete(after.attachment);
    }
  }

  /** Frees the decoded pictures. */
  close(): void {
    for (const picture of this.#pictures.values()) if (picture instanceof ImageBitmap) picture.close();
    this.#pictures.clear();
  }
}

function traceCross(context: CanvasRenderingContext2D, { widthPx, heightPx }: ImageItem): void {
  context.beginPath();
  context.rect(0, 0, widthPx, heightPx);
  context.moveTo(0, 0);
  context.lineTo(widthPx, heightPx);
  context.moveTo(widthPx, 0);
  context.lineTo(0, heightPx);
}

/** Outside of the picture's own space: there a line would be as wide as its pixels are. */
function strokeCross(context: CanvasRenderingContext2D, { colour, width }: Crossing): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash([]);
  context.stroke();
}
