import { useCallback, useState } from 'react';
import type { PlanDiff } from '../../core/plan/diff.ts';
import type { Result } from '../../core/result.ts';
import { useEditor } from '../hooks/EditorContext.tsx';
import { isMessageKey, text } from '../messages/text.ts';

/** Applies results of operations, and keeps the sentence why the last one was refused; `answer` takes a reason from elsewhere. */
export function useOperation() {
  const editor = useEditor();
  const [refusal, setRefusal] = useState<string | null>(null);
  const answer = useCallback((reason: string | null): void => {
    const key = reason === null ? null : `refusal.${reason}`;
    setRefusal(key === null ? null : isMessageKey(key) ? text(key) : key);
  }, []);
  const take = useCallback(
    (label: string, result: Result<PlanDiff, string>, mergeKey?: string): boolean => {
      const commit = { label, ...(mergeKey === undefined ? {} : { mergeKey }) };
      const refused = result.ok ? editor.commit({ ...commit, diff: result.value }) : result.error;
      answer(refused);
      return refused === null;
    },
    [editor, answer],
  );
  return { take, answer, refusal };
}
