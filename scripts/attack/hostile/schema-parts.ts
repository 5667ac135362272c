import type { z } from '../../../core/schema.ts';

/** The parts of a zod schema's definition that hostile values are made from. */
export type Definition = {
  readonly type: string;
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDefinition } }[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly in?: z.ZodType;
};

type CheckDefinition = {
  readonly check: string;
  readonly value?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly pattern?: RegExp;
};

/** The definition of a schema; of what is only transformed, that of what goes in. */
export function definitionOf(schema: z.ZodType): Definition {
  const definition = schema._zod.def as unknown as Definition;
  return definition.type === 'pipe' && definition.in ? definitionOf(definition.in) : definition;
}

/** What the checks of a schema allow. */
export type Limits = {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  readonly pattern: RegExp | null;
};

/** The limits that a schema states: of a number its value, of a text or list its length. */
export function limitsOf({ checks = [] }: Definition): Limits {
  let [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let isWhole = false;
  let pattern: RegExp | null = null;
  for (const { _zod: each } of checks) {
    const { check, value, minimum, maximum, format } = each.def;
    if (check === 'greater_than' || check === 'min_length')
      least = Math.max(least, value ?? minimum ?? least);
    if (check === 'less_than' || check === 'max_length') most = Math.min(most, value ?? maximum ?? most);
    if (check === 'number_format' && format === 'safeint') isWhole = true;
    pattern = each.def.pattern ?? pattern;
  }
  return { least, most, isWhole, pattern };
}

/** Whether a schema is that of a point of the plan or of a picture. */
export function isPoint(schema: z.ZodType): boolean {
  const { type, shape } = definitionOf(schema);
  return type === 'object' && Object.keys(shape ?? {}).join() === 'x,y';
}
