import { useCallback, useEffect, useRef, useState } from 'react';
import type { StorageStatus } from '../../core/contract/shapes.ts';
import type { Tell } from '../commands/command.ts';
import { setTheme, themeChoices } from '../hooks/use-theme.ts';
import { text } from '../messages/text.ts';
import { bridge } from '../storage/bridge.ts';
import { readPlan } from '../storage/read-plan.ts';
import { ToastRegion } from '../ui/overlays/ToastRegion.tsx';
import { createToastQueue } from '../ui/overlays/toast-queue.ts';
import type { EditorScreen as EditorScreenComponent } from './EditorScreen.tsx';
import { HomeScreen } from './home/HomeScreen.tsx';
import { ExportProgress } from './overlays/ExportProgress.tsx';
import { Working } from './overlays/Working.tsx';
import { StorageScreen } from './StorageScreen.tsx';
import type { Session } from './session.ts';
import { tellRemarks } from './tell-remarks.ts';
import { useRememberedLayout } from './use-remembered-layout.ts';
import { recallZoom } from './window-zoom.ts';

// A script of its own: the list of sites does not wait for the editor. Not by React's lazy(), which holds
// back what it shows for up to 300 ms.
const loadEditor = () => Promise.all([import('./session.ts'), import('./EditorScreen.tsx')]);
type Editing = { readonly session: Session; readonly EditorScreen: typeof EditorScreenComponent };

const toasts = createToastQueue();
const tell: Tell = (message, more) => toasts.show({ message, ...more });

/** The window: the list of sites, or one open plan; what happened is told at the bottom. */
export function App() {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [storage, setStorage] = useState<StorageStatus | null>(null);
  const remembered = useRememberedLayout();
  const { recall } = remembered;

  const open = useRef<Session | null>(null);
  open.current = editing?.session ?? null;

  /** Whether everything of the open plan is on disk by now; tells when it cannot be. */
  const isWritten = useCallback(async () => {
    if (!open.current || (await open.current.autosave.flush())) return true;
    tell(text('app.notSavedYet'), { tone: 'fail' });
    return false;
  }, []);

  const show = useCallback((next: Editing | null) => {
    open.current?.autosave.close();
    setEditing(next);
  }, []);

  const openPlan = useCallback(
    async (planId: string, remarks: readonly string[] = []) => {
      if (open.current?.planId !== planId) {
        if (!(await isWritten())) return;
        const [opened, [{ openSession }, { EditorScreen }]] = await Promise.all([
          readPlan(bridge, planId),
          loadEditor(),
        ]);
        if (!opened.ok) return tell(opened.error.message, { tone: 'fail' });
        show({ session: openSession(opened.value), EditorScreen });
      }
      tellRemarks(tell, remarks);
    },
    [isWritten, show],
  );

  const start = useCallback(async () => {
    const status = await bridge['storage.status']({});
    if (status.ok) setStorage(status.value);
    const stored = await bridge['app.settings']({});
    if (stored.ok) {
      recall(stored.value);
      recallZoom(stored.value);
      setTheme(themeChoices.find((choice) => choice === stored.value.theme) ?? 'system');
    }
    const info = await bridge['app.info']({});
    if (info.ok && info.value.openPlanId) await openPlan(info.value.openPlanId);
  }, [openPlan, recall]);

  useEffect(() => {
    void start();
    const ends = [
      bridge.on('plan.openRequested', ({ planId, remarks }) => void openPlan(planId, remarks)),
      bridge.on('app.message', ({ message }) => tell(message, { tone: 'fail' })),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [start, openPlan]);

  useClosing(isWritten);
  useEffect(() => {
    requestIdleCallback(() => void loadEditor());
  }, []);

  const goHome = useCallback(async () => {
    if (await isWritten()) show(null);
  }, [isWritten, show]);

  if (!storage) return null;
  const usable = storage.state === 'ready' || storage.state === 'read-only';
  return (
    <>
      {!usable && <StorageScreen status={storage} onDone={() => void start()} tell={tell} />}
      {usable && editing && (
        <editing.EditorScreen
          key={editing.session.planId}
          session={editing.session}
          remembered={remembered}
          onHome={() => void goHome()}
          openPlan={openPlan}
          tell={tell}
        />
      )}
      {usable && !editing && <HomeScreen openPlan={openPlan} tell={tell} notice={storage.message} />}
      <ExportProgress tell={tell} />
      <Working />
      <ToastRegion queue={toasts} label={text('app.messages')} closeLabel={text('app.dismiss')} />
    </>
  );
}

/** Lets the window close once everything is written. */
function useClosing(isWritten: () => Promise<boolean>): void {
  useEffect(
    () =>
      bridge.on('window.closing', () => {
        void isWritten().then((written) => (written ? bridge['window.closeNow']({}) : null));
      }),
    [isWritten],
  );
}
