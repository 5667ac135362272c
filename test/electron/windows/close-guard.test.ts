import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CloseGuard } from '../../../electron/windows/close-guard.ts';

const WAIT_MS = 5000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function guarded(isHeld = () => false) {
  const heard: string[] = [];
  const answers: ((answer: 'keep' | 'discard') => void)[] = [];
  const guard = new CloseGuard({
    isHeld,
    announce: () => heard.push('closing'),
    ask: (why) => {
      heard.push(`asked: ${why}`);
      return new Promise((resolve) => answers.push(resolve));
    },
    close: () => heard.push(`closed ${guard.mayClose()}`),
    waitMs: WAIT_MS,
  });
  return { guard, heard, answer: async (choice: 'keep' | 'discard') => answers.shift()?.(choice) };
}

test('the window is told once, and closes when it says so', () => {
  const { guard, heard } = guarded();
  expect([guard.mayClose(), guard.mayClose()]).toEqual([false, false]);
  guard.closeNow();
  expect(heard).toEqual(['closing', 'closed true']);
  vi.advanceTimersByTime(WAIT_MS * 2);
  expect(heard).toHaveLength(2);
});

test('a window that answers nothing and has nothing to write is closed', () => {
  const { guard, heard } = guarded();
  guard.mayClose();
  vi.advanceTimersByTime(WAIT_MS);
  expect(heard).toEqual(['closing', 'closed true']);
});

test('a window with edits waiting is not closed without asking', async () => {
  const { guard, heard, answer } = guarded();
  guard.setUnsaved(true);
  guard.mayClose();
  vi.advanceTimersByTime(WAIT_MS);
  expect(heard).toEqual(['closing', 'asked: null']);
  await answer('discard');
  await vi.runAllTimersAsync();
  expect(heard.at(-1)).toBe('closed true');
});

test('a save that fails while closing asks at once, with the reason; "keep" keeps it open for the next try', async () => {
  const { guard, heard, answer } = guarded();
  guard.setUnsaved(true);
  guard.saveFailed('The disk is full.');
  guard.mayClose();
  guard.saveFailed('The disk is full.');
  guard.saveFailed('The disk is full.');
  expect(heard).toEqual(['closing', 'asked: The disk is full.']);
  await answer('keep');
  await vi.runAllTimersAsync();
  expect(heard).toHaveLength(2);
  expect(guard.mayClose()).toBe(false);
  expect(heard.at(-1)).toBe('closing');
});

test('a retry that succeeds while the person is asked closes the window', async () => {
  const { guard, heard, answer } = guarded();
  guard.mayClose();
  guard.saveFailed('The disk is full.');
  guard.closeNow();
  await answer('keep');
  await vi.runAllTimersAsync();
  expect(heard).toEqual(['closing', 'asked: The disk is full.', 'closed true']);
  expect(guard.mayClose()).toBe(true);
});

test('a window with an export running stays open, and closes once it has ended', () => {
  let running = true;
  const { guard, heard } = guarded(() => running);
  expect(guard.mayClose()).toBe(false);
  vi.advanceTimersByTime(WAIT_MS * 2);
  expect(heard).toEqual([]);
  running = false;
  expect(guard.mayClose()).toBe(false);
  guard.closeNow();
  expect(heard).toEqual(['closing', 'closed true']);
});
