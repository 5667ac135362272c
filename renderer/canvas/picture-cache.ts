import type { ImageItem } from '../../core/drawing/draw-item.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import { isKind } from '../../core/plan/plan.ts';

/** Decoded underlay pictures by their hash; asks for a repaint when one has arrived. */
export class PictureCache {
  readonly #pictures = new Map<string, ImageBitmap | 'loading' | 'failed'>();
  readonly #arrived: () => void;

  constructor(arrived: () => void) {
    this.#arrived = arrived;
  }

  /** Paints a picture in plan space, or nothing while it is being decoded. */
  paint(context: CanvasRenderingContext2D, image: ImageItem): void {
    const picture = this.#pictures.get(image.attachment) ?? this.#load(image.attachment);
    context.save();
    context.transform(...image.matrix);
    context.globalAlpha = image.opacity;
    if (picture instanceof ImageBitmap) {
      context.imageSmoothingQuality = 'medium';
      context.drawImage(picture, 0, 0, image.widthPx, image.heightPx);
    } else {
      context.globalAlpha = 0.15;
      context.fillRect(0, 0, image.widthPx, image.heightPx);
    }
    context.restore();
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
    // A picture that was stored once and cannot be decoded stays a grey rectangle; its inspector says why.
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
