import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { eventNames, methodNames } from '../core/contract/method-names.ts';

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
