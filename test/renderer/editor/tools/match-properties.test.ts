import { expect, test } from 'vitest';
import { driver } from '../../../support/editor-driver.ts';
import { record } from '../../../support/plan-builder.ts';

const at = (x: number) => ({ at: { x, y: 0 } });
const tall = record('post', { id: 1, ...at(0), staff: 3, state: 'removed' });
const second = record('post', { id: 2, ...at(2) });
const third = record('post', { id: 3, ...at(4) });
const posts = [tall, second, third];
const staff = (app: ReturnType<typeof driver>) => app.all('post').map((post) => post.staff);

test('the first click says what to copy from, each one after makes one like it, in one step each', () => {
  const app = driver('match-properties', posts).click(0, 0);
  expect(app.selected).toEqual([tall.id]);
  expect(app.undoDepth).toBe(0);
  app.move(2, 0);
  expect(app.shown('post')).toMatchObject({ id: second.id, staff: 3 });
  app.click(2, 0).click(4, 0);
  expect(staff(app)).toEqual([3, 3, 3]);
  expect([app.undoDepth, app.editor.tool.id]).toEqual([2, 'match-properties']);
  app.key('Escape');
  expect(app.editor.tool.id).toBe('select');
});

test('with several selected, the click says what they are to be like', () => {
  const app = driver('match-properties', posts).select(second.id, third.id).click(0, 0);
  expect(staff(app)).toEqual([3, 3, 3]);
  expect(app.undoDepth).toBe(1);
});

test('what is refused is said, and cancelling leaves nothing', () => {
  const app = driver('match-properties', [tall, { ...second, locked: true }])
    .select(tall.id)
    .click(2, 0);
  expect(app.refusal).toBe('locked');
  expect(app.move(2, 0).cancel().editor.preview).toBeNull();
  expect(app.undoDepth).toBe(0);
});
