import type { Point } from '../../geometry/point.ts';
import { sameValue } from '../../records/same-value.ts';
import { derived } from '../kinds/definition.ts';
import type { PlanRecord } from '../kinds/index.ts';
import { kindOf } from '../plan.ts';
import { relationsOf } from '../relations.ts';

/** The fields in which records keep where they are; a direction or a figure in one of them would be no place. */
const placeFields: ReadonlySet<string> = new Set(['a', 'b', 'at', 'path', 'ring', 'holes']);

/** Kinds whose place is partly that of others: what they look like may change wherever they are moved to. */
const looksByOthers = derived((kind) => relationsOf(kind).some(({ looksBy }) => looksBy));

/** Places are of whole millimetres: less is what adding leaves of rounding. */
const ROUNDING = 1e-6;

/**
 * By how much a record was moved, when it is the same as before but for its place; null when anything else
 * changed, when it was turned or bent, and for what has no place of its own.
 */
export function shiftOf(before: PlanRecord, after: PlanRecord): Point | null {
  if (looksByOthers[kindOf(before.id)]) return null;
  const shift = new Shift();
  const [first, second] = [before as Fields, after as Fields];
  let more = 0;
  for (const key in first) {
    const value = first[key];
    const other = second[key];
    more--;
    // A copy shares all but its place with what it was copied from, which is seen at one look.
    if (value === other && (typeof value !== 'object' || value === null)) continue;
    if (placeFields.has(key) ? !shift.explains(value, other) : !sameValue(value, other)) return null;
  }
  for (const _ in second) more++;
  return more === 0 ? shift.by : null;
}

type Fields = Readonly<Record<string, unknown>>;

/** The one movement that takes all the points of a record to where they are now. */
class Shift {
  by: Point | null = null;

  /** Whether a place, or a list of them, is the other one moved by what the others were moved by. */
  explains(value: unknown, other: unknown): boolean {
    if (Array.isArray(value)) {
      if (!Array.isArray(other) || value.length !== other.length) return false;
      for (let index = 0; index < value.length; index++) {
        if (!this.explains(value[index], other[index])) return false;
      }
      return true;
    }
    if (value === null || other === null) return value === other;
    return this.#takes(value as Point, other as Point);
  }

  #takes(from: Point, to: Point): boolean {
    this.by ??= { x: to.x - from.x, y: to.y - from.y };
    const { x, y } = this.by;
    return Math.abs(from.x + x - to.x) < ROUNDING && Math.abs(from.y + y - to.y) < ROUNDING;
  }
}
