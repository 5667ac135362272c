import type { PointerEvent } from 'react';
import { sheetExtent } from '../../../core/drawing/sheet/sheet-view.ts';
import type { RecordOf } from '../../../core/plan/kinds/index.ts';
import { viewportOf } from '../../../core/plan/parts/viewports.ts';
import { isKind } from '../../../core/plan/plan.ts';
import type { Editor } from '../../editor/editor.ts';
import { toPlan, toScreen } from '../../editor/viewport.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import {
  useActiveTool,
  useChosenSheet,
  useLens,
  usePreview,
  useSettings,
  useViewport,
} from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import styles from './SheetFrame.module.css';

/** Where the view of the chosen sheet lies on the drawing; its label moves it. */
export function SheetFrame() {
  const sheet = useChosenSheet();
  const { floor } = useLens();
  return sheet && viewportOf(sheet).floor === floor ? <Frame key={sheet.id} sheet={sheet} /> : null;
}

function Frame({ sheet: stored }: { readonly sheet: RecordOf<'sheet'> }) {
  const editor = useEditor();
  const viewport = useViewport();
  const framed = usePreview()?.diff.get(stored.id)?.after;
  // The marking takes room from the view.
  useSettings();
  const sheet = framed && isKind(framed, 'sheet') ? framed : stored;
  const { width, height } = sheetExtent(sheet, editor.plan);
  const { centre, rotation, scale } = viewportOf(sheet);
  const { pixelsPerMetre } = viewport;
  const middle = toScreen(viewport, centre);
  const [widthPx, heightPx] = [width * pixelsPerMetre, height * pixelsPerMetre];
  const place = `translate(${middle.left - widthPx / 2}px, ${middle.top - heightPx / 2}px)`;
  return (
    <div
      className={styles.frame}
      data-framing={useActiveTool() === 'frame-sheet'}
      style={{ width: widthPx, height: heightPx, transform: `${place} rotate(${rotation}rad)` }}
    >
      <span
        className={styles.name}
        title={text('sheet.move', { number: sheet.number || sheet.name })}
        {...dragOf(editor)}
      >
        {[sheet.number || sheet.name, `1:${scale.toLocaleString('en')}`, sheet.paper].join(' · ')}
      </span>
    </div>
  );
}

/** A press on the name begins the tool that frames sheets, and leads it until the button is released. */
function dragOf(editor: Editor) {
  const send = (type: 'down' | 'move' | 'up', event: PointerEvent<HTMLElement>) => {
    const over = event.currentTarget.parentElement?.parentElement?.getBoundingClientRect();
    const place = { left: event.clientX - (over?.left ?? 0), top: event.clientY - (over?.top ?? 0) };
    const { shiftKey: shift, altKey: alt, ctrlKey: ctrl } = event;
    editor.dispatch({ type, at: toPlan(editor.viewport, place), hit: null, shift, alt, ctrl });
  };
  const isFraming = (event: PointerEvent<HTMLElement>) =>
    editor.tool.id === 'frame-sheet' && event.currentTarget.hasPointerCapture(event.pointerId);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      editor.setTool('frame-sheet');
      send('down', event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (isFraming(event)) send('move', event);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (isFraming(event)) send('up', event);
    },
    onPointerCancel: () => editor.dispatch({ type: 'cancel' }),
  };
}
