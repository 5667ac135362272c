import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import { app, dialog, protocol } from 'electron';
import { Application } from './application.ts';
import { options } from './cli/cli-args.ts';
import { commandNames } from './cli/command-names.ts';
import { type BegunStart, beginWindow } from './starts/begin-window.ts';
import { refusedSwitch, switchRefusal } from './starts/switches.ts';
import { refusedDataFolder } from './windows/data-folder.ts';
import { lacksDisplay, runHeadless } from './windows/headless.ts';
import { endWith } from './windows/last-words.ts';
import { launchOf, namesOfFiles } from './windows/launch.ts';
import { lockNetwork } from './windows/network-lock.ts';
import { APP_SCHEME, lockAllContents, NETWORK_SWITCHES } from './windows/security.ts';

const launch = launchOf(process.argv, { isPackaged: app.isPackaged, commands: commandNames });
const hasNoDisplay = lacksDisplay(process.argv, process.env, process.platform);

if (app.isPackaged) refuseSwitches();
// Before the lock, which lets no program be started, this one neither.
if (launch.type === 'command' && hasNoDisplay) process.exit(runHeadless());
lockNetwork();
for (const [name, value] of NETWORK_SWITCHES) app.commandLine.appendSwitch(name, value);
protocol.registerSchemesAsPrivileged([
  {
    scheme: APP_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
  },
]);
lockAllContents(app);

/** Whether this package was made to be driven by a test: the one thing in which it differs from what is installed. */
function isDriven(): boolean {
  const manifest = fs.readFileSync(path.join(app.getAppPath(), 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { driven?: boolean }).driven === true;
}

/** Ends an installed application that was given a switch which is not known to be harmless. */
function refuseSwitches(): void {
  const refused = refusedSwitch(process.argv, {
    platform: process.platform,
    lacksSandbox: process.getuid?.() === 0 || process.env.APPIMAGE !== undefined,
    command: launch.type === 'command' ? { at: launch.at, options: Object.keys(options) } : null,
  });
  if (refused === null || isDriven()) return;
  const sentence = switchRefusal(refused);
  if (launch.type === 'command') process.stderr.write(`${sentence}\n`);
  else dialog.showErrorBox('Sallyport', sentence);
  process.exit(2);
}

async function runCommand(args: readonly string[]): Promise<void> {
  const { runCli } = await import('./cli/run.ts');
  const code = await runCli(args, {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    version: app.getVersion(),
    defaultDatabase: () => path.join(app.getPath('userData'), 'sallyport.db'),
  });
  // A pipe may still hold a part of the output, and exiting does not wait for it.
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
  app.exit(code);
}

/** Ends a command that threw: Electron would only warn, and run on. */
function endCommand(error: unknown): void {
  process.stderr.write(`${inspect(error)}\n`);
  app.exit(1);
}

/** Shows the window, or ends where another process has it. */
function goOn(begun: BegunStart): void {
  if (begun.type === 'end') {
    const { message, exitCode } = begun;
    if (message === null) process.exit(exitCode);
    endWith({ message, exitCode, inBox });
    return;
  }
  const { files, lockTrouble } = begun;
  // As root only --no-sandbox runs; enableSandbox() would then crash every child process in a loop.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  const nonce = randomBytes(16).toString('base64');
  const application = new Application({ files, nonce, lockTrouble });
  void app.whenReady().then(() => application.start());
}

/** From its sources it is started at a terminal, or by a test, where no box may wait for anyone. */
const inBox = app.isPackaged && !isDriven();
const dataFolder = app.getPath('userData');
const otherFolder = refusedDataFolder(app.commandLine.getSwitchValue('user-data-dir'), dataFolder);

if (launch.type === 'command') {
  app
    .whenReady()
    .then(() => runCommand(launch.args))
    .catch(endCommand);
} else if (hasNoDisplay) {
  const message = 'Sallyport: there is no display to open a window on; its commands need none (--help).';
  endWith({ message, exitCode: 1, inBox: false });
} else if (otherFolder !== null) {
  endWith({ message: otherFolder, exitCode: 1, inBox });
} else {
  goOn(beginWindow(dataFolder, namesOfFiles(launch.files)));
}
