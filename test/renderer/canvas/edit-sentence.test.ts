import { expect, test } from 'vitest';
import { edit } from '../../../core/plan/diff.ts';
import { invertDiff } from '../../../core/records/diff.ts';
import { editSentence } from '../../../renderer/canvas/keyboard/edit-sentence.ts';
import { record, testPlan } from '../../support/plan-builder.ts';

const camera = record('camera', { tag: 'C-08', at: { x: 12, y: 4 } });
const post = record('post', { tag: 'GP-1', at: { x: 1, y: 2 } });
const empty = testPlan();

const said = (label: string, diff: Parameters<typeof editSentence>[0]['diff'], plan = empty) =>
  editSentence({ diff, label }, plan);

test('what is placed, changed and taken away is said by its name and place, several by their number', () => {
  const placed = testPlan(camera);
  const add = edit(empty, (draft) => draft.put(camera));
  expect(said('edit.add.camera', add, placed)).toBe('Camera C-08 added at 12.000 m, 4.000 m');
  const both = edit(empty, (draft) => {
    draft.put(camera);
    draft.put(post);
  });
  expect(said('edit.paste', both, placed)).toBe('2 records added');
  const moved = edit(placed, (draft) => draft.put({ ...camera, at: { x: 13, y: 4 } }));
  expect(said('edit.move', moved, placed)).toBe('Camera C-08 changed at 13.000 m, 4.000 m');
  expect(said('edit.delete', invertDiff(add))).toBe('Camera C-08 removed');
});

test('an edit of the plan itself is said by its name', () => {
  expect(said('edit.addLayer', new Map())).toBe('Add a layer');
});
