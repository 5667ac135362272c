import fs from 'node:fs';
import path from 'node:path';

/**
 * The folder of what the application ships beside its code, found by going up from this file: it is at
 * another depth in the source tree, in the bundle and in the package.
 */
export function resourcesFolder(): string {
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'resources');
    if (fs.existsSync(path.join(candidate, 'fonts'))) return candidate;
  }
  throw new Error('The resources folder is missing beside the program.');
}
