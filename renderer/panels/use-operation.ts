import { useCallback, useState } from 'react';
import type { PlanDiff } from '../../core/plan/diff.ts';
import type { Result } from '../../core/result.ts';
import { commitResult } from '../editor/commit-result.ts';
import type { Refusal } from '../editor/refusal.ts';
import { useEditor } from '../hooks/EditorContext.tsx';
import { sentenceOf } from '../messages/refusals.ts';

/** Applies results of operations, and keeps the sentence why the last one was refused; `answer` takes a reason from elsewhere. */
export function useOperation() {
  const editor = useEditor();
  const [refused, setRefused] = useState<Refusal | null>(null);
  const take = useCallback(
    (label: string, result: Result<PlanDiff, Refusal>, mergeKey?: string): boolean => {
      const refusal = commitResult(editor, { label, result, ...(mergeKey !== undefined && { mergeKey }) });
      setRefused(refusal);
      return refusal === null;
    },
    [editor],
  );
  return { take, answer: setRefused, refusal: refused && sentenceOf(refused) };
}
