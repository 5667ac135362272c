import {
  alignments,
  alignRecords,
  distributeRecords,
} from '../../../core/operations/arrange/align-records.ts';
import { mirrorRecords } from '../../../core/operations/arrange/mirror-records.ts';
import { boundsOfRecords } from '../../../core/plan/shape.ts';
import { takeOrTell } from '../answer.ts';
import type { Command, CommandScope, WhyNot } from '../command.ts';
import { needsSelection, needsTwo } from '../why-not.ts';
import { modify } from './answer.ts';

const needsThree: WhyNot = ({ editor }) => (editor.selection.size > 2 ? null : 'whyNot.fewerThanThree');

function mirror(scope: CommandScope, way: 'leftRight' | 'upDown'): void {
  const { plan, selection } = scope.editor;
  const box = boundsOfRecords(plan, selection);
  if (!box) return;
  const middle = { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 };
  const other = way === 'leftRight' ? { ...middle, y: middle.y + 1 } : { ...middle, x: middle.x + 1 };
  const result = mirrorRecords(plan, selection, { over: [middle, other], newId: null });
  takeOrTell(scope, { label: 'edit.mirror', result });
}

const keys = { left: 'Alt+Left', right: 'Alt+Right', top: 'Alt+Up', bottom: 'Alt+Down' } as const;
const keyOf: Readonly<Record<string, string>> = keys;

export const arrangeCommands: readonly Command[] = [
  modify({
    id: 'modify.mirrorLeftRight',
    title: 'command.modify.mirrorLeftRight',
    shortcut: 'Shift+H',
    whyNot: needsSelection,
    run: (scope) => mirror(scope, 'leftRight'),
  }),
  modify({
    id: 'modify.mirrorUpDown',
    title: 'command.modify.mirrorUpDown',
    shortcut: 'Shift+V',
    whyNot: needsSelection,
    run: (scope) => mirror(scope, 'upDown'),
  }),
  ...alignments.map((alignment, index) =>
    modify({
      id: `modify.align.${alignment}`,
      title: `command.modify.align.${alignment}`,
      shortcut: keyOf[alignment] ?? null,
      ...(index === 0 && { startsGroup: true as const }),
      whyNot: needsTwo,
      run: (scope) => {
        const { plan, selection } = scope.editor;
        takeOrTell(scope, { label: 'edit.align', result: alignRecords(plan, selection, alignment) });
      },
    }),
  ),
  ...(['x', 'y'] as const).map((axis) =>
    modify({
      id: `modify.distribute.${axis}`,
      title: `command.modify.distribute.${axis}`,
      whyNot: needsThree,
      run: (scope) => {
        const { plan, selection } = scope.editor;
        takeOrTell(scope, { label: 'edit.distribute', result: distributeRecords(plan, selection, axis) });
      },
    }),
  ),
];
