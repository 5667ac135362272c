import { useEffect, useState } from 'react';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { LiveRegion } from '../../ui/overlays/LiveRegion.tsx';
import { editSentence } from './edit-sentence.ts';

/** Holding an arrow key or typing makes many edits: what came of them is said when they pause. */
const PAUSE_MS = 400;

/** Says what each edit did: what was placed, moved, changed or taken away, and where. */
export function EditSpeech() {
  const editor = useEditor();
  const [said, say] = useState('');
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = editor.subscribe('plan', (change) => {
      clearTimeout(pause);
      pause = setTimeout(() => say(editSentence(change, editor.plan)), PAUSE_MS);
    });
    return () => {
      clearTimeout(pause);
      unsubscribe();
    };
  }, [editor]);
  return <LiveRegion message={said} />;
}
