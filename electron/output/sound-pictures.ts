import { pngParts } from '../../core/codec/picture/png.ts';
import { isWholePicture } from '../../core/codec/picture/read-picture-info.ts';
import type { PlanParcel } from '../../core/codec/plan-file.ts';
import type { PictureLookup } from '../../core/codec/svg.ts';
import type { Page } from '../../core/drawing/draw-item.ts';
import { type Plan, recordsOf } from '../../core/plan/plan.ts';
import { damagedPicture } from './damaged-picture.ts';
import { filteredRows } from './png-pixels.ts';

/** The pictures that can be painted, and one sentence about each that is left out. */
export type PaintedPictures = { readonly pictureOf: PictureLookup; readonly remarks: readonly string[] };

/** What is said of a picture that is left out, by the name of the record that shows it. */
export type LeftOut = (name: string) => string;

/**
 * The pictures of some pages that can be painted, and one sentence about each that is damaged: what is taken by
 * its outside may have pixels that are none.
 */
export async function soundPictures(
  { plan, attachments }: Pick<PlanParcel, 'plan' | 'attachments'>,
  pages: readonly Page[],
): Promise<PaintedPictures> {
  const damaged = new Map<string, LeftOut>();
  for (const sha256 of picturesOn(pages)) {
    const bytes = attachments.get(sha256);
    if (bytes && !(await isSound(bytes))) damaged.set(sha256, damagedPicture);
  }
  const pictureOf: PictureLookup = (sha256) =>
    damaged.has(sha256) ? null : (attachments.get(sha256) ?? null);
  return { pictureOf, remarks: remarksOn(plan, damaged) };
}

async function isSound(bytes: Uint8Array): Promise<boolean> {
  const parts = pngParts(bytes);
  return parts ? (await filteredRows(parts)) !== null : isWholePicture(bytes);
}

/** One sentence about each record whose picture is left out. */
export function remarksOn(plan: Plan, leftOut: ReadonlyMap<string, LeftOut>): readonly string[] {
  const sentences = [...recordsOf(plan, 'underlay')].flatMap(({ attachment, name }) => {
    const say = leftOut.get(attachment);
    return say ? [say(name)] : [];
  });
  return [...new Set(sentences)];
}

/** The hashes of the pictures on some pages. */
export function picturesOn(pages: readonly Page[]): ReadonlySet<string> {
  const items = pages.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  return new Set(items.flatMap((item) => (item.type === 'image' ? [item.attachment] : [])));
}
