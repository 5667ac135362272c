import type { Point } from '../geometry/point.ts';
import { type DisplayUnit, parseLength } from '../quantity.ts';

/** What may part the two coordinates, the surest first: a comma may also be a decimal one. */
const separators = [';', ', ', ' ', ','] as const;

/**
 * The plan point of two typed coordinates in metres: `12.5,30`, `12.5 30`, `40'; 12'6"`, `x=1 y=2`.
 *
 * Plain numbers are in the display unit. Null where the text is not two lengths.
 */
export function parsePlace(typed: string, displayUnit: DisplayUnit): Point | null {
  const text = typed.trim().replaceAll(/\b[xy]\s*=\s*/gi, '');
  for (const separator of separators) {
    const parts = text.split(separator).map((part) => part.trim());
    const [x, y, ...more] = parts.filter((part) => part !== '');
    if (x === undefined || y === undefined || more.length > 0) continue;
    const [across, up] = [parseLength(x, displayUnit), parseLength(y, displayUnit)];
    if (across.ok && up.ok) return { x: across.value, y: up.value };
  }
  return null;
}
