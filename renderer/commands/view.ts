import { levelsByDay } from '../../core/picture/lens.ts';
import { boundsOfRecords, planBounds } from '../../core/plan/shape.ts';
import type { Editor } from '../editor/editor.ts';
import type { View, ViewChange } from '../editor/view.ts';
import { fit, zoomAt } from '../editor/viewport.ts';
import type { Command } from './command.ts';
import { coverageCommands } from './coverage-views.ts';
import { always, needsSelection } from './why-not.ts';
import { windowZoomCommands } from './window-zoom.ts';

const ZOOM_STEP = 1.5;

function zoom(editor: Editor, factor: number): void {
  const { viewport } = editor;
  const middle = { left: viewport.widthPx / 2, top: viewport.heightPx / 2 };
  editor.show({ viewport: zoomAt(viewport, middle, factor) });
}

/** A command that turns something of the view on or off. */
export function toggle(
  isOn: (view: View) => boolean,
  turned: (isOn: boolean) => ViewChange,
): Pick<Command, 'whyNot' | 'isOn' | 'run'> {
  return {
    whyNot: always,
    isOn: ({ editor }) => isOn(editor.view),
    run: ({ editor }) => editor.show(turned(!isOn(editor.view))),
  };
}

export const viewCommands: readonly Command[] = [
  {
    id: 'view.zoomIn',
    title: 'command.view.zoomIn',
    menu: 'view',
    shortcut: 'CmdOrCtrl+=',
    whyNot: always,
    run: ({ editor }) => zoom(editor, ZOOM_STEP),
  },
  {
    id: 'view.zoomOut',
    title: 'command.view.zoomOut',
    menu: 'view',
    shortcut: 'CmdOrCtrl+-',
    whyNot: always,
    run: ({ editor }) => zoom(editor, 1 / ZOOM_STEP),
  },
  {
    id: 'view.fit',
    title: 'command.view.fit',
    menu: 'view',
    shortcut: 'CmdOrCtrl+0',
    whyNot: always,
    run: ({ editor }) => {
      const box = planBounds(editor.plan, editor.view.lens.floor);
      if (box) editor.show({ viewport: fit(editor.viewport, box) });
    },
  },
  {
    id: 'view.fitSelection',
    title: 'command.view.fitSelection',
    menu: 'view',
    shortcut: 'CmdOrCtrl+2',
    whyNot: needsSelection,
    run: ({ editor }) => {
      const box = boundsOfRecords(editor.plan, editor.selection);
      if (box) editor.show({ viewport: fit(editor.viewport, box, 120) });
    },
  },
  {
    id: 'view.grid',
    title: 'command.view.grid',
    menu: 'view',
    shortcut: 'F7',
    startsGroup: true,
    ...toggle(
      ({ drawing }) => drawing.grid,
      (grid) => ({ drawing: { grid } }),
    ),
  },
  {
    id: 'view.snap',
    title: 'command.view.snap',
    menu: 'view',
    shortcut: 'F9',
    ...toggle(
      ({ snaps }) => snaps.isOn,
      (isOn) => ({ snaps: { isOn } }),
    ),
  },
  {
    id: 'view.ortho',
    title: 'command.view.ortho',
    menu: 'view',
    shortcut: 'F8',
    ...toggle(
      ({ snaps }) => snaps.ortho,
      (ortho) => ({ snaps: { ortho } }),
    ),
  },
  {
    id: 'view.coverage',
    title: 'command.view.coverage',
    menu: 'view',
    shortcut: 'F10',
    ...toggle(
      ({ lens }) => lens.coverage !== null,
      (isOn) => ({ lens: { coverage: isOn ? levelsByDay : null } }),
    ),
  },
  ...coverageCommands,
  {
    id: 'view.panels',
    title: 'command.view.panels',
    menu: 'view',
    // Tab goes through the records of the drawing.
    shortcut: 'CmdOrCtrl+\\',
    startsGroup: true,
    whyNot: always,
    run: ({ app }) => app.togglePanels(),
  },
  {
    id: 'view.leftPanel',
    title: 'command.view.leftPanel',
    menu: 'view',
    shortcut: 'CmdOrCtrl+B',
    whyNot: always,
    run: ({ app }) => app.togglePanel('left'),
  },
  {
    id: 'view.inspector',
    title: 'command.view.inspector',
    menu: 'view',
    shortcut: 'CmdOrCtrl+I',
    whyNot: always,
    run: ({ app }) => app.togglePanel('right'),
  },
  {
    id: 'view.coveragePanel',
    title: 'command.view.coveragePanel',
    menu: 'view',
    // As the panel beneath the text in editors of code.
    shortcut: 'CmdOrCtrl+J',
    whyNot: always,
    run: ({ app }) => app.togglePanel('bottom'),
  },
  {
    id: 'view.nextRegion',
    title: 'command.view.nextRegion',
    menu: 'view',
    shortcut: 'F6',
    startsGroup: true,
    whyNot: always,
    run: ({ app }) => app.goToRegion(1),
  },
  {
    id: 'view.previousRegion',
    title: 'command.view.previousRegion',
    menu: 'view',
    shortcut: 'Shift+F6',
    whyNot: always,
    run: ({ app }) => app.goToRegion(-1),
  },
  {
    id: 'view.resetLayout',
    title: 'command.view.resetLayout',
    menu: 'view',
    shortcut: null,
    whyNot: always,
    run: ({ app }) => app.resetLayout(),
  },
  ...windowZoomCommands,
  {
    id: 'view.theme',
    title: 'command.view.theme',
    menu: 'view',
    shortcut: null,
    whyNot: always,
    run: ({ app }) => app.nextTheme(),
  },
];
