import { useEffect } from 'react';
import type { Tell } from '../../commands/command.ts';
import type { Editor } from '../../editor/editor.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { text } from '../../messages/text.ts';
import { showWork } from './work-shown.ts';

/** What comes within that time is not shown to be waited for, milliseconds. */
const SHOWN_AFTER_MS = 150;

/** Shows that undo waits for an earlier step, and tells why it stops. */
export function useUndoNews(editor: Editor, tell: Tell): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let hide: (() => void) | null = null;
    const rest = () => {
      if (timer) clearTimeout(timer);
      timer = null;
      hide?.();
      hide = null;
    };
    const end = editor.subscribe('undo', ({ isWaiting, said }) => {
      if (!isWaiting) rest();
      else if (!timer) {
        timer = setTimeout(() => {
          hide = showWork(text('undo.reading'));
        }, SHOWN_AFTER_MS);
      }
      if (said === null) return;
      const sentence = typeof said === 'string' ? sentenceOf(said) : said.sentence;
      tell(sentence, { tone: 'fail', topic: 'undo' });
    });
    return () => {
      end();
      rest();
    };
  }, [editor, tell]);
}
