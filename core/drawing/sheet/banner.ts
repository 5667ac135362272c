import type { DrawItem } from '../draw-item.ts';
import { fill, pathItem } from '../paths.ts';
import { edgeOf, words } from './furniture.ts';
import type { SheetFrame } from './sheet-frame.ts';

/** The marking of a plan above and below the border of a page. */
export function bannerItems(
  marking: string,
  { banners, unit }: Pick<SheetFrame, 'banners' | 'unit'>,
): readonly DrawItem[] {
  return banners.flatMap((box) => [
    pathItem(edgeOf(box), { fill: fill('ink') }),
    words(marking, box.left + box.width / 2, box.top + box.height / 2, {
      anchor: 'middle',
      weight: 'semibold',
      ink: 'paper',
      sizeMm: 3 * unit,
    }),
  ]);
}
