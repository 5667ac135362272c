import { ipcMain } from 'electron';
import type { Answer } from '../../core/contract/method.ts';
import { methodNames } from '../../core/contract/method-names.ts';
import type { Call } from './answer.ts';

/** Has the window's calls answered; the only user of Electron's ipcMain. One that comes early waits. */
export function answerCalls(answering: Promise<(call: Call) => Promise<Answer<unknown>>>): void {
  for (const name of methodNames) {
    ipcMain.handle(name, async (event, args: unknown) => (await answering)({ name, event, args }));
  }
}
