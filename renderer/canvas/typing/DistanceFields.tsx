import { useEffect } from 'react';
import { formatLength } from '../../../core/quantity.ts';
import type { Gauge } from '../../editor/distances/gauge.ts';
import { type ScreenPoint, toScreen, type Viewport } from '../../editor/viewport.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { usePreview, useSettings, useViewport } from '../../hooks/use-editor-state.ts';
import { LiveRegion } from '../../ui/overlays/LiveRegion.tsx';
import styles from './DistanceFields.module.css';
import { DistanceInput } from './DistanceInput.tsx';
import { distanceName, spokenDistances } from './distance-words.ts';

const none: readonly Gauge[] = [];

/**
 * The distances of what moves or is selected, as dimension lines with figures. A click on a figure, or
 * Tab, types another one: the record goes where it is exactly that.
 */
export function DistanceFields() {
  const editor = useEditor();
  const preview = usePreview();
  const viewport = useViewport();
  const { displayUnit: unit } = useSettings();
  const gauges = preview?.gauges ?? none;
  const gripped = preview?.gripped ?? null;
  const editable = gauges.filter((gauge) => gauge.editable);
  const grip = (key: Gauge['key'] | null) =>
    editor.dispatch({ type: 'act', act: { type: 'grip-distance', key } });
  const first = editable[0]?.key ?? null;
  useTab(gripped === null ? first : null, grip);
  const isStill = preview?.measure === null && gripped === null;
  return (
    <>
      <LiveRegion message={isStill ? spokenDistances(editable, unit) : ''} />
      {gauges.length > 0 && (
        <svg className={styles.lines} width="1" height="1" aria-hidden="true">
          {gauges.map((gauge) => (
            <path key={gauge.key} d={linePath(gauge, viewport)} />
          ))}
        </svg>
      )}
      {gauges.map((gauge) => (
        <div key={gauge.key} className={styles.place} style={{ transform: placed(gauge, viewport) }}>
          {gauge.key === gripped ? (
            <DistanceInput
              gauge={gauge}
              unit={unit}
              onTab={(step) => grip(keyAfter(editable, gripped, step))}
            />
          ) : (
            <Figure gauge={gauge} text={formatLength(gauge.length, unit)} onGrip={() => grip(gauge.key)} />
          )}
        </div>
      ))}
    </>
  );
}

type FigureProps = { readonly gauge: Gauge; readonly text: string; readonly onGrip: () => void };

function Figure({ gauge, text, onGrip }: FigureProps) {
  if (!gauge.editable) return <span className={styles.figure}>{text}</span>;
  return (
    <button
      type="button"
      className={styles.figure}
      aria-label={`${distanceName(gauge)}, ${text}`}
      data-distance={gauge.key}
      tabIndex={-1}
      onClick={onGrip}
    >
      {text}
    </button>
  );
}

function keyAfter(gauges: readonly Gauge[], key: Gauge['key'], step: 1 | -1): Gauge['key'] | null {
  const at = gauges.findIndex((gauge) => gauge.key === key);
  return gauges[(at + step + gauges.length) % gauges.length]?.key ?? null;
}

/** Tab over the drawing begins to type the first distance; not while another field has the focus. */
function useTab(key: Gauge['key'] | null, grip: (key: Gauge['key']) => void) {
  useEffect(() => {
    if (key === null) return;
    const pressed = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      const { target } = event;
      const isDrawing =
        target === document.body || (target instanceof HTMLElement && target.role === 'application');
      if (event.key !== 'Tab' || !isPlain || !isDrawing || event.defaultPrevented) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      grip(key);
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  });
}

const TICK_PX = 4;

function linePath({ from, to }: Gauge, viewport: Viewport): string {
  const [start, end] = [toScreen(viewport, from), toScreen(viewport, to)];
  const length = Math.hypot(end.left - start.left, end.top - start.top) || 1;
  const [x, y] = [(-(end.top - start.top) / length) * TICK_PX, ((end.left - start.left) / length) * TICK_PX];
  return [`M${spot(start)}L${spot(end)}`, tick(start, x, y), tick(end, x, y)].join('');
}

function tick({ left, top }: ScreenPoint, x: number, y: number): string {
  return `M${spot({ left: left - x, top: top - y })}L${spot({ left: left + x, top: top + y })}`;
}

function spot({ left, top }: ScreenPoint): string {
  return `${left.toFixed(1)} ${top.toFixed(1)}`;
}

const EDGE_PX = 52;

/** In the middle of its line, as far as that is in view. */
function placed({ from, to }: Gauge, viewport: Viewport): string {
  const [start, end] = [toScreen(viewport, from), toScreen(viewport, to)];
  const inside = (value: number, most: number) => Math.min(Math.max(value, EDGE_PX), most - EDGE_PX);
  const left = inside((start.left + end.left) / 2, viewport.widthPx);
  const top = inside((start.top + end.top) / 2, viewport.heightPx);
  return `translate(${Math.round(left)}px, ${Math.round(top)}px) translate(-50%, -50%)`;
}
