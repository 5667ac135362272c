import { type CoverageView, levelsByDay } from '../../core/picture/lens.ts';
import { getRecord, isKind } from '../../core/plan/plan.ts';
import type { Editor } from '../editor/editor.ts';
import type { Command } from './command.ts';
import { always } from './why-not.ts';

/** Heights of what is to be seen, metres: the ground, a hand, a face. */
const targetHeights = [0, 1, 1.7] as const;

const shownIn = ({ view }: Editor): CoverageView => view.lens.coverage ?? levelsByDay;

function show(editor: Editor, change: Partial<CoverageView>): void {
  editor.show({ lens: { coverage: { ...shownIn(editor), ...change } } });
}

/** Lays one view of the coverage over the drawing; the levels again where it is there already. */
const viewCommand = (view: 'blind-spots' | 'overlap', shortcut: string): Command => ({
  id: `view.coverage.${view}`,
  title: `command.view.coverage.${view}`,
  menu: 'view',
  shortcut,
  whyNot: always,
  isOn: ({ editor }) => editor.view.lens.coverage?.view === view,
  run: ({ editor }) =>
    show(editor, { view: editor.view.lens.coverage?.view === view ? 'levels' : view, camera: null }),
});

/** The only selected record, if it is a camera. */
function selectedCamera({ plan, selection }: Editor) {
  const [id] = selection;
  const record = selection.size === 1 && id ? getRecord(plan, id) : undefined;
  return record && isKind(record, 'camera') ? record : null;
}

/** Ways to look at what cameras see. */
export const coverageCommands: readonly Command[] = [
  viewCommand('blind-spots', 'CmdOrCtrl+Shift+B'),
  viewCommand('overlap', 'CmdOrCtrl+Shift+U'),
  {
    id: 'view.coverage.alone',
    title: 'command.view.coverage.alone',
    menu: 'view',
    shortcut: 'CmdOrCtrl+Shift+Y',
    whyNot: ({ editor }) =>
      shownIn(editor).camera !== null || selectedCamera(editor) ? null : 'whyNot.noCameraSelected',
    isOn: ({ editor }) => (editor.view.lens.coverage?.camera ?? null) !== null,
    run: ({ editor }) => {
      const isAlone = shownIn(editor).camera !== null;
      show(editor, { view: 'levels', camera: isAlone ? null : (selectedCamera(editor)?.id ?? null) });
    },
  },
  {
    id: 'view.coverage.height',
    title: 'command.view.coverage.height',
    menu: 'view',
    shortcut: 'CmdOrCtrl+Shift+T',
    whyNot: always,
    run: ({ editor }) => {
      const { targetHeight } = shownIn(editor);
      const next = targetHeights.find((height) => height > targetHeight) ?? targetHeights[0];
      show(editor, { targetHeight: next });
    },
  },
];
