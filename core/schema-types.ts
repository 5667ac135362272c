import * as zod from 'zod';

// biome-ignore lint/performance/noBarrelFile: the library as it is, but for what stands below
export * from 'zod';

/** The name of the check that each text and list begins with. */
const TYPE_FIRST = 'type-first';

/**
 * Ends the checks of a text or list where the value is of another type.
 *
 * The library takes whatever has a `length` to have a length: an object of a hostile file may have one that cannot be
 * compared, and comparing it throws.
 */
function typeFirst<S extends zod.ZodType>(schema: S, isOfType: (value: unknown) => boolean): S {
  const check = new zod.core.$ZodCheck({ check: TYPE_FIRST, when: () => true });
  check._zod.check = (payload) => {
    if (!isOfType(payload.value)) payload.aborted = true;
  };
  return schema.check(check) as S;
}

const isText = (value: unknown) => typeof value === 'string';

/** A text; what is none is refused before its length is asked for. */
export const string = () => typeFirst(zod.string(), isText);

/** A list; what is none is refused before its length is asked for. */
export const array = <T extends zod.core.SomeType>(element: T) =>
  typeFirst(zod.array(element), Array.isArray);
