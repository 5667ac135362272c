import { parseBounded, smallJsonLimits } from '../../../core/bounded-json.ts';
import { z } from '../../../core/schema.ts';
import { snapKinds } from '../../editor/snap/snap-kinds.ts';
import type { SnapSettings } from '../../editor/view.ts';

/** The setting that remembers what the pointer snaps to. */
export const SNAPS_KEY = 'snaps';

/** Degrees between the directions that the next point prefers. */
export const angleSteps = [5, 10, 15, 22.5, 30, 45, 90] as const;

export type StoredSnaps = Pick<SnapSettings, 'off' | 'angleStepDeg'>;

const snapsSchema = z.strictObject({
  off: z.array(z.enum(snapKinds)).max(snapKinds.length),
  angleStepDeg: z.number().min(1).max(90),
});

/** The switches in a setting's text; null when there are none or they cannot be understood. */
export function parseSnaps(stored: string | undefined): StoredSnaps | null {
  if (stored === undefined) return null;
  // What cannot be understood is not worth more than the switches as they are at first.
  const json = parseBounded(stored, smallJsonLimits);
  const data = json.ok ? snapsSchema.safeParse(json.value).data : undefined;
  return data ? { off: new Set(data.off), angleStepDeg: data.angleStepDeg } : null;
}

export function encodeSnaps({ off, angleStepDeg }: StoredSnaps): string {
  return JSON.stringify({ off: [...off], angleStepDeg });
}
