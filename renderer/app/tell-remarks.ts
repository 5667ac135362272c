import type { Tell } from '../commands/command.ts';

/** Says all that a file leaves to be said at once: one below the other, to be read while its plan is open, or until its
 * topic is another one's.
 */
export function tellRemarks(tell: Tell, remarks: readonly string[], topic: string): void {
  if (remarks.length > 0) tell(remarks.join('\n'), { stays: true, topic });
}
