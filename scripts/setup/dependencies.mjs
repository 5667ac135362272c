import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..', '..');

const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.sallyport-lock');

/** The Node that the tools and the tests need, from the npm package `node`. */
export const projectNode = path.join(
  modules,
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const machine = ` ${process.platform} ${process.arch}\n`;

/** What the installed packages depend on: the lockfile, what may run at installation, and the machine. */
function wantedStamp() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', '.npmrc']) hash.update(readFileSync(path.join(root, file)));
  return `${hash.digest('hex')}${machine}`;
}

/**
 * npm as the caller's npm would run it; from outside npm, the one on the path.
 * @param {string[]} args
 */
function npm(args) {
  const script = process.env.npm_execpath ?? '';
  const inside = script.endsWith('npm-cli.js');
  const command = inside ? (process.env.npm_node_execpath ?? process.execPath) : 'npm';
  const result = spawnSync(command, [...(inside ? [script] : []), ...args, '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && !inside,
  });
  if (result.status !== 0) {
    throw new Error(
      `"npm ${args.join(' ')}" failed; see the lines above, and check that the npm registry can be reached`,
    );
  }
}

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock */

/**
 * Whether "npm install", with its own record of what it did, has already brought what the lockfile asks for.
 * Optional packages are left out: most of them are for other systems.
 */
function isInstalled() {
  const record = path.join(modules, '.package-lock.json');
  if (!existsSync(projectNode) || !existsSync(record)) return false;
  /** @type {Lock} */
  const locked = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  /** @type {Lock} */
  const installed = JSON.parse(readFileSync(record, 'utf8'));
  return Object.entries(locked.packages).every(
    ([location, { version, optional }]) =>
      location === '' || optional || installed.packages[location]?.version === version,
  );
}

/** Installs the locked packages when the lockfile has changed since the last time. */
export function installDependencies() {
  const wanted = wantedStamp();
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null;
  if (stamp === wanted && existsSync(projectNode)) return;
  if (stamp?.endsWith(machine) && isInstalled()) {
    writeFileSync(stampFile, wanted);
    return;
  }
  console.error('setup: installing the locked packages with npm ci (about half a minute)');
  // Older npm ignores package.json's allowScripts and would compile better-sqlite3 against downloaded headers.
  npm(['ci', '--ignore-scripts']);
  npm(['rebuild', 'node', '--ignore-scripts=false']);
  writeFileSync(stampFile, wanted);
}
