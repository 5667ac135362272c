import type { Command } from './command.ts';
import { always } from './why-not.ts';

type ZoomCommand = Command & { readonly step: 1 | -1 | 0 };

function zoomCommand(
  step: ZoomCommand['step'],
  own: Pick<Command, 'id' | 'title' | 'shortcut'> & { readonly startsGroup?: true },
): ZoomCommand {
  return { ...own, step, menu: 'view', whyNot: always, run: ({ app }) => app.zoomWindow(step) };
}

/** The size of everything in the window; the keys that zoom elsewhere zoom the drawing here. */
export const windowZoomCommands: readonly ZoomCommand[] = [
  zoomCommand(1, {
    id: 'view.windowLarger',
    title: 'command.view.windowLarger',
    shortcut: 'CmdOrCtrl+Shift+PageUp',
    startsGroup: true,
  }),
  zoomCommand(-1, {
    id: 'view.windowSmaller',
    title: 'command.view.windowSmaller',
    shortcut: 'CmdOrCtrl+Shift+PageDown',
  }),
  zoomCommand(0, {
    id: 'view.windowUsual',
    title: 'command.view.windowUsual',
    shortcut: 'CmdOrCtrl+Shift+Home',
  }),
];
