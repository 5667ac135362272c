import { ipcMain } from 'electron';
import type { Handlers, MethodName } from '../../core/contract/contract.ts';
import type { Log } from '../log.ts';
import { answer } from './answer.ts';

/** Answers the window's calls with the handlers; the only user of Electron's ipcMain. */
export function answerCalls(handlers: Handlers, log: Log): void {
  for (const name of Object.keys(handlers) as MethodName[]) {
    ipcMain.handle(name, (event, args: unknown) => answer(handlers, { name, event, args }, log));
  }
}
