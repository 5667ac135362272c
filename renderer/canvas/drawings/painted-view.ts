import type { Lens } from '../../../core/picture/lens.ts';
import type { LensSettings } from '../../editor/view.ts';
import { lensOfWindow, type Shown } from '../../editor/window-lens.ts';

/** What the bitmap of a plan shows. */
export type PaintedView = { readonly settings: LensSettings; readonly layers: Lens['layers'] };

export const paintedView = (shown: Shown): PaintedView => ({
  settings: shown.view.lens,
  layers: lensOfWindow(shown).layers,
});

/** Whether two ways to look at a plan come to the same bitmap: the frame of a sheet and the mark of a worst place are not on it, the layers of the sheet are. */
export function looksSame(
  { settings: { sheet: _, worst: _mark, ...first }, layers }: PaintedView,
  { settings: { sheet: __, worst: __mark, ...second }, layers: others }: PaintedView,
): boolean {
  const keys = Object.keys(first) as (keyof typeof first)[];
  return keys.every((key) => first[key] === second[key]) && areSame(layers, others);
}

function areSame(layers: Lens['layers'], others: Lens['layers']): boolean {
  if (!layers || !others) return layers === others;
  return layers.size === others.size && [...layers].every((layer) => others.has(layer));
}
