import { existsSync } from 'node:fs';
import path from 'node:path';

/** A file of the folder of real drawings and data; fails when the folder or the file is missing. */
export function sample(...names: string[]): string {
  const folder = process.env.SALLYPORT_SAMPLES;
  if (!folder) throw new Error('SALLYPORT_SAMPLES is not set: name the folder of sample drawings.');
  const file = path.resolve(folder, ...names);
  if (!existsSync(file))
    throw new Error(`The sample ${names.join('/')} is missing from the folder that SALLYPORT_SAMPLES names.`);
  return file;
}
