import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { EventName, EventOf } from '../../core/contract/contract.ts';
import { resourcesFolder } from '../files/resources-folder.ts';
import { SECURE_WEB_PREFERENCES } from './security.ts';
import { openingBox, SMALLEST_WINDOW, type WindowState } from './window-state.ts';

/** Sends an event of the contract to the window; does nothing when there is none. */
export type Announce = <E extends EventName>(event: E, payload: EventOf<E>) => void;

export type MainWindowSetup = {
  readonly preload: string;
  readonly devTools: boolean;
  /** Whether the window may close now. */
  readonly mayClose: () => boolean;
  /** Called when it closes, with where it was. */
  readonly onClose: (state: WindowState) => void;
  /** Called when the page stopped working. */
  readonly onCrash: (reason: string) => void;
};

const background = () => (nativeTheme.shouldUseDarkColors ? '#16181b' : '#f3f4f6');

function stateOf(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

export type MainWindow = {
  readonly window: BrowserWindow;
  /** Puts it where it was last time, if a screen still shows that, and shows it as soon as it is painted. */
  readonly showAt: (state: WindowState | null) => void;
};

/** Makes the application's window, hidden as yet, and begins to load its page. */
export function openMainWindow(setup: MainWindowSetup): MainWindow {
  const window = new BrowserWindow({
    title: 'Sallyport',
    // Windows and macOS take it from the program itself.
    ...(process.platform === 'linux' && { icon: path.join(resourcesFolder(), 'icons', 'icon.png') }),
    show: false,
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    backgroundColor: background(),
    webPreferences: { ...SECURE_WEB_PREFERENCES, preload: setup.preload, devTools: setup.devTools },
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', (event) => {
    if (!setup.mayClose()) return event.preventDefault();
    setup.onClose(stateOf(window));
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') setup.onCrash(reason);
  });
  const painted = new Promise<void>((resolve) => window.once('ready-to-show', () => resolve()));
  void window.loadURL('app://main/index.html');
  const showAt = (state: WindowState | null) => {
    // It may be closed before anyone knows where it was.
    if (window.isDestroyed()) return;
    placeWindow(window, state);
    void painted.then(() => {
      if (state?.maximized) window.maximize();
      window.show();
    });
  };
  return { window, showAt };
}

function placeWindow(window: BrowserWindow, state: WindowState | null): void {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const box = openingBox(state, areas);
  if (box.x === undefined || box.y === undefined) {
    window.setSize(box.width, box.height);
    window.center();
  } else window.setBounds(box);
}

/** Brings the window to the front. */
export function raiseWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
