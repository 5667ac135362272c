import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { formatLength } from '../../../core/quantity.ts';
import type { DrawingCursor } from '../../editor/drawing-cursor.ts';
import { toScreen } from '../../editor/viewport.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import type { PointerPlace } from '../../hooks/pointer-place.ts';
import { useSettings, useViewport } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { LiveRegion } from '../../ui/overlays/LiveRegion.tsx';
import { CursorKeys } from './cursor-keys.ts';
import styles from './KeyboardCursor.module.css';

type Props = { readonly cursor: DrawingCursor; readonly pointer: PointerPlace };

/** The cursor that the keyboard moves over the drawing, and what is said of where it goes. */
export function KeyboardCursor({ cursor, pointer }: Props) {
  const editor = useEditor();
  const viewport = useViewport();
  const { displayUnit: unit } = useSettings();
  const at = useSyncExternalStore(cursor.subscribe, () => cursor.at);
  const anchor = useRef<HTMLSpanElement>(null);
  const [said, say] = useState('');
  useEffect(() => {
    const host = anchor.current?.closest<HTMLElement>('[role=application]');
    if (!host) return;
    const ended = new AbortController();
    const keys = new CursorKeys({ editor, cursor, pointerAt: () => pointer.at, say });
    host.addEventListener('keydown', keys.press, ended);
    // A browser also tells of moves when what is under a resting pointer changes.
    const moved = ({ movementX, movementY }: PointerEvent) => {
      if (movementX !== 0 || movementY !== 0) cursor.hide();
    };
    host.addEventListener('pointermove', moved, ended);
    return () => ended.abort();
  }, [editor, cursor, pointer]);
  useEffect(() => {
    if (!at) return;
    // What stands beside the pointer stands beside the cursor.
    pointer.at = toScreen(viewport, at);
    say(text('cursor.at', { x: formatLength(at.x, unit), y: formatLength(at.y, unit) }));
  }, [at, viewport, pointer, unit]);
  const place = at && toScreen(viewport, at);
  return (
    <>
      <span ref={anchor} hidden />
      <LiveRegion message={said} />
      {place && <Mark left={place.left} top={place.top} />}
    </>
  );
}

const HALF_PX = 20;
const cross = 'M-20 0H-5M5 0H20M0-20V-5M0 5V20';

function Mark({ left, top }: { readonly left: number; readonly top: number }) {
  return (
    <svg
      className={styles.mark}
      style={{ transform: `translate(${Math.round(left) - HALF_PX}px, ${Math.round(top) - HALF_PX}px)` }}
      width={2 * HALF_PX + 1}
      height={2 * HALF_PX + 1}
      viewBox="-20.5 -20.5 41 41"
      data-cursor=""
      aria-hidden="true"
    >
      <path className={styles.halo} d={cross} />
      <circle className={styles.halo} r={3} />
      <path className={styles.line} d={cross} />
      <circle className={styles.line} r={3} />
    </svg>
  );
}
