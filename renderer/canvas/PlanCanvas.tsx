import type Konva from 'konva';
import { Konva as konvaSettings } from 'konva/lib/Global';
import { useEffect, useRef } from 'react';
import { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore';
import type { DrawingCursor } from '../editor/drawing-cursor.ts';
import { useCoverageWatch, useEditor, useZonesWatch } from '../hooks/EditorContext.tsx';
import type { PointerPlace } from '../hooks/pointer-place.ts';
import { text } from '../messages/text.ts';
import { Flash } from './Flash.tsx';
import { EditSpeech } from './keyboard/EditSpeech.tsx';
import { KeyboardCursor } from './keyboard/KeyboardCursor.tsx';
import styles from './PlanCanvas.module.css';
import { PointerEvents } from './pointer-events.ts';
import { type LayerName, MARGIN_PX, StageView } from './stage-view.ts';
import { DistanceFields } from './typing/DistanceFields.tsx';
import { DrawingSpeech } from './typing/DrawingSpeech.tsx';
import { PointerFields } from './typing/PointerFields.tsx';
import { usePalette } from './use-palette.ts';

// The stage view says when to draw: a stage that draws itself once more after a change of its size would
// paint the whole plan a second time.
konvaSettings.autoDrawEnabled = false;

const layerNames: readonly LayerName[] = ['backdrop', 'coverage', 'records'];

type Props = { readonly pointer: PointerPlace; readonly cursor: DrawingCursor };

/** The drawing: four bulk-painted layers, pointer and keyboard input, and the fields at the pointer. */
export function PlanCanvas({ pointer, cursor }: Props) {
  const editor = useEditor();
  const coverage = useCoverageWatch();
  const zones = useZonesWatch();
  const palette = usePalette();
  const host = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const overlayFrame = useRef<HTMLDivElement>(null);
  const stage = useRef<Konva.Stage>(null);
  const overlayStage = useRef<Konva.Stage>(null);
  const view = useRef<StageView | null>(null);
  const firstPalette = useRef(palette);

  useEffect(() => {
    if (!host.current || !frame.current || !stage.current) return;
    if (!overlayFrame.current || !overlayStage.current) return;
    const element = host.current;
    const parts = {
      stage: stage.current,
      overlayStage: overlayStage.current,
      frames: [frame.current, overlayFrame.current],
    };
    const stageView = new StageView(editor, coverage, parts, firstPalette.current);
    view.current = stageView;
    const endZones = stageView.followZones(zones);
    // A driver finds plan points on the screen by these.
    stageView.onPainted = ({ centre, pixelsPerMetre }) => {
      element.dataset.centre = `${centre.x},${centre.y}`;
      element.dataset.scale = String(pixelsPerMetre);
    };
    const events = new PointerEvents(element, editor, stageView);
    events.onPointer = (at) => {
      pointer.at = at;
    };
    const observer = new ResizeObserver(() => stageView.resize(element.clientWidth, element.clientHeight));
    observer.observe(element);
    return () => {
      observer.disconnect();
      events.destroy();
      endZones();
      stageView.destroy();
      view.current = null;
    };
  }, [editor, coverage, zones, pointer]);

  useEffect(() => {
    if (view.current) view.current.palette = palette;
  }, [palette]);

  return (
    <div
      ref={host}
      className={styles.canvas}
      role="application"
      aria-label={text('canvas.label')}
      aria-description={text('canvas.keys')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is what takes the keys while drawing
      tabIndex={0}
    >
      <div ref={frame} className={styles.frame} style={{ left: -MARGIN_PX, top: -MARGIN_PX }}>
        <Stage ref={stage} listening={false} width={1} height={1}>
          {/* The backdrop covers all of it, so nothing has to be cleared first. */}
          <Layer listening={false} clearBeforeDraw={false}>
            {layerNames.map((name) => (
              <Painted key={name} by={(context) => view.current?.paintLayer(name, context)} />
            ))}
          </Layer>
        </Stage>
      </div>
      {/* A stage of its own: what follows the pointer must not repaint the bitmaps beneath it. */}
      <div ref={overlayFrame} className={styles.frame} style={{ inset: 0 }}>
        <Stage ref={overlayStage} listening={false} width={1} height={1} className={styles.overlay}>
          <Layer listening={false}>
            <Painted by={(context) => view.current?.paintOverlay(context)} />
          </Layer>
        </Stage>
      </div>
      <Flash />
      <EditSpeech />
      <KeyboardCursor pointer={pointer} cursor={cursor} />
      <DrawingSpeech />
      <DistanceFields />
      <PointerFields pointer={pointer} />
    </div>
  );
}

/** A shape that a function paints on the bitmap of its layer. */
function Painted({ by }: { readonly by: (context: CanvasRenderingContext2D) => void }) {
  return (
    <Shape
      listening={false}
      perfectDrawEnabled={false}
      sceneFunc={(context: Konva.Context) => by(context._context as CanvasRenderingContext2D)}
    />
  );
}
