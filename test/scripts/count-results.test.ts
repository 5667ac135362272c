import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countResults } from '../../scripts/test/count-results.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'results-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function suite(name: string, files: Record<string, unknown>): Promise<void> {
  await mkdir(path.join(folder, name));
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(path.join(folder, name, file), JSON.stringify(content));
  }
}

const vitest = (passed: number, failed: number, pending = 0, testResults: unknown[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: 0,
  testResults,
});
const playwright = (expected: number, unexpected: number, skipped = 0) => ({
  stats: { expected, unexpected, flaky: 0, skipped },
  errors: [],
});

test('adds up both runners over all suites', async () => {
  await suite('test', { 'vitest-1.json': vitest(10, 0), 'playwright-2.json': playwright(3, 1) });
  await suite('samples', { 'vitest-3.json': vitest(5, 2) });
  expect(countResults(folder)).toEqual({ passed: 18, failed: 3 });
});

test('a skipped test counts as failed', async () => {
  await suite('test', { 'vitest-1.json': vitest(1, 0, 2), 'playwright-2.json': playwright(1, 0, 1) });
  expect(countResults(folder)).toEqual({ passed: 2, failed: 3 });
});

test('a file that could not be loaded is one failure', async () => {
  await suite('test', { 'vitest-1.json': vitest(1, 0, 0, [{ status: 'failed', assertionResults: [] }]) });
  expect(countResults(folder)).toEqual({ passed: 1, failed: 1 });
});

test('a command that failed without a failed test is one failure', async () => {
  await suite('test', { 'vitest-1.json': vitest(4, 0), failed: '' });
  await suite('samples', { failed: '' });
  expect(countResults(folder)).toEqual({ passed: 4, failed: 2 });
});
