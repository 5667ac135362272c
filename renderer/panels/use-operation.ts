import { useCallback, useState } from 'react';
import type { PlanDiff } from '../../core/plan/diff.ts';
import type { Result } from '../../core/result.ts';
import { useEditor } from '../hooks/EditorContext.tsx';
import { isMessageKey, text } from '../messages/text.ts';

/** Applies results of operations, and keeps the sentence why the last one was refused. */
export function useOperation() {
  const editor = useEditor();
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = useCallback(
    (label: string, result: Result<PlanDiff, string>): boolean => {
      if (result.ok) editor.commit({ label, diff: result.value });
      const key = result.ok ? null : `refusal.${result.error}`;
      setRefusal(key === null ? null : isMessageKey(key) ? text(key) : key);
      return result.ok;
    },
    [editor],
  );
  return { take, refusal };
}
