import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText, root } from './source-tree.ts';

const MAX_TEXT_BYTES = 5_000_000;
const BINARY = /\.(png|jpe?g|ttf|otf|woff2|wasm|sallyport|pdf|ico|icns|db|zip|gz)$/;

/** Files that git keeps or would keep. */
function trackedFiles(): string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (git.status !== 0)
    throw new Error('this test reads the list of files from git, and there is no checkout');
  return git.stdout.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)));
}

const files = trackedFiles();
const texts = files
  .filter((file) => !BINARY.test(file) && statSync(path.join(root, file)).size <= MAX_TEXT_BYTES)
  .map((file) => ({ file, text: readText(file) }));

/** Lines that match, without the text: a report must not repeat a secret. */
function found(pattern: RegExp, except: readonly string[] = []): string[] {
  return texts.flatMap(({ file, text }) =>
    except.includes(file)
      ? []
      : text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );
}

describe('tracked files', () => {
  test('hold no folder of somebody’s machine', () => {
    expect(texts.length).toBeGreaterThan(20);
    expect(found(/(?<![\w./-])\/(home|root|Users|work)\/[\w.-]+/)).toEqual([]);
    expect(found(/[A-Z]:\\+Users\\/)).toEqual([]);
  });

  test('name no registry host', () => {
    expect(
      found(/\bregistry\.[a-z0-9-]+\.[a-z]{2,}|\b(npm|pypi|artifactory|nexus)\.[a-z0-9-]+\.[a-z]{2,}\//),
    ).toEqual([]);
    const lock = readText('package-lock.json');
    expect(lock).not.toMatch(/"resolved": "http/);
  });

  test('hold no key, token or password', () => {
    const secrets = [
      /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
      /\b(gh[pousr]_[A-Za-z0-9]{30,}|npm_[A-Za-z0-9]{36}|AKIA[0-9A-Z]{16}|xox[abp]-[\w-]{10,})/,
      /AGE-SECRET-KEY-1[0-9A-Z]{20,}/,
    ];
    expect(secrets.flatMap((pattern) => found(pattern))).toEqual([]);
  });

  test('are none of what a build or a run leaves behind', () => {
    expect(
      files.filter((file) => /(^|\/)(node_modules|out|dist|test-results)\/|\.(db-wal|log)$/.test(file)),
    ).toEqual([]);
  });
});
