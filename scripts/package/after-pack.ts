import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { type AfterPackContext, Arch } from 'electron-builder';
import { STAMP } from '../runtime/cache.ts';
import { FIRST_ELECTRON_WITH_NAPI_10 } from '../runtime/sqlite-build.ts';

/** An Electron folder is copied as it is; these belong to development only. */
const DEVELOPMENT_FILES = ['resources/default_app.asar', 'version', STAMP];

const resourcesOf = ({ appOutDir, electronPlatformName, packager }: AfterPackContext): string =>
  electronPlatformName === 'darwin'
    ? path.join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
    : path.join(appOutDir, 'resources');

/** Keeps the one SQLite module that the packed Electron loads. */
async function keepOneSqlite(context: AfterPackContext): Promise<void> {
  const folder = path.join(resourcesOf(context), 'app.asar.unpacked', 'node_modules', 'better-sqlite3');
  const own = path.join(folder, 'build');
  const prebuilt = path.join(folder, 'prebuilds');
  const version = context.packager.info.framework.version;
  if (Number.parseInt(version, 10) < FIRST_ELECTRON_WITH_NAPI_10) {
    if (!existsSync(own)) throw new Error(`no better-sqlite3 for Electron ${version}: run "npm run package"`);
    await fs.rm(prebuilt, { recursive: true, force: true });
    return;
  }
  await fs.rm(own, { recursive: true, force: true });
  const keep = `${context.electronPlatformName}-${Arch[context.arch]}.node`;
  for (const name of await fs.readdir(prebuilt)) {
    if (name !== keep) await fs.rm(path.join(prebuilt, name));
  }
}

/** electron-builder's hook between copying the files and writing an installer. */
export async function afterPack(context: AfterPackContext): Promise<void> {
  if (context.electronPlatformName !== 'darwin') {
    for (const file of DEVELOPMENT_FILES) await fs.rm(path.join(context.appOutDir, file), { force: true });
  }
  await keepOneSqlite(context);
}
