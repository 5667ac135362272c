import {
  type KeyboardEvent as ReactKeyboardEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type DisplayUnit, formatAngle, formatLength } from '../../../core/quantity.ts';
import { toBearing } from '../../../core/units.ts';
import type { Measure, Preview } from '../../editor/tool.ts';
import { comesTo, type FieldName, holdOf, nothingTyped, type TypedTexts } from '../../editor/typed-fields.ts';
import { type ScreenPoint, toScreen } from '../../editor/viewport.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { type PointerPlace, usePointerPlace } from '../../hooks/pointer-place.ts';
import { readingText } from '../../hooks/reading-text.ts';
import { usePreview, useSelection, useSettings, useTool } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import styles from './PointerFields.module.css';
import { askedIn, takeTyped } from './take-typed.ts';
import { beginsTyping, type TypingMode, typingModeOf } from './typing-mode.ts';

type Typing = { readonly texts: TypedTexts; readonly field: FieldName; readonly wrong: string | null };

/**
 * Live length and direction at the pointer; what is typed while drawing sets them, or the place, exactly.
 *
 * A typed part holds at once while the pointer sets the other; Tab goes between the two.
 */
export function PointerFields({ pointer: place }: { readonly pointer: PointerPlace }) {
  const pointer = usePointerPlace(place);
  const editor = useEditor();
  const preview = usePreview();
  const measure = preview?.measure ?? null;
  useTool();
  useSelection();
  const { displayUnit: unit } = useSettings();
  const mode = typingModeOf(editor, measure);
  // Tab goes to the distances that are shown: a length begins by its first figure.
  const hasDistances = preview?.gauges?.some(({ editable }) => editable) ?? false;
  const isAwaited = measure?.isAwaited === true;
  const [typing, setTyping] = useTyping(mode, { hasDistances, isAwaited });
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const at = pointer ?? (measure ? toScreen(editor.viewport, measure.at) : null);
    if (box.current) keepInside(box.current, at, editor.viewport);
  });
  const reading = preview?.reading ?? null;
  // A distance that is typed leaves nothing to say at the pointer.
  const isShown = (measure || reading) && pointer && !preview?.gripped;
  if (!typing && !isShown) return null;

  const end = () => {
    box.current?.closest<HTMLElement>('[role=application]')?.focus({ preventScroll: true });
    setTyping(null);
  };
  const change = (texts: TypedTexts) => {
    setTyping((now) => now && { ...now, texts, wrong: null });
    if (mode === 'polar') editor.dispatch({ type: 'hold', ...holdOf(texts, unit) });
  };
  const take = () => {
    if (!typing || !mode) return end();
    const wrong = takeTyped(editor, typing.texts, { mode, unit });
    if (wrong === null) end();
    else setTyping({ ...typing, wrong });
  };
  const onKey = (event: ReactKeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') take();
    if (event.key === 'Escape') {
      editor.dispatch({ type: 'hold', length: null, angle: null });
      end();
    }
    if (event.key === 'Tab') {
      event.preventDefault();
      if (mode === 'polar') {
        setTyping((now) => now && { ...now, field: now.field === 'length' ? 'angle' : 'length' });
      }
    }
  };
  const field = (name: FieldName) => (
    <Field
      name={name}
      typed={typing?.texts[name] ?? null}
      live={measure ? liveText(measure, name, unit) : ''}
      isActive={typing?.field === name}
      isWrong={typing?.field === name && typing.wrong !== null}
      onChange={(value) => change({ ...nothingTyped, ...typing?.texts, [name]: value })}
      onKey={onKey}
    />
  );
  return (
    <div ref={box} className={styles.box} data-typing={typing !== null}>
      <div className={styles.fields} hidden={!measure && !typing}>
        {(measure || typing) && field('length')}
        {mode === 'polar' && (typing || measure?.angle !== null) && field('angle')}
        {measure && measure.angle !== null && (
          <span className={styles.bearing}>
            {text('canvas.bearing', { bearing: formatAngle(toBearing(measure.angle, 0) * (Math.PI / 180)) })}
          </span>
        )}
      </div>
      <Measured reading={reading} unit={unit} />
      <Note typing={typing} mode={mode} unit={unit} />
    </div>
  );
}

type MeasuredProps = { readonly reading: Preview['reading'] | null; readonly unit: DisplayUnit };

/** What was measured; a single distance is in the fields already. */
function Measured({ reading, unit }: MeasuredProps) {
  if (!reading || reading.type === 'distance') return null;
  return <div className={styles.measured}>{readingText(reading, unit)}</div>;
}

type NoteProps = {
  readonly typing: Typing | null;
  readonly mode: TypingMode | null;
  readonly unit: DisplayUnit;
};

/** What is wrong with what was typed; else what it comes to where it is arithmetic, or what can be typed. */
function Note({ typing, mode, unit }: NoteProps) {
  if (!typing || !mode) return null;
  const wrong = typing.wrong !== null;
  const value = comesTo(typing.texts, typing.field, { unit, asked: askedIn(mode) });
  if (!wrong && value !== null) {
    return (
      <div className={styles.note} data-comes-to role="status">
        {text('quantity.comesTo', { value })}
      </div>
    );
  }
  return (
    <div className={styles.note} data-wrong={wrong} role={wrong ? 'alert' : undefined}>
      {typing.wrong ?? text(`canvas.type.${mode === 'polar' && typing.field === 'angle' ? 'angle' : mode}`)}
    </div>
  );
}

/** What is typed over the drawing; ends when there is nothing more to type for. */
function useTyping(
  mode: TypingMode | null,
  { hasDistances, isAwaited }: { readonly hasDistances: boolean; readonly isAwaited: boolean },
) {
  const [typing, setTyping] = useState<Typing | null>(null);
  const isTyping = typing !== null;
  useEffect(() => {
    if (!mode) return setTyping(null);
    const begin = (event: KeyboardEvent) => {
      const first = beginsTyping(event, { mode, isAwaited });
      if (first === null || (hasDistances && event.key === 'Tab')) return;
      event.preventDefault();
      event.stopPropagation();
      // A press on the drawing took the keys away from the field that is open: they go on with its text.
      setTyping((now) => (isTyping ? now && withMore(now, first) : begun(first)));
    };
    window.addEventListener('keydown', begin, { capture: true });
    return () => window.removeEventListener('keydown', begin, { capture: true });
  }, [mode, isTyping, hasDistances, isAwaited]);
  return [typing, setTyping] as const;
}

/** What is typed once a text begins it: the sign of an angle begins that. */
function begun(first: string): Typing {
  return first === '<'
    ? { texts: { ...nothingTyped, angle: '' }, field: 'angle', wrong: null }
    : { texts: { ...nothingTyped, length: first === '' ? null : first }, field: 'length', wrong: null };
}

/** What is typed with another letter at the end of its field. */
function withMore(typing: Typing, letter: string): Typing {
  const { texts, field } = typing;
  return { ...typing, texts: { ...texts, [field]: (texts[field] ?? '') + letter }, wrong: null };
}

function liveText({ length, angle }: Measure, name: FieldName, unit: 'm' | 'ft-in'): string {
  if (name === 'length') return formatLength(length, unit);
  if (angle === null) return '';
  return formatAngle(((angle + 2 * Math.PI) % (2 * Math.PI)) + 0);
}

type FieldProps = {
  readonly name: FieldName;
  /** Null while the pointer sets it. */
  readonly typed: string | null;
  readonly live: string;
  readonly isActive: boolean;
  readonly isWrong: boolean;
  readonly onChange: (text: string) => void;
  readonly onKey: (event: ReactKeyboardEvent) => void;
};

function Field({ name, typed, live, isActive, isWrong, onChange, onKey }: FieldProps) {
  const input = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed may come from the drawing, while the field does not have the keys
  useEffect(() => {
    if (!isActive || !input.current || input.current === document.activeElement) return;
    input.current.focus({ preventScroll: true });
    input.current.setSelectionRange(input.current.value.length, input.current.value.length);
  }, [isActive, typed]);
  if (!isActive && typed === null) {
    return (
      <span className={name === 'length' ? styles.length : styles.angle}>
        {name === 'angle' ? `∠ ${live}` : live}
      </span>
    );
  }
  return (
    <input
      ref={input}
      className={styles.input}
      data-field={name}
      aria-label={text(`canvas.${name}`)}
      aria-invalid={isWrong}
      value={typed ?? ''}
      placeholder={live}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKey}
      onPointerDown={(event) => event.stopPropagation()}
    />
  );
}

const GAP = { left: 16, top: 18 };
const EDGE_PX = 6;
/** Along the lower edge stands what the tool waits for. */
const HINT_PX = 76;

/** Beside the pointer, on whichever side there is room; without a pointer near the lower left corner. */
function keepInside(
  box: HTMLElement,
  at: ScreenPoint | null,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): void {
  const { left, top } = at ?? { left: 0, top: heightPx / 2 };
  const { offsetWidth, offsetHeight } = box;
  const isWide = left + GAP.left + offsetWidth + EDGE_PX <= widthPx;
  const isHigh = top + GAP.top + offsetHeight + EDGE_PX <= heightPx - HINT_PX;
  const x = isWide ? left + GAP.left : left - GAP.left - offsetWidth;
  const y = isHigh ? top + GAP.top : top - GAP.top - offsetHeight;
  const inside = (value: number, most: number) => Math.max(EDGE_PX, Math.min(value, most - EDGE_PX));
  box.style.transform = `translate(${inside(x, widthPx - offsetWidth)}px, ${inside(y, heightPx - offsetHeight)}px)`;
}
