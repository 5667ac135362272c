import type { Kind } from '../../../core/plan/kinds/index.ts';
import { planKinds } from '../../../core/plan/kinds/index.ts';
import type { z } from '../../../core/schema.ts';
import { among, type Choice } from './choice.ts';

/** The parts of a zod schema's definition that are read here. */
type Definition = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly entries?: Readonly<Record<string, unknown>>;
};

const definitionOf = (schema: z.ZodType) => schema._zod.def as unknown as Definition;

const words = ['', 'North', '  two words ', 'x'.repeat(300), 'Zwölf 12 ½ <b>&', 'a\nb'];

/** Values of the fields whose schema is a choice, a number, a text or a switch; others have none. */
function valueFor(schema: z.ZodType, choice: Choice): unknown {
  const [number = 0] = choice.picks;
  const { type, innerType, in: inside, entries } = definitionOf(schema);
  if (type === 'nullable' && innerType) return number % 4 === 0 ? null : valueFor(innerType, choice);
  if (type === 'pipe' && inside) return valueFor(inside, choice);
  if (type === 'enum') return among(Object.values(entries ?? {}), number);
  if (type === 'boolean') return choice.flag;
  if (type === 'number') return choice.flag ? choice.length : choice.angle;
  return type === 'string' ? among(words, number) : undefined;
}

/** A random new value of one field of a kind, also one that its schema refuses; null where none is known. */
export function randomField(kind: Kind, choice: Choice): Readonly<Record<string, unknown>> | null {
  const fields = Object.entries<z.ZodType>(planKinds[kind].schema.shape);
  const [field, schema] = among(fields, choice.picks.at(-1) ?? 0);
  const value = field === 'id' ? undefined : valueFor(schema, choice);
  return value === undefined ? null : { [field]: value };
}
