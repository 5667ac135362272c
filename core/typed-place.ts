import { add, type Point, polar, quantisePoint } from './geometry/point.ts';
import {
  type AngleRefusal,
  type DisplayUnit,
  type LengthRefusal,
  parseAngle,
  parseLength,
} from './quantity.ts';
import { err, ok, type Result } from './result.ts';

/**
 * A place as it is typed: where it is on the plan, or how far it is from the last one, along the axes
 * or by length and direction. Metres, and radians anticlockwise from +x.
 */
export type TypedPlace =
  | { readonly type: 'absolute' | 'relative'; readonly x: number; readonly y: number }
  | { readonly type: 'polar'; readonly length: number; readonly angle: number };

export type PlaceRefusal = 'not-a-place' | LengthRefusal | AngleRefusal;

/** Whether a text is meant as a place and not as a single length. */
export function isPlaceText(text: string): boolean {
  return /^\s*[@#]|[<;,]/.test(text);
}

/**
 * The place that a text means: 12,3 on the plan; @3,4 from the last point; @12<45 a length and degrees
 * anticlockwise from +x, as in CAD. With # in front, coordinates are of the plan in any case.
 *
 * The comma separates the coordinates; where it is the decimal mark, a semicolon does: 12,5;3,2. Each
 * part is a length in any unit or a sum of several, as in `parseLength`.
 */
export function parsePlace(text: string, displayUnit: DisplayUnit): Result<TypedPlace, PlaceRefusal> {
  const isRelative = /^\s*@/.test(text);
  const body = text.replace(/^\s*[@#]/, '');
  const [length, angle, ...more] = body.split('<');
  if (more.length > 0) return err('not-a-place');
  if (length !== undefined && angle !== undefined) return polarPlace(length, angle, displayUnit);
  const parts = body.split(body.includes(';') ? ';' : ',');
  const [first, second] = parts;
  if (first === undefined || second === undefined || parts.length > 2) return err('not-a-place');
  const x = parseLength(first, displayUnit);
  if (!x.ok) return x;
  const y = parseLength(second, displayUnit);
  return y.ok ? ok({ type: isRelative ? 'relative' : 'absolute', x: x.value, y: y.value }) : y;
}

function polarPlace(
  lengthText: string,
  angleText: string,
  displayUnit: DisplayUnit,
): Result<TypedPlace, PlaceRefusal> {
  const length = parseLength(lengthText, displayUnit);
  if (!length.ok) return length;
  const angle = parseAngle(angleText);
  return angle.ok ? ok({ type: 'polar', length: length.value, angle: angle.value }) : angle;
}

/** The point of a typed place, to the millimetre; `from` is the last point. */
export function pointOfPlace(place: TypedPlace, from: Point): Point {
  if (place.type === 'polar') {
    const { length, angle } = place;
    return quantisePoint(add(from, polar(angle, length)));
  }
  const { type, x, y } = place;
  return quantisePoint(type === 'absolute' ? { x, y } : add(from, { x, y }));
}
