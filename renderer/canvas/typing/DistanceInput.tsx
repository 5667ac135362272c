import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import {
  type DisplayUnit,
  formatLength,
  lengthOfSum,
  lengthWays,
  parseLength,
} from '../../../core/quantity.ts';
import type { Gauge } from '../../editor/distances/gauge.ts';
import type { ToolAct } from '../../editor/tool.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { sentenceOf } from '../../messages/refusals.ts';
import { severalMeanings } from '../../messages/several-meanings.ts';
import { text } from '../../messages/text.ts';
import styles from './DistanceFields.module.css';
import { distanceName } from './distance-words.ts';

type Props = {
  readonly gauge: Gauge;
  readonly unit: DisplayUnit;
  readonly onTab: (step: 1 | -1) => void;
};

/** The field of one distance: what is typed holds at once, Enter takes it, Escape lets it go. */
export function DistanceInput({ gauge, unit, onTab }: Props) {
  const editor = useEditor();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useFocus(input);
  const act = (own: ToolAct) => editor.dispatch({ type: 'act', act: own });
  const change = (value: string) => {
    setTyped(value);
    setWrong(null);
    act({ type: 'hold-distance', length: readDistance(value, unit) });
  };
  const take = () => {
    const length = readDistance(typed, unit);
    if (typed.trim() === '') return act({ type: 'grip-distance', key: null });
    if (length === null) return setWrong(whyNot(typed, unit));
    act({ type: 'take-distance', length });
    const { refusal } = editor.tool;
    if (refusal) setWrong(sentenceOf(refusal));
  };
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') take();
    if (event.key === 'Escape') act({ type: 'grip-distance', key: null });
    if (event.key !== 'Tab') return;
    event.preventDefault();
    onTab(event.shiftKey ? -1 : 1);
  };
  const sum = lengthOfSum(typed, unit);
  return (
    <div className={styles.field}>
      <input
        ref={input}
        aria-label={distanceName(gauge)}
        aria-invalid={wrong !== null}
        data-distance={gauge.key}
        value={typed}
        placeholder={formatLength(gauge.length, unit)}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKey}
      />
      {sum !== null && wrong === null && (
        <span className={styles.note} data-comes-to role="status">
          {text('quantity.comesTo', { value: sum })}
        </span>
      )}
      {wrong !== null && (
        <span className={styles.note} role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}

/** Metres of what is typed; null for what is no length of zero or more. */
function readDistance(typed: string, unit: DisplayUnit): number | null {
  const length = parseLength(typed, unit);
  return length.ok && length.value >= 0 ? length.value : null;
}

function whyNot(typed: string, unit: DisplayUnit): string {
  const length = parseLength(typed, unit);
  const isUnclear = !length.ok && length.error === 'unclear';
  return isUnclear ? severalMeanings(typed, lengthWays(typed, unit)) : text('canvas.notADistance');
}

/** Takes the focus, and gives it back to the drawing when the field goes. */
function useFocus(input: React.RefObject<HTMLInputElement | null>) {
  useLayoutEffect(() => {
    const field = input.current;
    const drawing = field?.closest<HTMLElement>('[role=application]');
    field?.focus({ preventScroll: true });
    return () => {
      if (document.activeElement === field) drawing?.focus({ preventScroll: true });
    };
  }, [input]);
}
