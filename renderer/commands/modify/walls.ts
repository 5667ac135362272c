import { addWallRectangle } from '../../../core/operations/walls/add-wall-rectangle.ts';
import type { Command } from '../command.ts';
import { newId } from '../new-id.ts';
import { numberIn } from '../values-form.ts';
import { asking } from './answer.ts';

const wallId = () => newId('wall');

const rectangle = asking({
  id: 'modify.wallRectangle',
  title: 'command.modify.wallRectangle',
  shortcut: 'Shift+W',
  startsGroup: true,
  isEnabled: () => true,
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
    const { floor, layer } = editor.view;
    const result = addWallRectangle(editor.plan, {
      at: { x: numberIn(values, 'x') ?? 0, y: numberIn(values, 'y') ?? 0 },
      width: numberIn(values, 'width') ?? 0,
      height: numberIn(values, 'height') ?? 0,
      fields: { floor, layer },
      newId: wallId,
    });
    return { label: 'edit.wallRectangle', result, selectsNew: true };
  },
});

export const wallCommands: readonly Command[] = [rectangle];
