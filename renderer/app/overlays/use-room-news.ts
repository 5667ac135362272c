import { useEffect } from 'react';
import { leftByWalls } from '../../../core/operations/walls/left-by-walls.ts';
import type { Tell } from '../../commands/command.ts';
import type { Editor } from '../../editor/editor.ts';
import { text } from '../../messages/text.ts';

/** Tells which areas no longer follow their walls after an edit; undo brings back what was, and needs no words. */
export function useRoomNews(editor: Editor, tell: Tell): void {
  useEffect(
    () =>
      editor.subscribe('plan', ({ diff, undoes }) => {
        const left = undoes === null ? leftByWalls(diff) : [];
        const [only] = left;
        if (!only) return;
        const name = only.tag ?? (only.name === '' ? text('walls.anArea') : only.name);
        const said =
          left.length === 1
            ? text('walls.leftOne', { name })
            : text('walls.leftMany', { count: String(left.length) });
        tell(said, { topic: 'rooms' });
      }),
    [editor, tell],
  );
}
