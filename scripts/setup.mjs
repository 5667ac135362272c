// Sets up whatever this checkout still lacks, then runs a command with the project's own Node first on the path.
//   node scripts/setup.mjs [--oracles | --no-system] [COMMAND ARGUMENTS]
// Plain JavaScript without packages: it runs before anything is installed, on any Node from 20 on.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { installDependencies, projectNode, root } from './setup/dependencies.mjs';
import { makeScriptFonts } from './setup/script-fonts.mjs';
import { ORACLE_PACKAGES, RUNTIME_PACKAGES, requireSystemPackages } from './setup/system-packages.mjs';

const FLAGS = ['--oracles', '--no-system'];
const args = process.argv.slice(2);
const flags = new Set();
while (FLAGS.includes(args[0] ?? '')) flags.add(args.shift());

/** Ends with the command's own exit code; signals that would end this process go to it first. */
function runCommand() {
  const [command = '', ...rest] = args;
  const bin = path.join(root, 'node_modules', '.bin');
  const child = spawn(command === 'node' ? projectNode : command, rest, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
    shell: process.platform === 'win32' && command !== 'node',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(`setup: ${command} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('close', (code) => process.exit(code ?? 1));
}

try {
  if (!flags.has('--no-system')) {
    requireSystemPackages([...RUNTIME_PACKAGES, ...(flags.has('--oracles') ? ORACLE_PACKAGES : [])]);
  }
  installDependencies();
  makeScriptFonts();
  if (args.length > 0) runCommand();
} catch (error) {
  console.error(`setup: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
