import type { Result } from '../result.ts';
import { z } from '../schema.ts';

/** Why a request could not be done: a closed code for the program, one sentence for the person. */
const appErrorSchema = z.strictObject({
  code: z.enum([
    'cancelled',
    'not-found',
    'conflict',
    'refused',
    'damaged',
    'too-new',
    'too-large',
    'unreadable',
    'not-written',
    'busy',
    'not-supported',
    // A person has to say what the features of a file are.
    'not-understood',
    'bad-request',
    'failed',
  ]),
  message: z.string(),
});
export type AppError = z.infer<typeof appErrorSchema>;

export type Method<A extends z.ZodType, V extends z.ZodType> = { readonly args: A; readonly value: V };

/** One method of the contract: the schema of its one argument and of the value it answers. */
export function method<A extends z.ZodType, V extends z.ZodType>(args: A, value: V): Method<A, V> {
  return { args, value };
}

/** What every method answers; a thrown error would lose everything but its message on the way. */
export type Answer<V> = Result<V, AppError>;
