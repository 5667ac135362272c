import { parseBounded, smallJsonLimits } from '../../core/bounded-json.ts';
import { z } from '../../core/schema.ts';
import { initialPanelLayout, type PanelLayout } from '../ui/layout/panel-layout.ts';

/** The setting that remembers the panels. */
export const LAYOUT_KEY = 'panel-layout';

const place = z.strictObject({ size: z.number().min(100).max(1000), isOpen: z.boolean() });
const layoutSchema = z.strictObject({ left: place, right: place, bottom: place });

/** The layout in a setting's text, or the first one when there is none or it cannot be understood. */
export function parseLayout(stored: string | undefined): PanelLayout {
  if (stored === undefined) return initialPanelLayout;
  // What cannot be understood is not worth more than panels in their first places.
  const json = parseBounded(stored, smallJsonLimits);
  return json.ok ? (layoutSchema.safeParse(json.value).data ?? initialPanelLayout) : initialPanelLayout;
}

/** Hides all panels, or shows those at the sides again when none is open. */
export function toggleAll({ left, right, bottom }: PanelLayout): PanelLayout {
  const isOpen = !(left.isOpen || right.isOpen || bottom.isOpen);
  return { left: { ...left, isOpen }, right: { ...right, isOpen }, bottom: { ...bottom, isOpen: false } };
}
