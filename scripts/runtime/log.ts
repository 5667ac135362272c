const started = performance.now();

/** A failure the reader can act on: printed as one sentence, without a stack. */
export class Refusal extends Error {}

/** One line on standard error with the seconds since the start; standard output stays free for results. */
export function say(line: string): void {
  console.error(`runtime: ${line} [${((performance.now() - started) / 1000).toFixed(1)} s]`);
}

/** Ends the process with one sentence for a refusal, with the stack for anything else. */
export function reportAndExit(error: unknown): never {
  console.error(error instanceof Refusal ? `error: ${error.message}` : error);
  process.exit(1);
}
