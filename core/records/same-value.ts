/** Whether two JSON-safe values are equal; key order does not count. */
export function sameValue(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first !== 'object' || typeof second !== 'object' || !first || !second) return false;
  if (Array.isArray(first) !== Array.isArray(second)) return false;
  return (
    hasFieldsOf(first as Fields, second as Fields) && countOf(first as Fields) === countOf(second as Fields)
  );
}

type Fields = Readonly<Record<string, unknown>>;

// Without lists of their keys: whole plans are compared, and records have nothing but fields of their own.
function hasFieldsOf(first: Fields, second: Fields): boolean {
  for (const key in first) {
    const value = second[key];
    if (first[key] !== value && !sameValue(first[key], value)) return false;
    if (value === undefined && !Object.hasOwn(second, key)) return false;
  }
  return true;
}

function countOf(fields: Fields): number {
  let count = 0;
  for (const _ in fields) count++;
  return count;
}
