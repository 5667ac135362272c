import { describe, expect, test } from 'vitest';
import type { Kind, PlanRecord } from '../../../../core/plan/kinds/index.ts';
import { handlesOf } from '../../../../renderer/editor/handles.ts';
import { driver, PIXELS_PER_METRE } from '../../../support/editor-driver.ts';
import { type Given, record, testId, testPlan } from '../../../support/plan-builder.ts';

/*   wall 1 (0,0)-(10,0), wall 2 (10,0)-(10,8)   */
const across = record('wall', { id: 1 });
const up = record('wall', { id: 2, a: { x: 10, y: 0 }, b: { x: 10, y: 8 } });

describe('the end of a wall', () => {
  test('takes the walls that meet it along, in one step', () => {
    const drawn = driver('select', [across, up]).select(across.id).drag([10, 0], [12, -1.5]);
    expect(drawn.all('wall').map(({ a, b }) => [a, b])).toEqual([
      [
        { x: 0, y: 0 },
        { x: 12, y: -1.5 },
      ],
      [
        { x: 12, y: -1.5 },
        { x: 10, y: 8 },
      ],
    ]);
    expect([drawn.undoDepth, drawn.selected]).toEqual([1, [across.id]]);
    drawn.editor.travel('undo');
    expect(drawn.all('wall')).toEqual([across, up]);
  });

  test('leaves them with Alt', () => {
    const drawn = driver('select', [across, up]).select(across.id).drag([10, 0], [12, 0], { alt: true });
    expect(drawn.all('wall')[0]?.b).toEqual({ x: 12, y: 0 });
    expect(drawn.all('wall')[1]).toEqual(up);
  });

  test('stays level with Shift, and takes a typed length', () => {
    const level = driver('select', [across]).select(across.id).drag([10, 0], [12, 0.9], { shift: true });
    expect(level.only('wall').b).toEqual({ x: 12, y: 0 });
    const typed = driver('select', [across]).select(across.id).down(10, 0).move(11, 0).length(7.5).up(11, 0);
    expect([typed.only('wall').b, typed.undoDepth]).toEqual([{ x: 7.5, y: 0 }, 1]);
  });

  test('is refused where a door would no longer fit, and shown before', () => {
    const door = record('opening', { offset: 9 });
    const drawn = driver('select', [across, door]).select(across.id).down(10, 0).move(6, 0).move(4, 0);
    expect(drawn.editor.preview?.diff.size).toBe(0);
    expect([drawn.up(4, 0).refusal, drawn.undoDepth]).toEqual(['opening-does-not-fit', 0]);
  });

  test('is refused when a wall that meets it is locked', () => {
    const drawn = driver('select', [across, record('wall', { ...up, id: 2, locked: true })]).select(
      across.id,
    );
    expect([drawn.drag([10, 0], [12, 0]).refusal, drawn.undoDepth]).toEqual(['locked', 0]);
  });

  test('snaps to what it comes near, not to its own other walls', () => {
    const camera = record('camera', { at: { x: 14, y: 3 } });
    const drawn = driver('select', [across, up, camera]).select(across.id).drag([10, 0], [14.06, 3.05]);
    expect(drawn.all('wall').map(({ b }) => b)[0]).toEqual({ x: 14, y: 3 });
  });
});

test('the middle of a wall bends it; brought back to the chord it is straight', () => {
  const drawn = driver('select', [across]).select(across.id).drag([5, 0], [5, -2]);
  expect(drawn.only('wall').bulge).toBeCloseTo(0.4, 6);
  expect(drawn.drag([5, -2], [5, 0.02]).only('wall').bulge).toBe(0);
});

describe('the points of paths and rings', () => {
  test('a corner moves, a middle becomes a new corner', () => {
    const drawn = driver('select', [record('fence')])
      .select(testId('fence'))
      .drag([10, 0], [10, 3]);
    expect(drawn.only('fence').path).toEqual([
      { x: 0, y: 0 },
      { x: 10, y: 3 },
    ]);
    drawn.drag([5, 1.5], [5, 4]);
    expect(drawn.only('fence').path).toEqual([
      { x: 0, y: 0 },
      { x: 5, y: 4 },
      { x: 10, y: 3 },
    ]);
    expect(drawn.undoDepth).toBe(2);
  });

  test('the gates of a fence stay on it', () => {
    const gate = record('gate', { at: { x: 5, y: 0 }, fence: testId('fence') });
    const drawn = driver('select', [record('fence'), gate])
      .select(testId('fence'))
      .drag([10, 0], [10, 10]);
    expect(drawn.only('gate').at).toEqual({ x: 2.5, y: 2.5 });
  });

  test('a ring stays anticlockwise though a corner is drawn across', () => {
    const triangle = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 2, y: 3 },
    ];
    const drawn = driver('select', [record('area', { ring: triangle })])
      .select(testId('area'))
      .drag([2, 3], [2, -3.5]);
    expect(drawn.only('area').ring).toEqual([
      { x: 2, y: -3.5 },
      { x: 4, y: 0 },
      { x: 0, y: 0 },
    ]);
  });

  test('the corner of a hole', () => {
    const hole = [
      { x: 2, y: 2 },
      { x: 2, y: 4 },
      { x: 4, y: 4 },
    ];
    const drawn = driver('select', [record('building', { holes: [hole] })]).select(testId('building'));
    expect(drawn.drag([4, 4], [6, 5.5]).only('building').holes[0]?.[2]).toEqual({ x: 6, y: 5.5 });
  });

  test('cancel and Escape leave all as it was', () => {
    const drawn = driver('select', [record('fence')])
      .select(testId('fence'))
      .down(10, 0)
      .move(10, 3);
    expect(drawn.editor.tool.hint).toBe('hint.select.reshaping');
    expect(drawn.shown('fence')?.path[1]).toEqual({ x: 10, y: 3 });
    drawn.cancel().up(10, 3);
    expect([drawn.only('fence'), drawn.undoDepth]).toEqual([record('fence'), 0]);
  });
});

describe('the knob', () => {
  test('turns a camera about its place', () => {
    const drawn = driver('select', [record('camera')])
      .select(testId('camera'))
      .drag([0.36, 0], [0, 5]);
    expect(drawn.only('camera')).toMatchObject({ at: { x: 0, y: 0 }, direction: 1.570796 });
    expect(drawn.undoDepth).toBe(1);
  });

  test('turns in steps of 15° with Shift', () => {
    const drawn = driver('select', [record('post')])
      .select(testId('post'))
      .drag([0.36, 0], [4, 4.4], { shift: true });
    expect(drawn.only('post').direction).toBe(0.785398);
  });

  test('turns a picture about its middle', () => {
    const drawn = driver('select', [record('underlay')])
      .select(testId('underlay'))
      .drag([5.36, 2.5], [5, 9]);
    expect(drawn.only('underlay')).toMatchObject({ rotation: 1.570796, at: { x: 7.5, y: -2.5 } });
  });
});

describe('handles', () => {
  const plan = testPlan();
  const ids = <K extends Kind>(kind: K, fields: Given<K> = {}) =>
    handlesOf(record(kind, fields) as PlanRecord, plan, PIXELS_PER_METRE).map(({ id }) => id);

  test('by kind', () => {
    expect(ids('wall')).toEqual(['a', 'b', 'bend']);
    expect(ids('fence')).toEqual(['path:0', 'path:0+', 'path:1']);
    expect(ids('camera')).toEqual(['rotate']);
    expect(ids('gate')).toEqual(['rotate']);
    expect(ids('gate', { fence: testId('fence') })).toEqual([]);
    expect(ids('area')).toHaveLength(8);
    expect(ids('opening')).toEqual([]);
  });

  test('none on a locked record or layer', () => {
    expect(ids('wall', { locked: true })).toEqual([]);
    const locked = testPlan(record('layer', { locked: true }));
    expect(handlesOf(record('wall'), locked, PIXELS_PER_METRE)).toEqual([]);
  });

  test('are not taken while several records are selected', () => {
    const drawn = driver('select', [across, up]).select(across.id, up.id).drag([0, 0], [0, 3]);
    expect(drawn.all('wall').map(({ a }) => a)).toEqual([
      { x: 0, y: 3 },
      { x: 10, y: 3 },
    ]);
  });
});
