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

/** Longest entry: what an error says of itself may be as long as what it could not read. */
const LONGEST_ENTRY = 16 * 1024;

/** Appends entries to a file; before it is too large it is put aside, in place of what was put aside before. */
class LogFile {
  readonly #file: string;
  #size: number;

  constructor(file: string) {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    this.#file = file;
    this.#size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  append(line: string): void {
    const bytes = Buffer.from(line);
    if (this.#size > 0 && this.#size + bytes.length > LARGEST_FILE) {
      fs.renameSync(this.#file, `${this.#file}.old`);
      this.#size = 0;
    }
    fs.appendFileSync(this.#file, bytes, { mode: 0o600 });
    this.#size += bytes.length;
  }
}

function shortened(text: string): string {
  if (text.length <= LONGEST_ENTRY) return text;
  return `${text.slice(0, LONGEST_ENTRY)} … and ${text.length - LONGEST_ENTRY} characters more`;
}

/**
 * The one log: to standard error and, when a path is given, to a file of at most 1 MB and its predecessor.
 *
 * It names calls and files of the application, never what a plan holds.
 */
export function createLog(file: string | null): Log {
  let target: LogFile | null = null;
  const write = (level: string, sentence: string) => {
    // What stands on further lines is indented: a text of several lines cannot pretend to be entries of its own.
    const said = plainText(shortened(sentence)).replaceAll('\n', '\n  ');
    const line = `${new Date().toISOString()} ${level} ${said}\n`;
    process.stderr.write(line);
    if (target === null) return;
    try {
      target.append(line);
    } catch (error) {
      // A full disk must not stop the program that reports it; standard error still hears it.
      target = null;
      process.stderr.write(`The log file cannot be written any more:${describe(error)}\n`);
    }
  };
  try {
    target = file === null ? null : new LogFile(file);
  } catch (error) {
    write('warn', `The log file cannot be written:${describe(error)}`);
  }
  return {
    info: (sentence) => write('info', sentence),
    warn: (sentence) => write('warn', sentence),
    error: (sentence, error) => write('error', sentence + describe(error)),
  };
}
