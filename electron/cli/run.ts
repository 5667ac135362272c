import { parseArgs } from 'node:util';
import { exportFormats } from '../../core/contract/formats.ts';
import { plainLine } from '../../core/plain-text.ts';
import { type CliArgs, options } from './cli-args.ts';
import { type CliIo, CliRefusal, usage } from './cli-io.ts';
import { runCoverage } from './coverage.ts';
import { runDb } from './db.ts';
import { runExport } from './export.ts';
import { runImport } from './import.ts';
import { runInfo } from './info.ts';
import { runNew } from './new.ts';

const commands = {
  new: runNew,
  info: runInfo,
  import: runImport,
  export: runExport,
  coverage: runCoverage,
  db: runDb,
} as const;

const help = `Sallyport: protective site planning without a window

  sallyport new [--name NAME] [--unit m|ft-in] [--reference typical|campus|stress] [--seed N] --out PLAN
  sallyport info PLAN
  sallyport info --db PATH
  sallyport import FILE.geojson --out PLAN [--map FILE]
  sallyport export PLAN ${exportFormats.map((format) => `--${format}`).join('|')} OUT
                   [--sheet NAME] [--scale 1:N] [--size A3] [--portrait] [--strict]
                   [--coordinates plan-metres|wgs84]
  sallyport coverage PLAN [--zone TAG] [--without TAG] [--night] [--target-height METRES]
                   [--state today|proposed] [--png OUT] [--geojson OUT]
  sallyport db check|backup [--db PATH]
  sallyport db restore [BACKUP] [--db PATH]

  --map says in a file what the features are that are not understood; docs/mapping.md has its form.
  --pdf, --png and --svg hold one sheet: the first one, or that of --sheet. --pdf-set holds each sheet as it stands.
  --camera-sheet holds each camera of the proposal: its place, mounting, levels and picture.
  --plan, --csv and --geojson hold the whole plan, with all floors, layers and states.
  --strict writes no sheet that something of the plan does not fit.
  coverage says what each camera sees, whether zones have what they ask for, and what is lost with each camera.
  --without leaves a camera out; --night checks all zones by night; --target-height is for all cameras and zones.
  --json prints one JSON document, --replace overwrites an existing file.
`;

function parse(argv: readonly string[]): CliArgs {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    return { values, positionals };
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Runs one command; gives the exit code: 0 done, 1 could not be done, 2 wrong usage.
 *
 * Standard output carries the result and nothing else; every failure is one sentence on standard error.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  try {
    const args = parse(argv);
    const [name, ...rest] = args.positionals;
    if (args.values.version) io.out(`${io.version}\n`);
    else if (args.values.help || name === undefined) io.out(help);
    else if (Object.hasOwn(commands, name)) {
      await commands[name as keyof typeof commands]({ ...args, positionals: rest }, io);
    } else throw usage(`There is no command "${name}"`);
    return 0;
  } catch (error) {
    if (!(error instanceof CliRefusal)) throw error;
    io.error(`${plainLine(error.message)}\n`);
    return error.exitCode;
  }
}
