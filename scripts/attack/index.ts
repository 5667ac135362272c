// npm run attack [NAME …] [-- --short] [-- --seed N]: tries to do harm, prints a table of what was tried and
// what failed; exit 1 when anything did.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { inspect, parseArgs } from 'node:util';
import { Random } from '../../core/reference/random.ts';
import type { Attack, Form } from './attack.ts';
import { attacks } from './attacks/index.ts';

type Outcome = {
  readonly attack: Attack;
  readonly tried: number;
  readonly failures: readonly string[];
  readonly seconds: number;
};

/** Most failures of one attack that are told. */
const MOST_TOLD = 12;

async function runAttack(attack: Attack, form: Form, seed: number): Promise<Outcome> {
  const began = performance.now();
  const failures: string[] = [];
  let tried = 0;
  try {
    await attack.run({
      form,
      random: new Random(seed),
      tried: (count = 1) => {
        tried += count;
      },
      failed: (what) => failures.push(what),
    });
    if (tried === 0) failures.push('nothing was tried');
  } catch (error) {
    // An attack that cannot go on shows nothing: it counts as one that did harm.
    failures.push(`it broke off: ${inspect(error)}`);
  }
  return { attack, tried, failures, seconds: (performance.now() - began) / 1000 };
}

function tableOf(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ attack, tried, failures, seconds }) => [
    attack.name,
    String(tried),
    String(failures.length),
    `${seconds.toFixed(1)} s`,
    attack.failedOn ?? '-',
  ]);
  const all = [['attack', 'tried', 'failed', 'took', 'failed on'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || column === 4 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return `${all.map(line).join('\n')}\n`;
}

/** In the shape of Playwright's report, which the closing line of all suites is counted from. */
function keepResults(outcomes: readonly Outcome[]): void {
  const folder = process.env.SALLYPORT_RESULTS;
  if (!folder) return;
  const unexpected = outcomes.filter(({ failures }) => failures.length > 0).length;
  const stats = { expected: outcomes.length - unexpected, unexpected, flaky: 0, skipped: 0 };
  writeFileSync(path.join(folder, `attack-${process.pid}.json`), JSON.stringify({ stats, errors: [] }));
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { short: { type: 'boolean' }, seed: { type: 'string', default: '1' } },
    allowPositionals: true,
  });
  const form: Form = values.short ? 'short' : 'long';
  const isNamed = ({ name }: Attack) => positionals.some((wanted) => name.startsWith(wanted));
  const chosen = attacks.filter((attack) =>
    positionals.length > 0 ? isNamed(attack) : attack.forms.includes(form),
  );
  if (chosen.length === 0 || !/^\d{1,9}$/.test(values.seed)) {
    process.stderr.write(
      `Usage: npm run attack [NAME …] [-- --short] [-- --seed N]. There are: ${attacks.map(({ name }) => name).join(', ')}.\n`,
    );
    return 2;
  }
  const outcomes: Outcome[] = [];
  for (const attack of chosen) {
    process.stderr.write(`attack: ${attack.name} …\n`);
    const outcome = await runAttack(attack, form, Number(values.seed));
    for (const what of outcome.failures.slice(0, MOST_TOLD)) process.stderr.write(`  FAILED: ${what}\n`);
    outcomes.push(outcome);
  }
  process.stdout.write(tableOf(outcomes));
  keepResults(outcomes);
  return outcomes.some(({ failures }) => failures.length > 0) ? 1 : 0;
}

process.exitCode = await main();
