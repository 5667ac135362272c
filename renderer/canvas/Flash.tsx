import { useEffect, useState } from 'react';
import type { Box } from '../../core/geometry/box.ts';
import { toScreen } from '../editor/viewport.ts';
import { useEditor } from '../hooks/EditorContext.tsx';
import { useViewport } from '../hooks/use-editor-state.ts';
import styles from './Flash.module.css';

const SHOWN_MS = 1400;
const MARGIN_PX = 8;

/** A frame around what undo or redo has just changed: it fades, and takes no presses. */
export function Flash() {
  const editor = useEditor();
  const viewport = useViewport();
  const [shown, setShown] = useState<{ readonly box: Box; readonly turn: number } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = editor.subscribe('travelled', ({ box }) => {
      clearTimeout(timer);
      setShown((before) => box && { box, turn: (before?.turn ?? 0) + 1 });
      timer = setTimeout(() => setShown(null), SHOWN_MS);
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [editor]);
  if (!shown) return null;
  const { minX, minY, maxX, maxY } = shown.box;
  const from = toScreen(viewport, { x: minX, y: maxY });
  const to = toScreen(viewport, { x: maxX, y: minY });
  return (
    <div
      key={shown.turn}
      className={styles.flash}
      aria-hidden="true"
      style={{
        transform: `translate(${from.left - MARGIN_PX}px, ${from.top - MARGIN_PX}px)`,
        width: to.left - from.left + 2 * MARGIN_PX,
        height: to.top - from.top + 2 * MARGIN_PX,
      }}
    />
  );
}
