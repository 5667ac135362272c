import { spawn } from 'node:child_process';
import { Refusal } from './log.ts';

export type Display = { readonly name: string; readonly stop: () => void };

const START_MS = 15_000;

export const hasDisplay = (env: NodeJS.ProcessEnv = process.env): boolean =>
  process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/** Starts a virtual screen of 1920 × 1080; it picks a free number itself and lives until `stop`. */
export async function startXvfb(): Promise<Display> {
  const screen = ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((resolve, reject) => {
    const refuse = (why: string): void => reject(new Refusal(why));
    server.on('error', () =>
      refuse('no display and no Xvfb here: install it (Debian: apt-get install xvfb)'),
    );
    server.on('close', () => refuse('Xvfb ended before it had a screen'));
    setTimeout(() => refuse('Xvfb did not start within 15 s'), START_MS).unref();
    server.stdio[3]?.once('data', (text: Buffer) => resolve(String(text).trim()));
  });
  return { name: `:${number}`, stop: () => server.kill() };
}
