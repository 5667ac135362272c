import { spawnSync } from 'node:child_process';

// Without the first two Electron ends with a crash where there is no display; set from within they come too
// late. The last one keeps Chromium's own remarks out of a command's standard error.
const HEADLESS_SWITCHES = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3'] as const;

/** Whether Chromium would look for a display that is not there. */
export function lacksDisplay(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): boolean {
  if (platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY) return false;
  return !argv.some((arg) => arg.startsWith('--ozone-platform='));
}

/** Starts the same program again without a need for a display and waits for it; gives its exit code. */
export function runHeadless(): number {
  const args = [...HEADLESS_SWITCHES, ...process.argv.slice(1)];
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (error) process.stderr.write(`Sallyport could not start itself without a display: ${error.message}\n`);
  return status ?? 1;
}
