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

test('what is edited while the session ends is written, or asked about, before the window closes', async () => {
  const { guard, heard, answer } = guarded();
  guard.closeNow();
  guard.setUnsaved(true);
  guard.saveFailed('The disk is full.');
  expect([guard.mayClose(), guard.isClosing]).toEqual([false, false]);
  guard.saveFailed('The disk is full.');
  expect(heard).toEqual(['closed true', 'closing', 'asked: The disk is full.']);
  await answer('keep');
  await vi.runAllTimersAsync();
  expect(guard.isClosing).toBe(false);
  expect(guard.mayClose()).toBe(false);
  guard.setUnsaved(false);
  guard.closeNow();
  expect(heard.slice(3)).toEqual(['closing', 'closed true']);
  expect(guard.mayClose()).toBe(true);
});

test('an edit after the person gave up what waited is asked about again', async () => {
  const { guard, heard, answer } = guarded();
  guard.setUnsaved(true);
  guard.mayClose();
  guard.saveFailed('The disk is full.');
  await answer('discard');
  await vi.runAllTimersAsync();
  expect(heard.at(-1)).toBe('closed true');
  guard.setUnsaved(true);
  expect(guard.mayClose()).toBe(false);
  expect(heard.at(-1)).toBe('closing');
});

test('an export that was begun while the session ends is not cut off', () => {
  let running = false;
  const { guard, heard } = guarded(() => running);
  guard.closeNow();
  running = true;
  expect([guard.mayClose(), guard.isClosing]).toEqual([false, false]);
  vi.advanceTimersByTime(WAIT_MS * 2);
  expect(heard).toEqual(['closed true']);
});

test('the session is ended once however often it is asked for, and closing again leaves at once', () => {
  const { guard, heard } = guarded();
  guard.mayClose();
  guard.closeNow();
  guard.closeNow();
  expect(heard).toEqual(['closing', 'closed true']);
  expect(guard.mayClose()).toBe(true);
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
