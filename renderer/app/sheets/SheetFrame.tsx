import { type PointerEvent, useState } from 'react';
import { sheetExtent } from '../../../core/drawing/sheet/sheet-view.ts';
import type { Point } from '../../../core/geometry/point.ts';
import { updateRecord } from '../../../core/operations/update-records.ts';
import type { RecordOf } from '../../../core/plan/kinds/index.ts';
import { changedViewport, viewportOf } from '../../../core/plan/parts/viewports.ts';
import { toScreen } from '../../editor/viewport.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useChosenSheet, useLens, useSettings, useViewport } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import styles from './SheetFrame.module.css';

/** Where the view of the chosen sheet lies on the drawing; its label moves it. */
export function SheetFrame() {
  const sheet = useChosenSheet();
  const { floor } = useLens();
  return sheet && viewportOf(sheet).floor === floor ? <Frame key={sheet.id} sheet={sheet} /> : null;
}

function Frame({ sheet }: { readonly sheet: RecordOf<'sheet'> }) {
  const editor = useEditor();
  const viewport = useViewport();
  // The marking takes room from the view.
  useSettings();
  const { by, handlers } = useMoving(sheet);
  const { width, height } = sheetExtent(sheet, editor.plan);
  const { pixelsPerMetre } = viewport;
  const { centre, rotation, scale } = viewportOf(sheet);
  const { x, y } = centre;
  const middle = toScreen(viewport, { x: x + by.x, y: y + by.y });
  const [widthPx, heightPx] = [width * pixelsPerMetre, height * pixelsPerMetre];
  const place = `translate(${middle.left - widthPx / 2}px, ${middle.top - heightPx / 2}px)`;
  return (
    <div
      className={styles.frame}
      style={{ width: widthPx, height: heightPx, transform: `${place} rotate(${rotation}rad)` }}
    >
      <span
        className={styles.name}
        title={text('sheet.move', { number: sheet.number || sheet.name })}
        {...handlers}
      >
        {[sheet.number || sheet.name, `1:${scale.toLocaleString('en')}`, sheet.paper].join(' · ')}
      </span>
    </div>
  );
}

const still: Point = { x: 0, y: 0 };

/** Moves a sheet's centre with the pointer; one edit when it is let go, none on Escape. */
function useMoving(sheet: RecordOf<'sheet'>) {
  const { centre } = viewportOf(sheet);
  const editor = useEditor();
  const [from, setFrom] = useState<Point | null>(null);
  const [by, setBy] = useState(still);
  const end = () => {
    setFrom(null);
    setBy(still);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      setFrom({ x: event.clientX, y: event.clientY });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!from) return;
      const { pixelsPerMetre } = editor.viewport;
      setBy({ x: (event.clientX - from.x) / pixelsPerMetre, y: (from.y - event.clientY) / pixelsPerMetre });
    },
    onPointerUp: () => {
      const moved = updateRecord(
        editor.plan,
        sheet.id,
        changedViewport(sheet, { centre: { x: centre.x + by.x, y: centre.y + by.y } }),
      );
      if (from && moved.ok) editor.commit({ label: 'edit.moveSheet', diff: moved.value });
      end();
    },
    onPointerCancel: end,
  };
  return { by, handlers };
}
