import { parseBounded, smallJsonLimits } from '../../core/bounded-json.ts';
import { z } from '../../core/schema.ts';
import { SMALLEST_WINDOW, type WindowState } from './window-state.ts';

const stateSchema = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(SMALLEST_WINDOW.width),
  height: z.number().int().min(SMALLEST_WINDOW.height),
  maximized: z.boolean(),
});

/** The setting that remembers where the window was. */
export const WINDOW_STATE_KEY = 'window.state';

/** The state in a setting's text, or null when there is none or it cannot be understood. */
export function parseWindowState(text: string | null): WindowState | null {
  if (text === null) return null;
  // What cannot be understood is not worth more than a window in its first place.
  const json = parseBounded(text, smallJsonLimits);
  return json.ok ? (stateSchema.safeParse(json.value).data ?? null) : null;
}
