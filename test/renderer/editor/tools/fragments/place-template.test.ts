import { describe, expect, test } from 'vitest';
import type { PlacedRecord } from '../../../../../core/plan/kinds/index.ts';
import { fragmentOf } from '../../../../../core/plan/parts/fragment.ts';
import type { ArmedTemplate } from '../../../../../renderer/editor/view.ts';
import { EditorDriver } from '../../../../support/editor-driver.ts';
import type { FlatView } from '../../../../support/flat-view.ts';
import { record, testPlan } from '../../../../support/plan-builder.ts';

const ends = [
  { x: 0, y: 0 },
  { x: 4, y: 0 },
];
const source = testPlan(
  record('group', { id: 7, name: 'Entry' }),
  record('fence', { id: 7, path: ends, group: record('group', { id: 7 }).id }),
  record('post', { id: 7, at: { x: 2, y: 2 }, tag: 'GP-1', group: record('group', { id: 7 }).id }),
);
const fragment = fragmentOf(source, [record('fence', { id: 7 }).id, record('post', { id: 7 }).id]);
const template: ArmedTemplate = { id: 'entry', fragment, angle: 0 };
const armed = (view: FlatView = {}) =>
  new EditorDriver({ tool: 'place-template', view: { template, ...view } });

describe('place-template', () => {
  test('a click puts its middle there as one group and one undo step, and it stays armed', () => {
    const drawn = armed().click(12, 11).click(32, 11);
    const posts = drawn.all('post');
    expect(posts.map(({ at, tag }) => [at, tag])).toEqual([
      [{ x: 12, y: 12 }, 'GP-1'],
      [{ x: 32, y: 12 }, 'GP-2'],
    ]);
    const [first, second] = drawn.all('group');
    expect(posts.map(({ group }) => group)).toEqual([first?.id, second?.id]);
    expect(first?.id).not.toBe(second?.id);
    expect([drawn.undoDepth, drawn.editor.tool.id]).toEqual([2, 'place-template']);
    expect([...drawn.editor.selection].sort()).toEqual([drawn.all('fence')[1]?.id, posts[1]?.id].sort());
    drawn.editor.travel('undo');
    expect([drawn.all('post').length, drawn.all('group').length]).toEqual([1, 1]);
  });

  test('dragging turns it, on top of the turn it is armed with', () => {
    const dragged = armed().drag([10, 11], [10, 15]);
    expect(dragged.only('post').at).toEqual({ x: 9, y: 11 });
    const turned = armed({ template: { ...template, angle: Math.PI / 2 } }).click(10, 11);
    expect(turned.only('fence').path).toEqual([
      { x: 11, y: 9 },
      { x: 11, y: 13 },
    ]);
  });

  test('what is shown beforehand is where it will be, and moving shows it elsewhere', () => {
    const drawn = armed().move(12, 11);
    expect(drawn.shown('post')?.at).toEqual({ x: 12, y: 12 });
    expect(drawn.move(14, 11).shown('post')?.at).toEqual({ x: 14, y: 12 });
    expect(drawn.undoDepth).toBe(0);
  });

  test('cancel, Escape and Backspace while turning leave nothing', () => {
    for (const end of ['cancel', 'Escape', 'Backspace'] as const) {
      const drawn = armed().down(2, 3).move(5, 3);
      if (end === 'cancel') drawn.cancel();
      else drawn.key(end);
      expect([drawn.undoDepth, drawn.editor.preview, drawn.editor.tool.id]).toEqual([
        ...[0, null, 'place-template'],
      ]);
    }
  });

  test('what of it cannot stand is left out, and that is said', () => {
    const wall = record('wall', { id: 7 });
    const door = record('opening', { id: 7, wall: wall.id });
    const anchor = { type: 'attached', record: door.id, place: { type: 'centre' } } as const;
    const records = [wall, door, record('callout', { id: 7, anchor }), record('post', { id: 7 })];
    const placed = (...given: readonly PlacedRecord[]) => {
      const drawn = armed({ template: { ...template, fragment: { ...fragment, records: given } } }).click(
        5,
        5,
      );
      return [drawn.all('post').length, drawn.all('callout').length, drawn.editor.tool.refusal];
    };
    expect(placed(...records)).toEqual([1, 1, null]);
    expect(placed(...records, record('underlay'))).toEqual([1, 1, 'template-in-part']);
    // As one was saved that has the door of a note and not its wall.
    expect(placed(...records.filter(({ id }) => id !== wall.id))).toEqual([1, 0, 'template-in-part']);
  });

  test('without a template a press says so', () => {
    const drawn = armed({ template: null }).click(1, 1);
    expect([drawn.undoDepth, drawn.editor.tool.refusal]).toEqual([0, 'no-template']);
  });
});
