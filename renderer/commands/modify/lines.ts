import type { Point } from '../../../core/geometry/point.ts';
import { fitRecords } from '../../../core/operations/arrange/fit-records.ts';
import { mirrorRecords } from '../../../core/operations/arrange/mirror-records.ts';
import { filletWalls, roundCorners } from '../../../core/operations/lines/fillet.ts';
import { joinRecords } from '../../../core/operations/lines/join-records.ts';
import { offsetRecords } from '../../../core/operations/lines/offset-records.ts';
import { splitRecord } from '../../../core/operations/lines/split-record.ts';
import { extendRecord, trimRecord } from '../../../core/operations/lines/trim-record.ts';
import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { isKind } from '../../../core/plan/plan.ts';
import { lineOfRecord } from '../../../core/plan/record-line.ts';
import { selectableAt } from '../../editor/selectable-at.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { type Answered, takeOrTell } from '../answer.ts';
import type { Command, CommandScope } from '../command.ts';
import { newId } from '../new-id.ts';
import { type FormValues, type NumberFormField, numberIn } from '../values-form.ts';
import { always, firstOf, needsSelection, needsTwo } from '../why-not.ts';
import { asking, modify, selectedRecords } from './answer.ts';

const needsLine = firstOf(needsSelection, (scope) =>
  selectedRecords(scope).some((record) => lineOfRecord(record) !== null) ? null : 'whyNot.noLine',
);

const offset = asking({
  id: 'modify.offset',
  title: 'command.modify.offset',
  shortcut: 'Shift+O',
  startsGroup: true,
  whyNot: needsLine,
  form: () => ({
    button: 'form.offset',
    fields: [
      { key: 'distance', label: 'form.distance', type: 'length', initial: 1, range: [0.001, 1e5] },
      {
        key: 'side',
        label: 'form.side',
        type: 'choice',
        initial: 'out',
        options: [
          { id: 'out', label: 'form.side.out' },
          { id: 'in', label: 'form.side.in' },
        ],
      },
    ],
  }),
  answer: ({ editor }, values) => {
    const distance = (numberIn(values, 'distance') ?? 0) * (values.side === 'in' ? -1 : 1);
    const result = offsetRecords(editor.plan, editor.selection, { distance, newId });
    return { label: 'edit.offset', result, selectsNew: true };
  },
});

type Pointed = { readonly id: AnyId; readonly at: Point };

/** A command that acts on the line under the pointer. */
function atPointer(
  own: Pick<Command, 'id' | 'title' | 'shortcut'>,
  edit: (scope: CommandScope, pointed: Pointed) => Answered,
) {
  return modify({
    ...own,
    whyNot: always,
    run: (scope) => {
      const at = scope.app.pointerAt();
      const id = at && selectableAt(scope.editor, at);
      if (at && id) takeOrTell(scope, edit(scope, { id, at }));
      else scope.app.tell(sentenceOf('nothing-here'));
    },
  });
}

const split = atPointer(
  { id: 'modify.split', title: 'command.modify.split', shortcut: 'Shift+S' },
  ({ editor }, { id, at }) => ({ label: 'edit.split', result: splitRecord(editor.plan, id, { at, newId }) }),
);

const trim = atPointer(
  { id: 'modify.trim', title: 'command.modify.trim', shortcut: 'Shift+X' },
  ({ editor }, { id, at }) => ({
    label: 'edit.trim',
    result: trimRecord(editor.plan, id, { at, near: null, newId }),
  }),
);

const extend = atPointer(
  { id: 'modify.extend', title: 'command.modify.extend', shortcut: 'Shift+E' },
  ({ editor }, { id, at }) => ({
    label: 'edit.extend',
    result: extendRecord(editor.plan, id, { at, near: null }),
  }),
);

const join = modify({
  id: 'modify.join',
  title: 'command.modify.join',
  shortcut: 'Shift+J',
  whyNot: needsTwo,
  run: (scope) => {
    const { plan, selection } = scope.editor;
    takeOrTell(scope, { label: 'edit.join', result: joinRecords(plan, selection) });
  },
});

const fillet = asking({
  id: 'modify.fillet',
  title: 'command.modify.fillet',
  shortcut: 'Shift+F',
  whyNot: needsLine,
  form: () => ({
    button: 'form.round',
    fields: [{ key: 'radius', label: 'form.radius', type: 'length', initial: 1, range: [0, 1e4] }],
  }),
  answer: (scope, values) => {
    const radius = numberIn(values, 'radius') ?? 0;
    const { plan } = scope.editor;
    const records = selectedRecords(scope);
    const [first, second] = records.filter((record) => isKind(record, 'wall'));
    if (first && second && records.length === 2) {
      const wallId = () => newId('wall');
      return {
        label: 'edit.fillet',
        result: filletWalls(plan, [first.id, second.id], { radius, newId: wallId }),
      };
    }
    const [only] = records;
    if (!only || records.length > 1)
      return { label: 'edit.fillet', result: { ok: false, error: 'not-a-line' } };
    return { label: 'edit.fillet', result: roundCorners(plan, only.id, radius) };
  },
});

const coordinate = (key: 'x1' | 'y1' | 'x2' | 'y2' | 'toX1' | 'toY1' | 'toX2' | 'toY2'): NumberFormField => ({
  key,
  label: `form.${key}`,
  type: 'length',
  initial: null,
});

const pointIn = (values: FormValues, x: string, y: string): Point => ({
  x: numberIn(values, x) ?? 0,
  y: numberIn(values, y) ?? 0,
});

const mirrorOver = asking({
  id: 'modify.mirrorOver',
  title: 'command.modify.mirrorOver',
  whyNot: needsSelection,
  form: () => ({
    button: 'form.mirror',
    fields: [
      ...(['x1', 'y1', 'x2', 'y2'] as const).map(coordinate),
      {
        key: 'keep',
        label: 'form.keep',
        type: 'choice',
        initial: 'no',
        options: [
          { id: 'no', label: 'form.keep.no' },
          { id: 'yes', label: 'form.keep.yes' },
        ],
      },
    ],
  }),
  answer: ({ editor }, values) => {
    const over = [pointIn(values, 'x1', 'y1'), pointIn(values, 'x2', 'y2')] as const;
    const mirroring = { over, newId: values.keep === 'yes' ? newId : null };
    return { label: 'edit.mirror', result: mirrorRecords(editor.plan, editor.selection, mirroring) };
  },
});

const fit = asking({
  id: 'modify.fit',
  title: 'command.modify.fit',
  whyNot: needsSelection,
  form: () => ({
    button: 'form.fit',
    fields: [
      ...(['x1', 'y1', 'x2', 'y2', 'toX1', 'toY1', 'toX2', 'toY2'] as const).map(coordinate),
      {
        key: 'scales',
        label: 'form.scales',
        type: 'choice',
        initial: 'no',
        options: [
          { id: 'no', label: 'form.scales.no' },
          { id: 'yes', label: 'form.scales.yes' },
        ],
      },
    ],
  }),
  answer: ({ editor }, values) => {
    const from = [pointIn(values, 'x1', 'y1'), pointIn(values, 'x2', 'y2')] as const;
    const to = [pointIn(values, 'toX1', 'toY1'), pointIn(values, 'toX2', 'toY2')] as const;
    const reference = { from, to, scales: values.scales === 'yes' };
    return { label: 'edit.fit', result: fitRecords(editor.plan, editor.selection, reference) };
  },
});

export const lineCommands: readonly Command[] = [offset, fillet, join, split, trim, extend, mirrorOver, fit];
