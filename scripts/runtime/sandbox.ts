import { readFileSync } from 'node:fs';
import { isMissing } from './cache.ts';

/** Kernel switches that keep an unprivileged Chromium from making its sandbox, with the value that does so. */
const RESTRICTIONS: readonly (readonly [file: string, value: string])[] = [
  ['/proc/sys/kernel/unprivileged_userns_clone', '0'],
  ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'],
];

function readSwitch(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Switches the development build needs to start here.
 *
 * Chromium refuses its sandbox to root, and an Electron that is not installed has no setuid helper.
 * Installed packages are never started with them.
 */
export function developmentSwitches(): readonly string[] {
  if (process.platform !== 'linux') return [];
  const restricted = RESTRICTIONS.some(([file, value]) => readSwitch(file) === value);
  return process.getuid?.() === 0 || restricted ? ['--no-sandbox'] : [];
}
