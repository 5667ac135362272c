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

test('a file over 1 MB is put aside when the next session begins', () => {
  const file = path.join(temporaryFolder(), 'sallyport.log');
  fs.writeFileSync(file, 'x'.repeat(1024 * 1024 + 1));
  createLog(file).info('begun');
  expect(fs.statSync(`${file}.old`).size).toBe(1024 * 1024 + 1);
  expect(fs.readFileSync(file, 'utf8')).toMatch(/begun\n$/);
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
