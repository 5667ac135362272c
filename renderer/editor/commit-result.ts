import type { PlanDiff } from '../../core/plan/diff.ts';
import type { Result } from '../../core/result.ts';
import type { Editor } from './editor.ts';
import type { Refusal } from './refusal.ts';

/** What an operation answered, and how its edit is called. */
export type Answered = {
  readonly label: string;
  readonly result: Result<PlanDiff, Refusal>;
  readonly mergeKey?: string;
};

/** Applies what an operation made as one edit, and returns null; or why the operation or the editor refused it. */
export function commitResult(editor: Pick<Editor, 'commit'>, { result, ...named }: Answered): Refusal | null {
  return result.ok ? editor.commit({ ...named, diff: result.value }) : result.error;
}
