import { useEffect, useRef, useState } from 'react';
import { settingsOf } from '../../core/plan/plan.ts';
import { formatAngle, formatLength, parseLength } from '../../core/quantity.ts';
import { toBearing } from '../../core/units.ts';
import { useEditor } from '../hooks/EditorContext.tsx';
import { type PointerPlace, usePointerPlace } from '../hooks/pointer-place.ts';
import { usePreview } from '../hooks/use-editor-state.ts';
import { text } from '../messages/text.ts';
import styles from './LengthField.module.css';

const startsLength = /^[0-9.,'"(-]$/;

/** Live length and direction at the pointer; typing a number while drawing sets the length exactly. */
export function LengthField({ pointer: place }: { readonly pointer: PointerPlace }) {
  const pointer = usePointerPlace(place);
  const editor = useEditor();
  const preview = usePreview();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement | null>(null);
  const takeFocus = (element: HTMLInputElement | null) => {
    input.current = element;
    if (element && document.activeElement !== element) element.focus({ preventScroll: true });
  };
  const measure = preview?.measure ?? null;
  const editable = measure?.editable ?? false;
  const unit = settingsOf(editor.plan).displayUnit;

  useEffect(() => {
    if (!editable) return setTyped(null);
    const begin = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (inField || event.ctrlKey || event.metaKey || event.altKey || !startsLength.test(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      setTyped(event.key);
      setWrong(false);
    };
    window.addEventListener('keydown', begin, { capture: true });
    return () => window.removeEventListener('keydown', begin, { capture: true });
  }, [editable]);

  if (!measure || !pointer) return null;
  const leave = () => {
    input.current?.closest<HTMLElement>('[role=application]')?.focus({ preventScroll: true });
    setTyped(null);
  };
  const take = () => {
    const length = parseLength(typed ?? '', unit);
    if (!length.ok) return setWrong(true);
    leave();
    editor.dispatch({ type: 'length', length: length.value });
  };

  return (
    <div className={styles.box} style={{ left: pointer.left + 16, top: pointer.top + 18 }}>
      {typed === null ? (
        <span className={styles.length}>{formatLength(measure.length, unit)}</span>
      ) : (
        <input
          ref={takeFocus}
          className={styles.input}
          aria-label={text('canvas.length')}
          aria-invalid={wrong}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(false);
          }}
          onFocus={(event) =>
            event.target.setSelectionRange(event.target.value.length, event.target.value.length)
          }
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Enter') take();
            if (event.key === 'Escape') leave();
          }}
          onPointerDown={(event) => event.stopPropagation()}
        />
      )}
      {measure.angle !== null && (
        <span className={styles.angle}>{formatAngle(toBearing(measure.angle, 0) * (Math.PI / 180))}</span>
      )}
      {wrong && <span className={styles.wrong}>{text('canvas.notALength')}</span>}
    </div>
  );
}
