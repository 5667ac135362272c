import { expect, test } from 'vitest';
import { lastLines, run } from '../../scripts/runtime/run.ts';

test('gives exit code and both streams of a program', async () => {
  const script = 'console.log("out"); console.error("err"); process.exit(3)';
  expect(await run(process.execPath, ['-e', script])).toEqual({ code: 3, output: 'out\n', errors: 'err\n' });
});

test('a program that does not exist has code 127', async () => {
  expect((await run('no-such-program', [])).code).toBe(127);
});

test('ends a program whose watch says so', async () => {
  const started = performance.now();
  const watch = { everyMs: 50, check: async () => false };
  const result = await run(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { watch });
  expect(result.code).not.toBe(0);
  expect(performance.now() - started).toBeLessThan(15_000);
});

test('the last lines of an error fit on one', () => {
  expect(lastLines('a\nb\nc\nd\n', 2)).toBe('c | d');
});
