import type { Answer } from '../../core/contract/method.ts';
import { err } from '../../core/result.ts';

/** A sentence about a file begins with its name. */
export function namedRefusal(refused: Extract<Answer<never>, { ok: false }>, name: string): Answer<never> {
  const { code, message } = refused.error;
  if (code === 'cancelled' || message.startsWith(name)) return refused;
  return err({ code, message: `${name}: ${message}` });
}
