import { expect, test } from 'vitest';
import { CallTrace } from '../../../electron/watch/call-trace.ts';

test('the last calls are there by name and time, one without an answer as well', async () => {
  const trace = new CallTrace();
  expect(trace.text()).toBe('none');
  for (let call = 0; call < 20; call += 1) await trace.during(`call ${call}`, async () => call);
  await expect(trace.during('broken', () => Promise.reject(new Error('x')))).rejects.toThrow('x');
  void trace.during('late', () => new Promise(() => undefined));
  const told = trace.text().split(', ');
  expect(told).toHaveLength(12);
  expect(told[0]).toMatch(/^call 10 \d\d:\d\d:\d\d\.\d{3} \d+ ms$/);
  expect(told[10]).toMatch(/^broken .* ms$/);
  expect(told[11]).toMatch(/^late \S+ unanswered$/);
});
