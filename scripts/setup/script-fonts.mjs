import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectNode, root } from './dependencies.mjs';

const maker = path.join('scripts', 'make-script-fonts.ts');
const stampFile = path.join(root, 'out', '.fonts-made');
/** What goes into the fonts: the packages and what is taken of them. */
const SOURCES = [
  'package-lock.json',
  maker,
  path.join('scripts', 'fonts', 'subset.ts'),
  path.join('core', 'drawing', 'scripts', 'families.ts'),
  path.join('core', 'drawing', 'scripts', 'han.ts'),
];

/** Makes the fonts of further scripts in out/fonts when what goes into them has changed since the last time. */
export function makeScriptFonts() {
  const hash = createHash('sha256');
  for (const file of SOURCES) hash.update(readFileSync(path.join(root, file)));
  const wanted = hash.digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  console.error('setup: cutting the fonts of further scripts to size (some seconds)');
  const { status } = spawnSync(projectNode, [maker], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`"node ${maker}" failed; see the lines above`);
  writeFileSync(stampFile, wanted);
}
