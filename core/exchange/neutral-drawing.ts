import type { Point } from '../geometry/point.ts';

/** One plain form, in the coordinates of its drawing; rings are closed by their first point, not repeated. */
export type Form =
  | { readonly type: 'point'; readonly at: Point }
  | { readonly type: 'line'; readonly path: readonly Point[] }
  | {
      readonly type: 'polygon';
      readonly ring: readonly Point[];
      readonly holes: readonly (readonly Point[])[];
    };

/** One thing that a file draws, or says without drawing it. */
export type DrawnElement = {
  /** Where it stands, in the words of the format: "feature 12", "line 4711". */
  readonly source: string;
  /** What the file calls it; null where it has no name. */
  readonly id: string | null;
  /** The layer that it lies on, one of the drawing's; null where it names none. */
  readonly layer: string | null;
  /** None where it has no place; several where one element of the file is several forms. */
  readonly forms: readonly Form[];
  /** Its words, where it is a text. */
  readonly text: string | null;
  /** All else that the file says of it, as it is: nothing in it is to be trusted. */
  readonly properties: Readonly<Record<string, unknown>>;
};

/**
 * What a file of another program draws, in words that every reader can say: all that `convert` knows of it.
 *
 * A reader understands a format and nothing of a plan; `convert` understands plans and no format.
 */
export type NeutralDrawing = {
  readonly elements: readonly DrawnElement[];
  /** The names of its layers, the lowest first; none where the format has none. */
  readonly layers: readonly string[];
  /** Metres of a plan, +y up; or longitude (x) and latitude (y) on WGS 84 in degrees. */
  readonly coordinates: 'plan-metres' | 'degrees';
  /** Whether rings run as records keep them, so that a corner can be named by its number; else they are turned. */
  readonly rings: 'as-kept' | 'any-way-round';
  /** Whether `kind` and the fields of records are meant by their names; or it does not say, and other programs use them too. */
  readonly vocabulary: 'records' | 'unsaid';
  /** What could not be read, and was left out. */
  readonly leftOut: readonly LeftOut[];
  /** One sentence for each thing of the format that has no place here. */
  readonly remarks: readonly string[];
};

/** Something of a file that is left out: where it stands, in the words of its format, and why. */
export type LeftOut = { readonly source: string; readonly reason: string };

/** Every point of a form. */
export function pointsOf(form: Form): readonly Point[] {
  if (form.type === 'point') return [form.at];
  return form.type === 'line' ? form.path : [form.ring, ...form.holes].flat();
}

/** A form with another point in the place of each of its own. */
export function mappedForm(form: Form, map: (point: Point) => Point): Form {
  if (form.type === 'point') return { type: 'point', at: map(form.at) };
  if (form.type === 'line') return { type: 'line', path: form.path.map(map) };
  return { type: 'polygon', ring: form.ring.map(map), holes: form.holes.map((hole) => hole.map(map)) };
}
