import type { AnyId } from '../../core/plan/kinds/index.ts';
import { type Answered as AnyAnswered, commitResult } from '../editor/commit-result.ts';
import type { MessageKey } from '../messages/keys.ts';
import { sentenceOf } from '../messages/refusals.ts';
import type { CommandScope } from './command.ts';

/** What an operation answered to a command. */
export type Answered = AnyAnswered & {
  readonly label: MessageKey;
  /** Whether what is new is selected afterwards. */
  readonly selectsNew?: boolean;
};

/** Applies what an operation made, and returns null; or returns the sentence why it was refused. */
export function take(
  { editor }: Pick<CommandScope, 'editor'>,
  { selectsNew = false, ...answered }: Answered,
): string | null {
  const refused = commitResult(editor, answered);
  if (refused !== null) return sentenceOf(refused);
  const added: AnyId[] = [];
  if (selectsNew && answered.result.ok)
    for (const [id, { before }] of answered.result.value) if (before === null) added.push(id);
  if (added.length > 0) editor.select(added);
  return null;
}

/** The same, and a refusal is said in the window; false when there was one. */
export function takeOrTell(scope: CommandScope, answered: Answered): boolean {
  const refused = take(scope, answered);
  if (refused !== null) scope.app.tell(refused);
  return refused === null;
}
