import { definitionOf } from '../plan/kinds/definition.ts';
import type { Kind } from '../plan/kinds/index.ts';
import type { z } from '../schema.ts';

/** Whether a record of a kind can have a value in a field. */
export function canHave(kind: Kind, name: string, value: unknown): boolean {
  const { shape } = definitionOf(kind).schema as { readonly shape: Readonly<Record<string, z.ZodType>> };
  return Object.hasOwn(shape, name) && (shape[name]?.safeParse(value).success ?? false);
}
