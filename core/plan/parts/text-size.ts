import type { PlanRecord } from '../kinds/index.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What stands around a record: in a list, in a packed change, and at the ends of a page of them. */
const AROUND = 10;
/** `{"x":-999999.999,"y":-999999.999},`: the longest point, whose numbers are whole millimetres. */
const POINT = 34;
/** A number of at most six decimals below a million, and any number. */
const USUAL_NUMBER = 15;
const LONGEST_NUMBER = 25;
const USUAL_STEPS = 1e6;

const encoder = new TextEncoder();
const isPlain = /^[ !#-[\]-~]*$/;

/** Bytes of a text as JSON writes it in UTF-8, its quotes included. */
function stringSize(text: string): number {
  return isPlain.test(text) ? text.length + 2 : encoder.encode(JSON.stringify(text)).length;
}

function numberSize(value: number): number {
  const isUsual = Math.abs(value) <= 1e6 && Math.round(value * USUAL_STEPS) / USUAL_STEPS === value;
  return isUsual ? USUAL_NUMBER : LONGEST_NUMBER;
}

function listSize(list: readonly unknown[]): number {
  const [first] = list;
  // A list of points holds nothing else: one look at its first entry is enough.
  if (typeof first === 'object' && first !== null && 'x' in first) return 2 + list.length * POINT;
  return list.reduce<number>((sum, entry) => sum + valueSize(entry) + 1, 2);
}

function valueSize(value: unknown): number {
  if (typeof value === 'string') return stringSize(value);
  if (typeof value === 'number') return numberSize(value);
  if (Array.isArray(value)) return listSize(value);
  return typeof value === 'object' && value !== null ? fieldsSize(value as Fields) : 5;
}

/** With the quotes, colon and comma of each field. */
function fieldsSize(fields: Fields): number {
  let size = 2;
  for (const name in fields) size += fieldSize(name, fields[name]);
  return size;
}

/** Bytes for which a field of a record counts. */
export function fieldSize(name: string, value: unknown): number {
  return name.length + 4 + valueSize(value);
}

/**
 * Bytes for which a record counts: never fewer than it has as JSON in UTF-8 with what stands around it.
 *
 * Its words count as they are; its numbers count as the longest of their sort, so that a corner costs one look.
 */
export function textSizeOf(record: PlanRecord): number {
  return fieldsSize(record as unknown as Fields) + AROUND;
}
