import { expect, test } from 'vitest';
import { noise, spentMs } from '../../../support/cpu-time.ts';
import { driver } from '../../../support/editor-driver.ts';
import { record } from '../../../support/plan-builder.ts';

const outer = record('group', { id: 1 });
const inner = record('group', { id: 2, parent: outer.id });
const at = (x: number) => ({ at: { x, y: 0 } });
const first = record('post', { id: 1, group: inner.id, ...at(0) });
const second = record('post', { id: 2, group: inner.id, ...at(1) });
const third = record('post', { id: 3, group: outer.id, ...at(2) });
const alone = record('post', { id: 4, ...at(3) });
const records = [outer, inner, first, second, third, alone];
const all = [first.id, second.id, third.id];

test('a click takes the whole group, a double click goes in, Escape leads out again', () => {
  const app = driver('select', records).click(0, 0);
  expect(app.selected.toSorted()).toEqual(all);
  app.double(0, 0);
  expect([app.editor.view.lens.group, app.selected]).toEqual([outer.id, [first.id, second.id]]);
  app.double(0, 0);
  expect([app.editor.view.lens.group, app.selected]).toEqual([inner.id, [first.id]]);
  app.key('Escape');
  expect([app.editor.view.lens.group, app.selected]).toEqual([outer.id, [first.id, second.id]]);
  app.key('Escape');
  expect([app.editor.view.lens.group, app.selected.toSorted()]).toEqual([null, all]);
  app.key('Escape');
  expect(app.selected).toEqual([]);
});

test('a click outside leaves the group; Shift adds and takes away groups as a whole', () => {
  const app = driver('select', records).double(2, 0);
  expect([app.editor.view.lens.group, app.selected]).toEqual([outer.id, [third.id]]);
  app.click(3, 0);
  expect([app.editor.view.lens.group, app.selected]).toEqual([null, [alone.id]]);
  app.click(1, 0, { shift: true });
  expect(app.selected.toSorted()).toEqual([...all, alone.id]);
  app.click(2, 0, { shift: true });
  expect(app.selected).toEqual([alone.id]);
});

test('a drag moves the group as one step; a box that touches one takes it all', () => {
  const app = driver('select', records).drag([0, 0], [0, 5]);
  expect(app.all('post').map((post) => post.at.y)).toEqual([5, 5, 5, 0]);
  expect(app.undoDepth).toBe(1);
  app.drag([2.5, 6], [1.5, 4]);
  expect(app.selected.toSorted()).toEqual(all);
});

test('a group that is undone is left', () => {
  const app = driver('select', records).double(0, 0);
  app.editor.commit({ label: 'x', diff: new Map([[third.id, { before: third, after: null }]]) });
  const gone = [first, second, inner, outer].map((each) => [each.id, { before: each, after: null }] as const);
  app.editor.commit({ label: 'x', diff: new Map(gone) });
  expect(app.editor.view.lens.group).toBeNull();
});

test('Shift on one of a group of thousands takes all of it away in bounded time', () => {
  const many = Array.from({ length: 20_000 }, (_, index) =>
    record('post', { id: index + 1, group: outer.id, at: { x: index * 5, y: 0 } }),
  );
  // Texts of their own, as what came from the other process: equal ones are compared letter by letter.
  const ids = JSON.parse(JSON.stringify(many.map(({ id }) => id))) as typeof all;
  const app = driver('select', [outer, ...many]).select(...ids);
  const most = 150 * noise();
  expect(spentMs(() => app.click(5, 0, { shift: true }))).toBeLessThan(most);
  expect(app.selected).toEqual([]);
});
