import { contextBridge, type IpcRendererEvent, ipcRenderer, webFrame } from 'electron';
import { eventNames, methodNames } from '../core/contract/method-names.ts';
import { CONNECTING_NAMES } from './windows/connecting-names.ts';

const known: readonly string[] = eventNames;

const methods = methodNames.map((name) => [name, (args: unknown) => ipcRenderer.invoke(name, args)]);

/** Listens to one event of the contract; gives the function that stops it. */
function on(event: string, listener: (payload: unknown) => void): () => void {
  if (!known.includes(event)) throw new Error(`There is no event ${event}.`);
  const hear = (_: IpcRendererEvent, payload: unknown): void => listener(payload);
  ipcRenderer.on(event, hear);
  return () => void ipcRenderer.off(event, hear);
}

contextBridge.exposeInMainWorld('sallyport', { ...Object.fromEntries(methods), on });

// Before any script of the page; Electron 35 has a call of its own for it, this one runs in all.
void webFrame.executeJavaScript(
  `for (const name of ${JSON.stringify(CONNECTING_NAMES)}) delete globalThis[name];`,
);
