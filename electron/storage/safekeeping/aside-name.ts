import fs from 'node:fs';
import path from 'node:path';
import { timeInName } from './backup-name.ts';
import { systemCode } from './system-error.ts';

type Word = 'damaged' | 'replaced' | 'orphaned' | 'rescued';

const NUMBER = /\.(?:damaged|replaced|orphaned|rescued)-(\d{6,12})-\d{4}-\d\d-\d\dT/;
const TIME = /\d{4}-\d\d-\d\dT[\d-]+Z/;

const numberIn = (name: string): number => Number(NUMBER.exec(name)?.[1] ?? 0);
const timeIn = (name: string): string => TIME.exec(name)?.[0] ?? '';

/**
 * The order in which files were set aside, by their names: negative where the first one was before the second.
 *
 * Their numbers tell it. Those that only name their time are from before there were numbers, and so are older.
 */
export function compareAside(first: string, second: string): number {
  const [one, other] = [numberIn(first), numberIn(second)];
  if (one !== other) return one - other;
  return timeIn(first) < timeIn(second) ? -1 : 1;
}

/** The path for a file that is set aside now: numbered after all that lie there, since a clock may go back. */
export function asidePath(file: string, word: Word, at: Date): string {
  const base = path.basename(file);
  const names = namesBeside(file).filter((name) => name.startsWith(`${base}.`));
  const number = Math.max(0, ...names.map(numberIn)) + 1;
  return `${file}.${word}-${String(number).padStart(6, '0')}-${timeInName(at)}`;
}

function namesBeside(file: string): readonly string[] {
  try {
    return fs.readdirSync(path.dirname(file));
  } catch (error) {
    systemCode(error);
    return [];
  }
}
