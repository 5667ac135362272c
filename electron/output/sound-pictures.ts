import { pngParts } from '../../core/codec/picture/png.ts';
import type { PlanParcel } from '../../core/codec/plan-file.ts';
import type { PictureLookup } from '../../core/codec/svg.ts';
import type { Page } from '../../core/drawing/draw-item.ts';
import { recordsOf } from '../../core/plan/plan.ts';
import { damagedPicture } from './damaged-picture.ts';
import { filteredRows } from './png-pixels.ts';

/**
 * The pictures of some pages that can be painted, and one sentence about each that is damaged: what is taken by
 * its outside may have pixels that are none.
 */
export async function soundPictures(
  { plan, attachments }: Pick<PlanParcel, 'plan' | 'attachments'>,
  pages: readonly Page[],
): Promise<{ readonly pictureOf: PictureLookup; readonly remarks: readonly string[] }> {
  const damaged = new Set<string>();
  for (const sha256 of picturesOn(pages)) {
    const parts = pngParts(attachments.get(sha256) ?? new Uint8Array());
    if (parts && !(await filteredRows(parts))) damaged.add(sha256);
  }
  const remarks = [...recordsOf(plan, 'underlay')]
    .filter(({ attachment }) => damaged.has(attachment))
    .map(({ name }) => damagedPicture(name));
  const pictureOf: PictureLookup = (sha256) =>
    damaged.has(sha256) ? null : (attachments.get(sha256) ?? null);
  return { pictureOf, remarks: [...new Set(remarks)] };
}

/** The hashes of the pictures on some pages. */
export function picturesOn(pages: readonly Page[]): ReadonlySet<string> {
  const items = pages.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  return new Set(items.flatMap((item) => (item.type === 'image' ? [item.attachment] : [])));
}
