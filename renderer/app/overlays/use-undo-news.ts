import { useEffect } from 'react';
import { isKind } from '../../../core/plan/plan.ts';
import type { Tell, Unsay } from '../../commands/command.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Topics } from '../../editor/editor-topics.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { isMessageKey, text } from '../../messages/text.ts';
import { showWork } from './work-shown.ts';

/** What comes within that time is not shown to be waited for, milliseconds. */
const SHOWN_AFTER_MS = 150;

/** What undo or redo did, in a sentence; of a picture also that its scale is another one. */
export function travelSentence({ direction, label, diff }: Topics['travelled']): {
  readonly sentence: string;
  readonly isOfScale: boolean;
} {
  const what = isMessageKey(label) ? text(label) : label;
  const done = text(direction === 'undo' ? 'undo.undone' : 'undo.redone', { what });
  for (const { before, after } of diff.values()) {
    if (!before || !after || !isKind(before, 'underlay') || !isKind(after, 'underlay')) continue;
    if (
      before.metresPerPixel === after.metresPerPixel &&
      Boolean(before.calibration) === Boolean(after.calibration)
    )
      continue;
    const scale = text(after.calibration ? 'undo.otherScale' : 'undo.notCalibrated', { name: after.name });
    return { sentence: `${done} ${scale}`, isOfScale: true };
  }
  return { sentence: done, isOfScale: false };
}

/** The topics of what was said of a step and is no longer so once it is undone. */
export function goneWith({
  direction,
  label,
}: Pick<Topics['travelled'], 'direction' | 'label'>): readonly string[] {
  if (direction === 'redo') return [];
  return label === 'edit.bringIn' ? ['rooms', 'bringIn'] : ['rooms'];
}

/** Shows that undo waits for an earlier step, tells why it stops, and what each step took back. */
export function useUndoNews(
  editor: Editor,
  { tell, unsay }: { readonly tell: Tell; readonly unsay: Unsay },
): void {
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
    const endTravelled = editor.subscribe('travelled', (step) => {
      for (const topic of goneWith(step)) unsay(topic);
      const { sentence, isOfScale } = travelSentence(step);
      // Lengths that were drawn over the picture are wrong from here on: that is read before it leaves.
      tell(sentence, isOfScale ? { topic: 'undo.scale', stays: true } : { topic: 'undo' });
    });
    return () => {
      end();
      endTravelled();
      rest();
    };
  }, [editor, tell, unsay]);
}
