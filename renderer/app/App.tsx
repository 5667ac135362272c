import { useCallback, useEffect, useRef, useState } from 'react';
import type { StorageStatus } from '../../core/contract/shapes.ts';
import { setTheme, themeChoices } from '../hooks/use-theme.ts';
import { text } from '../messages/text.ts';
import { bridge } from '../storage/bridge.ts';
import { EditorScreen } from './EditorScreen.tsx';
import { HomeScreen } from './HomeScreen.tsx';
import { StorageScreen } from './StorageScreen.tsx';
import { openSession, type Session } from './session.ts';
import { Toasts, useToasts } from './Toasts.tsx';

/** The window: the list of sites, or one open plan; what happened is told at the bottom. */
export function App() {
  const [session, setSession] = useState<Session | null>(null);
  const [storage, setStorage] = useState<StorageStatus | null>(null);
  const [settings, setSettings] = useState<Readonly<Record<string, string>>>({});
  const toasts = useToasts();
  const { tell } = toasts;

  const open = useRef<Session | null>(null);
  open.current = session;

  /** Whether everything of the open plan is on disk by now; tells when it cannot be. */
  const isWritten = useCallback(async () => {
    if (!open.current || (await open.current.autosave.flush())) return true;
    tell(text('app.notSavedYet'));
    return false;
  }, [tell]);

  const show = useCallback((next: Session | null) => {
    open.current?.autosave.close();
    setSession(next);
  }, []);

  const openPlan = useCallback(
    async (planId: string, remarks: readonly string[] = []) => {
      if (open.current?.planId !== planId) {
        if (!(await isWritten())) return;
        const opened = await bridge['plans.open']({ planId });
        if (!opened.ok) return tell(opened.error.message);
        show(openSession(opened.value));
      }
      for (const remark of remarks) tell(remark);
    },
    [tell, isWritten, show],
  );

  const start = useCallback(async () => {
    const status = await bridge['storage.status']({});
    if (status.ok) setStorage(status.value);
    const stored = await bridge['app.settings']({});
    if (stored.ok) {
      setSettings(stored.value);
      setTheme(themeChoices.find((choice) => choice === stored.value.theme) ?? 'system');
    }
    const info = await bridge['app.info']({});
    if (info.ok && info.value.openPlanId) await openPlan(info.value.openPlanId);
  }, [openPlan]);

  useEffect(() => {
    void start();
    const ends = [
      bridge.on('plan.openRequested', ({ planId, remarks }) => void openPlan(planId, remarks)),
      bridge.on('app.message', ({ message }) => tell(message)),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [start, openPlan, tell]);

  useClosing(isWritten);

  const goHome = useCallback(async () => {
    if (await isWritten()) show(null);
  }, [isWritten, show]);

  if (!storage) return null;
  const usable = storage.state === 'ready' || storage.state === 'read-only';
  return (
    <>
      {!usable && <StorageScreen status={storage} onDone={() => void start()} tell={tell} />}
      {usable && session && (
        <EditorScreen
          key={session.planId}
          session={session}
          settings={settings}
          onHome={() => void goHome()}
          openPlan={openPlan}
          tell={tell}
        />
      )}
      {usable && !session && <HomeScreen openPlan={openPlan} tell={tell} notice={storage.message} />}
      <Toasts toasts={toasts} />
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
