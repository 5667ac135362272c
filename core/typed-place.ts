import { add, type Point, polar, quantisePoint } from './geometry/point.ts';
import {
  type AngleRefusal,
  angleOfSum,
  angleWays,
  type DisplayUnit,
  formatAngle,
  formatLength,
  type LengthRefusal,
  lengthOfSum,
  lengthWays,
  parseAngle,
  parseLength,
} from './quantity.ts';
import { err, ok, type Result } from './result.ts';
import { plainMarks } from './typed-number.ts';

/**
 * A place as it is typed: where it is on the plan, or how far it is from the last one, along the axes
 * or by length and direction. Metres, and radians anticlockwise from +x.
 */
export type TypedPlace =
  | { readonly type: 'absolute' | 'relative'; readonly x: number; readonly y: number }
  | { readonly type: 'polar'; readonly length: number; readonly angle: number };

export type PlaceRefusal = 'not-a-place' | LengthRefusal | AngleRefusal;

const MARKED = /^\s*[@#]/;
/** A comma that no figure stands close to on both sides cannot be a decimal one. */
const SEPARATOR = /(?<!\d),|,(?!\d)/;

/** How the commas of a text part it: into coordinates, or not at all where they are decimal ones. */
type Parting =
  | { readonly type: 'coordinates'; readonly parts: readonly string[] }
  | { readonly type: 'length' | 'unclear' };

/**
 * The coordinates that a text is parted into. A semicolon parts, else a comma that cannot be a decimal one, else a
 * comma between two bare numbers: 12,3. With a unit behind the last number alone it is a decimal comma: 3,5 m.
 */
function partingOf(body: string): Parting {
  if (body.includes(';')) return { type: 'coordinates', parts: body.split(';') };
  if (SEPARATOR.test(body)) return { type: 'coordinates', parts: body.split(SEPARATOR) };
  const parts = body.split(',');
  if (parts.length === 1) return { type: 'length' };
  const hasUnit = (part: string) => /[a-z'"]/.test(plainMarks(part));
  if (!hasUnit(body)) return { type: 'coordinates', parts };
  return { type: hasUnit(parts.at(-1) ?? '') ? 'length' : 'unclear' };
}

/** Whether a text is meant as a place and not as a single length. */
export function isPlaceText(text: string): boolean {
  return MARKED.test(text) || text.includes('<') || partingOf(text).type !== 'length';
}

/**
 * The place that a text means: 12,3 on the plan; @3,4 from the last point; @12<45 a length and degrees
 * anticlockwise from +x, as in CAD. With # in front, coordinates are of the plan in any case.
 *
 * The comma separates two bare numbers; with decimal commas a semicolon does: 12,5;3,2. Each part is a length in any
 * unit or a sum of several, as in `parseLength`. A comma that may be of either sort is unclear: @3,5 m.
 */
export function parsePlace(text: string, displayUnit: DisplayUnit): Result<TypedPlace, PlaceRefusal> {
  const isRelative = /^\s*@/.test(text);
  const body = text.replace(MARKED, '');
  const [length, angle, ...more] = body.split('<');
  if (more.length > 0) return err('not-a-place');
  if (length !== undefined && angle !== undefined) return polarPlace(length, angle, displayUnit);
  const at = parseCoordinates(body, displayUnit);
  return at.ok ? ok({ type: isRelative ? 'relative' : 'absolute', x: at.value.x, y: at.value.y }) : at;
}

/** Two typed coordinates in metres, parted as in `parsePlace`; a single length is none. */
export function parseCoordinates(
  text: string,
  displayUnit: DisplayUnit,
): Result<Point, 'not-a-place' | LengthRefusal> {
  const parting = partingOf(text);
  if (parting.type !== 'coordinates') {
    if (!text.includes(',')) return err('not-a-place');
    const asPlace = parseCoordinates(text.replace(',', ';'), displayUnit);
    return asPlace.ok ? err('unclear') : asPlace;
  }
  const [first, second, ...more] = parting.parts;
  if (first === undefined || second === undefined || more.length > 0) return err('not-a-place');
  const x = parseLength(first, displayUnit);
  if (!x.ok) return x;
  const y = parseLength(second, displayUnit);
  return y.ok ? ok({ x: x.value, y: y.value }) : y;
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

/** How each meaning of an unclear place is typed, as of `lengthWays`. */
export function placeWays(text: string, displayUnit: DisplayUnit): readonly string[] {
  const [mark = ''] = MARKED.exec(text) ?? [];
  const body = text.slice(mark.length);
  const [length = '', angle] = body.split('<');
  if (angle !== undefined) {
    const ways = lengthWays(length, displayUnit).map((way) => `${way}<${angle}`);
    return [...ways, ...angleWays(angle).map((way) => `${length}<${way}`)].map((way) => mark + way);
  }
  const parting = partingOf(body);
  if (parting.type === 'coordinates') {
    const index = parting.parts.findIndex((part) => lengthWays(part, displayUnit).length > 0);
    return lengthWays(parting.parts[index] ?? '', displayUnit).map(
      (way) => mark + parting.parts.with(index, way).join('; '),
    );
  }
  const [asPlace, asLength] = [body.replace(',', '; '), body.replace(',', '.')];
  return [
    ...(parseCoordinates(asPlace, displayUnit).ok ? [mark + asPlace] : []),
    ...(mark === '' && parseLength(asLength, displayUnit).ok ? [asLength] : []),
  ];
}

/** The numbers of a typed place in which something is calculated, as they are shown; null for any other text. */
export function placeOfSum(text: string, displayUnit: DisplayUnit): string | null {
  const place = parsePlace(text, displayUnit);
  if (!place.ok) return null;
  const body = text.replace(MARKED, '');
  const parts = place.value.type === 'polar' ? body.split('<') : partsOf(body);
  const isSum = parts.some((part) => (lengthOfSum(part, displayUnit) ?? angleOfSum(part)) !== null);
  if (!isSum) return null;
  if (place.value.type === 'polar') {
    return `${formatLength(place.value.length, displayUnit)} < ${formatAngle(place.value.angle)}`;
  }
  return `${formatLength(place.value.x, displayUnit)}; ${formatLength(place.value.y, displayUnit)}`;
}

function partsOf(body: string): readonly string[] {
  const parting = partingOf(body);
  return parting.type === 'coordinates' ? parting.parts : [];
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
