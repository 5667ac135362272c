import { startTransition, useEffect, useState } from 'react';
import type { Plan } from '../../core/plan/plan.ts';
import { useEditor } from './EditorContext.tsx';

const REST_MS = 300;

/** The plan as it was when it last came to rest: for what may follow the edits a little later. */
export function usePlanAtRest(): Plan {
  const editor = useEditor();
  const [plan, setPlan] = useState(editor.plan);
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      clearTimeout(pause);
      pause = setTimeout(() => startTransition(() => setPlan(editor.plan)), REST_MS);
    };
    const unsubscribe = editor.subscribe('plan', follow);
    // Edits between the rendering and now.
    follow();
    return () => {
      unsubscribe();
      clearTimeout(pause);
    };
  }, [editor]);
  return plan;
}
