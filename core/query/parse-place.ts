import type { Point } from '../geometry/point.ts';
import { type DisplayUnit, parseLength } from '../quantity.ts';
import { parseCoordinates } from '../typed-place.ts';

const NAMED = /^x\s*=\s*(?<x>.+?)[\s,;]+y\s*=\s*(?<y>.+)$/i;

/**
 * The plan point of two typed coordinates in metres: `12.5,30`, `12.5 30`, `40'; 12'6"`, `x=1 y=2`.
 *
 * Plain numbers are in the display unit, and commas part as in `parseCoordinates` of a place at the pointer. Null where
 * the text is not two lengths, and where it is one: `12' 6"`, `3,5 m`.
 */
export function parsePlace(typed: string, displayUnit: DisplayUnit): Point | null {
  const text = typed.trim();
  const { x, y } = NAMED.exec(text)?.groups ?? {};
  if (x !== undefined && y !== undefined) return pointOf(x, y, displayUnit);
  if (/[@#<]/.test(text)) return null;
  const parted = parseCoordinates(text, displayUnit);
  if (parted.ok) return parted.value;
  // 3 -5 is a place here: a minus stands clear on both sides.
  if (parseLength(text, displayUnit).ok && !/^\S+\s+-\S+$/.test(text)) return null;
  const [across, up, ...more] = text.split(/\s+/);
  return across === undefined || up === undefined || more.length > 0
    ? null
    : pointOf(across, up, displayUnit);
}

function pointOf(across: string, up: string, displayUnit: DisplayUnit): Point | null {
  const [x, y] = [parseLength(across, displayUnit), parseLength(up, displayUnit)];
  return x.ok && y.ok ? { x: x.value, y: y.value } : null;
}
