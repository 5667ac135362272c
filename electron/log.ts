import fs from 'node:fs';
import path from 'node:path';
import { plainText } from '../core/plain-text.ts';

export type Log = {
  readonly info: (sentence: string) => void;
  readonly warn: (sentence: string) => void;
  readonly error: (sentence: string, error?: unknown) => void;
};

const LARGEST_FILE = 1024 * 1024;

function describe(error: unknown): string {
  if (error === undefined) return '';
  return ` ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

function startAnew(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_FILE) fs.renameSync(file, `${file}.old`);
}

/**
 * The one log: to standard error and, when a path is given, to a file of at most 1 MB and its predecessor.
 *
 * It names calls and files of the application, never what a plan holds.
 */
export function createLog(file: string | null): Log {
  let target = file;
  const write = (level: string, sentence: string) => {
    // What stands on further lines is indented: a text of several lines cannot pretend to be entries of its own.
    const said = plainText(sentence).replaceAll('\n', '\n  ');
    const line = `${new Date().toISOString()} ${level} ${said}\n`;
    process.stderr.write(line);
    if (target === null) return;
    try {
      fs.appendFileSync(target, line, { mode: 0o600 });
    } catch (error) {
      // A full disk must not stop the program that reports it; standard error still hears it.
      target = null;
      process.stderr.write(`The log file cannot be written any more:${describe(error)}\n`);
    }
  };
  try {
    if (target !== null) startAnew(target);
  } catch (error) {
    target = null;
    write('warn', `The log file cannot be written:${describe(error)}`);
  }
  return {
    info: (sentence) => write('info', sentence),
    warn: (sentence) => write('warn', sentence),
    error: (sentence, error) => write('error', sentence + describe(error)),
  };
}
