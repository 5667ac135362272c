import { text } from '../messages/text.ts';
import type { Command, CommandScope } from './command.ts';

/** Runs a command, or says why it cannot be run now: what was said of the last one that could not leaves for it. */
export function runCommand({ whyNot, run }: Pick<Command, 'whyNot' | 'run'>, scope: CommandScope): void {
  const why = whyNot(scope);
  if (why === null) run(scope);
  else scope.app.tell(text(why), { topic: 'whyNot' });
}

/**
 * Does what the key of a command means: runs it, or says why not.
 *
 * A key that is held says it once, and one that people press for other things too says nothing.
 */
export function pressCommand(
  command: Pick<Command, 'whyNot' | 'run' | 'isQuiet'>,
  scope: CommandScope,
  { isHeld }: { readonly isHeld: boolean },
): void {
  if ((isHeld || command.isQuiet) && command.whyNot(scope) !== null) return;
  runCommand(command, scope);
}
