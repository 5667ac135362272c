import type { Answer } from '../../core/contract/method.ts';
import type { ReadProfile } from '../../core/contract/shapes.ts';

type ReadLevels = () => Promise<Answer<ReadProfile>>;

let read: ReadLevels | null = null;

/** How files of level profiles are asked for: the window says so once. */
export function connectLevelFiles(asking: ReadLevels): void {
  read = asking;
}

/** Asks for the file of a level profile and reads it. */
export function askForLevelProfile(): ReturnType<ReadLevels> {
  if (!read) throw new Error('Files of level profiles were not connected.');
  return read();
}
