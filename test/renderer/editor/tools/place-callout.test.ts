import { expect, test } from 'vitest';
import { deleteRecords } from '../../../../core/operations/delete-records.ts';
import { moveRecords } from '../../../../core/operations/move-records.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import { lookingBy } from '../../../../core/plan/parts/related.ts';
import { driver } from '../../../support/editor-driver.ts';
import { granted, record, testId } from '../../../support/plan-builder.ts';

const onEnd = { type: 'attached', record: testId('wall'), place: { type: 'vertex', index: 1 } };

test('a click on what is meant and one where the words stand; it is selected to be typed in', () => {
  const drawn = driver('place-callout', [record('wall')])
    .click(9.95, 0.04)
    .click(12, 3);
  expect(drawn.only('callout')).toMatchObject({ anchor: onEnd, at: { x: 12, y: 3 }, text: 'Note' });
  expect([drawn.selected, drawn.undoDepth, drawn.editor.tool.id]).toEqual([
    [drawn.only('callout').id],
    1,
    'place-callout',
  ]);
});

test('stays armed for the next one, and a double click begins none', () => {
  const drawn = driver('place-callout', [record('wall')])
    .click(10, 0)
    .double(12, 3);
  expect([drawn.all('callout').length, drawn.editor.tool.hint]).toEqual([1, 'hint.place-callout']);
  expect(drawn.click(0, 0).click(2, 4).all('callout')).toHaveLength(2);
});

test('by dragging, free with Alt', () => {
  const drawn = driver('place-callout', [record('wall')]).drag([10, 0], [12, 3], { alt: true });
  expect(drawn.only('callout').anchor).toEqual({ type: 'free', at: { x: 10, y: 0 } });
});

test('Escape, Backspace and cancel leave nothing', () => {
  for (const end of ['cancel', 'Escape', 'Backspace'] as const) {
    const drawn = driver('place-callout').click(0, 0).move(2, 2);
    if (end === 'cancel') drawn.cancel();
    else drawn.key(end);
    expect([drawn.undoDepth, drawn.editor.preview]).toEqual([0, null]);
  }
});

test('follows what it points to, and keeps its place when that goes', () => {
  const drawn = driver('place-callout', [record('wall')])
    .click(10, 0)
    .click(12, 3);
  const { plan } = drawn.editor;
  const { id } = drawn.only('callout');
  expect([...lookingBy(plan, [testId('wall')])]).toEqual([id]);
  const moved = applyDiff(plan, granted(moveRecords(plan, [testId('wall')], { x: 1, y: 0 })));
  expect(moved.tables.callout.get(id)?.at).toEqual({ x: 12, y: 3 });
  const without = applyDiff(moved, granted(deleteRecords(moved, [testId('wall')])));
  expect(without.tables.callout.get(id)?.anchor).toEqual({ type: 'free', at: { x: 11, y: 0 } });
});

test('its words and its point are dragged by their handles', () => {
  const drawn = driver('place-callout', [record('wall')])
    .click(10, 0)
    .click(12, 3);
  const drawnAlone = drawn.only('callout').id;
  drawn.editor.setTool('select');
  drawn.select(drawnAlone).drag([12, 3], [13, 5]).drag([10, 0], [0, 0.04]);
  expect(drawn.only('callout')).toMatchObject({
    at: { x: 13, y: 5 },
    anchor: { ...onEnd, place: { type: 'vertex', index: 0 } },
  });
});
