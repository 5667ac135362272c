import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const source = path.resolve(import.meta.dirname, '../../../electron/files/day-of-issue.ts');

test.each([
  ['Pacific/Kiritimati', '2026-11-24T09:59:59Z', '2026-11-24'],
  ['Pacific/Kiritimati', '2026-11-24T10:00:00Z', '2026-11-25'],
  ['America/Los_Angeles', '2026-03-01T07:59:59Z', '2026-02-28'],
  ['America/Los_Angeles', '2026-03-01T08:00:00Z', '2026-03-01'],
  ['UTC', '2027-01-01T00:00:00Z', '2027-01-01'],
])('in %s at %s it is %s', (zone, at, day) => {
  const program = `
    import { dayOfIssue } from ${JSON.stringify(source)};
    process.stdout.write(dayOfIssue(new Date(${JSON.stringify(at)})));`;
  const args = ['--input-type=module', '-e', program];
  const env = { ...process.env, TZ: zone };
  expect(execFileSync(process.execPath, args, { encoding: 'utf8', env })).toBe(day);
});
