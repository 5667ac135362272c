import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { PlanCanvas } from '../canvas/PlanCanvas.tsx';
import type { CommandScope } from '../commands/command.ts';
import { EditorProvider } from '../hooks/EditorContext.tsx';
import { PointerPlace } from '../hooks/pointer-place.ts';
import { useSettings, useTool } from '../hooks/use-editor-state.ts';
import { isMessageKey, text } from '../messages/text.ts';
import { Inspector } from '../panels/inspector/Inspector.tsx';
import { CanvasCorner } from './CanvasCorner.tsx';
import styles from './EditorScreen.module.css';
import { KeySheet } from './KeySheet.tsx';
import { Palette } from './Palette.tsx';
import { SidePanel } from './SidePanel.tsx';
import { StatusBar } from './StatusBar.tsx';
import type { Session } from './session.ts';
import { ToolBar } from './ToolBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useAppActions } from './use-app-actions.ts';
import { useDrop } from './use-drop.ts';
import { useKeyboard } from './use-keyboard.ts';
import { useNativeMenu } from './use-native-menu.ts';

type Props = {
  readonly session: Session;
  readonly settings: Readonly<Record<string, string>>;
  readonly onHome: () => void;
  readonly openPlan: (planId: string, remarks?: readonly string[]) => Promise<void>;
  readonly tell: (message: string) => void;
};

/** One open plan: tools, panels, the drawing and its status. */
export function EditorScreen({ session, settings, onHome, openPlan, tell }: Props) {
  const { editor, autosave } = session;
  const [pointer] = useState(() => new PointerPlace());
  // The drawing is painted first: the panels' contents come in the pauses after it.
  const filled = useDeferredValue(true, false);
  const [panels, setPanels] = useState(settings.panels !== 'hidden');
  const [overlay, setOverlay] = useState<'keys' | 'palette' | null>(null);
  const screen = useRef<HTMLDivElement>(null);
  const actions = useAppActions({ session, onHome, openPlan, tell, setPanels, setOverlay });
  const scope = useMemo<CommandScope>(() => ({ editor, app: actions }), [editor, actions]);
  useKeyboard(scope);
  useNativeMenu(scope);
  useDrop(screen, actions);
  useEffect(() => {
    document.title = `${session.planName} · ${session.siteName} · Sallyport`;
  }, [session]);

  return (
    <EditorProvider editor={editor}>
      <div ref={screen} className={styles.screen} data-panels={panels} data-plan={session.planId}>
        <Marking place="top" />
        <TopBar siteName={session.siteName} planName={session.planName} actions={actions} />
        <ToolBar scope={scope} />
        {panels && <SidePanel filled={filled} />}
        <main className={styles.canvas}>
          <PlanCanvas pointer={pointer} />
          <CanvasCorner />
          <Hint />
        </main>
        {panels && (
          <aside className={styles.inspector} aria-label={text('app.inspector')}>
            {filled && <Inspector />}
          </aside>
        )}
        <StatusBar autosave={autosave} pointer={pointer} />
      </div>
      {overlay === 'keys' && <KeySheet onClose={() => setOverlay(null)} />}
      {overlay === 'palette' && <Palette scope={scope} onClose={() => setOverlay(null)} />}
    </EditorProvider>
  );
}

function Marking({ place }: { readonly place: 'top' }) {
  const { marking } = useSettings();
  if (!marking) return null;
  return (
    <div className={styles.marking} data-place={place}>
      {marking}
    </div>
  );
}

/** What the armed tool waits for, or why it refused. */
function Hint() {
  const { hint, refusal } = useTool();
  const refused = refusal && isMessageKey(refusal) ? text(refusal) : refusal;
  const shown = refused ?? (isMessageKey(hint) ? text(hint) : '');
  if (!shown) return null;
  return (
    <div className={styles.hint} data-refused={refusal !== null} aria-live="polite">
      {refusal !== null && <span aria-hidden="true">▲ </span>}
      {shown}
    </div>
  );
}
