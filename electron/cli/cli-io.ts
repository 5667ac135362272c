import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { plainLine } from '../../core/plain-text.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { importFile } from '../files/import-plan.ts';
import type { ImportedPlan } from '../files/imported-plan.ts';
import { readSource } from '../files/read-source.ts';
import type { CliArgs } from './cli-args.ts';

/** Where a command writes to, and what it needs to know of the program. */
export type CliIo = {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly version: string;
  readonly defaultDatabase: () => string;
};

export type Command = (args: CliArgs, io: CliIo) => Promise<void>;

/** Ends a command with one sentence for the person and an exit code. */
export class CliRefusal extends Error {
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** A refusal because the command was written wrongly. */
export function usage(message: string): CliRefusal {
  return new CliRefusal(`${message.replace(/\.$/, '')}. See --help.`, 2);
}

export function required(value: string | undefined, what: string): string {
  if (value === undefined) throw usage(`${what} is missing`);
  return value;
}

/** The bytes of a file of the disk. */
export async function readBytes(file: string): Promise<Uint8Array> {
  if (!fs.existsSync(file)) throw new CliRefusal(`${file} does not exist. Check the name.`);
  const read = await readSource(file);
  if (!read.ok) throw new CliRefusal(read.error.message);
  return read.value;
}

/** The plan in a file of the disk. */
export const readPlan = async (file: string): Promise<ImportedPlan> =>
  planOfBytes(await readBytes(file), file);

/** The plan in the bytes of a file. */
export async function planOfBytes(bytes: Uint8Array, file: string): Promise<ImportedPlan> {
  const imported = await importFile(bytes, path.basename(file), randomUUID);
  if (!imported.ok) throw new CliRefusal(`${file}: ${imported.error.message}`);
  return imported.value;
}

/** Writes a file whole or not at all; one that exists only with --replace. */
export async function writeOutput(file: string, bytes: Uint8Array, args: CliArgs): Promise<void> {
  const written = await writeAtomically(file, bytes, { replace: args.values.replace ?? false });
  if (written.ok) return;
  const { code, message } = written.error;
  throw new CliRefusal(
    code === 'exists' ? `${file} exists already. Choose another name, or add --replace.` : message,
  );
}

/** Prints a result: as one JSON document with --json, else as lines of name and value. */
export function report(result: Readonly<Record<string, unknown>>, args: CliArgs, io: CliIo): void {
  if (args.values.json) io.out(`${JSON.stringify(result, null, 1)}\n`);
  else for (const [name, value] of Object.entries(result)) io.out(lineOf(name, value));
}

/** Several sentences or names stand one below the other. */
function lineOf(name: string, value: unknown): string {
  const given = Array.isArray(value) ? value : [value];
  if (!given.every((text) => typeof text === 'string'))
    return `${name}: ${plainLine(JSON.stringify(value))}\n`;
  // Names come from files: none of them moves the cursor or writes a line of its own.
  const texts = given.map(plainLine);
  if (texts.length === 0) return `${name}: none\n`;
  return texts.length === 1 ? `${name}: ${texts[0]}\n` : `${name}:\n  ${texts.join('\n  ')}\n`;
}
