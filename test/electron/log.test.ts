import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog } from '../../electron/log.ts';
import { mountedFolder, temporaryFolder } from '../support/temporary-store.ts';

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
});
afterEach(() => void vi.restoreAllMocks());

test('every line goes to the file and to standard error', () => {
  const file = path.join(temporaryFolder(), 'logs', 'sallyport.log');
  const log = createLog(file);
  log.warn('plans.load took 28 ms');
  log.error('The call failed:', new TypeError('a bug'));
  const text = fs.readFileSync(file, 'utf8');
  expect(text).toBe(lines.join(''));
  expect(text).toMatch(/^\S+Z warn plans\.load took 28 ms\n\S+Z error The call failed: TypeError: a bug\n/);
});

test('a file that would be over 1 MB is put aside, at the start and within a session', () => {
  const file = path.join(temporaryFolder(), 'sallyport.log');
  fs.writeFileSync(file, 'x'.repeat(1024 * 1024));
  const log = createLog(file);
  log.info('begun');
  expect(fs.statSync(`${file}.old`).size).toBe(1024 * 1024);
  expect(fs.readFileSync(file, 'utf8')).toMatch(/begun\n$/);
  const words = 'ü'.repeat(5000);
  for (let entry = 0; entry < 350; entry += 1) log.warn(`${entry} ${words}`);
  const [now, before] = [file, `${file}.old`].map((each) => fs.readFileSync(each));
  expect(Math.max(now?.length ?? 0, before?.length ?? 0)).toBeLessThanOrEqual(1024 * 1024);
  // Nothing is lost between the two.
  const numbers = [...`${before}${now}`.matchAll(/warn (\d+) /g)].map(([, number]) => Number(number));
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => 350 - numbers.length + index));
  expect(numbers.length).toBeGreaterThan(100);
});

test('what an error says of itself is cut where it is very long', () => {
  createLog(null).error('Failed:', 'x'.repeat(100_000));
  expect(lines[0]).toMatch(/x … and 83624 characters more\n$/);
});

test('a file that cannot be written is reported once and stops nothing', () => {
  const log = createLog(path.join(mountedFolder('size=1m,ro'), 'sallyport.log'));
  log.info('begun');
  log.info('going on');
  expect(lines).toEqual([
    expect.stringContaining('info begun'),
    expect.stringContaining('The log file cannot be written any more: Error: EROFS'),
    expect.stringContaining('info going on'),
  ]);
});

test('a text of several lines makes no entries of its own, and nothing steers a terminal', () => {
  const log = createLog(null);
  log.info('read\r\n2026-01-01T00:00:00.000Z error All is lost\u2028x\x1b[2Jy\u202ez\ud800');
  log.error('Failed:', new Error('a\nb'));
  expect(lines[0]).toMatch(/Z info read\n {2}2026-01-01T\S+ error All is lost\n {2}x\ufffd\[2Jyz\ufffd\n$/);
  expect(lines[1]).toMatch(/Z error Failed: Error: a\n {2}b\n {2,}at /);
});
