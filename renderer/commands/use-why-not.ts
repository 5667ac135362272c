import { useCallback, useSyncExternalStore } from 'react';
import { viewParts } from '../editor/view.ts';
import { useEditor } from '../hooks/EditorContext.tsx';
import { text } from '../messages/text.ts';
import type { Command, WhyNotScope } from './command.ts';

/** What tells that other commands may be possible now. */
const topics = ['plan', 'selection', 'tool', ...viewParts] as const;

/** Calls back whenever other commands may be possible; the returned function ends it. */
export function onPossibleChange({ editor }: WhyNotScope, changed: () => void): () => void {
  const ends = topics.map((topic) => editor.subscribe(topic, changed));
  return () => {
    for (const end of ends) end();
  };
}

/** The sentence why a command cannot be run now; null when it can. */
export function useWhyNot({ whyNot }: Pick<Command, 'whyNot'>): string | null {
  const editor = useEditor();
  const subscribe = useCallback((changed: () => void) => onPossibleChange({ editor }, changed), [editor]);
  const why = useSyncExternalStore(subscribe, () => whyNot({ editor }));
  return why && text(why);
}
