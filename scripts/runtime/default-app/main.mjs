// What a stock Electron does with "electron <app folder>", for a binary that comes without it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);

/** Two setters that Electron has for exactly this use and does not document. */
const setters = /** @type {{ setVersion(version: string): void, setAppPath(path: string): void }} */ (
  /** @type {unknown} */ (app)
);

/** The first argument that is no flag; Playwright passes "-r <loader>", which the stock one honours too. */
function appFolder() {
  const args = process.argv.slice(1);
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '-r' || arg === '--require') require(args[++i] ?? '');
    else if (!arg.startsWith('-')) return path.resolve(arg);
  }
  console.error('usage: electron <app folder>');
  process.exit(2);
}

const folder = appFolder();
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setName(manifest.productName ?? manifest.name);
if (manifest.version) setters.setVersion(manifest.version);
setters.setAppPath(folder);
// require() would hang on an app whose main file is an ES module.
await import(pathToFileURL(path.join(folder, manifest.main ?? 'index.js')).href);
