import { expect, test } from 'vitest';
import { createToastQueue } from '../../../renderer/ui/overlays/toast-queue.ts';

const messages = (queue: ReturnType<typeof createToastQueue>) => queue.toasts().map(({ message }) => message);

test('the newest three are kept', () => {
  const queue = createToastQueue();
  for (const message of ['one', 'two', 'three', 'four']) queue.show({ message });
  expect(messages(queue)).toEqual(['two', 'three', 'four']);
});

test('a dismissed one goes, and listeners hear of each change once', () => {
  const queue = createToastQueue();
  let heard = 0;
  const stop = queue.subscribe(() => {
    heard += 1;
  });
  queue.show({ message: 'one' });
  queue.show({ message: 'two' });
  const [first] = queue.toasts();
  queue.dismiss(first!.id);
  queue.dismiss(first!.id);
  expect(messages(queue)).toEqual(['two']);
  expect(heard).toBe(3);
  stop();
  queue.show({ message: 'three' });
  expect(heard).toBe(3);
});

test('a newer one about the same, or with the same words, takes the place of the older', () => {
  const queue = createToastQueue();
  queue.show({ message: 'Window at 110 %', topic: 'zoom' });
  queue.show({ message: 'Plan.pdf was written.' });
  queue.show({ message: 'Window at 125 %', topic: 'zoom' });
  expect(messages(queue)).toEqual(['Plan.pdf was written.', 'Window at 125 %']);
  queue.show({ message: 'Plan.pdf was written.' });
  expect(messages(queue)).toEqual(['Window at 125 %', 'Plan.pdf was written.']);
});

test('what is said of a topic leaves when it is no longer so, and nothing else does', () => {
  const queue = createToastQueue();
  queue.show({ message: 'No bundled letters for: X.', stays: true, topic: 'export' });
  queue.show({ message: 'Brought in.', topic: 'bringIn' });
  queue.show({ message: 'Plan.pdf was written.' });
  queue.dismissTopic('export');
  queue.dismissTopic('rooms');
  expect(messages(queue)).toEqual(['Brought in.', 'Plan.pdf was written.']);
});

test('what stays to be read leaves with what it speaks of, and nothing else does', () => {
  const queue = createToastQueue();
  queue.show({ message: 'Not understood: point start=yes (14 ×).', stays: true });
  queue.show({ message: 'The backup failed.', tone: 'fail' });
  queue.dismissStaying();
  expect(messages(queue)).toEqual(['The backup failed.']);
});
