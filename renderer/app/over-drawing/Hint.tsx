import { useEffect, useRef } from 'react';
import { useEditor } from '../../hooks/EditorContext.tsx';
import type { PointerPlace } from '../../hooks/pointer-place.ts';
import { useTool } from '../../hooks/use-editor-state.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { isMessageKey, text } from '../../messages/text.ts';
import { AlertIcon } from '../../ui/icons/state.tsx';
import styles from './Hint.module.css';

/** How near the pointer comes before the hint gives way. */
const NEAR_PX = 24;
/** The hint stands no higher than this over the lower edge of the drawing, so that most moves measure nothing. */
const STRIP_PX = 140;

/** What the armed tool waits for, or why it refused; it gives way to the pointer. */
export function Hint({ pointer }: { readonly pointer: PointerPlace }) {
  const { hint, refusal } = useTool();
  const editor = useEditor();
  const box = useRef<HTMLDivElement>(null);
  const shown = refusal ? sentenceOf(refusal) : isMessageKey(hint) ? text(hint) : '';
  useEffect(() => {
    const giveWay = () => {
      const { at } = pointer;
      const element = box.current;
      if (!element) return;
      const isInStrip = at !== null && at.top > editor.viewport.heightPx - STRIP_PX;
      element.dataset.aside = String(isInStrip && isNear(element, at));
    };
    giveWay();
    return pointer.subscribe(giveWay);
  }, [pointer, editor]);
  if (!shown) return null;
  return (
    <div ref={box} className={styles.hint} data-refused={refusal !== null} aria-live="polite">
      {refusal !== null && <AlertIcon size={14} />}
      {shown}
    </div>
  );
}

function isNear(
  { offsetLeft, offsetTop, offsetWidth, offsetHeight }: HTMLElement,
  { left, top }: { readonly left: number; readonly top: number },
): boolean {
  const isBeside = left < offsetLeft - NEAR_PX || left > offsetLeft + offsetWidth + NEAR_PX;
  return !isBeside && top > offsetTop - NEAR_PX && top < offsetTop + offsetHeight + NEAR_PX;
}
