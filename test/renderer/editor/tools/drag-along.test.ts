import { expect, test } from 'vitest';
import { driver } from '../../../support/editor-driver.ts';
import { record, testId } from '../../../support/plan-builder.ts';

// What goes along must not attract what it goes along with: it would hold it where it is.
test.each([
  ['a reader of its door', record('reader', { at: { x: 5, y: 2 }, controls: testId('opening') })],
  ['a camera on it', record('camera', { at: { x: 5, y: 2 }, mountedOn: testId('wall') })],
])('a wall that is dragged is not held by %s', (_, belonging) => {
  const wall = record('wall', { a: { x: 0, y: 0 }, b: { x: 10, y: 0 } });
  const app = driver('select', [wall, record('opening'), belonging]);
  // Taken at its end, so that this snaps; brought to within a pixel of where the other is.
  app.drag([0, 0], [5.01, 2.01], { alt: true });
  expect(app.all('wall')[0]?.a).not.toEqual({ x: 5, y: 2 });
  expect(app.all(belonging.id.startsWith('reader') ? 'reader' : 'camera')[0]?.at.y).toBeGreaterThan(3);
});

test('something else there does hold it', () => {
  const wall = record('wall', { a: { x: 0, y: 0 }, b: { x: 10, y: 0 } });
  const app = driver('select', [wall, record('post', { at: { x: 5, y: 2 } })]);
  app.drag([0, 0], [5.01, 2.01], { alt: true });
  expect(app.all('wall')[0]?.a).toEqual({ x: 5, y: 2 });
});
