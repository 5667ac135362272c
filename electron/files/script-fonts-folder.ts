import fs from 'node:fs';
import path from 'node:path';

/**
 * The folder of the fonts for scripts that Inter does not have, made by scripts/make-script-fonts.ts, found by going
 * up from this file: it is at another depth in the source tree, in the bundle and in the package.
 */
export function scriptFontsFolder(): string {
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'out', 'fonts');
    if (fs.existsSync(candidate)) return candidate;
  }
  throw new Error('The fonts of further scripts are missing beside the program: "npm run build" makes them.');
}
