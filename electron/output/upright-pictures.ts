import type { PictureError } from '../../core/codec/picture/picture-info.ts';
import type { PlanParcel } from '../../core/codec/plan-file.ts';
import type { PictureLookup } from '../../core/codec/svg.ts';
import type { Page } from '../../core/drawing/draw-item.ts';
import { type Plan, recordsOf } from '../../core/plan/plan.ts';
import { uprightOfStored } from '../pictures/upright-picture.ts';
import { undrawnPicture } from './damaged-picture.ts';

/** The pictures that are painted, upright, and one sentence about each record whose picture is left out. */
export type PaintedPictures = { readonly pictureOf: PictureLookup; readonly remarks: readonly string[] };

/** The pictures of some pages in the form that every painter embeds as it is. One that has none costs no other. */
export async function uprightPictures(
  { plan, attachments }: Pick<PlanParcel, 'plan' | 'attachments'>,
  pages: readonly Page[],
): Promise<PaintedPictures> {
  const upright = new Map<string, Uint8Array>();
  const leftOut = new Map<string, PictureError>();
  for (const sha256 of picturesOn(pages)) {
    const bytes = attachments.get(sha256);
    const picture = bytes && (await uprightOfStored(bytes));
    if (picture?.ok) upright.set(sha256, picture.value.bytes);
    else if (picture) leftOut.set(sha256, picture.error);
  }
  return { pictureOf: (sha256) => upright.get(sha256) ?? null, remarks: remarksOn(plan, leftOut) };
}

function remarksOn(plan: Plan, leftOut: ReadonlyMap<string, PictureError>): readonly string[] {
  const sentences = [...recordsOf(plan, 'underlay')].flatMap(({ attachment, name }) => {
    const why = leftOut.get(attachment);
    return why ? [undrawnPicture(name, why)] : [];
  });
  return [...new Set(sentences)];
}

/** The hashes of the pictures on some pages. */
export function picturesOn(pages: readonly Page[]): ReadonlySet<string> {
  const items = pages.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  return new Set(items.flatMap((item) => (item.type === 'image' ? [item.attachment] : [])));
}
