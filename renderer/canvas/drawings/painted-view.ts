import type { LensSettings } from '../../editor/view.ts';

/** Whether two ways to look at a plan come to the same bitmap: the frame of a sheet is not on it. */
export function looksSame(
  { sheet: _, ...first }: LensSettings,
  { sheet: __, ...second }: LensSettings,
): boolean {
  const keys = Object.keys(first) as (keyof typeof first)[];
  return keys.every((key) => first[key] === second[key]);
}
