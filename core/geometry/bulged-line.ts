import { type Arc, arcFromBulge, arcLength, type Bulged, piecesOfArc, pointOnArc } from './arc.ts';
import { angleOf, distanceBetween, type Point } from './point.ts';

/** A place along a line and the direction of the line there, radians. */
export type DirectedPlace = { readonly at: Point; readonly direction: number };

/** A stretch of a line, metres from its `a`, moved sideways by `aside` metres, to the left when positive. */
export type Stretch = { readonly from: number; readonly to: number; readonly aside: number };

/** Largest distance between an arc and the line that stands for it, metres. */
const FLATNESS = 0.005;

/** The arc of a bent line, null for a straight one. */
export function arcOf({ a, b, bulge }: Bulged): Arc | null {
  return arcFromBulge(a, b, bulge);
}

/** Metres from `a` to `b`, along the arc of a bent line. */
export function lengthAlong(line: Bulged): number {
  const arc = arcOf(line);
  return arc ? arcLength(arc) : distanceBetween(line.a, line.b);
}

/*            a =========== b      to the left of a-b is positive  */
/** The place at a distance from `a` along the line, moved sideways by `aside`. */
export function placeBeside(line: Bulged, along: number, aside: number): DirectedPlace {
  const arc = arcOf(line);
  if (!arc) {
    const direction = angleOf(line.a, line.b);
    const cos = Math.cos(direction);
    const sin = Math.sin(direction);
    const at = { x: line.a.x + cos * along - sin * aside, y: line.a.y + sin * along + cos * aside };
    return { at, direction };
  }
  const turn = Math.sign(arc.sweep);
  const angle = arc.start + (turn * along) / arc.radius;
  const direction = Math.atan2(turn * Math.cos(angle), -turn * Math.sin(angle));
  return { at: pointOnArc({ ...arc, radius: radiusBeside(arc, aside) }, angle), direction };
}

/*  Left of an anticlockwise arc is towards its centre.  */
function radiusBeside({ radius, sweep }: Arc, aside: number): number {
  return Math.max(radius - Math.sign(sweep) * aside, 0);
}

/** A stretch of the line as points: its two ends of a straight one, of a bent one the arc within 5 mm. */
export function lineBeside(line: Bulged, { from, to, aside }: Stretch): readonly Point[] {
  const arc = arcOf(line);
  const sweep = arc ? (to - from) / arc.radius : 0;
  const pieces = arc ? piecesOfArc({ radius: radiusBeside(arc, aside), sweep }, FLATNESS) : 1;
  return Array.from(
    { length: pieces + 1 },
    (_, index) => placeBeside(line, from + ((to - from) * index) / pieces, aside).at,
  );
}
