import { describe, expect, test } from 'vitest';
import { deleteRecords } from '../../../core/operations/delete-records.ts';
import { duplicateRecords } from '../../../core/operations/duplicate-records.ts';
import { groupRecords } from '../../../core/operations/groups/group-records.ts';
import { moveRecords } from '../../../core/operations/move-records.ts';
import { addStructure } from '../../../core/operations/structure/add-structure.ts';
import { moveWithJoints } from '../../../core/operations/walls/move-with-joints.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import { edit, samePlan } from '../../../core/plan/diff.ts';
import type { Result } from '../../../core/result.ts';
import { createEditor, openingViewport } from '../../../renderer/editor/create-editor.ts';
import type { PlanChange, Topic } from '../../../renderer/editor/editor-topics.ts';
import { visibleBox } from '../../../renderer/editor/viewport.ts';
import { driver, type EditorDriver, uuidSource } from '../../support/editor-driver.ts';
import { groundRecords, idSource, record, testId } from '../../support/plan-builder.ts';

function value(result: Result<PlanDiff, string>): PlanDiff {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const camera = record('camera');
const other = record('camera', { id: 2, at: { x: 5, y: 5 } });

function nudge({ editor }: EditorDriver, mergeKey?: string): void {
  const diff = value(moveRecords(editor.plan, [camera.id], { x: 0.1, y: 0 }));
  editor.commit({ label: 'edit.move', diff, ...(mergeKey ? { mergeKey } : {}) });
}

function heard({ editor }: EditorDriver, ...topics: Topic[]): string[] {
  const names: string[] = [];
  for (const topic of topics) editor.subscribe(topic, () => names.push(topic));
  return names;
}

describe('commits', () => {
  test('are heard once with their diff, before the selection changes', () => {
    const drawn = driver('place-camera');
    const names = heard(drawn, 'plan', 'selection');
    drawn.click(1, 1);
    expect(names).toEqual(['plan', 'selection']);
  });

  test('of nothing make no step and are not heard', () => {
    const drawn = driver('select', [camera]);
    const names = heard(drawn, 'plan');
    drawn.editor.commit({ label: 'edit.move', diff: new Map() });
    expect([names, drawn.undoDepth]).toEqual([[], 0]);
  });

  test('with one merge key within a second are one step, under one name', () => {
    const drawn = driver('select', [camera]);
    const steps: string[] = [];
    drawn.editor.subscribe('plan', ({ step }) => steps.push(step));
    nudge(drawn, 'nudge');
    drawn.nowMs = 999;
    nudge(drawn, 'nudge');
    drawn.nowMs = 1998;
    nudge(drawn, 'nudge');
    expect([drawn.undoDepth, new Set(steps).size, steps.length]).toEqual([1, 1, 3]);
    drawn.editor.travel('undo');
    expect(drawn.only('camera')).toEqual(camera);
  });

  test('with another key, none, or after a second are steps of their own', () => {
    const drawn = driver('select', [camera]);
    nudge(drawn, 'nudge');
    nudge(drawn, 'other');
    nudge(drawn);
    nudge(drawn);
    nudge(drawn, 'nudge');
    drawn.nowMs = 1000;
    nudge(drawn, 'nudge');
    expect(drawn.undoDepth).toBe(6);
  });
});

describe('undo and redo', () => {
  test('in the middle of an outline take back its last point alone, before any step', () => {
    const drawn = driver('draw-fence', [camera]);
    const { editor } = drawn;
    nudge(drawn);
    drawn.click(20, 0);
    drawn.click(30, 0);
    drawn.click(30, 10);
    editor.travel('undo');
    expect([drawn.undoDepth, editor.tool.id]).toEqual([1, 'draw-fence']);
    drawn.key('Enter');
    expect(drawn.only('fence').path).toEqual([
      { x: 20, y: 0 },
      { x: 30, y: 0 },
    ]);
  });

  test('with one point drawn and nothing done, undo gives that point up', () => {
    const drawn = driver('draw-area');
    const { editor } = drawn;
    drawn.click(0, 0);
    expect(editor.tool.hint).toBe('hint.outline.next');
    expect([editor.travel('undo'), editor.tool.hint]).toEqual([true, 'hint.draw-area']);
    expect(editor.travel('undo')).toBe(false);
  });

  test('bring the plan back and forth, and the selection with it', () => {
    const drawn = driver('select', [camera, other]).select(other.id, camera.id);
    const before = drawn.editor.plan;
    drawn.editor.commit({ label: 'edit.delete', diff: value(deleteRecords(before, [camera.id])) });
    const after = drawn.editor.plan;
    expect(drawn.selected).toEqual([other.id]);
    drawn.editor.travel('undo');
    expect([samePlan(drawn.editor.plan, before), drawn.selected]).toEqual([true, [other.id, camera.id]]);
    drawn.editor.travel('redo');
    expect([samePlan(drawn.editor.plan, after), drawn.undoDepth]).toEqual([true, 1]);
  });

  test('select the same before and after: also what goes along by itself, and not what had to give way', () => {
    const corner = { x: 0, y: 10 };
    const [wall, next] = [record('wall'), record('wall', { id: 2, a: { x: 0, y: 0 }, b: corner })];
    const door = record('opening');
    const anchor = { type: 'attached', record: door.id, place: { type: 'centre' } } as const;
    const dimension = record('dimension', { type: 'coordinate', anchors: [anchor] });
    const drawn = driver('select', [wall, next, door, dimension, camera]);
    const selected = [wall.id, door.id, dimension.id];
    drawn.select(...selected);
    drawn.editor.commit({
      label: 'edit.move',
      diff: value(moveWithJoints(drawn.editor.plan, selected, { x: 0, y: -2 })),
    });
    expect(drawn.selected).toEqual(selected);
    // What somebody looked at in between is not what the step was about.
    drawn.select(camera.id);
    drawn.editor.travel('undo');
    expect(drawn.selected).toEqual(selected);
    drawn.editor.travel('redo');
    expect(drawn.selected).toEqual(selected);
  });

  test('of a copy select the copy, of what is left of a selection that, of anything else what it changed', () => {
    const drawn = driver('select', [camera, other]).select(camera.id);
    const redone = (diff: PlanDiff) => {
      drawn.editor.commit({ label: 'edit.move', diff });
      drawn.editor.travel('undo');
      drawn.editor.travel('redo');
      return drawn.selected;
    };
    const { plan } = drawn.editor;
    const by = { x: 4, y: 4 };
    expect(redone(value(duplicateRecords(plan, [camera.id], { by, newId: idSource(50) })))).toEqual([
      testId('camera', 50),
    ]);
    drawn.select(camera.id);
    expect(redone(value(moveRecords(drawn.editor.plan, [other.id], by)))).toEqual([other.id]);
    // As a line that is cut in two.
    drawn.select(camera.id);
    const half = record('camera', { id: 60, at: { x: 9, y: 9 } });
    const cut = edit(drawn.editor.plan, (draft) => {
      draft.put({ ...camera, notes: 'Half.' });
      draft.put(half);
    });
    expect(redone(cut).toSorted()).toEqual([camera.id, half.id].toSorted());
    drawn.select(camera.id, other.id);
    expect(redone(value(deleteRecords(drawn.editor.plan, [camera.id])))).toEqual([other.id]);
  });

  test('name the step they take back, and a redone step stands under a new name', () => {
    const drawn = driver('place-camera');
    const changes: PlanChange[] = [];
    drawn.editor.subscribe('plan', (change) => changes.push(change));
    drawn.click(1, 1);
    drawn.editor.travel('undo');
    drawn.editor.travel('redo');
    drawn.editor.travel('undo');
    const steps = changes.map(({ step }) => step);
    expect(new Set(steps).size).toBe(4);
    expect(changes.map(({ undoes }) => undoes)).toEqual([null, steps[0], steps[1], steps[2]]);
  });

  test('do nothing when there is nothing', () => {
    const drawn = driver('select', [camera]);
    expect([drawn.editor.travel('undo'), drawn.editor.travel('redo')]).toEqual([false, false]);
  });

  test('a new edit ends what could be redone', () => {
    const drawn = driver('place-camera').click(1, 1);
    drawn.editor.travel('undo');
    drawn.click(8, 8);
    expect(drawn.editor.travel('redo')).toBe(false);
  });

  test('a gesture under way is given up', () => {
    const drawn = driver('select', [camera, other]);
    nudge(drawn);
    drawn.down(5, 5).move(7, 7);
    drawn.editor.travel('undo');
    drawn.up(7, 7);
    expect([drawn.all('camera'), drawn.editor.preview]).toEqual([[camera, other], null]);
  });

  test('of a change on another floor show that floor, and select what has a place on it', () => {
    const upstairs = record('floor', { id: 2, order: 1 });
    const above = record('camera', { id: 3, floor: upstairs.id });
    const beside = record('camera', { id: 4, floor: upstairs.id });
    const drawn = driver('select', [upstairs, camera, above, beside]).select(camera.id);
    const diff = value(
      groupRecords(drawn.editor.plan, [above.id, beside.id], {
        id: testId('group', 9),
        name: 'Pair',
        within: null,
      }),
    );
    drawn.editor.commit({ label: 'edit.group', diff });
    drawn.editor.travel('undo');
    expect([drawn.editor.view.lens.floor, drawn.selected]).toEqual([upstairs.id, []]);
    drawn.editor.show({ lens: { floor: testId('floor', 1) } });
    drawn.editor.travel('redo');
    expect(drawn.editor.view.lens.floor).toBe(upstairs.id);
    expect(drawn.selected.toSorted()).toEqual([above.id, beside.id].toSorted());
  });

  test('of the floor that is worked on leads back to the first one', () => {
    const drawn = driver('select');
    const floor = testId('floor', 7);
    const diff = value(addStructure(drawn.editor.plan, 'floor', { id: floor, name: 'Upper' }));
    drawn.editor.commit({ label: 'edit.floor', diff });
    drawn.editor.show({ lens: { floor } });
    drawn.editor.travel('undo');
    expect(drawn.editor.view.lens.floor).toBe(testId('floor', 1));
  });
});

describe('the view', () => {
  const upstairs = record('floor', { id: 2, order: 1 });
  const above = record('camera', { id: 3, floor: upstairs.id });

  test('another floor keeps of the selection what is on it', () => {
    const drawn = driver('select', [upstairs, camera, above]).select(camera.id, above.id);
    drawn.editor.show({ lens: { floor: upstairs.id } });
    expect(drawn.selected).toEqual([above.id]);
  });

  test('a change is heard once, the size of the canvas apart from it', () => {
    const drawn = driver('select');
    const names = heard(drawn, 'lens', 'drawing', 'snaps', 'armed', 'viewport');
    drawn.editor.show({ snaps: { ortho: true } });
    drawn.editor.show({ viewport: { ...drawn.editor.viewport, widthPx: 500 } });
    expect([names, drawn.editor.view.snaps.ortho, drawn.editor.viewport.widthPx]).toEqual([
      ['snaps', 'viewport'],
      true,
      500,
    ]);
  });

  test('records that do not exist are not selected, and the same selection is not heard again', () => {
    const drawn = driver('select', [camera]);
    const names = heard(drawn, 'selection');
    drawn.select(camera.id, testId('camera', 99)).select(camera.id);
    expect([drawn.selected, names]).toEqual([[camera.id], ['selection']]);
  });

  test('a listener that left hears nothing', () => {
    const drawn = driver('select', [camera]);
    const names: string[] = [];
    drawn.editor.subscribe('selection', () => names.push('selection'))();
    drawn.select(camera.id);
    expect(names).toEqual([]);
  });
});

describe('createEditor', () => {
  test('begins on the first floor and layer in their order, to be shown as a whole', () => {
    const [floor, layer] = [record('floor', { id: 9, order: -1 }), record('layer', { id: 9, order: -1 })];
    const wall = record('wall', { floor: floor.id, a: { x: 100, y: 100 }, b: { x: 180, y: 120 } });
    const editor = createEditor({
      plan: [...groundRecords(), floor, layer, wall],
      newUuid: uuidSource(),
      now: () => 0,
    });
    const { minX, minY, maxX, maxY } = visibleBox(openingViewport(editor, editor.viewport));
    expect([editor.view.lens.floor, editor.view.drawing.layer, editor.tool.id]).toEqual([
      floor.id,
      layer.id,
      'select',
    ]);
    expect([minX < 100, minY < 100, maxX > 180, maxY > 120]).toEqual([true, true, true, true]);
  });

  test('takes the steps of an earlier session over', () => {
    const first = driver('place-camera', [camera]).click(4, 4).editor;
    const again = createEditor({
      plan: first.plan,
      history: first.history,
      newUuid: uuidSource(5000),
      now: () => 0,
    });
    expect(again.travel('undo')).toBe(true);
    expect([...again.plan.tables.camera.values()]).toEqual([camera]);
  });
});
