import type { Bulged } from '../arc.ts';
import { angleOf } from '../point.ts';

/** A wall as drawn from `a` to `b`, with its body centred on that line or all on one side of it. */
export type WallLine = Bulged & {
  readonly thickness: number;
  readonly alignment: 'centre' | 'left' | 'right';
};

/** One wall at a point where walls meet, seen from that point: its direction away from it, radians, and
 *  how far its body reaches to the left and to the right of the drawn line, metres. */
export type Joint = { readonly direction: number; readonly left: number; readonly right: number };

/** Sine or angle below which two walls count as in one line: their corner would be far away. */
export const STRAIGHT = 1e-6;

/** How far the body of a wall reaches to the left and to the right of the line that was drawn, metres. */
export function reachOf({ thickness, alignment }: Pick<WallLine, 'thickness' | 'alignment'>) {
  const left = alignment === 'centre' ? thickness / 2 : alignment === 'left' ? thickness : 0;
  return { left, right: thickness - left };
}

/** How a wall looks from one of its ends, to be given to the walls that meet it there. */
export function jointOf(wall: WallLine, end: 'a' | 'b'): Joint {
  const { a, b, bulge } = wall;
  const { left, right } = reachOf(wall);
  const chord = angleOf(a, b);
  // Half of an arc's sweep lies between its chord and the tangent at either end.
  const bend = 2 * Math.atan(bulge);
  return end === 'a'
    ? { direction: chord - bend, left, right }
    : { direction: chord + bend + Math.PI, left: right, right: left };
}
