import {
  angleOfSum,
  angleWays,
  type DisplayUnit,
  lengthOfSum,
  lengthWays,
  parseAngle,
  parseBearing,
  parseLength,
} from '../../core/quantity.ts';
import { ok, type Result } from '../../core/result.ts';
import {
  isPlaceText,
  type PlaceRefusal,
  parsePlace,
  placeOfSum,
  placeWays,
  type TypedPlace,
} from '../../core/typed-place.ts';
import type { Hold } from './tool.ts';

/** The fields at the pointer. The first takes a length, or the coordinates of a place. */
export type FieldName = 'length' | 'angle';

/** What stands in the fields: null where nothing was typed, so that the pointer sets it. */
export type TypedTexts = { readonly [F in FieldName]: string | null };

export const nothingTyped: TypedTexts = { length: null, angle: null };

/** What the fields mean: a place, or parts of the next one. */
export type Meaning =
  | { readonly type: 'place'; readonly place: TypedPlace }
  | { readonly type: 'parts'; readonly hold: Hold };

export type TypingRefusal = { readonly field: FieldName; readonly reason: PlaceRefusal | 'not-positive' };

/** What the fields ask for: the next point by its place or parts of it, or nothing but a length. */
export type Asked = 'point' | 'length';

/** What is typed in the fields, or the first field that cannot be read and why. */
export function meaningOf(
  texts: TypedTexts,
  unit: DisplayUnit,
  asked: Asked = 'point',
): Result<Meaning, TypingRefusal> {
  if (texts.length !== null && isPlaceIn(texts.length, asked)) {
    const place = parsePlace(texts.length, unit);
    if (!place.ok) return refused('length', place.error);
    return ok({ type: 'place', place: place.value });
  }
  const length = readPart(texts.length, (text) => parseLength(text, unit));
  if (!length.ok) return refused('length', length.error);
  if (length.value !== null && !(length.value > 0)) return refused('length', 'not-positive');
  const angle = readPart(texts.angle, parseDirection);
  if (!angle.ok) return refused('angle', angle.error);
  return ok({ type: 'parts', hold: { length: length.value, angle: angle.value } });
}

/** Where only a length is asked for, 3,5 is one as in every other field. */
const isPlaceIn = (text: string, asked: Asked): boolean => asked === 'point' && isPlaceText(text);

/** How each meaning of what was typed is typed, where a field has several. */
export function fieldWays(
  texts: TypedTexts,
  field: FieldName,
  { unit, asked }: { readonly unit: DisplayUnit; readonly asked: Asked },
): readonly string[] {
  const typed = texts[field] ?? '';
  if (field === 'angle') return angleWays(typed);
  return isPlaceIn(typed, asked) ? placeWays(typed, unit) : lengthWays(typed, unit);
}

/** What arithmetic in a field comes to, to be said while it is typed; null for what says it itself. */
export function comesTo(
  texts: TypedTexts,
  field: FieldName,
  { unit, asked }: { readonly unit: DisplayUnit; readonly asked: Asked },
): string | null {
  const typed = texts[field] ?? '';
  if (field === 'angle') return angleOfSum(typed);
  return isPlaceIn(typed, asked) ? placeOfSum(typed, unit) : lengthOfSum(typed, unit);
}

function refused(field: FieldName, reason: TypingRefusal['reason']): Result<never, TypingRefusal> {
  return { ok: false, error: { field, reason } };
}

function readPart<E>(
  text: string | null,
  read: (text: string) => Result<number, E>,
): Result<number | null, E> {
  return text === null || text.trim() === '' ? ok(null) : read(text);
}

/** Degrees anticlockwise from +x, or a surveyor's bearing as N 45 E. */
function parseDirection(text: string) {
  return /^\s*[ns].*[ew]\s*$/i.test(text) ? parseBearing(text) : parseAngle(text);
}

/** What of the fields can be read already while it is typed: it holds at once, the rest waits. */
export function holdOf(texts: TypedTexts, unit: DisplayUnit): Hold {
  const part = (field: FieldName) => {
    const meaning = meaningOf({ ...nothingTyped, [field]: texts[field] }, unit);
    return meaning.ok && meaning.value.type === 'parts' ? meaning.value.hold[field] : null;
  };
  const whole = meaningOf(texts, unit);
  if (whole.ok && whole.value.type === 'place') return holdOfPlace(whole.value.place);
  return { length: part('length'), angle: part('angle') };
}

function holdOfPlace(place: TypedPlace): Hold {
  if (place.type === 'polar') return place;
  if (place.type === 'absolute') return { length: null, angle: null };
  return { length: Math.hypot(place.x, place.y), angle: Math.atan2(place.y, place.x) };
}
