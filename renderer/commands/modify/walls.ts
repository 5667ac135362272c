import { floorRooms } from '../../../core/derive/walls/floor-rooms.ts';
import { addWallRectangle } from '../../../core/operations/walls/add-wall-rectangle.ts';
import { makeRooms } from '../../../core/operations/walls/make-rooms.ts';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { layerRefusal } from '../../editor/gestures/answer.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { text } from '../../messages/text.ts';
import { takeOrTell } from '../answer.ts';
import type { Command, CommandScope } from '../command.ts';
import { newId } from '../new-id.ts';
import { numberIn } from '../values-form.ts';
import { always } from '../why-not.ts';
import { asking, modify } from './answer.ts';

const wallId = () => newId('wall');

const rectangle = asking({
  id: 'modify.wallRectangle',
  title: 'command.modify.wallRectangle',
  shortcut: 'Shift+W',
  startsGroup: true,
  whyNot: always,
  form: () => ({
    button: 'form.offset',
    fields: [
      { key: 'width', label: 'form.width', type: 'length', initial: 10, range: [0.01, 1e4] },
      { key: 'height', label: 'form.height', type: 'length', initial: 6, range: [0.01, 1e4] },
      { key: 'x', label: 'form.cornerX', type: 'length', initial: 0 },
      { key: 'y', label: 'form.cornerY', type: 'length', initial: 0 },
    ],
  }),
  answer: ({ editor }, values) => {
    const { lens, drawing, armed } = editor.view;
    const result = addWallRectangle(editor.plan, {
      at: { x: numberIn(values, 'x') ?? 0, y: numberIn(values, 'y') ?? 0 },
      width: numberIn(values, 'width') ?? 0,
      height: numberIn(values, 'height') ?? 0,
      fields: { ...armed.records.wall, floor: lens.floor, layer: drawing.layer },
      newId: wallId,
    });
    return { label: 'edit.wallRectangle', result, selectsNew: true };
  },
});

const rooms = modify({
  id: 'modify.makeRooms',
  title: 'command.modify.makeRooms',
  shortcut: 'Shift+U',
  whyNot: always,
  run: (scope) => {
    const { plan, view } = scope.editor;
    const refusal = layerRefusal(scope.editor);
    if (refusal) return scope.app.tell(sentenceOf(refusal));
    const [{ floor }, { layer }] = [view.lens, view.drawing];
    const make = () => {
      const result = makeRooms(scope.editor.plan, { floor, layer, newId: () => newId('area') });
      takeOrTell(scope, {
        label: 'edit.makeRooms',
        result,
        selectsNew: scope.editor.view.lens.floor === floor,
      });
    };
    if (wallsOn(plan, floor) < MANY_WALLS) return make();
    scope.app.working(text('walls.makingRooms'), async () => {
      if (await findRooms(scope, floor)) make();
    });
  },
});

/** Finds the rooms of a floor beside the window, again where walls were changed meanwhile; false when nobody needs them any more. */
async function findRooms({ editor, app }: CommandScope, floor: IdOf<'floor'>): Promise<boolean> {
  for (;;) {
    const { plan } = editor;
    const found = await app.derive(plan, floorRooms, floor);
    if (!found.ok) {
      if (found.error.reason === 'failed') app.tell(text('walls.roomsFailed'), { tone: 'fail' });
      return false;
    }
    if (editor.plan.tables.wall === plan.tables.wall) return true;
  }
}

function wallsOn(plan: Plan, floor: string): number {
  let count = 0;
  for (const wall of plan.tables.wall.values()) if (wall.floor === floor) count++;
  return count;
}

/** Fewer take no longer than a person takes for at once, also where all of them cross: a tenth of a second. */
const MANY_WALLS = 50;

export const wallCommands: readonly Command[] = [rectangle, rooms];
