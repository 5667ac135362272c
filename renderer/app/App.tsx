import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../core/contract/method.ts';
import type { StorageStatus } from '../../core/contract/shapes.ts';
import type { Tell, Unsay } from '../commands/command.ts';
import { whenShown } from '../hooks/when-shown.ts';
import { text } from '../messages/text.ts';
import { bridge } from '../storage/bridge.ts';
import { askFirst, type FirstAnswers } from '../storage/first-answers.ts';
import { readPlan } from '../storage/read-plan.ts';
import { onStorageStatus } from '../storage/storage-changes.ts';
import { type Folding, ToastRegion } from '../ui/overlays/ToastRegion.tsx';
import { createToastQueue } from '../ui/overlays/toast-queue.ts';
import { applySettings } from './apply-settings.ts';
import type { EditorScreen as EditorScreenComponent } from './EditorScreen.tsx';
import { HomeScreen } from './home/HomeScreen.tsx';
import { MappingQuestion } from './mapping/MappingQuestion.tsx';
import { tellDamaged } from './open-damaged.ts';
import { JobsProgress } from './overlays/JobsProgress.tsx';
import styles from './overlays/ProgressBox.module.css';
import { Working } from './overlays/Working.tsx';
import { StorageScreen } from './StorageScreen.tsx';
import type { Session } from './session.ts';
import { tellRemarks } from './tell-remarks.ts';

// A script of its own: the list of sites does not wait for the editor. Not by React's lazy(), which holds
// back what it shows for up to 300 ms.
const loadEditor = () =>
  Promise.all([import('./session.ts'), import('./EditorScreen.tsx'), import('./rehearse.ts')]);

/** Makes ready for the first plan that is opened, while nobody waits for it. */
async function prepare(signal: AbortSignal): Promise<void> {
  const [, , { rehearse }] = await loadEditor();
  await rehearse(signal);
}

type Editing = {
  readonly session: Session;
  readonly settings: FirstAnswers['settings'];
  readonly EditorScreen: typeof EditorScreenComponent;
};

const toasts = createToastQueue();
const tell: Tell = (message, more) => toasts.show({ message, ...more });
const unsay: Unsay = (topic) => toasts.dismissTopic(topic);

async function copyMessage(message: string): Promise<void> {
  const written = await bridge['clipboard.write']({ text: message });
  if (!written.ok) tell(written.error.message, { tone: 'fail' });
}

type Props = { readonly first: FirstAnswers };

type OpenPlan = (planId: string, remarks?: readonly string[]) => Promise<void>;

/** Says why a plan does not open; for one that is damaged alone, with what a backup can give. */
async function tellUnopened(planId: string, error: AppError, openPlan: OpenPlan): Promise<void> {
  const { message } = error;
  if (error.code === 'damaged') await tellDamaged(planId, { message, tell, openPlan });
  else tell(message, { tone: 'fail' });
}

/** The window: the list of sites, or one open plan; what happened is told at the bottom. */
export function App({ first }: Props) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const { storage, sites, start, setStorage, forgetSites } = useStart(first);
  useStorageChanges(storage, { start, setStorage });

  const folding = useFolding(first.settings);
  const rehearsal = useRef(new AbortController());
  const open = useRef<Session | null>(null);
  open.current = editing?.session ?? null;

  const openAgain = useRef<OpenPlan>(async () => undefined);

  /** Whether everything of the open plan is on disk by now; tells when it cannot be. */
  const isWritten = useCallback(async () => {
    if (!open.current || (await open.current.autosave.flush())) return true;
    tell(text('app.notSavedYet'), { tone: 'fail' });
    return false;
  }, []);

  const show = useCallback(
    (next: Editing | null) => {
      open.current?.autosave.close();
      open.current?.coverage.close();
      open.current?.zones.close();
      open.current?.derivations.close();
      toasts.dismissStaying();
      forgetSites();
      setEditing(next);
    },
    [forgetSites],
  );

  const openPlan = useCallback(
    async (planId: string, remarks: readonly string[] = []) => {
      rehearsal.current.abort();
      if (open.current?.planId !== planId) {
        const [opened, settings, [{ openSession }, { EditorScreen }]] = await Promise.all([
          readPlan(bridge, planId),
          bridge['app.settings']({}),
          loadEditor(),
        ]);
        if (!opened.ok) return tellUnopened(planId, opened.error, openAgain.current);
        const remembered = settings.ok ? settings.value : {};
        // Last: the plan that is open takes edits until the other one is shown.
        if (!(await isWritten())) return;
        show({ session: openSession(opened.value), settings: remembered, EditorScreen });
      }
      tellRemarks(tell, remarks, 'import');
    },
    [isWritten, show],
  );

  openAgain.current = openPlan;
  useMessages(openPlan);
  useClosing(isWritten);
  useEffect(() => whenShown(() => void prepare(rehearsal.current.signal)), []);

  const goHome = useCallback(async () => {
    if (await isWritten()) show(null);
  }, [isWritten, show]);

  if (!storage) return null;
  const usable = showsPlans(storage);
  return (
    <>
      {!usable && <StorageScreen status={storage} onDone={() => void start()} tell={tell} />}
      {usable && editing && (
        <editing.EditorScreen
          key={editing.session.planId}
          session={editing.session}
          settings={editing.settings}
          onHome={() => void goHome()}
          openPlan={openPlan}
          tell={tell}
          unsay={unsay}
        />
      )}
      {usable && !editing && (
        <HomeScreen
          openPlan={openPlan}
          tell={tell}
          notice={storage.message ?? storage.backup.failed}
          firstSites={sites}
        />
      )}
      <div className={styles.stack}>
        <JobsProgress tell={tell} />
      </div>
      <MappingQuestion />
      <Working />
      <ToastRegion
        queue={toasts}
        label={text('app.messages')}
        closeLabel={text('app.dismiss')}
        copyLabel={text('app.copyMessage')}
        onCopy={(message) => void copyMessage(message)}
        folding={folding}
      />
    </>
  );
}

/** The setting that remembers whether long messages are folded to one line. */
const FOLDED_KEY = 'messages-folded';

function useFolding(settings: FirstAnswers['settings']): Folding {
  const [isFolded, setFolded] = useState(settings[FOLDED_KEY] === 'true');
  const onFold = useCallback((next: boolean) => {
    setFolded(next);
    void bridge['app.setSetting']({ key: FOLDED_KEY, value: String(next) });
  }, []);
  return {
    isFolded,
    onFold,
    foldLabel: text('app.foldMessage'),
    unfoldLabel: text('app.unfoldMessage'),
    moreLabel: (lines) => text('app.moreOfMessage', { count: lines }),
  };
}

/** What the window begins with; `start` asks for it anew, once another database stands in. */
function useStart(first: FirstAnswers) {
  const [answers, setAnswers] = useState(first);
  const start = useCallback(async () => {
    const next = await askFirst();
    applySettings(next.settings);
    setAnswers(next);
  }, []);
  const setStorage = useCallback(
    (storage: StorageStatus) => setAnswers((known) => ({ ...known, storage })),
    [],
  );
  /** What they hold changes while a plan is open. */
  const forgetSites = useCallback(() => setAnswers((known) => ({ ...known, sites: null })), []);
  return { ...answers, start, setStorage, forgetSites };
}

/** Hears what main has to tell, and asks it for the plan that the application was started with. */
function useMessages(openPlan: (planId: string, remarks?: readonly string[]) => Promise<void>): void {
  useEffect(() => {
    const ends = [
      bridge.on('plan.openRequested', ({ planId, remarks }) => void openPlan(planId, remarks)),
      bridge.on('app.message', ({ message, tone }) => tell(message, tone === 'fail' ? { tone } : undefined)),
    ];
    // Main holds its messages back until it is asked this.
    void bridge['app.info']({}).then((info) => {
      if (info.ok && info.value.openPlanId) void openPlan(info.value.openPlanId);
    });
    return () => {
      for (const end of ends) end();
    };
  }, [openPlan]);
}

/** Whether the database is open, however it is. */
const showsPlans = ({ state }: StorageStatus) =>
  state === 'ready' || state === 'read-only' || state === 'out-of-place';

/** Begins anew once a database that another program held is free; goes on with one that is only not in its place. */
function useStorageChanges(
  storage: FirstAnswers['storage'],
  { start, setStorage }: Pick<ReturnType<typeof useStart>, 'start' | 'setStorage'>,
): void {
  useEffect(
    () =>
      onStorageStatus((now) => {
        // What it says may be another thing while it is as usable as before.
        if (now.state === storage?.state && now.message === storage.message) return;
        if (storage && showsPlans(storage) && showsPlans(now)) setStorage(now);
        else void start();
      }),
    [storage, start, setStorage],
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
