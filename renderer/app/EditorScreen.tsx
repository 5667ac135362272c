import { memo, startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { plainLine } from '../../core/plain-text.ts';
import { settingsOf } from '../../core/plan/plan.ts';
import { PlanCanvas } from '../canvas/PlanCanvas.tsx';
import type { AdviceAsking, CommandScope, Tell, Unsay } from '../commands/command.ts';
import type { ValuesForm } from '../commands/values-form.ts';
import { DrawingCursor } from '../editor/drawing-cursor.ts';
import type { Editor } from '../editor/editor.ts';
import { EditorProvider } from '../hooks/EditorContext.tsx';
import { PointerPlace } from '../hooks/pointer-place.ts';
import { useSettings } from '../hooks/use-editor-state.ts';
import { whenShown } from '../hooks/when-shown.ts';
import { text } from '../messages/text.ts';
import { Inspector } from '../panels/inspector/Inspector.tsx';
import { ToolOptions } from '../panels/tool-options/ToolOptions.tsx';
import { Banner } from '../ui/layout/Banner.tsx';
import { SplitPanels } from '../ui/layout/SplitPanels.tsx';
import { BottomPanel } from './BottomPanel.tsx';
import { ToolBar } from './bars/ToolBar.tsx';
import { TopBar } from './bars/TopBar.tsx';
import { useRememberedCatalogue } from './catalogue/use-remembered-catalogue.ts';
import { useStoredCatalogue } from './catalogue/use-stored-catalogue.ts';
import styles from './EditorScreen.module.css';
import { AdvicePanel } from './over-drawing/AdvicePanel.tsx';
import { CanvasCorner } from './over-drawing/CanvasCorner.tsx';
import { GroupBar } from './over-drawing/GroupBar.tsx';
import { Hint } from './over-drawing/Hint.tsx';
import { KeySheet } from './overlays/KeySheet.tsx';
import { Palette } from './overlays/Palette.tsx';
import { useRoomNews } from './overlays/use-room-news.ts';
import { useUndoNews } from './overlays/use-undo-news.ts';
import { ValuesDialog } from './overlays/ValuesDialog.tsx';
import { focusDrawing } from './regions.ts';
import { SidePanel } from './SidePanel.tsx';
import type { Session } from './session.ts';
import { SheetFrame } from './sheets/SheetFrame.tsx';
import { StatusBar } from './status/StatusBar.tsx';
import { useRememberedSnaps } from './status/use-remembered-snaps.ts';
import { useAppActions } from './use-app-actions.ts';
import { useDrop } from './use-drop.ts';
import { useKeyboard } from './use-keyboard.ts';
import { useNativeMenu } from './use-native-menu.ts';
import { useRememberedLayout } from './use-remembered-layout.ts';

type Props = {
  readonly session: Session;
  /** What the application remembered when the plan was opened. */
  readonly settings: Readonly<Record<string, string>>;
  readonly onHome: () => void;
  readonly openPlan: (planId: string, remarks?: readonly string[]) => Promise<void>;
  readonly tell: Tell;
  readonly unsay: Unsay;
};

/** One open plan: tools, panels, the drawing and its status. */
export function EditorScreen({ session, settings, onHome, openPlan, tell, unsay }: Props) {
  const { editor, autosave } = session;
  const { layout, change: changeLayout } = useRememberedLayout(settings);
  const filled = useIsPainted(editor);
  const [overlay, setOverlay] = useState<'keys' | 'palette' | null>(null);
  const [form, setForm] = useState<ValuesForm | null>(null);
  const [asking, setAsking] = useState<AdviceAsking | null>(null);
  const [pointer] = useState(() => new PointerPlace());
  const [cursor] = useState(() => new DrawingCursor(editor));
  const screen = useRef<HTMLDivElement>(null);
  const actions = useAppActions({
    session,
    cursor,
    onHome,
    openPlan,
    tell,
    unsay,
    changeLayout,
    setOverlay,
    ask: setForm,
    advise: setAsking,
    pointer,
  });
  const scope = useMemo<CommandScope>(() => ({ editor, app: actions }), [editor, actions]);
  useKeyboard(scope);
  useNews(editor, { tell, unsay });
  useRemembered(editor, tell);
  useNativeMenu(scope);
  useDrop(screen, actions);
  useTitle(session);

  return (
    <EditorProvider editor={editor} coverage={session.coverage} zones={session.zones}>
      <div ref={screen} className={styles.screen} data-plan={session.planId}>
        <button type="button" className={styles.skip} onClick={focusDrawing}>
          {text('app.skipToDrawing')}
        </button>
        <Marking />
        <TopBar siteName={session.siteName} actions={actions} />
        <ToolBar scope={scope} />
        <div className={styles.work}>
          <SplitPanels
            layout={layout}
            onLayoutChange={(next) => changeLayout(() => next)}
            left={<SidePanel filled={filled} />}
            right={<InspectorPanel filled={filled} />}
            bottom={<BottomPanel onClose={actions.hideBottom} />}
            labels={panelLabels}
          >
            <Drawing pointer={pointer} cursor={cursor} />
            {asking && <AdvicePanel asking={asking} scope={scope} onClose={() => setAsking(null)} />}
          </SplitPanels>
        </div>
        <StatusBar autosave={autosave} pointer={pointer} onZones={actions.showBottom} />
      </div>
      {overlay === 'keys' && <KeySheet onClose={() => setOverlay(null)} />}
      {overlay === 'palette' && <Palette scope={scope} onClose={() => setOverlay(null)} />}
      {form && <ValuesDialog key={form.id} form={form} onClose={() => setForm(null)} />}
    </EditorProvider>
  );
}

/** What the application remembered of a person. */
function useRemembered(editor: Editor, tell: Tell): void {
  useRememberedSnaps(editor);
  useRememberedCatalogue();
  useStoredCatalogue(tell);
}

/** What is told of edits that nobody sees on the drawing. */
function useNews(editor: Editor, { tell, unsay }: Pick<Props, 'tell' | 'unsay'>): void {
  useUndoNews(editor, { tell, unsay });
  useRoomNews(editor, tell);
}

/** Whether the drawing has been painted once: the panels' contents come in the pauses after it. */
function useIsPainted(editor: Editor): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let cancel: (() => void) | null = null;
    // The canvas paints as soon as it has a size, and says so by its first viewport.
    const unsubscribe = editor.subscribe('viewport', () => {
      unsubscribe();
      cancel = whenShown(() => startTransition(() => setPainted(true)));
    });
    return () => {
      unsubscribe();
      cancel?.();
    };
  }, [editor]);
  // What takes its time before the first click is done while nobody waits for it.
  useEffect(() => {
    if (!isPainted) return;
    const idle = requestIdleCallback(() => {
      void editor.index;
      editor.history.begin();
    });
    return () => cancelIdleCallback(idle);
  }, [editor, isPainted]);
  return isPainted;
}

const panelLabels = {
  left: text('app.resizeLeft'),
  right: text('app.resizeRight'),
  bottom: text('app.resizeBottom'),
} as const;

type DrawingProps = { readonly pointer: PointerPlace; readonly cursor: DrawingCursor };

/** The drawing and what lies over it; panels that change their width do not render it again. */
const Drawing = memo(function Drawing({ pointer, cursor }: DrawingProps) {
  return (
    <>
      <main className={styles.canvas} data-region="canvas">
        <PlanCanvas pointer={pointer} cursor={cursor} />
        <SheetFrame />
        <CanvasCorner />
        <GroupBar />
        <Hint pointer={pointer} />
      </main>
      <ToolOptions />
    </>
  );
});

const InspectorPanel = memo(function InspectorPanel({ filled }: { readonly filled: boolean }) {
  return (
    <aside
      className={styles.inspector}
      data-region="inspector"
      tabIndex={-1}
      aria-label={text('app.inspector')}
    >
      {filled && <Inspector />}
    </aside>
  );
});

/** The title of the window: the plan under the name that it has now, and its site. */
function useTitle({ editor, siteName }: Session): void {
  useEffect(() => {
    const show = () => {
      document.title = plainLine(`${settingsOf(editor.plan).name} · ${siteName} · Sallyport`);
    };
    show();
    return editor.subscribe('plan', ({ diff }) => {
      if (diff.has('settings:plan')) show();
    });
  }, [editor, siteName]);
}

function Marking() {
  const { marking } = useSettings();
  if (!marking) return null;
  return (
    <div className={styles.marking}>
      <Banner tone="marking">{marking}</Banner>
    </div>
  );
}
