import { createContext, type ReactNode, useContext } from 'react';
import type { Editor } from '../editor/editor.ts';

const EditorContext = createContext<Editor | null>(null);

/** Makes the open plan's editor available to the panels and the canvas below. */
export function EditorProvider({ editor, children }: { editor: Editor; children: ReactNode }) {
  return <EditorContext value={editor}>{children}</EditorContext>;
}

/** The editor of the open plan; the caller must be below an `EditorProvider`. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor needs an EditorProvider above it.');
  return editor;
}
