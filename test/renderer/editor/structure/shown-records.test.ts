import { describe, expect, test } from 'vitest';
import { updateRecord } from '../../../../core/operations/update-records.ts';
import type { RecordState } from '../../../../core/plan/kinds/index.ts';
import type { StateView } from '../../../../core/plan/parts/state-view.ts';
import { isInWindow } from '../../../../renderer/editor/is-selectable.ts';
import { driver } from '../../../support/editor-driver.ts';
import { firstLayer, granted, record, testId } from '../../../support/plan-builder.ts';

const other = record('layer', { id: 2, name: 'Other', order: 1 });
const wall = testId('wall');
const door = testId('opening');

const shownStates: readonly (readonly [StateView, readonly RecordState[]])[] = [
  ['both', ['existing', 'deficient', 'proposed', 'removed']],
  ['today', ['existing', 'deficient', 'removed']],
  ['proposed', ['existing', 'deficient', 'proposed']],
];

test.each(shownStates)('%s shows %j, to click, to box and to snap to', (view, expected) => {
  for (const state of ['existing', 'deficient', 'proposed', 'removed'] as const) {
    const hand = driver('select', [record('wall', { state })], { states: view });
    const isExpected = expected.includes(state);
    expect(hand.click(5, 0).selected).toEqual(isExpected ? [wall] : []);
    hand.select();
    expect(hand.drag([-1, -1], [11, 1]).selected).toEqual(isExpected ? [wall] : []);
    hand.editor.setTool('draw-wall');
    hand.move(0.03, 0.02).down(0.03, 0.02).move(0, 3).down(0, 3);
    const drawn = hand.all('wall').find(({ id }) => id !== wall);
    expect(drawn?.a).toEqual(isExpected ? { x: 0, y: 0 } : { x: 0.03, y: 0.02 });
  }
});

describe('a door', () => {
  const inProposed = record('wall', { state: 'proposed' });

  test('is not shown without its wall', () => {
    const { editor } = driver('select', [inProposed, record('opening')], { states: 'today' });
    const opening = editor.plan.tables.opening.get(door);
    expect(opening && isInWindow(editor, opening)).toBe(false);
  });
});

describe('what is drawn while only today is looked at', () => {
  test('exists today', () => {
    const hand = driver('place-camera', [], { states: 'today' });
    expect(hand.click(1, 1).only('camera').state).toBe('existing');
    expect(hand.editor.view.lens.states).toBe('today');
  });

  test('is proposed otherwise', () => {
    expect(driver('place-camera').click(1, 1).only('camera').state).toBe('proposed');
  });
});

test('what is added in a state that is not looked at brings both into view', () => {
  const hand = driver('select', [], { states: 'today' });
  const camera = record('camera');
  hand.editor.commit({ label: 'edit.paste', diff: new Map([[camera.id, { before: null, after: camera }]]) });
  expect(hand.editor.view.lens.states).toBe('both');
});

test('what a view hides is not selected any more', () => {
  const hand = driver('select', [record('wall', { state: 'proposed' })]).select(wall);
  hand.editor.show({ lens: { states: 'today' } });
  expect(hand.selected).toEqual([]);
});

describe('an isolated layer', () => {
  const records = [
    other,
    record('wall'),
    record('fence', {
      layer: other.id,
      path: [
        { x: 0, y: 5 },
        { x: 10, y: 5 },
      ],
    }),
  ];

  test('is the only one that can be taken hold of, and the rest comes back', () => {
    const hand = driver('select', records, { isolated: other.id });
    expect(hand.click(5, 0).selected).toEqual([]);
    expect(hand.click(5, 5).selected).toEqual([testId('fence')]);
    hand.editor.show({ lens: { isolated: null } });
    expect(hand.click(5, 0).selected).toEqual([wall]);
  });

  test('is not left over once its layer is undone', () => {
    const hand = driver('select', [record('wall')]);
    hand.editor.commit({
      label: 'edit.addLayer',
      diff: new Map([[other.id, { before: null, after: other }]]),
    });
    hand.editor.show({ lens: { isolated: other.id } });
    hand.editor.travel('undo');
    expect(hand.editor.view.lens.isolated).toBeNull();
  });

  test('nothing is drawn on a layer that is not shown', () => {
    const hand = driver('draw-wall', [other], { isolated: other.id });
    expect(hand.click(0, 0).click(3, 0).refusal).toBe('layer-hidden');
    expect(hand.all('wall')).toEqual([]);
  });
});

test.each([{ visible: false }, { locked: true }])(
  'a layer set to %j lets go of what was selected',
  (fields) => {
    const hand = driver('select', [other, record('wall'), record('camera', { layer: other.id })]);
    hand.select(wall, testId('camera'));
    const diff = granted(updateRecord(hand.editor.plan, firstLayer, fields));
    hand.editor.commit({ label: 'edit.layer', diff });
    expect(hand.selected).toEqual([testId('camera')]);
  },
);

test('a record whose new state is not looked at is not selected any more', () => {
  const hand = driver('select', [record('wall')], { states: 'today' }).select(wall);
  hand.editor.commit({
    label: 'edit.state',
    diff: granted(updateRecord(hand.editor.plan, wall, { state: 'proposed' })),
  });
  expect(hand.selected).toEqual([]);
});
