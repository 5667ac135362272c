import type { Tell } from '../commands/command.ts';

/** Says all that a file leaves to be said at once: one below the other, to be read while its plan is open. */
export function tellRemarks(tell: Tell, remarks: readonly string[]): void {
  if (remarks.length > 0) tell(remarks.join('\n'), { stays: true });
}
