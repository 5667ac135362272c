import { useEffect, useMemo } from 'react';
import type { Args, Value } from '../../core/contract/contract.ts';
import { formatOf } from '../../core/contract/formats.ts';
import type { Answer } from '../../core/contract/method.ts';
import { placeUnderlay } from '../../core/operations/underlay/place-underlay.ts';
import { planKinds } from '../../core/plan/kinds/index.ts';
import { recordsOf, settingsOf } from '../../core/plan/plan.ts';
import { boundsOfRecords } from '../../core/plan/shape.ts';
import { ok } from '../../core/result.ts';
import { takeOrTell } from '../commands/answer.ts';
import type { AppActions, Tell, Unsay } from '../commands/command.ts';
import { goToPlace } from '../commands/show-records.ts';
import { issuedHeading, issuedSheet, issuedStates, issuedView } from '../commands/structure/issued.ts';
import type { DrawingCursor } from '../editor/drawing-cursor.ts';
import { fit, toPlan } from '../editor/viewport.ts';
import type { PointerPlace } from '../hooks/pointer-place.ts';
import { setTheme, type ThemeChoice, themeChoice } from '../hooks/use-theme.ts';
import { text } from '../messages/text.ts';
import { bridge } from '../storage/bridge.ts';
import { holdPlan } from '../storage/hold-plan.ts';
import { initialPanelLayout, openPanel, togglePanel } from '../ui/layout/panel-layout.ts';
import { bringIn } from './bring-in.ts';
import { askMapping } from './mapping/mapping-question.ts';
import { planOrAsk } from './mapping/receive-map.ts';
import { doWorking } from './overlays/work-shown.ts';
import { focusDrawing, goToRegion } from './regions.ts';
import type { Session } from './session.ts';
import { toggleAll } from './stored-layout.ts';
import { takeDropped } from './take-dropped.ts';
import { tellRemarks } from './tell-remarks.ts';
import type { RememberedLayout } from './use-remembered-layout.ts';
import { whenText } from './when-text.ts';
import { zoomWindow } from './window-zoom.ts';

type Setup = {
  readonly session: Session;
  readonly cursor: DrawingCursor;
  readonly onHome: () => void;
  readonly openPlan: (planId: string, remarks?: readonly string[]) => Promise<void>;
  readonly tell: Tell;
  readonly unsay: Unsay;
  readonly changeLayout: RememberedLayout['change'];
  readonly setOverlay: (overlay: 'keys' | 'palette' | null) => void;
  readonly pointer: PointerPlace;
  readonly ask: AppActions['ask'];
  readonly advise: AppActions['advise'];
};

/** What the commands may ask of the window, with what its own parts do: files that were dropped, the panel at the bottom. */
export type EditorActions = AppActions & {
  readonly dropFiles: (files: readonly File[]) => void;
  readonly showBottom: () => void;
  readonly hideBottom: () => void;
};

const FOCUS_MS = 60;

/** As much of a heading is said in the save dialog. */
const MOST_HEADING = 300;

const themes: readonly ThemeChoice[] = ['light', 'dark', 'contrast', 'system'];

/** The actions of the window around one open plan; the same object as long as the plan is open. */
export function useAppActions(setup: Setup): EditorActions {
  const { session, cursor, onHome, openPlan, tell, unsay, changeLayout, setOverlay, ask, advise, pointer } =
    setup;
  useBringingInEnds(session);
  return useMemo(() => {
    const keep = (key: string, value: string) => void bridge['app.setSetting']({ key, value });
    const actions: EditorActions = {
      goHome: onHome,
      importPlan: () => void receivePlan(bridge['files.import']({ siteId: null }), { openPlan, tell }),
      bringIn: () => void bringIn(session, { app: actions, bridge, ask: askMapping }),
      addPicture: () =>
        void receivePicture(bridge['files.choosePicture']({}), { session, actions: () => actions }),
      dropFiles: (files) =>
        void takeDropped(files, {
          tell,
          openPlan,
          placePicture: (picture) => placePicture(picture, { session, actions: () => actions }),
        }),
      exportPlan: (format) => void exportPlan(session, format, { tell, unsay }),
      backUp: () => void backUp(tell),
      quit: () => void bridge['app.quit']({}),
      togglePanels: () => changeLayout(toggleAll),
      togglePanel: (side) => changeLayout((layout) => togglePanel(layout, side)),
      showBottom: () => changeLayout((layout) => openPanel(layout, 'bottom', true)),
      hideBottom: () => changeLayout((layout) => openPanel(layout, 'bottom', false)),
      resetLayout: () => changeLayout(() => initialPanelLayout),
      nextTheme: () => {
        const next = themes[(themes.indexOf(themeChoice()) + 1) % themes.length] ?? 'system';
        setTheme(next);
        keep('theme', next);
        tell(text(`theme.${next}`), { topic: 'theme' });
      },
      zoomWindow: (step) => tell(text('zoom.now', { percent: String(zoomWindow(step)) }), { topic: 'zoom' }),
      goToPlace: (at) => {
        goToPlace(session.editor, at);
        cursor.goTo(at);
        // The palette gives the focus back first.
        setTimeout(focusDrawing, FOCUS_MS);
      },
      goToRegion,
      showKeys: () => setOverlay('keys'),
      showPalette: () => setOverlay('palette'),
      advise,
      ask,
      tell,
      working: doWorking,
      derive: (plan, derivation, key) => session.derivations.ask(plan, derivation, key),
      pointerAt: () => pointer.at && toPlan(session.editor.viewport, pointer.at),
      writeClipboard: (copied) => bridge['clipboard.write']({ text: copied }),
      readClipboard: () => bridge['clipboard.read']({}),
    };
    return actions;
  }, [session, cursor, onHome, openPlan, tell, unsay, changeLayout, setOverlay, ask, advise, pointer]);
}

/** What is read for a plan is given up with it. */
function useBringingInEnds(session: Session): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it ends with the session, whatever that holds
  useEffect(() => () => void bridge['jobs.cancel']({ job: 'import.bringIn' }), [session]);
}

async function backUp(tell: Tell): Promise<void> {
  const answer = await bridge['storage.backUp']({});
  if (answer.ok) tell(text('status.backupMade', { at: whenText(answer.value.at) }), { topic: 'backup' });
  else tell(answer.error.message, { tone: 'fail', topic: 'backup' });
}

async function receivePlan(
  request: Promise<Answer<Value<'files.import'>>>,
  { openPlan, tell }: Pick<Setup, 'openPlan' | 'tell'>,
): Promise<void> {
  const answer = await planOrAsk(await request, { bridge, ask: askMapping });
  if (answer.ok) return openPlan(answer.value.planId, answer.value.remarks);
  if (answer.error.code !== 'cancelled') tell(answer.error.message, { tone: 'fail' });
}

type PictureSetup = { readonly session: Session; readonly actions: () => AppActions };

async function receivePicture(
  request: Promise<Answer<Value<'files.choosePicture'>>>,
  setup: PictureSetup,
): Promise<void> {
  const answer = await request;
  if (answer.ok) placePicture(answer.value, setup);
  else if (answer.error.code !== 'cancelled') setup.actions().tell(answer.error.message, { tone: 'fail' });
}

/** Puts a stored picture under the middle of the drawing, 1 px = 1 cm until it is calibrated. */
function placePicture(picture: Value<'files.choosePicture'>, setup: PictureSetup): void {
  const { editor } = setup.session;
  const app = setup.actions();
  const { sha256, name, widthPx, heightPx } = picture;
  const { tag: _tag, ...defaults } = planKinds.underlay.defaults;
  const id = `underlay:${crypto.randomUUID()}` as const;
  const placed = placeUnderlay(editor.plan, {
    ...defaults,
    id,
    tag: null,
    floor: editor.view.lens.floor,
    layer: editor.view.drawing.layer,
    name,
    attachment: sha256,
    widthPx,
    heightPx,
    centre: editor.viewport.centre,
  });
  if (!takeOrTell({ editor, app }, { label: 'edit.addPicture', result: placed })) return;
  editor.select([id]);
  // Its points are to be clicked: it is shown as large as it fits.
  const box = boundsOfRecords(editor.plan, [id]);
  if (box) editor.show({ viewport: fit(editor.viewport, box) });
  editor.setTool('calibrate');
}

async function exportPlan(
  session: Session,
  format: Parameters<AppActions['exportPlan']>[0],
  { tell, unsay }: { readonly tell: Tell; readonly unsay: Unsay },
): Promise<void> {
  // What was said of the last one of this form is of another file, and perhaps of letters that are there by now.
  const topic = `export ${format}`;
  unsay(topic);
  const held = (await isStored(session)) ? ok(null) : await heldPlan(session);
  if (!held.ok) return tell(held.error.message, { tone: 'fail', topic });
  const { editor, planId } = session;
  const answer = await bridge['files.export']({
    planId,
    held: held.value,
    format,
    sheetId: issuedSheet(editor)?.id ?? null,
    scale: null,
    paper: null,
    orientation: null,
    floorId: editor.view.lens.floor,
    states: issuedStates(editor.view.lens),
    shown: issuedView(editor),
    heading: formatOf(format).holds === 'a-sheet' ? issuedHeading(editor).slice(0, MOST_HEADING) : null,
  });
  if (answer.ok) {
    tellExported(session, answer.value.fileName, { tell, wasHeld: held.value !== null });
    tellRemarks(tell, answer.value.remarks, topic);
  } else if (answer.error.code !== 'cancelled') tell(answer.error.message, { tone: 'fail', topic });
}

/** Whether the database has all that the window shows, and can be believed to give it back. */
async function isStored({ autosave }: Session): Promise<boolean> {
  if (!(await autosave.flush())) return false;
  const storage = await bridge['storage.status']({});
  return storage.ok && storage.value.state !== 'out-of-place';
}

/** The plan of the window handed to main, since what is stored is not it. */
async function heldPlan({ editor, siteName }: Session): Promise<Answer<Args<'files.export'>['held']>> {
  const { plan } = editor;
  const { name, marking } = settingsOf(plan);
  const sheet = issuedSheet(editor);
  const held = await holdPlan(plan, { hold: bridge['files.hold'], id: crypto.randomUUID() });
  if (!held.ok) return held;
  return ok({
    ...held.value,
    planName: name,
    siteName,
    marking,
    sheet: sheet ? sheet.number || sheet.name : null,
    pictures: [...new Set([...recordsOf(plan, 'underlay')].map(({ attachment }) => attachment))],
  });
}

function tellExported(
  { autosave }: Session,
  name: string,
  { tell, wasHeld }: { readonly tell: Tell; readonly wasHeld: boolean },
): void {
  if (!wasHeld) tell(text('app.exported', { name }));
  // Meanwhile it may have been saved after all.
  else if (autosave.status.state === 'not-saved') tell(text('app.exportedUnsaved', { name }));
  else tell(text('app.exportedHeld', { name }));
}
