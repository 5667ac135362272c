import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { Refusal, reportAndExit } from './runtime/log.ts';
import { run } from './runtime/run.ts';

const root = path.resolve(import.meta.dirname, '..');
const stampFile = path.join(root, 'out', '.built');
const FOLDERS = ['core', 'electron', 'renderer', 'resources'];
const FILES = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name));
}

/** Changes whenever a file that goes into the build is added, removed or written. */
async function sourceStamp(): Promise<string> {
  const folders = FOLDERS.map((each) => path.join(root, each)).filter((each) => existsSync(each));
  const files = [
    ...(await Promise.all(folders.map(filesBelow))).flat(),
    ...FILES.map((each) => path.join(root, each)),
  ];
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const { size, mtimeMs } = await fs.stat(file);
    hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Builds main process, preload and window into out/, unless no source has changed since the last time. */
export async function buildIfChanged(): Promise<void> {
  const wanted = await sourceStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  await fs.rm(stampFile, { force: true });
  console.error('build: bundling the application');
  const script = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = await run(process.execPath, [script, 'build', '--logLevel', 'warn'], { cwd: root });
  if (result.code !== 0) throw new Refusal(`the build failed:\n${result.output}${result.errors}`);
  await fs.writeFile(stampFile, wanted);
}

if (import.meta.main) await buildIfChanged().catch(reportAndExit);
