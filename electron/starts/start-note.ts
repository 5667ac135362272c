import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Where a second start leaves its notes, in the data folder. */
export const notesFolder = (dataFolder: string): string => path.join(dataFolder, 'starts');

/** A note by its name: when it was written, by which process, its number, and something random. */
export const NOTE_NAME = /^\d{15}-\d{1,10}-\d{6}-[0-9a-f]{8}\.json$/;
/** Largest note that is read, bytes. */
export const LARGEST_NOTE = 2 * 1024 * 1024;
/** Most files of one note. */
export const MOST_FILES = 1000;
/** Longest name of a file; the command line of no system takes a longer one. */
export const LONGEST_NAME = 140_000;

/** A further note is begun before one grows beyond this, characters. */
const USUAL_NOTE = 256 * 1024;

/** The files in as many parts as notes are needed: at least one, which without a file asks for the window. */
function partsOf(files: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  let size = 0;
  for (const file of files) {
    let last = parts.at(-1) ?? [];
    if (last.length >= MOST_FILES || (last.length > 0 && size + file.length > USUAL_NOTE)) {
      last = [];
      size = 0;
      parts.push(last);
    }
    last.push(file.slice(0, LONGEST_NAME));
    size += file.length;
  }
  return parts;
}

/**
 * Leaves the names of files, absolute ones, for the process that has the window; gives the paths of the notes.
 *
 * Each appears whole or not at all. Throws what the disk answers.
 */
export function writeNotes(dataFolder: string, files: readonly string[]): readonly string[] {
  const folder = notesFolder(dataFolder);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const time = String(Date.now()).padStart(15, '0');
  return partsOf(files).map((part, index) => {
    const number = String(index).padStart(6, '0');
    const name = `${time}-${process.pid}-${number}-${randomUUID().slice(0, 8)}.json`;
    const note = path.join(folder, name);
    const unfinished = `${note}.tmp`;
    fs.writeFileSync(unfinished, JSON.stringify({ format: 1, files: part }), { mode: 0o600, flag: 'wx' });
    fs.renameSync(unfinished, note);
    return note;
  });
}
